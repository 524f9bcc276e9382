import type { Holdings } from '../../record/holdings.ts';
import type { JournalEntry, Payload } from '../../record/journal.ts';
import { isKindName, KINDS, type KindName } from '../../record/kinds/kinds.ts';
import { withArticle } from '../../record/words.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { ActorWords } from './actor-words.ts';
import { dataIn, titleOf } from './field-words.ts';
import { registerBy } from './register-kinds.ts';

export type JournalRow = {
  readonly entry: JournalEntry;
  readonly payload: Payload | undefined;
  /** What was removed, as it last stood. */
  readonly removed?: unknown;
};

/** Who did what and when, the newest first. */
export function JournalPage({
  seat,
  rows,
  holdings,
  who,
  older,
}: {
  readonly seat: Seat;
  readonly rows: readonly JournalRow[];
  readonly holdings: Holdings;
  readonly who: ActorWords;
  /** Whether there are entries before the last one shown. */
  readonly older: boolean;
}) {
  const last = rows.at(-1)?.entry.seq;
  return (
    <>
      <h1>Journal</h1>
      <p>
        Every change to the record. Nothing here can be changed or taken out: each entry’s mark is worked out from what
        it says and from the mark before it.
      </p>
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
              <What key="what" seat={seat} row={row} holdings={holdings} />,
              <span key="entry" className="app-short">
                {row.entry.seq.toLocaleString('en-GB')}{' '}
                <code className="app-hash" title={row.entry.hash}>
                  {row.entry.hash.slice(0, 8)}
                </code>
              </span>,
            ],
          }))}
        />
      )}
      {older && last !== undefined && (
        <p>
          <a href={`${paths.journal(seat.organisation)}?before=${last}`}>Older entries</a>
        </p>
      )}
    </>
  );
}

function What({ seat, row, holdings }: { readonly seat: Seat; readonly row: JournalRow; readonly holdings: Holdings }) {
  const { entry, payload } = row;
  const words = entryInWords(row);
  const address = addressOf(seat, row, holdings);
  const why = entry.action === 'erase' ? dataIn(payload?.data) : undefined;
  return (
    <>
      {address === undefined ? words : <a href={address}>{words}</a>}
      {why !== undefined && (
        <span className="app-because">{neutralised(`${String(why.reason ?? '')} (${String(why.basis ?? '')})`)}</span>
      )}
      {payload === undefined && entry.action !== 'remove' && (
        <span className="app-because">What it said has been erased since.</span>
      )}
    </>
  );
}

const VERBS = { add: 'Added', change: 'Changed', remove: 'Removed', erase: 'Erased' } as const;

/** "Changed the supplier Northgate Hosting"; without a name where nothing is known of it any more. */
export function entryInWords({ entry, payload, removed }: JournalRow): string {
  const verb = VERBS[entry.action];
  if (!isKindName(entry.kind)) return `${verb} something`;
  const kind = KINDS[entry.kind];
  const label = withoutCapital(kind.label.one);
  const data = entry.action === 'remove' ? removed : entry.action === 'erase' ? undefined : payload?.data;
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
  const data = dataIn(row.payload?.data ?? row.removed);
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
