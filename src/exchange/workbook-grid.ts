import type { CellValue, Merge, WorkbookSheet } from './workbook-sheets.ts';

/** A sheet with its merged cells spread, so that every cell of a merge shows the value of the whole. */
export type Grid = {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly value: (row: number, column: number) => CellValue;
  /** The value as trimmed text on one line; empty for an empty cell. */
  readonly text: (row: number, column: number) => string;
  /** True when the cell repeats a merged cell that begins in a row above. */
  readonly continues: (row: number, column: number) => boolean;
};

/** Spreading stops here: a sheet whose merges cover more is not a table. */
const MAX_SPREAD_CELLS = 1_000_000;

export function gridOf(sheet: WorkbookSheet): Grid {
  const rowCount = sheet.rows.length;
  const columnCount = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const spread = new Map<number, CellValue>();
  const continued = new Set<number>();
  const key = (row: number, column: number) => row * 1000 + column;
  let left = MAX_SPREAD_CELLS;
  for (const merge of sheet.merges) {
    const value = sheet.rows[merge.top]?.[merge.left] ?? null;
    if (value === null) continue;
    for (const [row, column] of cellsOf(merge, rowCount, columnCount)) {
      if (left-- <= 0) break;
      spread.set(key(row, column), value);
      if (row > merge.top) continued.add(key(row, column));
    }
  }
  const valueAt = (row: number, column: number) => sheet.rows[row]?.[column] ?? spread.get(key(row, column)) ?? null;
  return {
    rowCount,
    columnCount,
    value: valueAt,
    text: (row, column) => oneLine(valueAt(row, column)),
    continues: (row, column) => continued.has(key(row, column)),
  };
}

function* cellsOf(merge: Merge, rowCount: number, columnCount: number): Generator<readonly [number, number]> {
  for (let row = merge.top; row <= Math.min(merge.bottom, rowCount - 1); row++) {
    for (let column = merge.left; column <= Math.min(merge.right, columnCount - 1); column++) yield [row, column];
  }
}

function oneLine(value: CellValue): string {
  return value === null ? '' : String(value).replace(/\s+/g, ' ').trim();
}
