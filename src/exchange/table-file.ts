import { csvOf } from './csv.ts';
import { workbookApart } from './workbook-apart.ts';

/** A column of a file; in one of days or numbers a spreadsheet can sort and add up. */
export type TableColumn = { readonly name: string; readonly is?: 'day' | 'number' };

/** A table to be saved, every cell as text: days in ISO 8601, numbers with a point and without commas. */
export type Table = { readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly string[])[] };

/** The files a table comes as, by the ending of their names. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** One table as either file: the same rows, and nothing in them that a spreadsheet would run. */
export async function tableFile(table: Table, format: TableFormat): Promise<string | Buffer> {
  if (format === 'xlsx') return workbookApart(table);
  return csvOf(
    table.columns.map(({ name }) => name),
    table.rows,
  );
}
