import type { Fact } from '../../record/document.ts';
import { findDates } from '../dates/find-dates.ts';
import { columnsWhere, personColumn } from './columns.ts';
import type { Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFromRow, isExampleRow } from './fact-family.ts';
import { nameAtStart, personKey } from './person-name.ts';
import { rolesIn } from './role-mentions.ts';

const DEPUTY_COLUMN = /\b(?:deputy|deputies|backup|alternate|cover|stand-?in|secondary)\b/;
const FROM_COLUMN =
  /^(?:from|start|since|held since|in post since|appointed|date appointed|appointed on|start date|appointment date|date of appointment)$/;
const TO_COLUMN = /^(?:to|until|held until|end|end date|left|ended|leaving date|leave date|date left|left on)$/;
/** Columns whose role words say who approves, owns or is asked, not what the person of the row is. */
const NOT_HELD =
  /\b(?:approv\w*|reports? to|owner|responsible|raci|escalat\w*|notify|informed|consulted|course|training|control|task|action|purpose|notes?|comments?|why|description|changes?|summary|amendments?|reason)\b/;

/** Role holders in a register: a column of names beside a column of roles, whatever they are called. */
export function* roleHoldersInRegister(register: Register, setting: Setting): Iterable<Fact> {
  const nameColumn = personColumn(register);
  if (nameColumn < 0) return;
  const heading = register.columns[nameColumn] ?? '';
  if (/\b(?:owner|author|approv\w*|review\w*|compared|agreed|sign\w*|trainer)\b/.test(heading)) return;
  const roleColumns = columnsWhere(register, (text) => text.length < 120 && rolesIn(text)[0]?.at === 0).filter(
    (at) => at !== nameColumn && !NOT_HELD.test(register.columns[at] ?? ''),
  );
  if (roleColumns.length === 0) return;
  const deputyColumn = columnOf(register, DEPUTY_COLUMN);
  const fromColumn = columnOf(register, FROM_COLUMN);
  const toColumn = columnOf(register, TO_COLUMN);
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const left = findDates(cellText(row, toColumn))[0]?.date;
    const since = findDates(cellText(row, fromColumn))[0]?.date;
    const name = nameAtStart(cellText(row, nameColumn));
    const deputy = deputyColumn === nameColumn ? undefined : nameAtStart(cellText(row, deputyColumn));
    for (const column of roleColumns) {
      const cell = cellText(row, column);
      if (/\breports? to\b|\bassistant to\b|\bcontact\b|\badded\b/i.test(cell)) continue;
      for (const role of rolesIn(cell)) {
        if (name !== undefined) {
          const aside =
            /\(\s*(?:deputy|acting|interim|former)/i.exec(cellText(row, nameColumn))?.[0].toLowerCase() ?? '';
          const standing =
            left !== undefined || aside.includes('former')
              ? 'former'
              : aside.includes('deputy')
                ? 'deputy'
                : aside !== ''
                  ? 'acting'
                  : role.standing;
          yield factFromRow(row, nameColumn, setting, {
            type: 'role-holder',
            subject: standing === 'deputy' ? `deputy ${role.id}` : role.id,
            value: personKey(name),
            confidence: 0.9,
            parts: { person: name, standing, ...(left !== undefined && { to: left.to }) },
            ...(since !== undefined && { asOf: since }),
          });
        }
        if (deputy !== undefined && role.standing !== 'deputy') {
          yield factFromRow(row, deputyColumn, setting, {
            type: 'role-holder',
            subject: `deputy ${role.id}`,
            value: personKey(deputy),
            confidence: 0.9,
            parts: { person: deputy, standing: 'deputy' },
          });
        }
      }
    }
  }
}
