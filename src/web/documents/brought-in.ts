import { createHash } from 'node:crypto';
import type { Suggestion } from '../../record/document.ts';
import type { Instant } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { type DocumentRow, documentRows, SUGGESTIONS_SHOWN } from '../../workspace/documents/document-rows.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import type { Form } from '../route.ts';
import { type Pair, pairValue } from './document-decisions.ts';
import { undecided } from './suggested-items.tsx';

/** When one upload began and ended, by which its documents are found again: they may be too many for an address or a form. */
export type Span = { readonly from: Instant; readonly until: Instant };

/** Documents that are looked through on one page. */
export const ON_A_PAGE = 40;
/** From here on a suggestion is ticked before anybody looks: most of those are right. Nothing counts before it is sent. */
const SURE_FROM = 0.8;
/** Entries of the journal that are read at a time. */
const ENTRIES = 500;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** Says in an address that what is ticked was kept: what was left unticked is not ticked again by us. */
export const AS_LEFT = { ticks: 'kept' } as const;

/** The span that an address or a form names; undefined when it names none. */
export function spanIn(form: Form): Span | undefined {
  const [from, until] = [form.text('since'), form.text('until')];
  return INSTANT.test(from) && INSTANT.test(until) ? { from, until } : undefined;
}

/** The page that looks through what was brought in; without a span through all that waits. */
export function reviewPath(organisation: string, span: Span | undefined): string {
  const path = recordPaths.review(organisation);
  return span ? `${path}?${new URLSearchParams({ since: span.from, until: span.until })}` : path;
}

/** What of these documents came in within a span, in the order in which it came. */
export function broughtIn(standing: Standing, { from, until }: Span, ids: ReadonlySet<string>): readonly DocumentRow[] {
  return documentRows(standing).rows.filter(
    ({ document: { id, data } }) => ids.has(id) && data.receivedAt >= from && data.receivedAt <= until,
  );
}

/** Ids of the documents that one account brought in since a moment: names may be alike, the journal tells accounts apart. */
export async function broughtInBy(
  entriesBefore: RecordRouteServices['entriesBefore'],
  organisation: string,
  actor: string,
  from: Instant,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const only = { kind: document.name, action: 'add', actor, from };
    const entries = await entriesBefore(organisation, before, ENTRIES, only);
    for (const { entry } of entries) ids.add(entry.id);
    const last = entries.at(-1);
    if (last === undefined || entries.length < ENTRIES) return ids;
    before = last.entry.seq;
  }
}

/** Those of them that there is something to say about. */
export function reviewable(standing: Standing, rows: readonly DocumentRow[]): readonly DocumentRow[] {
  const { likeness } = documentRows(standing);
  return rows.filter((row) => row.read !== undefined || likeness(row).copies.length > 0);
}

/** What is less likely, and shown only to whoever asks. */
export function weakerSuggestions(standing: Standing, row: DocumentRow): readonly Suggestion[] {
  return undecided(standing, row)
    .slice(0, SUGGESTIONS_SHOWN)
    .filter((one) => !row.seemsToFit.includes(one));
}

/** Documents in use with a likely suggestion that nobody has decided about, whatever upload they came with. */
export function toLookThrough(standing: Standing): readonly DocumentRow[] {
  return documentRows(standing).rows.filter(({ seemsToFit }) => seemsToFit.length > 0);
}

export function isSure({ score }: Suggestion): boolean {
  return score >= SURE_FROM;
}

/** Every sure suggestion of the documents, as the form would have it ticked. */
export function surePairs(standing: Standing, rows: readonly DocumentRow[]): readonly Pair[] {
  return rows.flatMap((row) =>
    row.seemsToFit.filter(isSure).map(({ ref }) => {
      const [of = '', , seen = ''] = pairValue(standing.holdings, row.document, ref).split('/');
      return { document: of, ref, seen };
    }),
  );
}

/** Tells these suggestions from any others, in whatever order they come. */
export function hashOfPairs(pairs: readonly Pair[]): string {
  const lines = pairs.map(({ document: of, ref, seen }) => `${of}/${ref}/${seen}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Everything that is suggested of a document and undecided, however weak: what it is said to show none of. */
export function suggestedOf(standing: Standing, id: string): readonly Pair[] {
  const row = documentRows(standing).byId.get(id);
  return row ? undecided(standing, row).map(({ ref }) => ({ document: id, ref, seen: '' })) : [];
}
