import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Where } from '../../record/document.ts';
import type { DraftRow, DraftTable } from './content-draft.ts';
import { headerRow } from './header-row.ts';
import type { Placing } from './html.ts';
import { attribute, isHidden, plainTextOf } from './html-tree.ts';
import { readableText } from './readable-text.ts';

const MAX_SPAN = 100;

type OnLink = (link: { text: string; target: string }, where: Where) => void;
type GridRow = { cells: string[]; head: boolean; line: number | undefined; links: { text: string; target: string }[] };

/**
 * Reads a table of HTML. A heading cell that spans columns names each of them; a body cell stands once, in its first column
 * and row. Several heading rows become one, "Training" over "Date" giving "Training Date". Undefined for a table that only
 * lays out the page: one with a table inside it, or with a single column.
 */
export function htmlTable(element: Tree.Element, place: Placing, onLink: OnLink): DraftTable | undefined {
  const rowElements = rowsOf(element);
  if (rowElements.some(({ element: row }) => contains(row, 'table'))) return undefined;
  const grid = gridOf(rowElements);
  if (grid.every(({ cells }) => cells.length < 2)) return undefined;
  const heads = headingRows(grid);
  const rows: DraftRow[] = [];
  let head: DraftRow | undefined;
  grid.forEach((row, at) => {
    if (at < heads && at > 0) return;
    const cells = at < heads ? joinedHeads(grid.slice(0, heads)) : row.cells;
    if (cells.every((cell) => cell === '')) return;
    const where = place(row.line);
    if (at < heads) head = { cells, where };
    else rows.push({ cells, where });
    for (const link of row.links) onLink(link, where);
  });
  const where = head?.where ?? rows[0]?.where;
  if (!where) return undefined;
  const caption = element.childNodes
    .filter(defaultTreeAdapter.isElementNode)
    .find(({ tagName }) => tagName === 'caption');
  return { ...(head ? { head } : {}), ...(caption ? { title: readableText(plainTextOf(caption)) } : {}), rows, where };
}

type RowElement = { readonly element: Tree.Element; readonly inHead: boolean };

function rowsOf(table: Tree.Element): RowElement[] {
  const rows: RowElement[] = [];
  for (const child of table.childNodes) {
    if (!defaultTreeAdapter.isElementNode(child)) continue;
    if (child.tagName === 'tr') rows.push({ element: child, inHead: false });
    if (child.tagName !== 'thead' && child.tagName !== 'tbody' && child.tagName !== 'tfoot') continue;
    for (const row of child.childNodes) {
      if (defaultTreeAdapter.isElementNode(row) && row.tagName === 'tr') {
        rows.push({ element: row, inHead: child.tagName === 'thead' });
      }
    }
  }
  return rows.filter(({ element }) => !isHidden(element));
}

function gridOf(rows: readonly RowElement[]): GridRow[] {
  const taken: { text: string; rows: number }[] = [];
  return rows.map(({ element, inHead }) => {
    const cellElements = element.childNodes
      .filter(defaultTreeAdapter.isElementNode)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    const head = inHead || (cellElements.length > 1 && cellElements.every(({ tagName }) => tagName === 'th'));
    const row: GridRow = { cells: [], head, line: element.sourceCodeLocation?.startLine, links: [] };
    let column = 0;
    const skipTaken = () => {
      for (let above = taken[column]; above && above.rows > 0; above = taken[column]) {
        above.rows--;
        row.cells[column++] = head ? above.text : '';
      }
    };
    for (const cell of cellElements) {
      skipTaken();
      const text = readableText(cellText(cell, row.links));
      const columns = spanOf(cell, 'colspan');
      const down = spanOf(cell, 'rowspan') - 1;
      for (let at = 0; at < columns; at++) {
        taken[column] = { text, rows: down };
        row.cells[column++] = at === 0 || head ? text : '';
      }
    }
    skipTaken();
    return row;
  });
}

function headingRows(grid: readonly GridRow[]): number {
  const marked = grid.findIndex(({ head }) => !head);
  if (marked > 0) return marked;
  if (marked === -1) return grid.length > 1 ? 1 : 0;
  return grid.length > 1 && headerRow(grid.map(({ cells }) => cells)) === 0 ? 1 : 0;
}

function joinedHeads(heads: readonly GridRow[]): string[] {
  const width = heads.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: width }, (_, column) =>
    [...new Set(heads.map(({ cells }) => cells[column] ?? ''))].join(' ').trim(),
  );
}

function cellText(element: Tree.ParentNode, links: { text: string; target: string }[]): string {
  let text = '';
  for (const child of element.childNodes) {
    if (defaultTreeAdapter.isTextNode(child)) {
      text += child.value;
    } else if (defaultTreeAdapter.isElementNode(child) && !isHidden(child)) {
      const type = attribute(child, 'type')?.toLowerCase();
      if (child.tagName === 'script' || child.tagName === 'style') continue;
      if (child.tagName === 'input' && (type === 'checkbox' || type === 'radio')) {
        text += attribute(child, 'checked') === undefined ? '[ ] ' : '[x] ';
        continue;
      }
      const inner = child.tagName === 'br' ? ' ' : cellText(child, links);
      const target = child.tagName === 'a' ? attribute(child, 'href') : undefined;
      if (target !== undefined && target !== '') links.push({ text: inner, target });
      text += /^(?:p|div|li|ul|ol|h[1-6])$/.test(child.tagName) ? ` ${inner} ` : inner;
    }
  }
  return text;
}

function spanOf(cell: Tree.Element, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), MAX_SPAN);
}

function contains(node: Tree.ParentNode, name: string): boolean {
  return node.childNodes.some(
    (child) => defaultTreeAdapter.isElementNode(child) && (child.tagName === name || contains(child, name)),
  );
}
