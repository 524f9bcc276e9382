import type { Fact } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import type { FactFamily, Register, Setting } from './fact-family.ts';
import { cellText, factFrom, factFromRow, isExampleRow } from './fact-family.ts';
import type { Duration } from './quantity.ts';
import { durationsIn, hoursInWords } from './quantity.ts';
import type { Statement } from './statement.ts';
import { nameInSentence, nameOfThing } from './thing-name.ts';
import { firstOf, SYSTEMS, TIERS } from './vocabulary/systems.ts';

type Kind = 'rto' | 'rpo';

const TIME =
  /\b(?:RTOs?|recovery time(?: objectives?)?|recovery time target|time to (?:recover|restore)|(?:target )?(?:recovery|restoration|restore) time|(?:recovery|restoration|restore) targets?(?! (?:time|point)))\b/gi;
const POINT =
  /\b(?:RPOs?|recovery point(?: objectives?)?|(?:maximum|acceptable|tolerable|worst) (?:acceptable |tolerable )?(?:data loss|loss of data)|data loss (?:limit|window|of|accepted|allowed))\b/gi;
const LOSS =
  /\b(?:not? more than|up to|at most)\s[^.;]{0,16}?\b(?:hour|day)s?['’]s?\s(?:\w+\s)?(?:data|entries|records|work|messages|changes)\b|\b(?:no more than|up to|at most|maximum(?: of)?|lose|loss of(?: no more than| at most| up to)?)\s[^.;]{0,40}?\b(?:of|worth of)\s\w+|\blose[^.;]{0,24}?\b(?:an?|one|\d+)\s(?:hour|day)s?['’]s?\s\w+|\bdata loss\b[^.;]{0,30}|\bdata\b[^.;?]{0,30}\blost\?\s[^.;]{0,40}|\b(?:can|could|may|might|would) lose is\b[^.;]{0,30}/i;
const RESTORED =
  /\b(?:restored?|recover(?:ed)?|back (?:up and running|in service|online|up)|(?:be|is|are) back|back (?=within|by|in no)|resum(?:ed|e)|(?:recovery|restoration|restoring)|available again|brought back|bring back|working again|running again|back on|(?:get|bring|have)\b[^.;?]{0,40}\bback)\b[^.;]{0,60}?\b(?:within|by|(?:in )?(?:no|not) more than|at most|no later than|takes? (?:no (?:more|longer) than|at most|up to)|(?:in|after|takes?) (?=\d))\s?/i;
const MEASURED =
  /\b(?:actual|achieved|took(?! no)|measured|elapsed|completed in|restored in|recovered in|improved|exceed(?:s|ed)?|expected to exceed|missed)\b/i;
/** Headings that make a target hold for one scenario or one kind of harm only. */
const SCENARIO =
  /\b(?:scenario|failure|failover|outage|loss of|attack|ransomware|corruption|disaster(?! recovery)|example|severe|moderate|minor|incident(?! (?:management|response))|step|option)\b/i;

/** Recovery time and recovery point objectives, in hours, by system and tier. */
export const recoveryTargets: FactFamily = {
  name: 'recovery-targets',
  cues: [
    'rto',
    'rtos',
    'rpo',
    'rpos',
    'recovery',
    'restored',
    'again',
    'back',
    'outage',
    'restore',
    'restoring',
    'lost',
    'restoration',
    'entries',
    'objective',
    'recover',
    'recovered',
    'resumed',
    'loss',
    'lose',
  ],
  *fromStatement(statement, setting) {
    const { text } = statement;
    const durations = durationsIn(text);
    if (durations.length === 0 || MEASURED.test(text)) return;
    const marks = [...marksIn(text, TIME, 'rto'), ...marksIn(text, POINT, 'rpo')].sort((a, b) => a.at - b.at);
    if (marks.length === 0 && statement.from === 'cell') {
      // A cell under an RTO column is read with its whole row.
      return;
    }
    if (marks.length > 0) {
      for (const [at, mark] of marks.entries()) {
        const until = marks[at + 1]?.at ?? text.length;
        const own =
          durations.find((one) => one.at >= mark.end && one.at < until) ??
          (at === 0 ? durations.find((one) => one.end <= mark.at && mark.at - one.end < 3) : undefined);
        if (own === undefined || (own.at > mark.end && /[.;]/.test(text.slice(mark.end, own.at)))) continue;
        if (marks[at + 1] !== undefined && marks[at + 1]?.at === mark.end) continue;
        yield target(statement, setting, mark.kind, own, 0.9);
      }
      return;
    }
    const loss = LOSS.exec(text);
    const lossOf =
      loss === null
        ? undefined
        : durations.find((one) => one.at >= loss.index && one.end <= loss.index + loss[0].length + 2);
    if (lossOf !== undefined) yield target(statement, setting, 'rpo', lossOf, 0.75);
    const restored = RESTORED.exec(text);
    const within =
      restored === null
        ? undefined
        : durations.find(
            (one) => one.end > restored.index + restored[0].length && one.at < restored.index + restored[0].length + 6,
          );
    if (within !== undefined && !/\b(?:incident|notif|ticket|vulnerab|access)\w*/i.test(text))
      yield target(statement, setting, 'rto', within, 0.7);
  },
  *fromTable(register, setting) {
    yield* fromRegister(register, setting);
  },
};

function* marksIn(text: string, pattern: RegExp, kind: Kind): Iterable<{ kind: Kind; at: number; end: number }> {
  for (const match of everyMatch(text, pattern)) {
    const tail = /^\s*\((?:RTO|RPO)s?\)/i.exec(text.slice(match.index + match[0].length));
    const end = match.index + match[0].length + (tail?.[0].length ?? 0);
    if (
      /^\s?(?:RTO|RPO)/i.test(match[0]) &&
      text[match.index - 1] === '(' &&
      /recovery (?:time|point)/i.test(text.slice(Math.max(0, match.index - 30), match.index))
    )
      continue;
    yield { kind, at: match.index, end };
  }
}

function target(statement: Statement, setting: Setting, kind: Kind, duration: Duration, confidence: number): Fact {
  const where = `${statement.text} ${statement.row ?? ''}`;
  const name = nameInSentence(statement.text) || nameOfThing(statement.row ?? '');
  const narrow =
    (name === '' && SCENARIO.test(statement.context)) ||
    /\b(?:scenario|option)\b/i.test(statement.text) ||
    (statement.from === 'cell' && statement.row !== undefined && statement.label !== undefined);
  return factFrom(statement, duration.at, setting, {
    type: 'recovery-target',
    subject: kind,
    value: duration.hours,
    unit: 'hours',
    scope: scopeOf(where, statement.context),
    confidence: narrow || duration.range ? 0.4 : confidence,
    parts: {
      bound: duration.bound,
      shown: hoursInWords(duration.hours),
      name,
    },
  });
}

/** The system and tier a target is for; `main` for "critical services" or no system at all. */
function scopeOf(text: string, context: string): string {
  const system = firstOf(SYSTEMS, text) ?? firstOf(SYSTEMS, context);
  const tier = firstOf(TIERS, text) ?? firstOf(TIERS, context);
  if (tier !== undefined && tier !== 'critical') return `${system ?? 'main'}, ${tier}`;
  return system === undefined ? 'main' : mainOr(system);
}

/** The product, its application and its database are one service to the people who wait for it. */
function mainOr(system: string): string {
  return system === 'application' || system === 'database' ? 'main' : system;
}

function* fromRegister(register: Register, setting: Setting): Iterable<Fact> {
  const columns: readonly (readonly [Kind, number])[] = [
    [
      'rto',
      register.columns.findIndex((name) =>
        /\brto\b|recovery time|back (?:within|in|up)|restored? (?:within|in)|recover(?:ed|y)? (?:within|in)|running again|time to restore|maximum (?:outage|downtime)|mtpd/.test(
          name,
        ),
      ),
    ],
    [
      'rpo',
      register.columns.findIndex((name) =>
        /\brpo\b|recovery point|data loss|lose(?: at most)?\b|can lose|may lose|loss/.test(name),
      ),
    ],
  ];
  if (columns.every(([, at]) => at < 1) || register.columns.some((name) => /outcome|result|tester/.test(name))) return;
  const subjectColumn = Math.max(
    0,
    register.columns.findIndex((name) =>
      /\b(?:system|service|process|application|asset|data|function|activity|name)\b/.test(name),
    ),
  );
  const severity = /severity|impact|priority|level|tier/.test(register.columns[0] ?? '') && subjectColumn === 0;
  // A table that has both tells the database from the service built on it.
  const apart = register.table.rows.some((row) => firstOf(SYSTEMS, cellText(row, subjectColumn)) === 'application');
  for (const row of register.table.rows) {
    if (isExampleRow(row)) continue;
    const subject = cellText(row, subjectColumn);
    for (const [kind, at] of columns) {
      const duration = durationsIn(cellText(row, at))[0];
      if (duration === undefined || subject === '') continue;
      const tier = firstOf(TIERS, subject);
      const system = firstOf(SYSTEMS, subject) ?? 'main';
      yield factFromRow(row, at, setting, {
        type: 'recovery-target',
        subject: kind,
        value: duration.hours,
        unit: 'hours',
        scope: severity
          ? `level ${subject.toLowerCase()}`
          : tier !== undefined && tier !== 'critical'
            ? `${system}, ${tier}`
            : apart && system === 'database'
              ? system
              : mainOr(system),
        confidence: duration.range ? 0.4 : 0.85,
        parts: {
          bound: duration.bound,
          shown: hoursInWords(duration.hours),
          system: subject,
          name: nameOfThing(subject),
        },
      });
    }
  }
}
