import type { Defect } from '../../record/document.ts';
import { counted, type DefectRule, place } from './defect-rule.ts';
import { whereOfCell } from './read-table.ts';
import { ROW_CHECKS } from './row-checks.ts';

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
