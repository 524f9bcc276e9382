import { type ColumnField, classifyHeading, type WorkbookCategory } from './official-workbook-columns.ts';
import { type Grid, gridOf } from './workbook-grid.ts';
import { columnName, type WorkbookSheet } from './workbook-sheets.ts';

/** Fewer numbers than this in one column are mentions in running text, not a list of items. */
const FEWEST_ITEMS = 3;

export type TableColumn = {
  readonly column: number;
  readonly heading: string;
  readonly field: ColumnField;
  readonly hidden: boolean;
};

export type ItemTable = {
  readonly grid: Grid;
  readonly refColumn: number;
  readonly firstRow: number;
  readonly headingRows: readonly number[];
  /** Undefined when number and question share a cell. */
  readonly textColumn: number | undefined;
  readonly columns: readonly TableColumn[];
};

export type FoundTable =
  | { readonly ok: true; readonly value: ItemTable }
  | { readonly ok: false; readonly because: string; readonly headings?: string };

export function findTable(sheet: WorkbookSheet): FoundTable {
  const grid = gridOf(sheet);
  const refColumn = findRefColumn(grid);
  if (refColumn === undefined) {
    return { ok: false, because: 'it has no column of evidence item numbers', ...headingsSeen(grid) };
  }
  const firstRow = range(grid.rowCount).find((row) => parseRef(grid.text(row, refColumn)) !== undefined) ?? 0;
  const headingRows = findHeadingRows(grid, refColumn, firstRow);
  const columns = range(grid.columnCount).flatMap((column): readonly TableColumn[] => {
    const heading = [...new Set(headingRows.map((row) => grid.text(row, column)).filter((text) => text !== ''))].join(
      ' ',
    );
    const field = column === refColumn ? { is: 'ref' as const } : classifyHeading(heading);
    return field ? [{ column, heading, field, hidden: sheet.hiddenColumns.has(column) }] : [];
  });
  const textColumn = chooseTextColumn(grid, columns, refColumn, firstRow);
  const inRef = parseRef(grid.text(firstRow, refColumn))?.rest ?? '';
  if (textColumn === undefined && inRef.length < 8) {
    return {
      ok: false,
      because: `column ${columnName(refColumn)} holds item numbers, but no column is headed as their question`,
      ...headingsSeen(grid, headingRows),
    };
  }
  return { ok: true, value: { grid, refColumn, firstRow, headingRows, textColumn, columns } };
}

function headingsSeen(grid: Grid, rows: readonly number[] = [0, 1, 2]): { readonly headings?: string } {
  const seen = new Set(rows.flatMap((row) => range(grid.columnCount).map((column) => grid.text(row, column))));
  const shown = [...seen]
    .filter((text) => text !== '')
    .map((text) => `"${text.length > 40 ? `${text.slice(0, 37)}...` : text}"`);
  return shown.length > 0 ? { headings: shown.slice(0, 12).join(', ') } : {};
}

export type Ref = { readonly ref: string; readonly rest: string };

/** An item number at the start of a cell, and the words behind it. "1.1.1", "1.1.1." and "Evidence 1.1.1: Give …" all count. */
export function parseRef(text: string): Ref | undefined {
  const match =
    /^(?:evidence|item|ref|no)?[\s.:#]*(\d{1,2})\s*[.]\s*(\d{1,2})\s*[.]\s*(\d{1,2})(?![\d])[.):\s–-]*(.*)$/i.exec(
      text,
    );
  if (!match) return undefined;
  const [, standard, assertion, item, rest = ''] = match;
  return Number(standard) > 20 ? undefined : { ref: `${Number(standard)}.${Number(assertion)}.${Number(item)}`, rest };
}

/** An assertion number such as 1.1, as text or as a number, with the words behind it. Items never match. */
export function parseAssertion(text: string): { readonly id: string; readonly rest: string } | undefined {
  const match = /^(?:assertion)?[\s.:]*(\d{1,2})\.(\d{1,2})(?![\d.]*\d)[.):\s–-]*(.*)$/i.exec(text);
  return match ? { id: `${Number(match[1])}.${Number(match[2])}`, rest: match[3] ?? '' } : undefined;
}

function findRefColumn(grid: Grid): number | undefined {
  let best: { readonly column: number; readonly count: number } | undefined;
  for (const column of range(grid.columnCount)) {
    const refs = new Set(range(grid.rowCount).flatMap((row) => parseRef(grid.text(row, column))?.ref ?? []));
    if (refs.size >= FEWEST_ITEMS && refs.size > (best?.count ?? 0)) best = { column, count: refs.size };
  }
  return best?.column;
}

/** The last row of headings above the items, and a row of group headings above that one; titles are left out. */
function findHeadingRows(grid: Grid, refColumn: number, firstRow: number): readonly number[] {
  const above = range(firstRow)
    .toReversed()
    .filter((row) => distinct(grid, row).size > 0 && !isInlineHeading(grid, row, refColumn));
  const bottom = above.find((row) => distinct(grid, row).size >= 2);
  if (bottom === undefined) return [];
  const group = above[above.indexOf(bottom) + 1];
  if (group === undefined || group < bottom - 2) return [bottom];
  // A title spreads over the whole width or stands alone in the first column; a group heading stands over some columns only.
  const cells = range(grid.columnCount).filter((column) => grid.text(group, column) !== '');
  const isTitle = distinct(grid, group).size === 1 && (cells.length >= grid.columnCount - 1 || cells[0] === 0);
  return isTitle ? [bottom] : [group, bottom];
}

function isInlineHeading(grid: Grid, row: number, refColumn: number): boolean {
  const text = grid.text(row, refColumn);
  return parseAssertion(text) !== undefined || /^(standard\s*)?\d{1,2}\b/i.test(text);
}

export function distinct(grid: Grid, row: number): ReadonlySet<string> {
  return new Set(
    range(grid.columnCount)
      .map((column) => grid.text(row, column))
      .filter((text) => text !== ''),
  );
}

/** Of the columns headed as the question the one with the longest texts, visible ones first. */
function chooseTextColumn(
  grid: Grid,
  columns: readonly TableColumn[],
  refColumn: number,
  firstRow: number,
): number | undefined {
  const length = (column: number) =>
    range(grid.rowCount)
      .slice(firstRow)
      .reduce((sum, row) => sum + grid.text(row, column).length, 0);
  return columns
    .filter(({ column, field }) => field.is === 'text' && column !== refColumn)
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden) || length(b.column) - length(a.column))[0]?.column;
}

/** A column for this category, else one for no category in particular; visible before hidden. */
export function columnFor(
  table: ItemTable,
  is: 'mandatory' | 'approaching',
  category: WorkbookCategory,
): TableColumn | undefined {
  const fitting = table.columns.flatMap((column) =>
    column.field.is === is ? [{ column, categories: column.field.categories }] : [],
  );
  const own = fitting.filter(({ categories }) => categories.includes(category));
  const any = fitting.filter(({ categories }) => categories.length === 0);
  return (own.length > 0 ? own : any)
    .map(({ column }) => column)
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden))[0];
}

export function bestColumn(table: ItemTable, is: ColumnField['is']): TableColumn | undefined {
  return table.columns
    .filter((column) => column.field.is === is)
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden))[0];
}

export function isBestForCertificate(table: ItemTable, column: TableColumn): boolean {
  const { field } = column;
  const same = table.columns.filter(
    (other) => other.field.is === 'exempt' && field.is === 'exempt' && other.field.certificate === field.certificate,
  );
  return same.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))[0] === column;
}

export function range(length: number): readonly number[] {
  return Array.from({ length }, (_, i) => i);
}
