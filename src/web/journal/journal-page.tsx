import { Button, Select } from 'nhsuk-react-components';
import { dayInBritain, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { JournalEntry, Payload } from '../../record/journal.ts';
import { isKindName, KINDS, type KindName } from '../../record/kinds/kinds.ts';
import { withArticle } from '../../record/words.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { ImportMade } from '../../workspace/registers/take-back.ts';
import { errorFor, Mistakes, When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import type { ActorWords } from '../record/actor-words.ts';
import { changedFields, changeInWords } from '../record/changed-fields.ts';
import { DayFields } from '../record/day-fields.tsx';
import { dataIn, titleOf } from '../record/field-words.ts';
import { registerBy } from '../record/register-kinds.ts';
import { TakeBackForm } from '../registers/take-back.tsx';
import { DataTable } from '../report/data-table.tsx';
import type { Form } from '../route.ts';
import { ACTIONS, type JournalAsked, withJournalAsked } from './journal-asked.ts';

export type JournalRow = {
  readonly entry: JournalEntry;
  readonly payload: Payload | undefined;
  /** What was changed or removed, as it stood before; undefined where that has been erased since. */
  readonly before?: unknown;
};

/** Who did what and when, the newest first. */
export function JournalPage({
  seat,
  rows,
  holdings,
  who,
  older,
  asked,
  form,
  actors,
  imports,
}: {
  readonly seat: Seat;
  readonly rows: readonly JournalRow[];
  readonly holdings: Holdings;
  readonly who: ActorWords;
  /** Whether there are entries before the last one shown. */
  readonly older: boolean;
  readonly asked: JournalAsked;
  readonly form: Form;
  /** Who has made entries, as the journal names them. */
  readonly actors: readonly string[];
  /** Imports that end with one of these entries and can still be taken back by whoever looks. */
  readonly imports: readonly ImportMade[];
}) {
  const last = rows.at(-1)?.entry.seq;
  const here = paths.journal(seat.organisation);
  return (
    <>
      <Mistakes mistakes={asked.mistakes} />
      <h1>Journal</h1>
      <p>
        Every change to the record. Nothing here can be changed or taken out: each entry’s mark is worked out from what
        it says and from the mark before it.
      </p>
      <Narrow {...{ here, asked, form, actors, who }} />
      {asked.query.size > 0 && (
        <p>
          <a href={here}>Show all entries</a>
        </p>
      )}
      {rows.length === 0 ? (
        <p>There is no entry here.</p>
      ) : (
        <DataTable
          caption="Journal, newest first"
          columns={['When', 'Who', 'What', 'Entry']}
          rows={rows.map((row) => ({
            key: String(row.entry.seq),
            cells: [
              <When key="when" at={row.entry.at} />,
              sentenceCase(neutralised(who(row.entry.actor))),
              <div key="what">
                <What seat={seat} row={row} holdings={holdings} />
                <OfImport seat={seat} made={imports.find((one) => one.last === row.entry.seq)} />
              </div>,
              <span key="entry" className="app-short">
                {row.entry.seq.toLocaleString('en-GB')}{' '}
                <code className="app-hash" title={row.entry.hash}>
                  {row.entry.hash.slice(0, 8)}
                </code>
              </span>,
            ],
          }))}
          files={withJournalAsked(`${here}/export`, asked)}
          formats={['csv']}
        />
      )}
      {older && last !== undefined && (
        <p className="app-not-printed">
          <a href={withJournalAsked(here, asked, { before: String(last) })}>Older entries</a>
        </p>
      )}
    </>
  );
}

const ACTION_WORDS = { add: 'Added', change: 'Changed', remove: 'Removed', erase: 'Erased' } as const;

function Narrow({
  here,
  asked,
  form,
  actors,
  who,
}: {
  readonly here: string;
  readonly asked: JournalAsked;
  readonly form: Form;
  readonly actors: readonly string[];
  readonly who: ActorWords;
}) {
  const { kind = '', action = '', actor = '' } = asked.only;
  return (
    <details className="nhsuk-details" open={asked.query.size > 0 || asked.mistakes.length > 0}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Show only some entries</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={here} noValidate>
          <div className="app-narrow">
            <Select id="kind" name="kind" label="What it is about" defaultValue={kind}>
              <Select.Option value="">Everything</Select.Option>
              {Object.values(KINDS).map(({ name, label }) => (
                <Select.Option key={name} value={name}>
                  {label.many}
                </Select.Option>
              ))}
            </Select>
            <Select id="action" name="action" label="What happened" defaultValue={action}>
              <Select.Option value="">Anything</Select.Option>
              {ACTIONS.map((one) => (
                <Select.Option key={one} value={one}>
                  {ACTION_WORDS[one]}
                </Select.Option>
              ))}
            </Select>
            <Select id="actor" name="actor" label="Who did it" defaultValue={actor}>
              <Select.Option value="">Anybody</Select.Option>
              {[...new Set([...actors, ...(actor === '' ? [] : [actor])])].map((one) => (
                <Select.Option key={one} value={one}>
                  {neutralised(who(one))}
                </Select.Option>
              ))}
            </Select>
          </div>
          <DayFields name="from" form={form} legend="From (optional)" {...errorFor(asked.mistakes, 'from-day')} />
          <DayFields name="to" form={form} legend="To (optional)" {...errorFor(asked.mistakes, 'to-day')} />
          <Button secondary>Show</Button>
        </form>
      </div>
    </details>
  );
}

function What({ seat, row, holdings }: { readonly seat: Seat; readonly row: JournalRow; readonly holdings: Holdings }) {
  const { entry, payload } = row;
  const words = entryInWords(row);
  const address = addressOf(seat, row, holdings);
  const changes = changesInWords(row, holdings);
  const why = entry.action === 'erase' ? dataIn(payload?.data) : undefined;
  return (
    <>
      {address === undefined ? words : <a href={address}>{words}</a>}
      {changes.slice(0, FIELDS).map((change) => (
        <span key={change} className="app-because">
          {change}
        </span>
      ))}
      {changes.length > FIELDS && (
        <span className="app-because">And {counted(changes.length - FIELDS, 'more field')}.</span>
      )}
      {why !== undefined && (
        <span className="app-because">{neutralised(`${String(why.reason ?? '')} (${String(why.basis ?? '')})`)}</span>
      )}
      {payload === undefined && entry.action !== 'remove' && (
        <span className="app-because">What it said has been erased since.</span>
      )}
    </>
  );
}

/** Stands beside the last entry of an import: what taking it back would take back. */
function OfImport({ seat, made }: { readonly seat: Seat; readonly made: ImportMade | undefined }) {
  const kind = made && isKindName(made.kind) ? KINDS[made.kind] : undefined;
  if (!made || !kind) return null;
  const many = made.last - made.first + 1;
  return (
    <>
      <span className="app-because">
        {many === 1 ? 'An import of 1 entry' : `The last of an import of ${counted(many, 'entry', 'entries')}`}:{' '}
        {kind.label.many}. It can be taken back as a whole until {dayInWords(dayInBritain(made.until))}, unless somebody
        changes what it brought.
      </span>
      <TakeBackForm {...{ seat, kind }} first={made.first} last={made.last} />
    </>
  );
}

/** Changed fields that an entry shows on the page. */
const FIELDS = 6;

/** What a change changed, a line for each field; nothing where what it said before or after has been erased. */
export function changesInWords({ entry, payload, before }: JournalRow, holdings: Holdings): readonly string[] {
  if (entry.action !== 'change' || !payload || before === undefined || !isKindName(entry.kind)) return [];
  return changedFields(KINDS[entry.kind], before, payload.data, holdings).map(changeInWords);
}

/** "Changed the supplier Northgate Hosting"; without a name where nothing is known of it any more. */
export function entryInWords({ entry, payload, before }: JournalRow): string {
  const verb = ACTION_WORDS[entry.action];
  if (!isKindName(entry.kind)) return `${verb} something`;
  const kind = KINDS[entry.kind];
  const label = withoutCapital(kind.label.one);
  const data = entry.action === 'remove' ? before : entry.action === 'erase' ? undefined : payload?.data;
  if (entry.kind === 'organisation') return `${verb} the organisation’s own data`;
  if (data === undefined) return `${verb} ${withArticle(label)}`;
  const title = titleOf(kind, data);
  if (entry.kind === 'grant' && OF_NO_PERSON.has(String(dataIn(data).what)))
    return `${dataIn(data).endedOn === undefined ? 'From now on' : 'No longer'}: ${withoutCapital(title)}`;
  if (entry.kind === 'grant') return entry.action === 'add' ? `Let in ${title}` : `Changed the place of ${title}`;
  return OWN_NAMES.has(entry.kind) ? `${verb} the ${withoutCapital(title)}` : `${verb} the ${label} ${title}`;
}

/** What stands among those who may, without being somebody: see the kind `grant`. */
const OF_NO_PERSON: ReadonlySet<string> = new Set(['invitation', 'token', 'rule']);

/** Kinds whose titles name them already: "Answer to 7.3.4". */
const OWN_NAMES: ReadonlySet<KindName> = new Set(['answer', 'submission']);

function addressOf(seat: Seat, row: JournalRow, holdings: Holdings): string | undefined {
  const { kind, id } = row.entry;
  const data = dataIn(row.payload?.data ?? row.before);
  const there = holdings.of.get(kind)?.has(id) === true;
  switch (kind) {
    case 'document':
      return there ? paths.document(seat.organisation, id) : undefined;
    case 'answer':
      return typeof data.item === 'string' ? paths.item(seat.organisation, data.item) : undefined;
    case 'observation': {
      const [first]: readonly unknown[] = Array.isArray(data.items) ? data.items : [];
      return typeof first === 'string' ? paths.item(seat.organisation, first) : undefined;
    }
    default: {
      const register = isKindName(kind) ? registerBy(KINDS[kind].plural) : undefined;
      return register && paths.entity(seat.organisation, register.plural, id);
    }
  }
}

function withoutCapital(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
