import type { Defect } from '../../record/document.ts';
import type { FindingCode, Severity } from '../../record/finding.ts';
import { isBlank } from '../profile/placeholders.ts';
import { counted, type DefectRule, type Examined, place } from './defect-rule.ts';
import { cellText, type ReadRow, type ReadTable, whereOfCell } from './read-table.ts';
import { ROW_CHECKS } from './row-checks.ts';

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

/** Defects that stand in single rows of a register: devices, leavers, suppliers, owners, certificates. */
export const registerRows: DefectRule = (examined) => {
  if (examined.openlyBlank) return [];
  return examined.tables.flatMap((table) => {
    if (
      examined.control.tables.has(table.index) ||
      examined.inModelPart(table.table.section) ||
      table.filled.length === 0
    )
      return [];
    return ROW_CHECKS.flatMap((check) => {
      const failed = check.failed(table, examined);
      const [first] = failed;
      if (first === undefined) return [];
      const defect: Defect = {
        code: check.code,
        severity: check.severity,
        message: `${counted(failed.length, 'row')} ${failed.length === 1 ? check.says[0] : check.says[1]}: ${first.words}${failed.length > 1 ? `, and ${failed.length - 1} more` : ''}.`,
        next: check.next,
        places: failed.map(({ row, column }) => place(whereOfCell(row, column), row.text)),
        subject: failed.length === 1 ? first.words : `${table.table.title ?? examined.profile.title}: ${check.code}`,
        effect: check.effect,
      };
      return [defect];
    });
  });
};

/** What a person calls a row: its name, or its first cell that says something. */
export function nameOfRow(table: ReadTable, row: ReadRow): string {
  const column = [...table.columns('person'), ...table.columns('supplier'), ...table.columns('device')].find(
    (at) => !isBlank(cellText(row, at)),
  );
  const text = column === undefined ? row.cells.find((cell) => !isBlank(cell.text))?.text : cellText(row, column);
  return `“${(text ?? 'a row').slice(0, 60)}”`;
}
