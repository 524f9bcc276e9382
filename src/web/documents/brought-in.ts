import type { Suggestion } from '../../record/document.ts';
import type { Instant } from '../../record/holdings.ts';
import { type DocumentRow, documentRows } from '../../workspace/documents/document-rows.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { Form } from '../route.ts';
import { type Pair, pairValue } from './document-decisions.ts';
import { undecided } from './suggested-items.tsx';

/** When one upload began and ended, by which its documents are found again: they may be too many for an address or a form. */
export type Span = { readonly from: Instant; readonly until: Instant };

/** Documents that are looked through on one page. */
export const ON_A_PAGE = 50;
/** From here on a suggestion is ticked before anybody looks: most of those are right. Nothing counts before it is sent. */
const SURE_FROM = 0.8;
/** Suggestions of each document. */
const SHOWN = 3;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** The span that an address or a form names; undefined when it names none. */
export function spanIn(form: Form): Span | undefined {
  const [from, until] = [form.text('since'), form.text('until')];
  return INSTANT.test(from) && INSTANT.test(until) ? { from, until } : undefined;
}

/** The page that looks through what was brought in. */
export function reviewPath(organisation: string, { from, until }: Span): string {
  return `${recordPaths.review(organisation)}?${new URLSearchParams({ since: from, until })}`;
}

/** What somebody brought in within a span and something can be decided about, in the order in which it came. */
export function broughtIn(standing: Standing, { from, until }: Span, collector: string): readonly DocumentRow[] {
  return documentRows(standing).rows.filter(
    ({ document: { data } }) => data.collector === collector && data.receivedAt >= from && data.receivedAt <= until,
  );
}

/** Those of them that there is something to say about. */
export function reviewable(standing: Standing, rows: readonly DocumentRow[]): readonly DocumentRow[] {
  const { likeness } = documentRows(standing);
  return rows.filter((row) => row.read !== undefined || likeness(row).copies.length > 0);
}

export function suggestionsShown(standing: Standing, row: DocumentRow): readonly Suggestion[] {
  return undecided(standing, row).slice(0, SHOWN);
}

export function isSure({ score }: Suggestion): boolean {
  return score >= SURE_FROM;
}

/** Every sure suggestion of the documents, as the form would have it ticked. */
export function surePairs(standing: Standing, rows: readonly DocumentRow[]): readonly Pair[] {
  return rows.flatMap((row) =>
    suggestionsShown(standing, row)
      .filter(isSure)
      .map(({ ref }) => {
        const [document = '', , seen = ''] = pairValue(standing.holdings, row.document, ref).split('/');
        return { document, ref, seen };
      }),
  );
}
