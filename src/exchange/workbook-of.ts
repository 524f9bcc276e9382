import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type Cell, type Feature } from 'write-excel-file/node';
import { isDay } from '../record/day.ts';
import { withoutTurns } from '../report/neutralised.ts';
import type { Table, TableColumn } from './table-file.ts';

/** Characters that a cell of a spreadsheet holds at most; Excel calls a file with more of them damaged. */
const MOST = 32_767;
/** Ends a text that was longer than that, so that nobody takes the rest of it for the whole. */
export const CUT = '… (cut: no cell of a workbook holds more. The CSV file has all of it)';
/** Width of a column in characters: its words are wrapped beyond the widest. */
const NARROWEST = 10;
const WIDEST = 60;
/** Rows that are looked at for the width of a column. */
const MEASURED = 200;
/** Excel counts days from 1900 and has one in that year that never was. */
const FIRST_DAY = '1901-01-01';

/** A table as a workbook of one sheet, its headings bold, in sight while one scrolls, and ready to filter by. */
export async function workbookOf({ columns, rows }: Table): Promise<Buffer> {
  const head: Cell[] = columns.map(({ name }) => ({
    value: writable(name),
    type: String,
    fontWeight: 'bold',
    format: '@',
  }));
  const body = rows.map((row) => columns.map((column, at) => cellOf(column, row[at] ?? '')));
  const written = writeExcelFile(
    [head, ...body],
    {
      sheet: 'Table',
      stickyRowsCount: 1,
      columns: columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
    },
    { features: [filterable(columns.length, rows.length + 1)] },
  );
  return Buffer.from(await written.toBuffer());
}

/** What is neither a day nor a number is text and stays text, also once somebody edits the cell: none of it is ever run. */
function cellOf({ is }: TableColumn, text: string): Cell {
  if (text === '') return null;
  if (is === 'day' && isDay(text) && text >= FIRST_DAY)
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (is === 'number' && String(Number(text)) === text && Number.isFinite(Number(text)))
    return { value: Number(text), type: Number };
  const cell = { value: writable(text), type: String, format: '@' };
  return text.length > WIDEST ? { ...cell, wrap: true, alignVertical: 'top' } : cell;
}

/** Text that XML can hold, as long as a cell may be; what looks like the code of a character is marked as none. */
function writable(text: string): string {
  const shown = withoutTurns(text).toWellFormed();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the file.
  const clean = shown.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  const whole = clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return whole.length > MOST ? `${whole.slice(0, MOST - CUT.length).toWellFormed()}${CUT}` : whole;
}

function widthOf({ name }: TableColumn, rows: Table['rows'], at: number): number {
  let widest = name.length + 3;
  for (const row of rows.slice(0, MEASURED))
    for (const line of (row[at] ?? '').split('\n')) widest = Math.max(widest, line.length + 1);
  return Math.min(WIDEST, Math.max(NARROWEST, widest));
}

/** The buttons by which a spreadsheet filters: the package that writes the workbook has no word for them. */
function filterable(columns: number, rows: number): Feature<Stream | Buffer | Blob> {
  const area = `A1:${letters(columns)}${rows}`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => xml.replace('</sheetData>', `</sheetData><autoFilter ref="${area}"/>`),
        },
      },
    },
  };
}

/** The letters of the last of so many columns. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((count - 1) % 26));
}
