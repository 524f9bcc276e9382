import type { CellValue } from './workbook-sheets.ts';

/**
 * What a cell in a column of marks says. `listed` and `not-listed` are about the item as a whole; a level such as
 * "AS" or "Mandatory - SM" also says for which outcome. `cross` may be a tick or its opposite: its column decides.
 */
export type Mark =
  | { readonly says: 'yes'; readonly approaching?: boolean }
  | { readonly says: 'no' }
  | { readonly says: 'not-listed' }
  | { readonly says: 'blank' }
  | { readonly says: 'cross' }
  | { readonly says: 'unclear'; readonly text: string };

const TICKS = new Set(['✓', '✔', '☑', '√', '✅', '🗸', 'ü', '●', '•', '■']);
const CROSSES = new Set(['✗', '✘', '☒', '❌', '☐', '□', '○']);
const NOT_LISTED = /^([-–—]+|n ?\/ ?a|na|not applicable|not (listed|asked|in scope)|out of scope|removed|withdrawn)$/;
const NO =
  /^(n|no|false|o|opt|optional|non[- ]?mandatory|not[- ]?mandatory|not[- ]?required|recommended|desirable|best practice)\b/;
const BOTH_LEVELS = /\bas\b.*\bsm\b|\bsm\b.*\bas\b|approaching.*standards? met|standards? met.*approaching/;
const APPROACHING = /^as\b|\bas$|\bapproaching\b|^entry level$/;
const YES =
  /^(y|yes|true|m|mand|mandatory|required|req|must|sm|standards? met|core|included|applies|applicable|exempt|exemption|auto[- ]?complete[ds]?)\b/;

/** Reads one mark in any of the shapes people use for one. */
function readMark(cell: CellValue | undefined): Mark {
  if (cell === null || cell === undefined) return { says: 'blank' };
  if (typeof cell === 'boolean') return { says: cell ? 'yes' : 'no' };
  if (typeof cell === 'number') {
    if (cell === 1) return { says: 'yes' };
    return cell === 0 ? { says: 'no' } : { says: 'unclear', text: String(cell) };
  }
  const text = cell.replace(/\s+/g, ' ').trim();
  const lower = text.toLowerCase();
  if (text === '') return { says: 'blank' };
  if (TICKS.has(text.replace(/\uFE0F/g, ''))) return { says: 'yes' };
  if (CROSSES.has(text.replace(/\uFE0F/g, ''))) return { says: 'no' };
  if (lower === '1') return { says: 'yes' };
  if (lower === '0') return { says: 'no' };
  if (lower === 'x') return { says: 'cross' };
  if (NOT_LISTED.test(lower)) return { says: 'not-listed' };
  if (NO.test(lower)) return { says: 'no' };
  if (BOTH_LEVELS.test(lower) || APPROACHING.test(lower)) return { says: 'yes', approaching: true };
  if (YES.test(lower))
    return /\bsm\b|standards? met/.test(lower) ? { says: 'yes', approaching: false } : { says: 'yes' };
  return { says: 'unclear', text };
}

/**
 * Marks of one column, with each lone "x" settled by its company: where nothing else says yes, an x is how yes is
 * written; beside ticks or a Y it means no.
 */
export function readMarks(cells: readonly (CellValue | undefined)[]): readonly Mark[] {
  const marks = cells.map(readMark);
  const otherYes = marks.some((mark) => mark.says === 'yes');
  return marks.map((mark) => (mark.says === 'cross' ? { says: otherYes ? 'no' : 'yes' } : mark));
}
