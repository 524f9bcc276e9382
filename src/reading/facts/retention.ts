import type { Fact } from '../../record/document.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Duration } from './quantity.ts';
import { durationsIn, hoursInWords, NUMBER } from './quantity.ts';
import type { RetentionSubject } from './retention-subject.ts';
import { BACKUP, backupSubject, openSubjects, recordType, startOfClock, subjectOf } from './retention-subject.ts';
import { nameOfThing } from './thing-name.ts';

const GONE = '(?:deleted?|destroy(?:ed)?|erased?|wiped?|purged?|removed?)';
/** Time said in the words of backups and logs: how far they reach back, when they go. */
const REACHES =
  /\b(?:expires?|expired|roll(?:s|ed)? off|go(?:es)? back|reach(?:es)? back|available for|rotated out)\b/i;
const KEPT = new RegExp(
  [
    '\\b(?:retain(?:ed|s|ing)?|retention|kept(?! (?:in|up|separate|secure|confidential))|keep(?! (?:confidential|secret|it|them|up|quiet|in\\b))',
    'go(?:es)? after|wiped after|shredded after|overwritten (?:after|every)|(?:stored|hold \\S+|hold \\S+ \\S+|held|available) for|archived for|preserved for|deleted (?:after|within)',
    `${GONE}(?= (?:no later than |not more than |up to )?(?:${NUMBER}) \\w+ (?:after|following|of|from))`,
    `${GONE}\\b[^.;]{0,50}\\s(?:within|after)(?= (?:${NUMBER})\\b)`,
    `(?:within|after) (?:${NUMBER}) \\w+\\b[^.;]{0,60}\\b${GONE}`,
    'destroyed (?:after|within)|erased (?:after|within)|purged after|removed after|disposed of after|deletion|logged for)\\b',
  ].join('|'),
  'i',
);
/** Words of a heading or a label under which every figure is a time of keeping. */
const KEPT_ABOVE = /\bretention\b|\bkept\b|\bretained\b|\bhow long\b(?! (?:it|to|you|we) (?:take|answer|respond))/;
const NOT_KEPT =
  /\b(?:review(?:ed)?|rotat\w+|notif\w+|respond\w*|response|report(?:ed)? (?:to|within)|expire[sd]? after|lock\w*|time ?out|test(?:ed)? (?:every|within)|cold storage|glacier|transition\w*|disabled|deactivated|refresh\w*|retrain\w*|(?:pseudonymi[sz]ed|aggregated) (?:after|within)|deletion window|recoverable|soft[- ]delete)\b/i;
/** How long a duty binds, not how long a record is kept. */
const OUTLASTS = /\b(?:obligations?|dut(?:y|ies)|confidentiality|covenants?)\b[^.;]{0,60}\bsurviv/i;
const LOG_WORDS = /\b(?:logs?|audit trails?)\b/i;

/** How long a kind of record is kept, in hours; backups are a record type of their own, scoped by how often they are taken. */
export const retention: FactFamily = {
  name: 'retention',
  cues: [
    'retain',
    'retained',
    'retains',
    'retention',
    'kept',
    'keep',
    'stored',
    'held',
    'archived',
    'preserved',
    'deleted',
    'delete',
    'erase',
    'destroy',
    'purge',
    'termination',
    'contract',
    'snapshot',
    'snapshots',
    'backup',
    'backups',
    'logs',
    'trail',
    'wiped',
    'overwritten',
    'hold',
    'available',
    'long',
    'destroyed',
    'erased',
    'purged',
    'removed',
    'disposed',
    'deletion',
    'logged',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const durations = durationsIn(text);
    if (durations.length === 0) return;
    // The row of a log tells what happened, not how long a record is to be kept.
    if ((statement.row !== undefined && setting.profile.kind === 'log') || OUTLASTS.test(text)) return;
    const lasting = REACHES.test(text) && (BACKUP.test(text) || LOG_WORDS.test(text));
    // "Customer data: 90 days from termination" needs no verb.
    const clocked =
      statement.label !== undefined && recordType(statement.label) !== undefined && startOfClock(text) !== undefined;
    const stated = lasting || clocked || KEPT.test(text);
    if (!stated && !KEPT_ABOVE.test(statement.context)) return;
    if (
      statement.row !== undefined &&
      statement.from === 'cell' &&
      (/retention|kept|keep|period|how long/.test(statement.label ?? '') || !stated || text.length < 25)
    )
      return;
    for (const duration of durations) {
      const part = clauseAround(text, duration);
      if (
        !KEPT.test(part) &&
        !lasting &&
        (durations.length > 1
          ? !KEPT_ABOVE.test(statement.context) && !BACKUP.test(text) && !stated
          : !stated && !KEPT_ABOVE.test(statement.context))
      )
        continue;
      if ((NOT_KEPT.test(part) && !lasting) || (duration.hours < 24 && !BACKUP.test(text))) continue;
      const subject = subjectOf(part, text, statement, setting);
      if (subject === undefined) continue;
      yield factFrom(statement, duration.at, setting, period(subject, duration, text, stated ? 0.85 : 0.65, part));
    }
  },
  *fromTable(register, setting) {
    yield* fromRegister(register, setting);
  },
};

function period(
  { type, scope, name = '' }: RetentionSubject,
  duration: Duration,
  text: string,
  confidence: number,
  part: string,
) {
  const trigger = startOfClock(text, type);
  return {
    type: 'retention-period',
    subject: type,
    scope,
    value: duration.hours,
    unit: 'hours',
    confidence: duration.range ? 0.4 : confidence,
    parts: {
      ...(name !== '' && { name }),
      bound: /\b(?:delete|destroy|erase|purge|remove|wipe)[ds]?\b[^.;]{0,50}\bwithin\b/i.test(part)
        ? 'max'
        : duration.bound,
      shown: hoursInWords(duration.hours),
      ...(trigger !== undefined && { trigger }),
    },
  };
}

/** The clause a figure stands in: up to the nearest comma-separated neighbour with a figure of its own. */
function clauseAround(text: string, duration: Duration): string {
  const before = text.slice(0, duration.at);
  const start =
    Math.max(
      before.lastIndexOf(';'),
      before.lastIndexOf(', '),
      before.lastIndexOf(' | '),
      before.lastIndexOf(' and '),
    ) + 1;
  const rest = text.slice(duration.end);
  const stop = rest.search(/[;|]|, | and (?=\S+ (?:\S+ )?(?:for|\d))/);
  const clause = text.slice(start, duration.end + (stop < 0 ? rest.length : stop));
  return /\p{L}{3}/u.test(clause.replace(duration.text, '')) ? clause : text;
}

/** What follows the name of a record: for whom it is held, or whose it is. */
const LATER_CLAUSE =
  /\s(?:(?:held|kept|used|shared|received|collected)\s(?:for|by|with|from|in|about)|whose|who|that|which)\b.*$/i;

function* fromRegister(register: Register, setting: Setting): Iterable<Fact> {
  const periodColumn = columnOf(
    register,
    /^(?:retention(?: period| time| rule)?(?: \(.*\))?|how long(?: kept| we keep it| we keep them)?|kept for|keep for|kept|keep|we keep it|retention\/disposal|minimum retention|period|duration kept|retained for|storage period)$/,
  );
  if (periodColumn < 0) return;
  if (register.columns[periodColumn] === 'period' && !/retention|kept/.test(`${register.context} ${setting.title}`))
    return;
  const subjectColumn = columnOf(
    register,
    /record|data|type|information|category|activity|asset|document|log|backup|what|class/,
  );
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const subject = cellText(row, subjectColumn < 0 ? 0 : subjectColumn);
    const cell = cellText(row, periodColumn);
    const duration = durationsIn(cell)[0];
    if (duration === undefined || subject === '') continue;
    const head = subject.replace(LATER_CLAUSE, '');
    const known = recordType(head) ?? recordType(subject);
    const isBackup =
      BACKUP.test(subject) || (BACKUP.test(`${register.context} ${setting.title}`) && known === undefined);
    const all: RetentionSubject[] = isBackup
      ? [backupSubject(subject, subject, '', nameOfThing(subject))]
      : (known === undefined ? openSubjects(subject) : [known]).map((type) => ({ type, scope: '' }));
    for (const named of all)
      yield factFromRow(
        row,
        periodColumn,
        setting,
        period(named, duration, cell, durationsIn(cell).length > 1 ? 0.5 : 0.9, cell),
      );
  }
}
