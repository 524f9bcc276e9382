import type { Command } from '../../record/decide.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import { observation } from '../../record/kinds/observation.ts';
import type { Asked } from '../../workspace/kept-records.ts';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Route, redirect } from '../route.ts';
import { personsChecks, waitsForCheck } from './checked-part.tsx';
import { itemShower } from './show-item.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };
const CHANGED = 'Somebody changed this since you looked at it. Look again, then decide';
const NOTHING_TO_CHECK = 'Nothing waits to be checked for this item any more';

/** Saying to have checked what no reading can tell, and taking it back. */
export function checkedRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, now, today } = services;
  const { now: itemNow, show } = itemShower(services);
  return [
    {
      method: 'POST',
      path: '/organisations/:organisation/items/:ref/checked',
      needs: 'write-answers',
      answer: async (visit) => {
        const view = await itemNow(visit);
        if (!view) return NOT_FOUND;
        const { seat, form, visitor } = visit;
        const { ref } = view.assessed.item;
        const back = paths.item(seat.organisation, ref);
        const kind = observation.name;
        const again = (message: string, status: number) => show(visit, view, { problems: [{ message }], status });
        const said = form.text('checked');
        if (said !== 'yes' && said !== 'no') return NOT_FOUND;
        const says = said === 'yes';
        const last = personsChecks(view).at(-1);
        if (says && waitsForCheck(view).length === 0) return again(NOTHING_TO_CHECK, 422);
        const data = {
          items: [ref],
          kind: 'check',
          verdict: 'shows',
          receivedAt: now(),
          effectiveOn: today(),
          collector: visitor.account.name,
          result: 'passed',
        };
        const asked: Asked = says ? { do: 'add', kind, data } : (holdings) => takingBack(holdings, last?.id, ref);
        const done = await sendOnce(records, visit, asked, ({ changes }) =>
          withDone(back, says ? 'checked' : changes.length === 0 ? 'check-gone' : 'check-taken-back'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => show(visit, view, { problems, status }),
          conflict: () => again(CHANGED, 409),
        });
      },
    },
  ];
}

/** What takes a check back for one item; for the others that it is of it stays. Nothing, when somebody was quicker. */
function takingBack(holdings: Holdings, check: string | undefined, ref: string): Command {
  const last = check === undefined ? undefined : findOf(holdings, observation, check);
  if (!last?.data.items.includes(ref)) return { do: 'together', commands: [] };
  const { id, revision: seen, data } = last;
  const items = data.items.filter((one) => one !== ref);
  const kind = observation.name;
  return items.length === 0
    ? { do: 'remove', kind, id, seen }
    : { do: 'change', kind, id, seen, data: { ...data, items } };
}
