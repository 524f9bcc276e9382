import { parse } from 'csv-parse/sync';
import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import { fixedZip, withFixedCoreDates } from '../conversion/fixed-zip.ts';

/** A sheet as it is typed into: its name and its rows of texts, as CSV. */
export type SheetSource = { readonly name: string; readonly csv: string };

/** Writes a workbook. `2026-10-05` becomes a date cell shown as 05/10/2026, `83%` a number shown so, digits a number. */
export async function workbookOf(sheets: readonly SheetSource[]): Promise<Uint8Array> {
  const written = await writeXlsxFile(
    sheets.map(({ name, csv }) => {
      const rows = rowsOf(csv);
      const heading = rows.findIndex((row) => row.filter((text) => text !== '').length > 2);
      const data = rows.map((row, at): Row => row.map((text) => cellOf(text, at === heading || at === 0)));
      return { sheet: name, data, columns: columnsOf(rows.slice(Math.max(heading, 0))) };
    }),
  ).toBuffer();
  return fixedZip(written, withFixedCoreDates);
}

/** The rows of a CSV source as texts; row 1 of the sheet comes first. */
export function rowsOf(csv: string): string[][] {
  // csv-parse gives string[][] when it is asked for neither columns nor casting.
  return parse(csv, { relaxColumnCount: true, skipEmptyLines: false }) as string[][];
}

/** What a person sees in the cell of a text that stands in the source. */
export function shownInCell(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year === undefined ? text : `${day}/${month}/${year}`;
}

function cellOf(text: string, strong: boolean): Cell {
  if (text === '') return null;
  const style = strong ? { fontWeight: 'bold' as const } : { wrap: true };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  if (/^\d{1,3}%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, type: Number, format: '0%' };
  if (/^\d{1,9}$/.test(text)) return { value: Number(text), type: Number };
  return { value: text, type: String, ...style };
}

function columnsOf(rows: readonly string[][]): { width: number }[] {
  const count = Math.max(...rows.map((row) => row.length));
  return [...Array(count).keys()].map((column) => ({
    width: Math.min(40, Math.max(...rows.map((row) => (row[column] ?? '').length), 8) + 2),
  }));
}
