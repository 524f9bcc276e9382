import { daysBetween, type StatedDate } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { datesOf, whereAt } from '../profile/passages.ts';
import { isBlank } from '../profile/placeholders.ts';
import { type DefectRule, type Examined, place, shortened } from './defect-rule.ts';
import { cellDate, cellText, type ReadRow, type ReadTable } from './read-table.ts';
import { type FailedRow, nameOfRow } from './row-check.ts';

/** Days after leaving within which access should be gone; later removal is reported too. */
const GRACE_DAYS = 7;

const STILL_OPEN =
  /\bstill (?:active|open|enabled|on|live|has|logged|a member|there|in)\b|\bnot (?:yet )?(?:removed|disabled|revoked|closed|off|done)\b/i;
const OPEN = /^(?:active|enabled|open|live|current|yes)\b/i;
const NOT_REMOVED = /^(?:no|not yet|outstanding|pending|active|enabled|open|overdue)\b/i;

/** Rows with a leaving date in the past and access that is open, was never removed, or was removed long after. */
export function leaversWithAccess(table: ReadTable, { on }: Examined): FailedRow[] {
  return table.filled.flatMap((row): FailedRow[] => {
    const leaving = leavingDate(table, row);
    if (leaving === undefined || leaving.date.to >= on || /\bmoved\b/i.test(cellText(row, leaving.column))) return [];
    const { column: left, date } = leaving;
    const found = openAccess(table, row, left) ?? lateRemoval(table, row, left, date.to, on);
    return found === undefined
      ? []
      : [{ row, column: found.column, words: `${nameOfRow(table, row)} left on ${date.text}, ${found.words}` }];
  });
}

/** The day a row's person left: from its column, or from a remark such as "left 30 June 2026". */
function leavingDate(
  table: ReadTable,
  row: ReadRow,
): { readonly column: number; readonly date: StatedDate } | undefined {
  const columns = table.columns('left');
  const remarks =
    columns.length > 0
      ? []
      : row.cells.flatMap((cell, at) => (/\bleft (?:us |the company )?(?:on |in )?\d/i.test(cell.text) ? [at] : []));
  for (const column of [...columns, ...remarks]) {
    const date = cellDate(row, column);
    if (date !== undefined) return { column, date };
  }
  return undefined;
}

type Open = { readonly column: number; readonly words: string };

function openAccess(table: ReadTable, row: ReadRow, left: number): Open | undefined {
  const states = table.columns('access-state').filter((column) => !table.columns('access-removed').includes(column));
  for (let column = 0; column < row.cells.length; column++) {
    const text = cellText(row, column);
    if (column === left || text === '') continue;
    const open =
      STILL_OPEN.test(text) ||
      ((states.includes(column) || table.columns('status').includes(column)) && OPEN.test(text)) ||
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

const LEFT = /\b(?:left|leaver|last day|resigned)\b/i;
const ACCOUNT = /\b(?:account|access|login|log-in|mailbox|permission|licen[cs]e|admin)\w*\b/i;

/** "Al left on 30 June; his hosting account was still active in October", told in sentences of a record. */
export const leaversInText: DefectRule = ({ passages, profile, openlyBlank }) => {
  if (openlyBlank || ['policy', 'procedure', 'plan', 'template', 'notice'].includes(profile.kind)) return [];
  return passages.flatMap((passage): Defect[] => {
    const { text } = passage;
    const open = STILL_OPEN.exec(text);
    if (
      passage.cell !== undefined ||
      open === null ||
      !LEFT.test(text) ||
      !ACCOUNT.test(text) ||
      datesOf(passage).dates.length === 0
    )
      return [];
    if (/\b(?:no|none of the|never|any|if)\b[^.]{0,40}\bstill\b/i.test(text)) return [];
    return [
      {
        code: 'leaver-with-access',
        severity: 'high',
        message: `A leaver still had access: “${shortened(text, 120)}”.`,
        next: 'Remove the access today, check what it was used for since, and record the removal date.',
        places: [place(whereAt(passage, open.index), text)],
        subject: shortened(text, 60),
        effect: 'doubt',
      },
    ];
  });
};
