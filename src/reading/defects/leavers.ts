import { daysBetween } from '../../record/day.ts';
import { isBlank } from '../profile/placeholders.ts';
import type { Examined } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { type FailedRow, nameOfRow } from './register-rows.ts';

/** Days after leaving within which access should be gone; later removal is reported too. */
const GRACE_DAYS = 7;

const STILL_OPEN =
  /\bstill (?:active|open|enabled|on|live|has|logged|a member|there|in)\b|\bnot (?:yet )?(?:removed|disabled|revoked|closed|off|done)\b/i;
const OPEN = /^(?:active|enabled|open|live|current|yes)\b/i;
const NOT_REMOVED = /^(?:no|not yet|outstanding|pending|active|enabled|open|overdue)\b/i;

/** Rows with a leaving date in the past and access that is open, was never removed, or was removed long after. */
export function leaversWithAccess(table: ReadTable, { on }: Examined): FailedRow[] {
  const left = table.column('left');
  if (left < 0) return [];
  return table.filled.flatMap((row): FailedRow[] => {
    const gone = cellDate(row, left);
    if (gone === undefined || gone.to >= on || /\bmoved\b/i.test(cellText(row, left))) return [];
    const found = openAccess(table, row, left) ?? lateRemoval(table, row, left, gone.to, on);
    return found === undefined
      ? []
      : [{ row, column: found.column, words: `${nameOfRow(table, row)} left on ${gone.text}, ${found.words}` }];
  });
}

type Open = { readonly column: number; readonly words: string };

function openAccess(table: ReadTable, row: ReadRow, left: number): Open | undefined {
  const states = table.columns('access-state').filter((column) => !table.columns('access-removed').includes(column));
  for (let column = 0; column < row.cells.length; column++) {
    const text = cellText(row, column);
    if (column === left || text === '') continue;
    const open =
      STILL_OPEN.test(text) ||
      (states.includes(column) && OPEN.test(text)) ||
      (table.columns('access-removed').includes(column) && NOT_REMOVED.test(text));
    if (open) return { column, words: `“${table.names[column]}” says “${text}”` };
  }
  return undefined;
}

function lateRemoval(table: ReadTable, row: ReadRow, left: number, gone: string, on: string): Open | undefined {
  for (const column of table.columns('access-removed')) {
    if (column === left) continue;
    const removed = cellDate(row, column);
    if (removed !== undefined && daysBetween(gone, removed.from) > GRACE_DAYS)
      return { column, words: `access removed only on ${removed.text}` };
    if (removed === undefined && isBlank(cellText(row, column)) && daysBetween(gone, on) > GRACE_DAYS)
      return { column, words: `“${table.names[column]}” is blank` };
  }
  return undefined;
}
