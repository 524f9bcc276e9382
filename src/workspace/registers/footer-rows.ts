import { withoutLegalForm } from '../../record/own-names.ts';
import type { GivenTable } from './rows-to-take.ts';

/** What says by itself that it counts, or ends, what stands above it. */
const SURELY = [
  /^(?:grand |sub[- ]?)?totals?(?: [a-z' ]{1,40})? ?[:=-]? ?[£$€]?\d[\d,.]*%?$/,
  /^(?:count|sum|(?:total )?number of [a-z' ]{1,40}|no\.? of [a-z' ]{1,40}|records?|rows?|entries) ?[:=-]? ?\d[\d,]*$/,
  /^\d[\d,]* (?:records?|rows?|entry|entries|results?|items?|people|employees|staff|users?)(?: (?:in total|total|found|shown|listed|exported))?$/,
  /^end of (?:the |this )?(?:report|list|file|data|document|register|table|export|sheet|page)$/,
  /^page \d+(?: ?(?:of|\/) ?\d+)?$/,
  /^(?:printed|exported|generated|created|produced|downloaded|extracted|report (?:run|generated|created|printed|date))(?: ?:| (?:on|by|at|from|for|date)\b| (?=\d)).*(?:\d{1,2}[/. -](?:\d{1,2}|[a-z]{3,9})[/. -]\d{2,4}|\d{4}-\d\d-\d\d)/,
];
/** What says so where nothing else stands in its row, or only numbers do: a supplier may be called Total. */
const ALONE =
  /^(?:(?:grand |sub[- ]?)?totals?|count|sum|end|(?:total )?head ?count|total (?:head ?count|staff|employees|people|number|users|suppliers|devices|assets|records|entries|rows|items)|total(?: [a-z']+){1,5}:)$/;
const STARTS_WITH_NUMBER = /^[£$€(]?-?\d/;
const NUMBER = /^[£$€(]?-?\d[\d,. ]*[%)]?$/;
/** A cell that only ends in its neighbours: "Page", "Exported by:". */
const BEGUN =
  /^(?:page|\d[\d,]*|(?:printed|exported|generated|created|produced|downloaded|extracted|report (?:run|generated|created|printed|date))(?: (?:on|by|at|from|date))? ?:?)$/;
/** Cells of a row that are read together: "Page", "1 of 2". */
const FEW = 3;
/** No total is as long as this, and a pattern may take its time over what is longer. */
const LONGEST = 200;
const EDGES = /^[*=\-–—_#. ]+|(?<![*=\-–—_#. ])[*=\-–—_#. ]+$/g;

/** Whether a row of a table is no entry of it but its total or its end: "Total: 12", "End of report", "Page 1 of 2". */
export function isFooter(cells: readonly string[], columns: number): boolean {
  if (cells.some((cell) => cell.length > LONGEST)) return false;
  const said = cells.map((cell) => cell.replace(/\s+/g, ' ').trim().toLowerCase()).filter((cell) => cell !== '');
  const [first, ...others] = said.map((cell) => cell.replace(EDGES, ''));
  if (first === undefined || withoutLegalForm(first) !== first) return false;
  const whole = [first, ...others].join(' ');
  const together = said.length <= FEW && (BEGUN.test(first) || others.every((cell) => STARTS_WITH_NUMBER.test(cell)));
  if (together && SURELY.some((pattern) => pattern.test(whole))) return true;
  const numbersOnly = others.every((cell) => NUMBER.test(cell));
  const says =
    ALONE.test(first) || ALONE.test(first.replace(/ ?:$/, '')) || SURELY.some((pattern) => pattern.test(first));
  return columns > 1 && numbersOnly && says;
}

/** Places in the table of such rows. */
export function footersIn({ columns, rows }: GivenTable): ReadonlySet<number> {
  return new Set(rows.flatMap(({ cells }, at) => (isFooter(cells, columns.length) ? [at] : [])));
}
