import * as z from 'zod';
import type { GivenTable } from '../../workspace/registers/rows-to-take.ts';

/** Rows that are taken in at a time. */
export const MOST_ROWS = 5_000;
const MOST_COLUMNS = 60;
const MOST_SIGNS = 2_000_000;
/** A form with a table in it: every sign may take three bytes and more on its way. */
export const FORM_BYTES = 10_000_000;

const TABLE = z.strictObject({
  columns: z.array(z.string()).max(MOST_COLUMNS),
  rows: z.array(z.strictObject({ cells: z.array(z.string()).max(MOST_COLUMNS), place: z.string() })).max(MOST_ROWS),
});

/** Why a table cannot be taken in as one piece, as a sentence; undefined when it can. */
export function whyTooLarge({ columns, rows }: GivenTable): string | undefined {
  const most = (what: string) =>
    `Import fewer ${what} at a time: split the file and import the parts one after the other`;
  if (rows.length > MOST_ROWS)
    return `It has ${rows.length.toLocaleString('en-GB')} rows. ${most(`than ${MOST_ROWS.toLocaleString('en-GB')} rows`)}`;
  if (columns.length > MOST_COLUMNS || rows.some(({ cells }) => cells.length > MOST_COLUMNS))
    return `It has more than ${MOST_COLUMNS} columns. Leave out those that this register has no place for`;
  return carried({ columns, rows }).length > MOST_SIGNS ? `It holds too much text. ${most('rows')}` : undefined;
}

/** A table as it travels in a form from one step to the next: nothing of it is kept until it is taken in. */
export function carried(table: GivenTable): string {
  return JSON.stringify(table);
}

/** The table that a form carried; undefined when it is none of ours. */
export function tableIn(text: string): GivenTable | undefined {
  if (text.length > MOST_SIGNS) return undefined;
  try {
    return TABLE.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
