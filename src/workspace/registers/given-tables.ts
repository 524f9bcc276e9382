import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Content, Table, Where } from '../../record/document.ts';
import type { ReadingRoom } from '../documents/reading-room.ts';
import type { GivenTable } from './rows-to-take.ts';

export type GivenTables =
  | { readonly ok: true; readonly tables: readonly GivenTable[] }
  | { readonly ok: false; readonly problem: { readonly type: 'unreadable' | 'no-table'; readonly message: string } };

/**
 * The tables of a file that somebody wants to take into a register, the longest first: CSV, a spreadsheet, or any other
 * document that holds one. Read in a thread like every upload, and kept nowhere.
 */
export async function givenTables(room: ReadingRoom, path: string, stream: Readable): Promise<GivenTables> {
  const whole = await buffer(stream);
  const { documents, unreadable } = await room.read({ path, bytes: new Uint8Array(whole) });
  const [why] = unreadable;
  if (documents.length === 0 && why)
    return {
      ok: false,
      problem: { type: 'unreadable', message: `“${path}” could not be read. ${why.unreadable.reason}` },
    };
  const cut = documents.map(({ content }) => content.marks.cutShort).find((sentence) => sentence !== undefined);
  if (cut !== undefined)
    return {
      ok: false,
      problem: {
        type: 'unreadable',
        message: `“${path}” holds more than can be imported at once, so nothing of it was. ${cut} Shorten what is too long, or split the file`,
      },
    };
  const tables = documents
    .flatMap(({ content }) => (content.tables.length > 0 ? content.tables.map(givenTable) : [onlyColumn(content)]))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length);
  return tables.length > 0
    ? { ok: true, tables }
    : {
        ok: false,
        problem: {
          type: 'no-table',
          message: `“${path}” holds no table. Bring a CSV file or a spreadsheet whose first row names the columns`,
        },
      };
}

/** A sheet of one column is read as lines; here the first of them names it. */
function onlyColumn({ format, lines }: Content): GivenTable {
  const [first, ...rest] = format === 'csv' || format === 'xlsx' ? lines : [];
  return {
    columns: first ? [first.text] : [],
    rows: rest.map(({ text, where }) => ({ cells: [text], place: placeOf(where, undefined) })),
  };
}

/** A table whose heading row its reader did not tell apart has one all the same: here the first row names the columns. */
function givenTable({ columns, rows }: Table): GivenTable {
  const all = rows.map(({ cells, where }) => ({
    cells: cells.map(({ text, lines = text }) => lines),
    place: placeOf(where, cells[0]?.where),
  }));
  if (columns.some((name) => name.trim() !== '')) return { columns, rows: all };
  const [first, ...rest] = all;
  return { columns: first?.cells ?? [], rows: rest };
}

function placeOf(where: Where, first: Where | undefined): string {
  const { line, cell, page } = { ...first, ...where };
  if (cell !== undefined) return `row ${/\d+$/.exec(cell)?.[0] ?? cell}`;
  return line !== undefined ? `line ${line}` : `page ${page ?? 1}`;
}
