import { type Holdings, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { organisation as kind } from '../../record/kinds/organisation.ts';
import { nameKey, ownNames, withoutLegalForm } from '../../record/own-names.ts';
import { withdrawal } from '../../workspace/documents/intake.ts';
import { isWithdrawn } from '../../workspace/documents/kept-document.ts';
import { paths } from '../paths.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { type Sent, sendOnce } from '../record/send-once.ts';
import { type Answer, type Route, redirect } from '../route.ts';
import { broughtInBy, spanIn } from './brought-in.ts';

const NOT_FOUND: Answer = { show: 'not-found' };
const DOCUMENTS = '/organisations/:organisation/documents';

/** What can be answered when the documents of an upload name somebody else. */
export function otherNameRoutes({ records, entriesBefore, today }: RecordRouteServices): readonly Route[] {
  const answerOf = (done: Sent): Answer | Promise<Answer> => {
    if (done.ok) return redirect(done.to);
    const forbidden = (): Answer => ({ show: 'forbidden' });
    return problemAnswer(done.problem, { again: forbidden, conflict: forbidden });
  };
  return [
    {
      method: 'POST',
      path: `${DOCUMENTS}/withdraw-upload`,
      needs: 'upload-documents',
      answer: async (visit) => {
        const { seat, form } = visit;
        const span = spanIn(form);
        if (!span) return NOT_FOUND;
        const ids = await broughtInBy(entriesBefore, seat.organisation, actorOf(visit), span.from);
        const asked = (holdings: Holdings) => ({
          do: 'together' as const,
          commands: listOf(holdings, document)
            .filter(({ id, data }) => ids.has(id) && data.receivedAt >= span.from && data.receivedAt <= span.until)
            .filter((one) => !isWithdrawn(one, today()))
            .map((one) => withdrawal(one, today())),
        });
        const done = await sendOnce(records, visit, asked, ({ changes }) =>
          withDone(paths.documents(seat.organisation), changes.length === 0 ? 'none-withdrawn' : 'upload-withdrawn'),
        );
        return answerOf(done);
      },
    },
    {
      method: 'POST',
      path: `${DOCUMENTS}/own-name`,
      needs: 'manage-organisation',
      answer: async (visit) => {
        const { seat, form } = visit;
        const name = withoutLegalForm(form.text('name'));
        if (name === '') return NOT_FOUND;
        const asked = (holdings: Holdings) => {
          const [own] = listOf(holdings, kind);
          if (!own) return [{ message: 'There is no organisation' }] satisfies readonly FieldProblem[];
          const known = ownNames(own.data).some((one) => nameKey(one) === nameKey(name));
          const tradingNames = [...(own.data.tradingNames ?? []), ...(known ? [] : [name])];
          const data = { ...own.data, tradingNames };
          return { do: 'change' as const, kind: kind.name, id: own.id, seen: own.revision, data };
        };
        const to = withDone(paths.documents(seat.organisation), 'own-name-kept');
        return answerOf(await sendOnce(records, visit, asked, to));
      },
    },
  ];
}
