import { listOf } from '../../record/holdings.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { personByEmail } from '../../record/open-actions.ts';
import { trainingCount } from '../../workspace/standing/training-count.ts';
import { recordLinks } from '../record/record-links.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { restsOnColumns } from '../report/people-section.tsx';
import type { Answer, Route } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { ownColumns } from './own-page.tsx';
import { peopleList } from './people-list.ts';
import { peopleColumns } from './people-table.tsx';
import { personRows } from './person-rows.ts';
import { roleLines } from './role-lines.ts';
import { rolesColumns } from './roles-table.tsx';

const ORGANISATION = '/organisations/:organisation';
const NOT_FOUND: Answer = { show: 'not-found' };

/** The tables of the pages about people, as files. */
export function peopleFiles({
  records,
  standings,
  today,
}: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>): readonly Route[] {
  return [
    ...tableRoutes(`${ORGANISATION}/people/staff`, 'read-registers', async ({ seat, query }) => {
      const record = await records.open(seat.organisation);
      if (!record) return NOT_FOUND;
      const result = await standings.on(seat.organisation, today());
      const count = result.ok ? trainingCount(result.standing) : undefined;
      const { rows } = peopleList(personRows(record.holdings, count, today()), query);
      return { name: `people ${today()}`, ...tableOf(peopleColumns(seat, today()), rows) };
    }),
    ...tableRoutes(`${ORGANISATION}/people/roles`, 'read-registers', async ({ seat }) => {
      const record = await records.open(seat.organisation);
      if (!record) return NOT_FOUND;
      const lines = roleLines(seat.organisation, record.holdings, today());
      return { name: `roles ${today()}`, ...tableOf(rolesColumns(seat), lines) };
    }),
    ...tableRoutes(`${ORGANISATION}/people/rests-on/people`, 'read-registers', async ({ seat }) => {
      const result = await standings.on(seat.organisation, today());
      if (!result.ok) return NOT_FOUND;
      const columns = restsOnColumns(recordLinks(seat, result.standing));
      return { name: `what rests on whom ${today()}`, ...tableOf(columns, result.standing.check.people) };
    }),
    ...tableRoutes(`${ORGANISATION}/mine/done`, 'read-own-training', async ({ seat, visitor }) => {
      const record = await records.open(seat.organisation);
      if (!record) return NOT_FOUND;
      const own = personByEmail(record.holdings, visitor.account.email);
      const done = listOf(record.holdings, trainingRecord)
        .filter(({ data }) => own !== undefined && data.person === own.id)
        .toSorted((a, b) => b.data.completedOn.localeCompare(a.data.completedOn));
      return { name: `what I have done ${today()}`, ...tableOf(ownColumns(seat.organisation, []), done) };
    }),
  ];
}
