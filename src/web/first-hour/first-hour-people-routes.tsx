import type { Holdings } from '../../record/holdings.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { person } from '../../record/kinds/person.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { withDone } from '../record/done-banner.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { firstHourPath } from './first-hour-paths.ts';
import { STEP_NEEDS } from './first-hour-steps.ts';
import { peopleTyped } from './people-form.ts';
import { ALL_ROLES, PeoplePage } from './people-page.tsx';
import { refused } from './refused.ts';

const HERE = '/organisations/:organisation/first-hour';
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };

/** Who works here, and who holds which role. */
export function firstHourPeopleRoutes({
  records,
  today,
}: Pick<RecordRouteServices, 'records' | 'today'>): readonly Route[] {
  async function peoplePage(
    { seat, query }: SeatedVisit,
    holdings: Holdings,
    form: Form,
    mistakes: readonly FormMistake[],
    status = 200,
  ): Promise<Answer> {
    const title = 'Who works for you?';
    const body = <PeoplePage {...{ seat, query, holdings, form, mistakes }} today={today()} />;
    return page(mistakes.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  return [
    {
      method: 'GET',
      path: `${HERE}/people`,
      needs: STEP_NEEDS.people,
      answer: async (visit) => {
        const record = await records.open(visit.seat.organisation);
        return record ? peoplePage(visit, record.holdings, NOTHING_TYPED, []) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: `${HERE}/people`,
      needs: STEP_NEEDS.people,
      answer: async (visit) => {
        const { seat, form } = visit;
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const again = (wrong: readonly FormMistake[], status: number) =>
          peoplePage(visit, record.holdings, form, wrong, status);
        const { people, mistakes } = peopleTyped(form.text('people'), record.holdings);
        if (mistakes.length > 0) return again(mistakes, 422);
        if (people.length === 0) return again([{ field: 'people', message: 'Enter at least one name' }], 422);
        const commands = people.map((data) => ({ do: 'add' as const, kind: person.name, data }));
        const done = await sendOnce(
          records,
          visit,
          { do: 'together', commands },
          withDone(firstHourPath(seat.organisation, 'people'), 'added'),
        );
        if (done.ok) return redirect(done.to);
        const atField = (wrong: readonly FormMistake[], status: number) =>
          again(
            wrong.map(({ message }) => ({ field: 'people', message })),
            status,
          );
        return refused(done.problem, atField);
      },
    },
    {
      method: 'POST',
      path: `${HERE}/people/roles`,
      needs: STEP_NEEDS.people,
      answer: async (visit) => {
        const { seat, form } = visit;
        const record = await records.open(seat.organisation);
        if (!record) return NOT_FOUND;
        const chosen = ALL_ROLES.filter((role) => form.text(role) !== '');
        const commands = chosen.map((role) => ({
          do: 'add' as const,
          kind: appointment.name,
          data: { role, person: form.text(role), appointedOn: today() },
        }));
        const done = await sendOnce(
          records,
          visit,
          { do: 'together', commands },
          withDone(firstHourPath(seat.organisation, 'people'), chosen.length > 0 ? 'saved' : 'unchanged'),
        );
        if (done.ok) return redirect(done.to);
        const [only] = chosen;
        return refused(done.problem, (wrong, status) =>
          peoplePage(
            visit,
            record.holdings,
            form,
            wrong.map(({ message }) => ({ message, ...(chosen.length === 1 && { field: only }) })),
            status,
          ),
        );
      },
    },
  ];
}
