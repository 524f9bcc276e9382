import type { DraftRow } from './content-draft.ts';

/** Cells of a line such as `| a | b \| c |`, with escaped bars restored and the outer bars optional. */
export function pipeCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const text = line.trim();
  for (let at = text.startsWith('|') ? 1 : 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\' && text[at + 1] === '|') {
      cell += '|';
      at++;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += character;
    }
  }
  if (cell.trim() !== '' || !text.endsWith('|')) cells.push(cell.trim());
  return cells;
}

/** Whether a line is the rule under a table's heading: `|---|:--:|`, or the `+-----+` of a drawn table. */
export function isTableRule(line: string): boolean {
  return /^[\s|:+=-]+$/.test(line) && line.includes('--') && /[|+]/.test(line);
}

/**
 * A table drawn with bars in plain text, from lines that each hold at least one: undefined unless there are two rows or more
 * of two columns or more. The first row is the heading when a rule stands under it.
 */
export function pipeTable(
  lines: readonly string[],
  firstLine: number,
): { head?: DraftRow; rows: DraftRow[] } | undefined {
  const rows: DraftRow[] = [];
  let headed = false;
  lines.forEach((line, at) => {
    if (isTableRule(line)) headed ||= rows.length === 1;
    else rows.push({ cells: pipeCells(line), where: { line: firstLine + at } });
  });
  if (rows.length < 2 || rows.some(({ cells }) => cells.length < 2)) return undefined;
  const [head, ...rest] = rows;
  return headed && head ? { head, rows: rest } : { rows };
}
