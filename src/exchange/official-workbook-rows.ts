import { bestColumn, type ItemTable, parseAssertion, parseRef, type Ref, range } from './official-workbook-table.ts';
import { cellName, type WorkbookSheet } from './workbook-sheets.ts';

export type ItemRow = Ref & {
  readonly row: number;
  readonly more: readonly number[];
  readonly assertionTitle?: string;
};

/** Rows of items in sheet order. A merged number owns all its rows; assertion titles come from their column or from rows between. */
export function itemRows(sheet: WorkbookSheet, table: ItemTable, remarks: string[]): readonly ItemRow[] {
  const { grid, refColumn, firstRow, textColumn } = table;
  const assertionColumn = bestColumn(table, 'assertion')?.column;
  const rows: (ItemRow & { readonly more: number[] })[] = [];
  const seen = new Set<string>();
  const titles = new Map<string, string>();
  const hidden: string[] = [];
  const doubled: string[] = [];
  const start = (table.headingRows.at(-1) ?? -1) + 1;
  let filled = '';
  for (const row of range(grid.rowCount).slice(Math.min(start, firstRow))) {
    const text = grid.text(row, refColumn);
    const ref = parseRef(text);
    if (assertionColumn !== undefined && grid.text(row, assertionColumn) !== '')
      filled = grid.text(row, assertionColumn);
    if (!ref) {
      const assertion = parseAssertion(text);
      if (assertion)
        titles.set(assertion.id, assertion.rest || (textColumn === undefined ? '' : grid.text(row, textColumn)));
      continue;
    }
    const last = rows.at(-1);
    if (last && last.ref === ref.ref && grid.continues(row, refColumn)) {
      last.more.push(row);
      continue;
    }
    if (sheet.hiddenRows.has(row) && !sheet.filtered) {
      hidden.push(ref.ref);
      continue;
    }
    if (seen.has(ref.ref)) {
      doubled.push(`${ref.ref} (${cellName(row, refColumn)})`);
      continue;
    }
    seen.add(ref.ref);
    const named = parseAssertion(filled);
    const title = titles.get(ref.ref.replace(/\.\d+$/, '')) ?? (named ? named.rest : filled);
    rows.push({ ...ref, row, more: [], ...(title ? { assertionTitle: title } : {}) });
  }
  if (hidden.length > 0) remarks.push(`Hidden rows were not used: ${hidden.join(', ')}.`);
  const filteredOut = sheet.filtered ? rows.filter(({ row }) => sheet.hiddenRows.has(row)).length : 0;
  if (filteredOut > 0) remarks.push(`A filter hides ${filteredOut} of the items; they were used all the same.`);
  if (doubled.length > 0)
    remarks.push(`Numbers that stand twice were read at their first place only: ${doubled.join(', ')}.`);
  return rows;
}
