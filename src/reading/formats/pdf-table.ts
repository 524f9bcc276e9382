import type { PdfRow, Segment } from './pdf-layout.ts';

export type PdfTable = {
  /** Left edges of the columns, in points. */
  readonly columns: readonly number[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly from: PdfRow }[];
  /** How many lines of the page it took. */
  readonly lines: number;
};

/**
 * Rebuilds the table that begins with line `from`, from the way its text lines up. Undefined unless at least two lines each
 * have two segments or more whose left edges agree.
 */
export function pdfTable(lines: readonly PdfRow[], from: number): PdfTable | undefined {
  const first = lines[from];
  const second = lines[from + 1];
  if (!first || first.segments.length < 2 || !second) return undefined;
  let columns = edgesOf(first);
  const taken: PdfRow[] = [first];
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at];
    const above = lines[at - 1];
    if (!line || !above || line.y > above.y || above.y - line.y > Math.max(line.size, above.size) * 4) break;
    const widened = fitted(columns, line);
    if (!widened) break;
    columns = widened;
    taken.push(line);
  }
  // A wrapped line that stands alone under the table is the next paragraph, not its last cell.
  while (taken.length > 1 && isLoose(taken, columns)) taken.pop();
  if (taken.filter(({ segments }) => segments.length > 1).length < 2) return undefined;
  return { columns, rows: logicalRows(taken, columns), lines: taken.length };
}

function edgesOf(line: PdfRow): number[] {
  return line.segments.map(({ x }) => x);
}

/** The columns, with new ones the line shows; undefined when the line does not stand in them. */
function fitted(columns: readonly number[], line: PdfRow): number[] | undefined {
  const tolerance = line.size * 1.2;
  const near = (x: number) => columns.findIndex((edge) => Math.abs(edge - x) <= tolerance);
  const matches = line.segments.filter(({ x }) => near(x) !== -1).length;
  if (line.segments.length === 1) {
    const [only] = line.segments;
    if (!only || matches === 0) return undefined;
    const next = columns[near(only.x) + 1];
    return next === undefined || only.end <= next ? [...columns] : undefined;
  }
  if (matches < 2) return undefined;
  const added = line.segments.filter(
    ({ x }) => near(x) === -1 && !columns.some((edge, at) => x > edge && x < (columns[at + 1] ?? 0)),
  );
  return [...columns, ...added.map(({ x }) => x)].sort((a, b) => a - b);
}

/** Whether the last line is a paragraph that follows the table, rather than the rest of a cell that wraps. */
function isLoose(lines: readonly PdfRow[], columns: readonly number[]): boolean {
  const last = lines.at(-1);
  const above = lines.at(-2);
  if (!last || !above || last.segments.length > 1) return false;
  const [only] = last.segments;
  if (only === undefined || only.x > (columns[1] ?? 0) - last.size) return false;
  if (Math.abs(only.x - (columns[0] ?? 0)) > 1) return true;
  const { tightest, widest } = gapsOf(lines);
  const wraps = above.y - last.y <= tightest * 1.15 && (widest > tightest * 1.2 || /^\p{Ll}/u.test(only.text));
  return !wraps;
}

function gapsOf(lines: readonly PdfRow[]): { gaps: number[]; tightest: number; widest: number } {
  const gaps = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y);
  const tightest = gaps.reduce((least, gap) => Math.min(least, gap), Number.POSITIVE_INFINITY);
  const widest = gaps.reduce((most, gap) => Math.max(most, gap), 0);
  return { gaps, tightest, widest };
}

function logicalRows(lines: readonly PdfRow[], columns: readonly number[]): PdfTable['rows'] {
  const { gaps, tightest, widest } = gapsOf(lines);
  // Rows set further apart than the lines within them can be told by the gap; else only an empty first cell tells.
  const byGap = widest > tightest * 1.2;
  const rows: { cells: string[]; from: PdfRow }[] = [];
  lines.forEach((line, at) => {
    const cells = cellsOf(line.segments, columns, line.size);
    const gap = at === 0 ? Number.POSITIVE_INFINITY : (gaps[at - 1] ?? 0);
    const row = rows.at(-1);
    const wraps = byGap ? gap <= tightest * 1.2 : cells[0] === '';
    if (row && (wraps || (cells[0] === '' && cells.filter((cell) => cell !== '').length === 1))) {
      cells.forEach((text, column) => {
        if (text !== '') row.cells[column] = joined(row.cells[column] ?? '', text);
      });
    } else {
      rows.push({ cells, from: line });
    }
  });
  return rows;
}

function cellsOf(segments: readonly Segment[], columns: readonly number[], size: number): string[] {
  const cells = columns.map(() => '');
  for (const { text, x } of segments) {
    let column = 0;
    while (column + 1 < columns.length && x >= (columns[column + 1] ?? 0) - size * 1.2) column++;
    cells[column] = joined(cells[column] ?? '', text);
  }
  return cells;
}

function joined(before: string, after: string): string {
  if (before === '') return after;
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
}
