import { isFieldTable } from './field-labels.ts';

/** How far down a sheet or a CSV file a heading row is looked for, below titles and notes. */
const SEARCHED_ROWS = 40;
const VALUE =
  /^[\s£$€%()+.,:/\d-]+$|^(?:yes|true|false|n\/a|tbc)$|^\d{1,2}[ -][A-Z][a-z]{2,8}[ -]\d{2,4}$|^\d{4}-\d{2}-\d{2}|@/i;
/** Words that are a value in most cells and a heading in some ("No" for number, "Opened, Closed"): only many of them settle it. */
const EITHER = /^(?:no|y|n|done|open|closed)$/i;

/**
 * Index of the heading row among rows of cells, below any title rows; -1 when the rows have none. A heading row is the first
 * that is about as wide as the table, whose cells are short words rather than values, with no word twice.
 */
export function headerRow(rows: readonly (readonly string[])[]): number {
  const searched = rows.slice(0, SEARCHED_ROWS);
  const width = usualWidth(rows.slice(0, 500));
  if (width < 2) return -1;
  const at = searched.findIndex((row) => filled(row) >= Math.max(2, Math.ceil(width * 0.6)));
  const candidate = searched[at];
  if (!candidate) return -1;
  const cells = candidate.filter((cell) => cell !== '');
  if (cells.some((cell) => cell.length > 80 || VALUE.test(cell))) return -1;
  if (cells.filter((cell) => EITHER.test(cell)).length > cells.length / 2) return -1;
  if (new Set(cells.map((cell) => cell.toLowerCase())).size < cells.length * 0.7) return -1;
  if (isFieldTable(candidate, rows.slice(at + 1))) return -1;
  return at;
}

function filled(row: readonly string[]): number {
  return row.reduce((count, cell) => (cell === '' ? count : count + 1), 0);
}

/** The middle width among rows of at least two cells, leaning to the wider: title rows and half-empty rows must not pull it down. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows
    .map(filled)
    .filter((width) => width >= 2)
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.6)] ?? 0;
}
