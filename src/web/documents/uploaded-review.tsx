import { Button, Checkboxes, Radios } from 'nhsuk-react-components';
import type { ReactElement } from 'react';
import { askedUnder } from '../../catalogue/ask-of.ts';
import type { Suggestion } from '../../record/document.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { decisionsIn } from '../../workspace/documents/decisions.ts';
import { type DocumentRow, type DocumentRows, documentRows } from '../../workspace/documents/document-rows.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { recordPaths } from '../record/record-paths.ts';
import type { Form, SeatedVisit } from '../route.ts';
import { Accepted } from './accepted-words.tsx';
import { isSure, reviewable, type Span, weakerSuggestions } from './brought-in.ts';
import { othersValue, pairValue, placeValue } from './document-decisions.ts';
import { dateInWords, KIND_WORDS } from './document-words.ts';
import { DocumentLink, mayReplace } from './like-documents.tsx';
import { whySuggested } from './suggested-items.tsx';

type Props = {
  readonly seat: Seat;
  readonly standing: Standing;
  /** Ids of the documents to look at. */
  readonly of: readonly string[];
  /** What was ticked, when it is shown again. */
  readonly form?: Form | undefined;
  /** The page to come back to: of a large upload or, without a span, of all that waits. */
  readonly back?: { readonly span?: Span; readonly page: number };
};

/** What each of several documents was taken for and seems to show, in one form for all of them. */
export function UploadedReview({ seat, standing, of, form, back }: Props) {
  const rows = documentRows(standing);
  const shown = reviewable(
    standing,
    of.flatMap((id) => rows.byId.get(id) ?? []),
  );
  if (shown.length === 0) return null;
  const decides = may(seat.role, 'write-answers');
  return (
    <>
      <h2>What they seem to show</h2>
      <p>
        {form ? 'The boxes are as you left them.' : 'What we are fairly sure of is ticked.'} Read it, change it where it
        is wrong, then keep it: nothing is accepted before you do. What you refuse is not suggested again.
      </p>
      <form method="post" action={recordPaths.decide(seat.organisation)} noValidate className="app-review">
        <FormId />
        {decides && (
          // Enter presses the first button of a form, which would otherwise refuse what the first document shows.
          <button type="submit" name="verdict" value="shows" hidden>
            Keep what is ticked
          </button>
        )}
        {back && (
          <>
            {back.span ? (
              <>
                <input type="hidden" name="since" value={back.span.from} />
                <input type="hidden" name="until" value={back.span.until} />
              </>
            ) : (
              <input type="hidden" name="from" value="waiting" />
            )}
            <input type="hidden" name="page" value={back.page} />
          </>
        )}
        {shown.map((row, at) => (
          <Reviewed
            key={row.document.id}
            {...{ seat, standing, rows, row, form }}
            next={(shown[at + 1] ?? shown[at - 1])?.document.id}
          />
        ))}
        {decides && (
          <div className="app-buttons">
            <Button name="verdict" value="shows">
              Keep what is ticked
            </Button>
            <Button secondary name="rest" value="refuse">
              Keep what is ticked, refuse the rest
            </Button>
          </div>
        )}
      </form>
    </>
  );
}

function Reviewed({
  seat,
  standing,
  rows,
  row,
  form,
  next,
}: Omit<Props, 'of'> & {
  readonly rows: DocumentRows;
  readonly row: DocumentRow;
  /** The document to go on to once this one is decided. */
  readonly next: string | undefined;
}) {
  const { document, read, dated, seemsToFit: open } = row;
  const { id, data } = document;
  const weaker = weakerSuggestions(standing, row);
  const ticked = form && new Set(form.all('pair').map(unseen));
  const accepted = [...(decisionsIn(standing.holdings).get(data.path) ?? [])].filter(
    ([, one]) => one.data.verdict === 'shows',
  );
  const boxes = (some: readonly Suggestion[], name: string, legend: string | ReactElement) => (
    <Checkboxes id={name} name="pair" idPrefix={name} legend={legend} legendProps={{ size: 's' }}>
      {some.map((suggestion) => {
        const value = pairValue(standing.holdings, document, suggestion.ref);
        return (
          <Checkboxes.Item
            key={suggestion.ref}
            value={value}
            defaultChecked={ticked ? ticked.has(unseen(value)) : open.includes(suggestion) && isSure(suggestion)}
            hint={whySuggested(suggestion)}
          >
            {`${suggestion.ref}: ${askedUnder(standing.check.catalogue, suggestion.ref)}`}
          </Checkboxes.Item>
        );
      })}
    </Checkboxes>
  );
  return (
    <section id={reviewedAt(id)} className="app-reviewed" aria-labelledby={`reviewed-${id}`}>
      <input type="hidden" name="of" value={id} />
      <h3 id={`reviewed-${id}`}>
        <DocumentLink seat={seat} id={id} path={data.path} />
      </h3>
      {read && (
        <p>
          {KIND_WORDS[read.profile.kind]}: <bdi>{neutralised(read.profile.title)}</bdi>
          {dated ? `, dated ${dateInWords(dated.date)}.` : '. No date was found in it.'}
        </p>
      )}
      <Accepted id={id} accepted={accepted} />
      {read && open.length === 0 && accepted.length === 0 && (
        <p>
          {weaker.length === 0
            ? 'Nothing in it was found to speak to an evidence item.'
            : read.profile.kind === 'template'
              ? 'A blank template shows nothing until it is filled in.'
              : 'We are not sure enough of anything in it to suggest an evidence item.'}
        </p>
      )}
      {open.length > 0 && (
        <>
          {boxes(
            open,
            `pair-${id}`,
            <>
              It shows<span className="nhsuk-u-visually-hidden"> ({neutralised(data.path)})</span>
            </>,
          )}
          {open.map(({ ref }) => (
            <input key={ref} type="hidden" name="offered" value={pairValue(standing.holdings, document, ref)} />
          ))}
          {may(seat.role, 'write-answers') && (
            <Button
              secondary
              small
              name="none"
              value={id}
              formAction={`${recordPaths.decide(seat.organisation)}${next === undefined ? '' : `#${reviewedAt(next)}`}`}
            >
              It shows none of these<span className="nhsuk-u-visually-hidden"> ({neutralised(data.path)})</span>
            </Button>
          )}
        </>
      )}
      {weaker.length > 0 && (
        <details
          className="nhsuk-details"
          open={weaker.some(({ ref }) => ticked?.has(unseen(pairValue(standing.holdings, document, ref))) === true)}
        >
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Show {counted(weaker.length, 'weaker suggestion')}
              <span className="nhsuk-u-visually-hidden"> ({neutralised(data.path)})</span>
            </span>
          </summary>
          <div className="nhsuk-details__text">
            {boxes(weaker, `weaker-${id}`, 'Most of these are wrong. Tick one only if the document shows it')}
          </div>
        </details>
      )}
      <Alike {...{ seat, rows, row, form }} />
    </section>
  );
}

function reviewedAt(id: string): string {
  return `document-${id}`;
}

/** The choice between two documents that are the same file or versions of one document. */
function Alike({
  seat,
  rows,
  row,
  form,
}: Pick<Props, 'seat' | 'form'> & { readonly rows: DocumentRows; readonly row: DocumentRow }) {
  const { id } = row.document;
  const { copies, earlier } = rows.likeness(row);
  const [copy] = copies;
  const other = rows.byId.get((copy ?? earlier)?.id ?? '')?.document;
  if (!other) return null;
  const name = `place-${id}`;
  const path = neutralised(other.data.path);
  const said = form?.text(name) ?? '';
  const others = othersValue(id, other);
  const choice = (value: string, words: string) => (
    <Radios.Item
      value={value}
      defaultChecked={
        value === said || (said !== '' && ![value, said].includes(others) && unseen(value) === unseen(said))
      }
    >
      {words}
    </Radios.Item>
  );
  const told = copy ? 'It holds exactly the same as' : 'It seems to be a newer version of';
  if (!mayReplace(seat))
    return (
      <p>
        {told} <DocumentLink seat={seat} id={other.id} path={other.data.path} />.
      </p>
    );
  return (
    <Radios
      id={name}
      name={name}
      idPrefix={name}
      legend={`${told} ${path}`}
      legendProps={{ size: 's' }}
      hint={
        <>
          Look at <DocumentLink seat={seat} id={other.id} path={other.data.path} /> first. What is withdrawn stays
          readable, and what it was accepted for goes over.
        </>
      }
    >
      <Radios.Item value="" defaultChecked={said === ''}>
        Decide later
      </Radios.Item>
      {choice(others, 'Keep both: they are different documents')}
      {choice(placeValue(id, other), copy ? `Withdraw ${path}` : `It takes the place of ${path}`)}
      {copy && choice(placeValue(other.id, row.document), `Withdraw ${neutralised(row.document.data.path)}`)}
    </Radios>
  );
}

/** A pair without the revision that was seen, which may be another by now. */
function unseen(value: string): string {
  return value.split('/').slice(0, 2).join('/');
}

/** The same form by itself with what was ticked, once something in it could not be kept or one document is decided. */
export function ReviewPage(
  props: Props & { readonly mistakes: readonly FormMistake[]; readonly query: SeatedVisit['query'] },
) {
  return (
    <>
      <BackLink href={paths.documents(props.seat.organisation)}>Documents</BackLink>
      <DoneBanner query={props.query} />
      <Mistakes mistakes={props.mistakes} />
      <h1>What your documents show</h1>
      <UploadedReview {...props} />
    </>
  );
}
