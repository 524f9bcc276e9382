import type { PersonDetail, RowEvent } from '../catalogue/catalogue.ts';
import { type Day, isDay } from '../record/day.ts';
import type { Fact } from '../record/document.ts';
import { type DocumentEvidence, placeIn } from './document-evidence.ts';
import type { EvidenceIndex } from './evidence-index.ts';

/** Something a row tells, and on which day it was. */
export type ToldEvent = { readonly on: Day; readonly words: string; readonly place: ReturnType<typeof placeIn> };

/** The type of the facts that tell of an event. */
const TOLD_BY: Readonly<Record<RowEvent, string>> = {
  joined: 'person-record',
  left: 'person-record',
  'incident-or-near-miss': 'incident',
  incident: 'incident',
  breach: 'incident',
};

/** Every row of every document that tells of such an event, the latest first. Plans and templates tell of nothing. */
export function eventsTold(event: RowEvent, all: EvidenceIndex): readonly ToldEvent[] {
  const found: ToldEvent[] = [];
  for (const { document, readOn } of all.withFact(TOLD_BY[event])) {
    for (const fact of document.facts) {
      const on = fact.type === TOLD_BY[event] && isRecorded(fact) ? dayOf(event, fact) : undefined;
      if (on !== undefined && on <= readOn)
        found.push({ on, words: wordsOf(fact), place: placeIn(document, fact.where, fact.words) });
    }
  }
  return found.sort((a, b) => (a.on < b.on ? 1 : -1));
}

/**
 * Whom or what rows tell of that may be such an event and give no day for it: nobody can tell when it was. Somebody whose day
 * stands in another row is not among them.
 */
export function undatedOf(event: RowEvent, all: EvidenceIndex): readonly string[] {
  const dated = new Set<string>();
  const undated = new Map<string, string>();
  for (const { document } of all.withFact(TOLD_BY[event])) {
    for (const fact of document.facts) {
      if (fact.type !== TOLD_BY[event] || !isRecorded(fact)) continue;
      // Rows about people know whom they are about; of incidents each row is one of its own.
      const key = fact.type === 'person-record' ? fact.subject : `${document.path} ${JSON.stringify(fact.where)}`;
      if (dayOf(event, fact) !== undefined) dated.add(key);
      else if (mayBe(event, fact)) undated.set(key, wordsOf(fact));
    }
  }
  return [...undated].flatMap(([key, words]) => (dated.has(key) ? [] : [words]));
}

function mayBe(event: RowEvent, { subject, scope, value }: Fact): boolean {
  switch (event) {
    case 'joined':
      return value !== 'left';
    case 'left':
      return value === 'left';
    case 'incident-or-near-miss':
      return subject === 'row';
    case 'incident':
      return subject === 'row' && scope !== 'near miss';
    case 'breach':
      return subject === 'row' && scope === 'breach';
    default:
      return event satisfies never;
  }
}

/** What a row must give, to end a sentence: "no start date is given for Ann". */
export const DAY_OF: Readonly<Record<RowEvent, string>> = {
  joined: 'start date',
  left: 'leaving date',
  'incident-or-near-miss': 'date',
  incident: 'date',
  breach: 'date',
};

/** Events that lists of people tell of: where no person could be read from any, nothing is known of them. */
export function toldByPeople(event: RowEvent): boolean {
  return TOLD_BY[event] === 'person-record';
}

/** Some names, and how many more there are: "Ann, Ben, Cy and 4 more". */
export function someOf(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return `${names.slice(0, NAMED).join(', ')}${more}`;
}

function isRecorded({ strength }: Fact): boolean {
  return strength === 'recorded' || strength === 'configured';
}

function dayOf(event: RowEvent, { subject, scope, parts, asOf }: Fact): Day | undefined {
  switch (event) {
    case 'joined':
      return dayIn(parts?.started);
    case 'left':
      return dayIn(parts?.left);
    case 'incident-or-near-miss':
    case 'incident':
    case 'breach': {
      if (subject !== 'row') return undefined;
      if (event === 'breach' && scope !== 'breach') return undefined;
      return event === 'incident' && scope === 'near miss' ? undefined : asOf?.to;
    }
    default:
      return event satisfies never;
  }
}

function dayIn(text: string | undefined): Day | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

function wordsOf({ parts, words }: Fact): string {
  return parts?.name ?? parts?.title ?? words.slice(0, 60);
}

const DETAILS: Readonly<Record<PersonDetail, string>> = { role: 'role', started: 'start date' };
const NAMED = 3;

/** What is not said of everyone in a list of people, to end a sentence; undefined when all of it is. */
export function notSaidOfAll(
  details: readonly PersonDetail[] | undefined,
  evidence: DocumentEvidence,
): string | undefined {
  for (const detail of details ?? []) {
    const without = peopleWithout(detail, evidence);
    if (without.length > 0) return `no ${DETAILS[detail]} is given for ${someOf(without)}`;
  }
  return undefined;
}

/** Those who have left are not asked about. */
function peopleWithout(detail: PersonDetail, { document }: DocumentEvidence): readonly string[] {
  return document.facts
    .filter(({ type, value }) => type === 'person-record' && value !== 'left')
    .filter(({ parts }) => (parts?.[detail] ?? '').trim() === '')
    .map(({ parts, subject }) => parts?.name ?? subject);
}
