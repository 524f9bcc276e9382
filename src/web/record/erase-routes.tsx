import type { FieldProblem } from '../../record/kinds/kind.ts';
import { paths } from '../paths.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { withDone } from './done-banner.tsx';
import { ErasePage } from './erase-page.tsx';
import { titleOf } from './field-words.ts';
import { problemAnswer } from './problem-answer.ts';
import { recordPaths } from './record-paths.ts';
import type { RecordRouteServices } from './record-services.ts';
import { registerBy } from './register-kinds.ts';
import { sendOnce } from './send-once.ts';

const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
const CHANGED_MEANWHILE = { message: 'Somebody else changed this since you looked at it. Look again, then decide' };

/** Lawful erasure of one entry of a register. */
export function eraseRoutes({ records, standings }: RecordRouteServices): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/registers/:register/:id/erase',
      needs: 'erase',
      fresh: true,
      answer: async (visit) => erasePage(visit, NOTHING_TYPED, [], 200),
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/registers/:register/:id/erase',
      needs: 'erase',
      fresh: true,
      answer: async (visit) => {
        const { seat, params, form } = visit;
        const kind = registerBy(params.register ?? '');
        const id = params.id ?? '';
        // Only what there is or was can be erased; what was erased before has nothing left.
        const steps = kind ? await standings.history(seat.organisation, kind.name, id) : [];
        if (!kind || steps.length === 0 || steps.at(-1)?.entry.action === 'erase') return NOT_FOUND;
        const [reason, basis] = [form.text('reason'), form.text('basis')];
        const command = { do: 'erase' as const, kind: kind.name, id, reason, basis };
        const done = await sendOnce(
          records,
          visit,
          command,
          withDone(paths.register(seat.organisation, kind.plural), 'erased'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => erasePage(visit, form, problems, status),
          conflict: () => erasePage(visit, form, [CHANGED_MEANWHILE], 409),
        });
      },
    },
  ];

  async function erasePage(
    { seat, params }: SeatedVisit,
    form: Form,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const kind = registerBy(params.register ?? '');
    const id = params.id ?? '';
    const steps = kind ? await standings.history(seat.organisation, kind.name, id) : [];
    const last = steps.findLast(({ data }) => data !== undefined);
    if (!kind || !last || steps.at(-1)?.entry.action === 'erase') return NOT_FOUND;
    const what = titleOf(kind, last.data);
    const action = recordPaths.erase(seat.organisation, kind.plural, id);
    const back = paths.entity(seat.organisation, kind.plural, id);
    const title = `${problems.length > 0 ? 'Error: ' : ''}Erase ${what}`;
    return page(title, <ErasePage {...{ what, action, back, form, problems }} />, { status });
  }
}
