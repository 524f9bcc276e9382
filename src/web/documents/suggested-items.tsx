import { Button, Checkboxes, Select, Tag } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { askedUnder, askOf } from '../../catalogue/ask-of.ts';
import type { Suggestion } from '../../record/document.ts';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { decisionsIn } from '../../workspace/documents/decisions.ts';
import { type DocumentRow, undecidedOf } from '../../workspace/documents/document-rows.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { sentence } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import { pairValue } from './document-decisions.ts';
import { surenessInWords } from './document-words.ts';

/** The id of the first box, to which a mistake leads. */
export const FIRST_PAIR = 'pair-1';

/** Why a document was suggested for an item, and how sure that is. */
export function whySuggested({ score, reasons }: Suggestion): string {
  return neutralised([`${surenessInWords(score)}.`, ...reasons.map(sentence)].join(' '));
}

/** What is suggested and nobody has decided yet. */
export function undecided({ holdings }: Standing, { document, read }: DocumentRow): readonly Suggestion[] {
  return read ? undecidedOf(read, decisionsIn(holdings), document) : [];
}

/** Which evidence items a document shows: suggestions to accept or refuse, and what was decided, to be undone. */
export function SuggestedItems({
  seat,
  standing,
  row,
  mistakes,
}: {
  readonly seat: Seat;
  readonly standing: Standing;
  readonly row: DocumentRow;
  readonly mistakes: readonly FormMistake[];
}) {
  const { catalogue } = standing.check;
  const decides = may(seat.role, 'write-answers') && row.read !== undefined;
  const decided = [...(decisionsIn(standing.holdings).get(row.document.data.path) ?? [])];
  const open = undecided(standing, row);
  if (!row.read && decided.length === 0) return null;
  return (
    <>
      <h2 id="items">Which evidence items it shows</h2>
      {open.length === 0 && decided.length === 0 && <p>Nothing in it was found to speak to an evidence item.</p>}
      {decided.length > 0 && (
        <ul className="app-decided">
          {decided.map(([ref, { data }]) => (
            <li key={ref}>
              <p>
                <a href={paths.item(seat.organisation, ref)}>{ref}</a> {askedUnder(catalogue, ref)}{' '}
                <Tag modifier={data.verdict === 'shows' ? 'green' : 'grey'}>
                  {data.verdict === 'shows' ? 'It shows this' : 'It does not show this'}
                </Tag>
                {data.collector !== undefined && (
                  <span className="app-aside"> Decided by {neutralised(data.collector)}</span>
                )}
              </p>
              {decides && (
                <DecideForm seat={seat} row={row}>
                  <input type="hidden" name="pair" value={pairValue(standing.holdings, row.document, ref)} />
                  <Button secondary small name="verdict" value="undo">
                    Undo<span className="nhsuk-u-visually-hidden">: {ref}</span>
                  </Button>
                </DecideForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && <Open {...{ seat, standing, row, mistakes, open, decides }} />}
      {decides && <AnotherItem {...{ seat, standing, row }} taken={[...open, ...decided.map(([ref]) => ({ ref }))]} />}
    </>
  );
}

function Open({
  seat,
  standing,
  row,
  mistakes,
  open,
  decides,
}: Parameters<typeof SuggestedItems>[0] & { readonly open: readonly Suggestion[]; readonly decides: boolean }) {
  const { catalogue } = standing.check;
  const likely = open.filter((one) => row.seemsToFit.includes(one));
  const weaker = open.filter((one) => !row.seemsToFit.includes(one));
  const list = (some: readonly Suggestion[]) => (
    <ul>
      {some.map((suggestion) => (
        <li key={suggestion.ref}>
          <a href={paths.item(seat.organisation, suggestion.ref)}>{suggestion.ref}</a>{' '}
          {askedUnder(catalogue, suggestion.ref)} <span className="app-aside">{whySuggested(suggestion)}</span>
        </li>
      ))}
    </ul>
  );
  const boxes = (some: readonly Suggestion[], first: number, legend: string, hint: string) => (
    <Checkboxes
      id={`pairs-${first}`}
      name="pair"
      idPrefix={`pairs-${first}`}
      legend={legend}
      legendProps={{ size: 's' }}
      hint={hint}
      {...(first === 1 && errorFor(mistakes, FIRST_PAIR))}
    >
      {some.map((suggestion, at) => (
        <Checkboxes.Item
          key={suggestion.ref}
          id={`pair-${first + at}`}
          value={pairValue(standing.holdings, row.document, suggestion.ref)}
          hint={whySuggested(suggestion)}
        >
          {`${suggestion.ref}: ${askedUnder(catalogue, suggestion.ref)}`}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
  const fits = likely.length > 0 && (
    <p>It seems to fit {listed(likely.map(({ ref }) => ref))}, not looked through yet.</p>
  );
  if (!decides)
    return (
      <>
        {fits}
        {list(likely)}
        {weaker.length > 0 && <Weaker count={weaker.length}>{list(weaker)}</Weaker>}
      </>
    );
  return (
    <DecideForm seat={seat} row={row}>
      {fits}
      {likely.length > 0 &&
        boxes(
          likely,
          1,
          'Suggested from the words in it',
          'You decide. Read what each item asks before you say that it is shown.',
        )}
      {weaker.length > 0 && (
        <Weaker count={weaker.length} open={likely.length === 0 && mistakes.length > 0}>
          {boxes(
            weaker,
            likely.length + 1,
            'Weaker suggestions',
            'Most of these are wrong. Tick one only if the document shows it.',
          )}
        </Weaker>
      )}
      <div className="app-buttons">
        <Button name="verdict" value="shows">
          It shows what is ticked
        </Button>
        <Button secondary name="verdict" value="does-not-show">
          It does not show what is ticked
        </Button>
      </div>
    </DecideForm>
  );
}

function Weaker({
  count,
  open,
  children,
}: {
  readonly count: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="nhsuk-details" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Show {counted(count, 'weaker suggestion')}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}

function AnotherItem({
  seat,
  standing,
  row,
  taken,
}: Pick<Parameters<typeof SuggestedItems>[0], 'seat' | 'standing' | 'row'> & {
  readonly taken: readonly { readonly ref: string }[];
}) {
  const known = new Set(taken.map(({ ref }) => ref));
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">It shows another item</span>
      </summary>
      <div className="nhsuk-details__text">
        <DecideForm seat={seat} row={row}>
          <Select id="another" name="pair" label="Evidence item">
            <Select.Option value="">Select</Select.Option>
            {standing.check.catalogue.items
              .filter(({ ref }) => !known.has(ref))
              .map((item) => (
                <Select.Option key={item.ref} value={pairValue(standing.holdings, row.document, item.ref)}>
                  {`${item.ref}: ${askOf(item)}`}
                </Select.Option>
              ))}
          </Select>
          <Button secondary name="verdict" value="shows">
            It shows this
          </Button>
        </DecideForm>
      </div>
    </details>
  );
}

/** A form of decisions about one document, which leads back to its page. */
export function DecideForm({
  seat,
  row: { document },
  children,
}: {
  readonly seat: Seat;
  readonly row: DocumentRow;
  readonly children: ReactNode;
}) {
  return (
    <form method="post" action={recordPaths.decide(seat.organisation)} noValidate>
      <FormId />
      <input type="hidden" name="of" value={document.id} />
      <input type="hidden" name="from" value="document" />
      {children}
    </form>
  );
}
