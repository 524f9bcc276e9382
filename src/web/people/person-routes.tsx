import { neutralised } from '../../report/neutralised.ts';
import { trainingCount } from '../../workspace/standing/training-count.ts';
import { readBy, readers, toRead } from '../reading/to-read.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { type Answer, page, type Route } from '../route.ts';
import { PersonPage } from './person-page.tsx';
import { personRows } from './person-rows.ts';

const NOT_FOUND: Answer = { show: 'not-found' };

/** One person, with what is still to do for them. */
export function personRoutes({
  records,
  standings,
  accounts,
  today,
}: Pick<RecordRouteServices, 'records' | 'standings' | 'accounts' | 'today'>): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/people/:id',
      needs: 'read-registers',
      answer: async ({ seat, params, query }) => {
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const { holdings } = record;
        const result = await standings.on(seat.organisation, today());
        const standing = result.ok ? result.standing : undefined;
        const rows = personRows(holdings, standing && trainingCount(standing), today());
        const row = rows.find(({ person }) => person.id === params.id);
        if (!row) return NOT_FOUND;
        const asked = readers(holdings, today()).some(({ id }) => id === row.person.id);
        const toBeRead = asked ? toRead(holdings, today(), standing) : [];
        const read = readBy(holdings, row.person.id);
        const members = await accounts.memberships.list(seat.organisation);
        const email = row.person.data.email?.toLowerCase();
        const body = (
          <PersonPage
            {...{ seat, query, holdings, row }}
            today={today()}
            reading={{ all: toBeRead.length, unread: toBeRead.filter(({ id }) => !read.has(id)).length }}
            isMember={members.some((member) => member.email === email)}
          />
        );
        return page(neutralised(row.person.data.name), body);
      },
    },
  ];
}
