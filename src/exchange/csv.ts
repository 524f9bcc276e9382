import { withoutTurns } from '../report/neutralised.ts';

/** The byte order mark by which spreadsheets read names with accents. */
export const UTF8_MARK = '\ufeff';

/** A table as CSV (RFC 4180): UTF-8 with its mark, and CRLF. */
export function csvOf(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [csvLine(columns)];
  for (const row of rows) lines.push(csvLine(row));
  return `${UTF8_MARK}${lines.join('')}`;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(text: string): string {
  const safe = guarded(withoutTurns(text));
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a spreadsheet takes for a formula, also behind blanks and full-width, and such text with an apostrophe of its own. */
const FORMULA = /^'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d[\d ,.]*%?$/;

/**
 * Text that a spreadsheet shows and does not run: what looks like a formula gets an apostrophe before it. A number with a sign
 * stays a number. `unguarded` takes it away again.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as it was before `guarded`, so that what was exported comes back as it was. */
export function unguarded(text: string): string {
  return text.startsWith("'") && guarded(text.slice(1)) === text ? text.slice(1) : text;
}
