import type { Fact } from '../../record/document.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, columnOf, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Duration } from './quantity.ts';
import { durationsIn, hoursInWords, NUMBER } from './quantity.ts';
import type { Statement } from './statement.ts';
import { nameInSentence, nameOfCard, nameOfThing } from './thing-name.ts';
import { RECORD_TYPES } from './vocabulary/record-types.ts';
import { allOf, firstOf, SYSTEMS } from './vocabulary/systems.ts';

const GONE = '(?:deleted?|destroy(?:ed)?|erased?|wiped?|purged?|removed?)';
const KEPT = new RegExp(
  [
    '\\b(?:retain(?:ed|s|ing)?|retention|kept(?! (?:in|up|separate|secure|confidential))|keep(?! (?:confidential|secret|it|them|up|quiet|in\\b))',
    'go(?:es)? after|wiped after|shredded after|overwritten after|stored for|held for|archived for|preserved for|deleted (?:after|within)',
    `${GONE}(?= (?:no later than |not more than |up to )?(?:${NUMBER}) \\w+ (?:after|following|of|from))`,
    `${GONE}\\b[^.;]{0,50}\\swithin(?= (?:${NUMBER})\\b)`,
    'destroyed (?:after|within)|erased (?:after|within)|purged after|removed after|disposed of after|deletion|logged for)\\b',
  ].join('|'),
  'i',
);
/** Words of a heading or a label under which every figure is a time of keeping. */
const KEPT_ABOVE = /\bretention\b|\bkept\b|\bretained\b|\bhow long\b(?! (?:it|to|you|we) (?:take|answer|respond))/;
const BACKUP = /\bback-?ups?\b|\bsnapshots?\b|\brecovery points?\b|\bpoint[- ]in[- ]time\b/i;
const FREQUENCY: readonly (readonly [string, RegExp])[] = [
  ['hourly', /\bhourly\b/i],
  ['daily', /\b(?:daily|nightly|(?:every|each) (?:night|day))\b/i],
  ['weekly', /\bweekly\b/i],
  ['monthly', /\bmonthly\b/i],
  ['yearly', /\b(?:yearly|annual)\b/i],
  ['continuous', /\b(?:continuous|point[- ]in[- ]time|pitr|transaction logs?|wal)\b/i],
];
const NOT_KEPT =
  /\b(?:review(?:ed)?|rotat\w+|notif\w+|respond\w*|response|report(?:ed)? (?:to|within)|expire[sd]? after|lock\w*|time ?out|test(?:ed)? (?:every|within)|cold storage|glacier|transition\w*|disabled|deactivated|refresh\w*|retrain\w*|(?:pseudonymi[sz]ed|aggregated) (?:after|within)|deletion window|recoverable|soft[- ]delete)\b/i;
const TRIGGER =
  /\b(?:after|following|from|since|of)\s+(?:the\s)?(?:end of\s)?(?:the\s)?(contract|termination|leaving|employment|closure|account closure|creation|last (?:contact|login|activity)|request|tax year|financial year|recruitment|collection)/i;

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
    'wiped',
    'overwritten',
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
    const stated = KEPT.test(text);
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
        (durations.length > 1
          ? !KEPT_ABOVE.test(statement.context) && !BACKUP.test(text) && !stated
          : !stated && !KEPT_ABOVE.test(statement.context))
      )
        continue;
      if (NOT_KEPT.test(part) || (duration.hours < 24 && !BACKUP.test(text))) continue;
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
  { type, scope, name = '' }: Subject,
  duration: Duration,
  text: string,
  confidence: number,
  part: string,
) {
  const trigger = TRIGGER.exec(text)?.[1]?.toLowerCase();
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
      ...(trigger !== undefined && { trigger: clockName(trigger, type) }),
    },
  };
}

/** One name for each event that starts a retention clock. */
function clockName(trigger: string, type = ''): string {
  if (/^(?:leaving|employment)$/.test(trigger) || (trigger === 'termination' && type === 'hr records'))
    return 'leaving';
  if (/^(?:contract|account|closure|account closure|termination)$/.test(trigger)) return 'end of contract';
  return /^(?:tax|financial)/.test(trigger) ? 'year end' : trigger;
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

type Subject = { readonly type: string; readonly scope: string; readonly name?: string };

function subjectOf(fullPart: string, whole: string, statement: Statement, setting: Setting): Subject | undefined {
  // "Audit trail expectations: all correspondence is kept …": the label is not what is kept.
  const labelled =
    statement.row === undefined && statement.valueAt > 0 && /\b(?:is|are|be)\s\w+/.test(whole.slice(statement.valueAt));
  const text = labelled ? whole.slice(statement.valueAt) : whole;
  const part = labelled && fullPart.length > text.length ? text : fullPart;
  if (
    BACKUP.test(part) ||
    (BACKUP.test(text) && recordType(part) === undefined) ||
    (BACKUP.test(`${statement.context} ${setting.title}`) && recordType(part) === undefined)
  ) {
    const card = statement.context.slice(statement.context.lastIndexOf('>') + 1);
    return backup(
      part,
      text,
      statement.context,
      nameInSentence(part) || nameOfThing(statement.row ?? nameOfCard(card)),
    );
  }
  const own = recordType(part) ?? recordType(text);
  if (own !== undefined) return { type: own, scope: '' };
  const named = SUBJECT.exec(text)?.[1];
  const open = named === undefined ? undefined : openSubjects(named)[0];
  if (open !== undefined) return { type: open, scope: '' };
  const around =
    recordType(`${statement.row ?? ''} ${labelled ? '' : (statement.label ?? '')}`) ??
    (/\b(?:retention|records?|logs?|data|recordings?)\b/.test(statement.heading)
      ? recordType(statement.heading)
      : undefined);
  if (around !== undefined) return { type: around, scope: '' };
  return /\bdata\b/i.test(part) && clockName(TRIGGER.exec(text)?.[1]?.toLowerCase() ?? '') === 'end of contract'
    ? { type: 'customer data', scope: '' }
    : undefined;
}

/** What starts the clock names no record: "until the end of the contract", "after account closure". */
const CLOCK =
  /\b(?:duration|end|term|life|lifetime|termination|expiry|length|closure) of (?:the |their |your )?\w+|\b(?:contract|agreement|account)(?:'s|’s)? (?:end|ends|expiry|termination|closure)\b|\b(?:after|following|from|since|until|plus)\s(?:the\s)?(?:end of\s)?(?:the\s|their\s|your\s)?(?:contract|account|employment|customer|client|agreement|incident|request)(?:\s\w+)?/gi;
const LOG = /\b([A-Za-z][\w-]+)\s(?:access\s)?logs?\b/i;
const ANY_LOG =
  /^(?:all|the|our|these|any|system|event|and|of|retain|keep|security|monitoring|network|its|those|such|other|log|their|user|access|if|where|when|or|in|to|that|from|with|for|application|service|platform|web|website|portal)$/i;

/** The kind of record a text names; a log keeps the name of what it logs. */
function recordType(text: string): string | undefined {
  const type = firstOf(RECORD_TYPES, text.replace(CLOCK, ' '));
  if (type !== 'logs' && type !== 'access logs') return type;
  const of = LOG.exec(text)?.[1]?.toLowerCase();
  if (of !== undefined && !ANY_LOG.test(of)) return `${of} ${type}`;
  return type === 'access logs' ||
    /\b(?:all|system|security|event|monitoring|the|our|these) logs?\b|^\W*logs?\b|\blog retention\b|\b(?:retain|keep) logs\b/i.test(
      text,
    )
    ? type
    : undefined;
}

const SUBJECT =
  /^(?:\d+(?:\.\d+)*\.?\s)?(?:(?:all|any|the|our|your|these|each)\s)*([A-Za-z][\w\s'’-]{2,60}?)\s(?:is|are|will be|must be|shall be|should be|go)\s(?:\w+ly\s)?(?:kept|retained|stored|held|deleted|wiped|erased|destroyed|archived|preserved|after|overwritten|shredded)\b/i;
const PLAIN =
  /\b(?:the|a|an|all|any|our|your|their|its|these|those|each|every|other|patients?|customers?|clients?|users?|company|data|records?|information|files?|details|copies|copy|paper|electronic|general)\b/gi;

/**
 * What an unlisted kind of record is called, for comparison: "Patient readings and messages in the app" is `readings` and
 * `messages`. Records of children keep apart from all others.
 */
function openSubjects(text: string): string[] {
  const clean = text.toLowerCase().replace(/\(.*?\)/g, ' ');
  const young = /\b(?:under|child(?:ren)?|minors?)\b/.test(clean) ? ' of children' : '';
  return clean.split(/,|;|\/|\band\b|&/).flatMap((part) => {
    const head = part
      .replace(/\s(?:in|on|at|of|for|from|about|held|with|by|to)\s.*$/, '')
      .replace(PLAIN, ' ')
      .replace(/[^a-z' -]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return head.length < 3 || head.split(' ').length > 4 ? [] : [`${head}${young}`];
  });
}

function backup(part: string, text: string, context: string, name: string): Subject {
  const named = allOf(FREQUENCY, text);
  const frequency = firstOf(FREQUENCY, part) ?? (named.length === 1 ? named[0] : undefined) ?? '';
  const system = firstOf(SYSTEMS, part) ?? firstOf(SYSTEMS, text) ?? firstOf(SYSTEMS, context) ?? '';
  // The named product and its database are one.
  const kind = name !== '' && (system === 'database' || system === 'application') ? '' : system;
  return { type: 'backups', scope: [frequency, kind].join('/'), name };
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
  if (register.columns[periodColumn] === 'period' && !/retention|kept/.test(register.context)) return;
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
    const all: Subject[] = isBackup
      ? [backup(subject, subject, '', nameOfThing(subject))]
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
