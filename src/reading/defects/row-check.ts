import type { Defect } from '../../record/document.ts';
import type { FindingCode, Severity } from '../../record/finding.ts';
import { isBlank } from '../profile/placeholders.ts';
import type { Examined } from './defect-rule.ts';
import { cellText, type ReadRow, type ReadTable } from './read-table.ts';

/** A row that fails a check: the cell to open and a few words on what is wrong with it. */
export type FailedRow = { readonly row: ReadRow; readonly column: number; readonly words: string };

/** One thing to look for in the rows of registers and logs. Every failing row of one table becomes a place of one defect. */
export type RowCheck = {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly effect: Defect['effect'];
  /** Completes "3 rows …". */
  readonly says: readonly [one: string, many: string];
  readonly next: string;
  readonly failed: (table: ReadTable, examined: Examined) => readonly FailedRow[];
};

/** What a person calls a row: its name, or its first cell that says something. */
export function nameOfRow(table: ReadTable, row: ReadRow): string {
  const column = [...table.columns('person'), ...table.columns('supplier'), ...table.columns('device')].find(
    (at) => !isBlank(cellText(row, at)),
  );
  const text = column === undefined ? row.cells.find((cell) => !isBlank(cell.text))?.text : cellText(row, column);
  return `“${(text ?? 'a row').slice(0, 60)}”`;
}
