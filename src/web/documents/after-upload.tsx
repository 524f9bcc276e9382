import { Button } from 'nhsuk-react-components';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { documentRows } from '../../workspace/documents/document-rows.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { otherNameIn } from '../../workspace/documents/whose-documents.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { hashOfPairs, ON_A_PAGE, reviewable, reviewPath, type Span, surePairs } from './brought-in.ts';
import type { Pair } from './document-decisions.ts';
import { OtherNameAsked } from './other-name.tsx';
import { UploadedReview } from './uploaded-review.tsx';

/** What can be decided about the documents of an upload: at once, or on pages of their own when they are many. */
export function AfterUpload(props: {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly kept: readonly Kept[];
  readonly span: Span;
}) {
  const { seat, standing, kept, span } = props;
  const { byId } = documentRows(standing);
  // What was there already is looked through where it came in.
  const fresh = new Set(kept.flatMap((one) => (one.ok && one.became !== 'there-already' ? [one.id] : [])));
  const other = otherNameIn(
    standing,
    [...fresh].flatMap((id) => byId.get(id) ?? []),
  );
  return (
    <>
      {other && <OtherNameAsked {...{ seat, other, span }} />}
      <Decidable {...props} fresh={fresh} />
    </>
  );
}

function Decidable({
  seat,
  standing,
  kept,
  span,
  fresh,
}: Parameters<typeof AfterUpload>[0] & { readonly fresh: ReadonlySet<string> }) {
  const { byId } = documentRows(standing);
  const of = [...new Set(kept.flatMap((one) => (one.ok && !one.warning ? [one.id] : [])))];
  if (of.length <= ON_A_PAGE) return <UploadedReview seat={seat} standing={standing} of={of} />;
  const rows = of.filter((id) => fresh.has(id)).flatMap((id) => byId.get(id) ?? []);
  if (reviewable(standing, rows).length === 0) return null;
  const count = rows.filter(({ seemsToFit }) => seemsToFit.length > 0).length;
  return (
    <>
      <h2>What they seem to show</h2>
      <p>
        {count === 0
          ? 'Nothing likely was found in any of them.'
          : `There is something to look through in ${counted(count, 'document')}.`}
      </p>
      <AcceptSure {...{ seat, span }} pairs={surePairs(standing, rows)} />
      <p>
        <a href={reviewPath(seat.organisation, span)}>Look through them, {ON_A_PAGE} on a page</a>
      </p>
    </>
  );
}

/** Accepts all that we are sure of, of however many documents, by one button. */
export function AcceptSure({
  seat,
  span,
  pairs,
}: {
  readonly seat: Seat;
  /** Undefined for all that waits. */
  readonly span: Span | undefined;
  readonly pairs: readonly Pair[];
}) {
  const sure = pairs.length;
  if (sure === 0 || !may(seat.role, 'write-answers')) return null;
  return (
    <form method="post" action={recordPaths.acceptSure(seat.organisation)} noValidate>
      <FormId />
      {span && (
        <>
          <input type="hidden" name="since" value={span.from} />
          <input type="hidden" name="until" value={span.until} />
        </>
      )}
      <input type="hidden" name="sure" value={hashOfPairs(pairs)} />
      <p>
        In all these documents {sure === 1 ? 'there is' : 'there are'} {counted(sure, 'suggestion')} that we are fairly
        sure of. You can accept {sure === 1 ? 'it' : 'them'} in one step. Any of them can be taken back on the page of
        its document.
      </p>
      <Button secondary>Accept {sure === 1 ? 'it' : `all ${sure}`}</Button>
    </form>
  );
}
