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
    const more = without.length > NAMED ? ` and ${without.length - NAMED} more` : '';
    if (without.length > 0) return `no ${DETAILS[detail]} is given for ${without.slice(0, NAMED).join(', ')}${more}`;
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
