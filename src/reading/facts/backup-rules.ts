import type { FactFamily } from './fact-family.ts';
import { factFrom } from './fact-family.ts';
import { cyclesIn } from './quantity.ts';
import { firstOf, SYSTEMS } from './vocabulary/systems.ts';

const TAKEN =
  /\b(?:backed up|back-?ups? (?:is|are|run|runs|take|takes|taken|occur|performed|made|must|shall|will|job)|(?:taken|run|performed|made|captured|created|execut\w+)\b|back-?up frequency|(?:hourly|daily|nightly|weekly|continuous)(?: (?:full|incremental|automated|encrypted|database|offsite))* (?:back-?ups?|snapshots?)|back-?ups?[^.;]{0,24}\b(?:nightly|daily|hourly|weekly|every)\b|snapshots? every)/i;
const OTHER =
  /\b(?:test(?:ed|ing|s)?|review(?:ed|s)?|restor\w+|check(?:ed|s)?|verif\w+|report\w*|monitor\w*|alert\w*|audit\w*|scan\w*|patch\w*|retain\w*|kept|retention)\b/i;

/** How often a system is backed up, in hours between backups. */
export const backupRules: FactFamily = {
  name: 'backup-rules',
  cues: ['backup', 'backups', 'backed', 'back', 'snapshot', 'snapshots'],
  *fromStatement(statement, setting) {
    const { text } = statement;
    if (!/\bback(?:-| )?(?:ed )?-?ups?\b|\bsnapshots?\b/i.test(`${text} ${statement.label ?? ''} ${statement.heading}`))
      return;
    if (!TAKEN.test(text) && !/frequency|schedule|how often/.test(statement.label ?? '')) return;
    for (const cycle of cyclesIn(text)) {
      const start =
        Math.max(
          text.lastIndexOf(',', cycle.at),
          text.lastIndexOf(';', cycle.at),
          text.lastIndexOf(' and ', cycle.at),
        ) + 1;
      const clause = text.slice(start, cycle.end + 40).split(/[,;]| and /)[0] ?? '';
      if (OTHER.test(clause)) continue;
      yield factFrom(statement, cycle.at, setting, {
        type: 'backup-rule',
        subject: 'frequency',
        scope: firstOf(SYSTEMS, `${statement.row ?? ''} ${text}`) ?? firstOf(SYSTEMS, statement.context) ?? '',
        value: cycle.hours,
        unit: 'hours',
        confidence: 0.75,
        parts: { bound: cycle.bound, shown: cycle.hours === 0 ? 'continuous' : cycle.text },
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
};
