import { Button, Textarea } from 'nhsuk-react-components';
import { becauseInFull } from '../../readiness/witness.ts';
import { factInWords } from '../../record/fact-words.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { againstNotApplicable } from '../../workspace/standing/against-not-applicable.ts';
import type { ItemView } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { paths } from '../paths.ts';
import { sentence } from '../record/field-words.ts';
import { recordLinks } from '../record/record-links.ts';
import { recordPaths } from '../record/record-paths.ts';
import { SeenAt } from '../report/report-parts.tsx';

/** Entries of each sort that stand beside the button. */
const SHOWN = 5;

/** What an approver decides about an answer that an item does not apply, with what the record holds against it. */
export function ApprovalForms({
  seat,
  view,
  revision,
  sendBack,
}: {
  readonly seat: Seat;
  readonly view: ItemView;
  readonly revision: number;
  /** A reason that could not be kept, and why. */
  readonly sendBack: { readonly typed: string; readonly error: string } | undefined;
}) {
  const { ref } = view.assessed.item;
  return (
    <>
      <Against seat={seat} view={view} />
      <form method="post" action={recordPaths.approve(seat.organisation, ref)}>
        <FormId />
        <input type="hidden" name="seen" value={revision} />
        <Button secondary>Approve this answer</Button>
      </form>
      <form method="post" action={recordPaths.sendBack(seat.organisation, ref)} noValidate>
        <FormId />
        <input type="hidden" name="seen" value={revision} />
        <Textarea
          id="reason"
          name="reason"
          label="Or send it back: what should they look at again?"
          rows={3}
          defaultValue={sendBack?.typed ?? ''}
          {...(sendBack && sendBack.error !== '' && { error: sendBack.error })}
        />
        <Button secondary>Send it back</Button>
      </form>
    </>
  );
}

function Against({ seat, view }: { readonly seat: Seat; readonly view: ItemView }) {
  const { fact, shown, documents } = againstNotApplicable(view);
  const { findings, standing } = view;
  const links = recordLinks(seat, standing);
  if (fact === undefined && shown.length + documents.length + findings.length === 0)
    return <p>Nothing in your record speaks against it.</p>;
  return (
    <section aria-labelledby="against">
      <h3 id="against">Before you approve: what your record holds about it</h3>
      <ul>
        {fact !== undefined && <li>Your own facts say: {factInWords(fact)}.</li>}
        {findings.slice(0, SHOWN).map(({ message, seen }) => (
          <li key={message}>
            {neutralised(sentence(message))} <SeenAt places={seen} links={links} shown={2} />
          </li>
        ))}
        {findings.length > SHOWN && (
          <li>
            <a href="#found">All {findings.length} findings</a>
          </li>
        )}
        {shown.map((check) => (
          <li key={check.asks}>
            There is {neutralised(check.asks)}: {neutralised(sentence(becauseInFull(check)))}{' '}
            <SeenAt places={check.places} links={links} shown={2} />
          </li>
        ))}
        {documents.slice(0, SHOWN).map(({ id, path, reasons }) => (
          <li key={id}>
            <a href={paths.document(seat.organisation, id)}>
              <bdi className="app-path">{neutralised(path)}</bdi>
            </a>{' '}
            speaks about it. {neutralised(reasons.slice(0, 2).map(sentence).join(' '))}
          </li>
        ))}
        {documents.length > SHOWN && (
          <li>
            <a href="#documents">And {counted(documents.length - SHOWN, 'more document')}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
