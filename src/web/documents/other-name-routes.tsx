import { type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { organisation as kind } from '../../record/kinds/organisation.ts';
import { nameKey, ownNames, withoutLegalForm } from '../../record/own-names.ts';
import { puttingBack, withdrawal } from '../../workspace/documents/intake.ts';
import { isWithdrawn, type KeptDocument } from '../../workspace/documents/kept-document.ts';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { type Sent, sendOnce } from '../record/send-once.ts';
import { type Answer, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { broughtInBy, type Span, spanIn } from './brought-in.ts';

const NOT_FOUND: Answer = { show: 'not-found' };
const CHANGED: FormMistake = { message: 'Somebody has changed this meanwhile. Look again, then decide' };
const DOCUMENTS = '/organisations/:organisation/documents';

/** What can be answered when the documents of an upload name somebody else. */
export function otherNameRoutes({ records, entriesBefore, today }: RecordRouteServices): readonly Route[] {
  const answerOf = ({ seat }: SeatedVisit, done: Sent): Answer | Promise<Answer> => {
    if (done.ok) return redirect(done.to);
    const again = (mistakes: readonly FormMistake[], status: number) =>
      page(
        'Error: Documents',
        <>
          <BackLink href={paths.documents(seat.organisation)}>Documents</BackLink>
          <Mistakes mistakes={mistakes} />
          <h1>Documents</h1>
        </>,
        { status },
      );
    return problemAnswer(done.problem, { again, conflict: () => again([CHANGED], 409) });
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
        const asked = (holdings: Holdings) => {
          const all = listOf(holdings, document);
          const goes = all.filter(
            (one) => ids.has(one.id) && isIn(span, one.data.receivedAt) && !isWithdrawn(one, today()),
          );
          const left = new Set(goes.map(({ data }) => data.path));
          // What the upload took the place of was withdrawn with it, and is in use again.
          const comes = all.filter((one) => left.has(one.data.path) && !goes.includes(one) && wasReplacedIn(span, one));
          return {
            do: 'together' as const,
            commands: [...goes.map((one) => withdrawal(one, today())), ...comes.map(puttingBack)],
          };
        };
        const done = await sendOnce(records, visit, asked, ({ changes }) =>
          withDone(paths.documents(seat.organisation), changes.length === 0 ? 'none-withdrawn' : 'upload-withdrawn'),
        );
        return answerOf(visit, done);
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
        return answerOf(visit, await sendOnce(records, visit, asked, to));
      },
    },
  ];
}

function isIn({ from, until }: Span, at: Instant): boolean {
  return at >= from && at <= until;
}

/** Whether a document was withdrawn while an upload came in. */
function wasReplacedIn(span: Span, { data, revisedAt }: KeptDocument): boolean {
  return data.withdrawnOn !== undefined && isIn(span, revisedAt);
}
