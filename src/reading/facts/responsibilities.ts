import type { FactFamily } from './fact-family.ts';
import { cellText, factFromRow, isExampleRow } from './fact-family.ts';
import { nameAtStart, personKey } from './person-name.ts';

const HOLDER =
  /^(?:(?:risk|asset|data|information asset|system|process|control|supplier|contract|relationship) )?(?:owner|owned by|responsible|responsible person|custodian|lead|manager|administrator|key ?holder)$/;
const CONTACTS =
  /\b(?:emergency|contacts?|call (?:list|tree)|cascade|on[- ]call|escalation|recovery team|phone list|telephone list)\b/;
const OF_A_DAY =
  /\b(?:training|leavers?|joiners?|staff list|starters?|minutes|incident|attend\w*|actions?|audit|findings?)\b/;
const DONE = /\b(?:closed|done|completed?|retired|disposed|ended|withdrawn|left)\b/i;

/** Who a register or contact list names for a thing that goes on: subject is the person, value what they are named for. */
export const responsibilities: FactFamily = {
  name: 'responsibilities',
  cues: [],
  *fromTable(register, setting) {
    const about = `${register.context} ${setting.title}`;
    const contact =
      CONTACTS.test(about) || register.columns.some((name) => /\b(?:telephone|phone|mobile)\b/.test(name));
    if (OF_A_DAY.test(about) || setting.profile.kind === 'minutes') return;
    for (const row of register.table.rows) {
      if (isExampleRow(row) || DONE.test(row.cells.map((cell) => cell.text).join(' | '))) continue;
      for (const [at, heading] of register.columns.entries()) {
        if (!HOLDER.test(heading) && !(contact && at === 0)) continue;
        const name = nameAtStart(cellText(row, at));
        if (name === undefined) continue;
        const thing = row.cells.find((cell, other) => other !== at && /\p{L}{4}/u.test(cell.text))?.text.trim() ?? '';
        yield factFromRow(row, at, setting, {
          type: 'responsible',
          subject: personKey(name),
          value: thing.slice(0, 80),
          confidence: 0.8,
          parts: { person: name, as: contact && !HOLDER.test(heading) ? 'contact' : heading },
        });
      }
    }
  },
};
