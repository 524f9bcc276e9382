import type { ContentDraft, DraftRow } from './content-draft.ts';
import { headerRow } from './header-row.ts';

/**
 * Adds rows of a sheet: what stands above the heading row, and sentences below the last row, as lines; the rest as one table.
 * Blank rows at the end are dropped.
 */
export function addSheet(draft: ContentDraft, rows: readonly DraftRow[], title?: string): void {
  const held = withoutEmptyMargin(rows.filter(({ cells }) => cells.some((cell) => cell !== '')));
  const texts = held.map(({ cells }) => cells);
  const head = headerRow(texts);
  const start = head === -1 ? firstWideRow(texts) : head;
  const end = head === -1 ? held.length : endOfRows(texts, start + 1);
  addLines(draft, held.slice(0, start));
  const table = held.slice(start, end);
  const [first, ...rest] = table;
  if (!first) return;
  const named = title === undefined ? {} : { title };
  if (head === -1) draft.table({ ...named, rows: table, where: first.where });
  else draft.table({ ...named, head: filledFromAbove(first, held[start - 1]), rows: rest, where: first.where });
  addLines(draft, held.slice(end));
}

function addLines(draft: ContentDraft, rows: readonly DraftRow[]): void {
  for (const { cells, where, places } of rows) {
    const at = cells.findIndex((cell) => cell !== '');
    draft.line(cells.filter((cell) => cell !== '').join(' | '), places?.[at] ?? where);
  }
}

/** Where the rows end and notes such as "Checked line by line on 6 July" begin: one cell filled, and that with several words. */
function endOfRows(rows: readonly (readonly string[])[], from: number): number {
  let end = rows.length;
  while (end > from && isNote(rows[end - 1] ?? [])) end -= 1;
  return end;
}

function isNote(cells: readonly string[]): boolean {
  const [only = '', ...more] = cells.filter((cell) => cell !== '');
  return more.length === 0 && only.split(' ').length > 3;
}

function firstWideRow(rows: readonly (readonly string[])[]): number {
  const at = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length > 1);
  return at === -1 ? rows.length : at;
}

/** A sheet often begins in column B: columns that are empty throughout on the left are left out. */
function withoutEmptyMargin(rows: readonly DraftRow[]): readonly DraftRow[] {
  const margin = rows.reduce(
    (least, { cells }) =>
      Math.min(
        least,
        cells.findIndex((cell) => cell !== ''),
      ),
    Number.MAX_SAFE_INTEGER,
  );
  if (rows.length === 0 || margin === 0) return rows;
  return rows.map(({ cells, where, places }) => ({
    cells: cells.slice(margin),
    where,
    ...(places ? { places: places.slice(margin) } : {}),
  }));
}

/** A column named in the row above, across two merged rows, keeps that name. */
function filledFromAbove(head: DraftRow, above: DraftRow | undefined): DraftRow {
  if (!above || above.cells.filter((cell) => cell !== '').length < 2) return head;
  return { ...head, cells: head.cells.map((cell, column) => (cell === '' ? (above.cells[column] ?? '') : cell)) };
}
