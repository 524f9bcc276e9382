import type { Fact } from '../../record/document.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Cycle } from './quantity.ts';
import { cyclesIn } from './quantity.ts';
import { nameInSentence, nameOfCard, nameOfThing } from './thing-name.ts';
import { firstOf, SYSTEMS } from './vocabulary/systems.ts';

const BACKUP = /\bback(?:-| )?(?:ed )?-?ups?\b|\bsnapshots?\b/i;
/** What is done to the data itself; without one of these words the sentence is about something else that backups need. */
const TAKEN =
  /\b(?:back(?:ed)?[- ]?ups?|snapshots?|taken?|takes|run|performed|made|captured|created|copied|dumped|mirrored|replicated|execut\w+)\b/i;
/** A copy of the data is a backup whatever it is called. */
const COPIED =
  /\b(?:data|databases?|records?|files?)\b[^.;]{0,20}\b(?:is|are) (?:copied|dumped|mirrored|replicated)\b/i;
const OTHER =
  /\b(?:costs?|budget\w*|analys\w+|assess\w*|compar\w*|drill|update[ds]?|rotat\w*|sampl\w*|meet\w*|confirm\w*|alarm|notif\w*|test(?:ed|ing|s)?|review(?:ed|s)?|restor\w+|check(?:ed|s)?|verif\w+|report\w*|monitor\w*|alert\w*|audit\w*|scan\w*|patch\w*|retain\w*|kept|retention)\b/i;
const OFTEN = /frequency|schedule|how often|interval|taken/;

const FLOW = /\bdata[- ]?flows?\b|\bflow (?:map|diagram|register)s?\b/;

/** How often a system is backed up, in hours between backups. */
export const backupRules: FactFamily = {
  name: 'backup-rules',
  cues: [
    'backup',
    'copied',
    'often',
    'frequency',
    'backups',
    'backed',
    'back',
    'snapshot',
    'snapshots',
    'copied',
    'schedule',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const topic = `${text} ${statement.label ?? ''} ${statement.heading}`;
    if (!BACKUP.test(topic) && !BACKUP.test(setting.title) && !COPIED.test(text)) return;
    if (!TAKEN.test(text) && !OFTEN.test(statement.label ?? '')) return;
    // A flow named "Nightly backup", or a row that begins with such a name, says what a thing is called.
    if (FLOW.test(`${statement.context} ${setting.title}`) || statement.row === text.toLowerCase()) return;
    if (/\bretention\b|\bkept\b/.test(statement.label ?? '')) return;
    // A cell under a column of frequencies is read with its whole row.
    if (statement.row !== undefined && OFTEN.test(statement.label ?? '')) return;
    for (const cycle of cyclesIn(text)) {
      const start =
        Math.max(
          text.lastIndexOf(',', cycle.at),
          text.lastIndexOf(';', cycle.at),
          text.lastIndexOf(' and ', cycle.at),
        ) + 1;
      const clause = text.slice(start, cycle.end + 40).split(/[,;]| and /)[0] ?? '';
      if (OTHER.test(clause) || /\bcontinuous (?:log|archive)/i.test(clause)) continue;
      const card = statement.context.slice(statement.context.lastIndexOf('>') + 1);
      yield factFrom(statement, cycle.at, setting, {
        ...rule(cycle),
        scope: mainOr(firstOf(SYSTEMS, `${statement.row ?? ''} ${text}`) ?? firstOf(SYSTEMS, statement.context)),
        parts: { ...shown(cycle), name: nameInSentence(text) || nameOfThing(statement.row ?? nameOfCard(card)) },
      });
    }
    if (/\b(?:immutable|object lock|write once|worm)\b/i.test(text)) {
      yield factFrom(statement, 0, setting, {
        type: 'backup-rule',
        subject: 'immutable',
        value: !/\b(?:not|no|without)\b/i.test(text),
        confidence: 0.7,
      });
    }
  },
  *fromTable(register, setting) {
    yield* fromRegister(register, setting);
  },
};

/** Customers' data lies in the database of the live application: a backup of the one is a backup of the other. */
function mainOr(system = ''): string {
  return system === 'database' || system === 'application' ? '' : system;
}

function rule(cycle: Cycle) {
  return { type: 'backup-rule', subject: 'frequency', value: cycle.hours, unit: 'hours', confidence: 0.75 } as const;
}

function shown(cycle: Cycle) {
  return { bound: cycle.bound, shown: cycle.hours === 0 ? 'continuous' : cycle.text };
}

function* fromRegister(register: Register, setting: Setting): Iterable<Fact> {
  const often = columnOf(register, OFTEN);
  const about = `${register.context} ${register.columns.join(' ')} ${setting.title}`;
  if (often < 1 || !BACKUP.test(about) || /\b(?:test|review|check)/.test(register.columns[often] ?? '')) return;
  for (const row of register.table.rows) {
    const cycle = cyclesIn(cellText(row, often))[0];
    const subject = cellText(row, 0);
    if (
      isExampleRow(row) ||
      cycle === undefined ||
      subject === '' ||
      /\bcontinuous (?:log|archive)|\b(?:wal|transaction) logs?\b/i.test(subject)
    )
      continue;
    yield factFromRow(row, often, setting, {
      ...rule(cycle),
      scope: mainOr(firstOf(SYSTEMS, subject)),
      parts: { ...shown(cycle), name: nameOfThing(subject) },
    });
  }
}
