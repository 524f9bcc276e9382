import type { Setting } from './fact-family.ts';
import type { Statement } from './statement.ts';
import { nameInSentence, nameOfCard, nameOfThing } from './thing-name.ts';
import { RECORD_TYPES } from './vocabulary/record-types.ts';
import { allOf, firstOf, SYSTEMS } from './vocabulary/systems.ts';

export const BACKUP = /\bback-?ups?\b|\bsnapshots?\b|\brecovery points?\b|\bpoint[- ]in[- ]time\b/i;
const FREQUENCY: readonly (readonly [string, RegExp])[] = [
  ['hourly', /\bhourly\b/i],
  ['daily', /\b(?:daily|nightly|(?:every|each) (?:night|day))\b/i],
  ['weekly', /\bweekly\b/i],
  ['monthly', /\bmonthly\b/i],
  ['yearly', /\b(?:yearly|annual)\b/i],
  ['continuous', /\b(?:continuous|point[- ]in[- ]time|pitr|transaction logs?|wal)\b/i],
];
const TRIGGER =
  /\b(?:after|following|from|since|of)\s+(?:the\s)?(?:end of\s)?(?:the\s)?(contract|termination|leaving|employment|closure|account closure|creation|last (?:contact|login|activity)|request|tax year|financial year|recruitment|collection)/i;

/** What is kept; backups are scoped by how often they are taken and what of, with the system's name where it has one. */
export type RetentionSubject = { readonly type: string; readonly scope: string; readonly name?: string };

/** What a sentence says is kept: in the figure's own clause, else in the sentence, else in its label or heading. */
export function subjectOf(
  fullPart: string,
  whole: string,
  statement: Statement,
  setting: Setting,
): RetentionSubject | undefined {
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
    return backupSubject(
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
  return /\bdata\b/i.test(text) && startOfClock(text) === 'end of contract'
    ? { type: 'customer data', scope: '' }
    : undefined;
}

/** What starts the clock names no record: "until the end of the contract", "after account closure". */
const CLOCK =
  /\b(?:duration|end|term|life|lifetime|termination|expiry|length|closure) of (?:an? |the |their |your )?\w+|\b(?:contract|agreement|account)(?:'s|’s)? (?:end|ends|expiry|termination|closure)\b|\b(?:after|following|from|since|until|plus)\s(?:the\s)?(?:end of\s)?(?:the\s|their\s|your\s)?(?:contract|account|employment|customer|client|agreement|incident|request)(?:\s\w+)?/gi;
const LOG = /\b([A-Za-z][\w-]+)\s(?:access\s)?logs?\b/i;
const ANY_LOG =
  /^(?:all|the|our|these|any|system|event|and|of|retain|keep|security|monitoring|network|its|those|such|other|log|their|user|access|if|where|when|or|in|to|that|from|with|for|application|service|platform|web|website|portal)$/i;

/** The kind of record a text names; a log keeps the name of what it logs. */
export function recordType(text: string): string | undefined {
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
export function openSubjects(text: string): string[] {
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

export function backupSubject(part: string, text: string, context: string, name: string): RetentionSubject {
  const named = allOf(FREQUENCY, text);
  const frequency = firstOf(FREQUENCY, part) ?? (named.length === 1 ? named[0] : undefined) ?? '';
  const system = firstOf(SYSTEMS, part) ?? firstOf(SYSTEMS, text) ?? firstOf(SYSTEMS, context) ?? '';
  // The named product and its database are one.
  const kind = name !== '' && (system === 'database' || system === 'application') ? '' : system;
  return { type: 'backups', scope: [frequency, kind].join('/'), name };
}

/** The end of a customer's contract, in any order of words. */
const CONTRACT_END =
  /\b(?:contracts?|agreements?|subscriptions?|accounts?|services?)\b[^.;]{0,16}\b(?:ends?|ended|expires?|expir(?:y|ation)|terminat\w+|closes?|closed|closure|cancel\w+)\b|\b(?:end|termination|expiry|closure|cancellation) of (?:the |a |your |their |its )?(?:contract|agreement|subscription|account|service)|\b(?:on|after|following|from|of|upon) termination\b|\b(?:customers?|clients?|practices?|you) leaves?\b/i;

/** The event a text counts from, under one name for each; undefined when it names none. */
export function startOfClock(text: string, type = ''): string | undefined {
  const trigger = TRIGGER.exec(text)?.[1]?.toLowerCase();
  if (trigger !== undefined) return clockName(trigger, type);
  return type !== 'hr records' && CONTRACT_END.test(text) ? 'end of contract' : undefined;
}

function clockName(trigger: string, type: string): string {
  if (/^(?:leaving|employment)$/.test(trigger) || (trigger === 'termination' && type === 'hr records'))
    return 'leaving';
  if (/^(?:contract|account|closure|account closure|termination)$/.test(trigger)) return 'end of contract';
  return /^(?:tax|financial)/.test(trigger) ? 'year end' : trigger;
}
