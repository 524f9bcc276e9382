import type { ReactNode } from 'react';
import type { Table, TableColumn } from '../../exchange/table-file.ts';
import { neutralised } from '../../report/neutralised.ts';
import { DataTable } from '../report/data-table.tsx';

/**
 * A column of a table that is shown and saved: `text` is what a file says, `cell` what the page shows where that is more than
 * the text. `only` keeps a column out of the other: what a row is told by on the page may be too much for it, and a button is
 * nothing for a file.
 */
export type Column<Row> = TableColumn & {
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
  readonly only?: 'page' | 'file';
};

/** What a file has of a table. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const saved = columns.filter(({ only }) => only !== 'page');
  // Nothing but data: a large table is handed over to a thread.
  return {
    columns: saved.map(({ name, is }) => ({ name, ...(is && { is }) })),
    rows: rows.map((row) => saved.map(({ text }) => text(row))),
  };
}

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Address of its files; see `TableFiles`. */
  readonly files?: string;
};

/** The same table on a page. */
export function ColumnsTable<Row>({ caption, columns, rows, keyOf, files }: Props<Row>) {
  const shown = columns.filter(({ only }) => only !== 'file');
  return (
    <DataTable
      caption={caption}
      columns={shown.map(({ name }) => name)}
      rows={rows.map((row) => ({
        key: keyOf(row),
        cells: shown.map(({ text, cell }) => (cell ? cell(row) : neutralised(text(row)))),
      }))}
      {...(files !== undefined && { files })}
    />
  );
}
