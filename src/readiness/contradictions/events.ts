import { daysBetween } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import type { Side } from './disagreement.ts';
import { findingOf, groupBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay } from './evidence.ts';

const TYPES = ['restore-test', 'exercise', 'check-done'] as const;
const REFS: Readonly<Record<string, readonly string[]>> = {
  'restore test': ['7.3.4'],
  'continuity exercise': ['7.2.1'],
  'penetration test': ['9.2.1'],
  'access review': ['4.2.4'],
  'spot check': ['1.3.2'],
  'vulnerability scan': ['8.4.3'],
};
/** Things done about once a year: two different days within the year are taken for one event told twice. */
const YEARLY: ReadonlySet<string> = new Set(['penetration test', 'continuity exercise']);

/** One event with two dates or two results; and a "last" one that its own log does not hold. */
export function* eventContradictions(evidence: Evidence): Iterable<Finding> {
  for (const type of TYPES) {
    for (const [subject, all] of groupBy(evidence.of(type, 0.65), ({ fact }) => fact.subject)) {
      const past = all.filter(({ fact }) => fact.asOf !== undefined && fact.asOf.from <= evidence.on);
      yield* againstLog(evidence, subject, past);
      yield* twoLast(evidence, subject, past);
      yield* twoResults(evidence, subject, past);
    }
  }
}

const severityOf = (subject: string) => (REFS[subject]?.[0] === '7.3.4' ? 'high' : 'medium') as 'high' | 'medium';

/** "Last tested on 11 June" where the log has no row for that day. */
function* againstLog(evidence: Evidence, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  const rows = all.filter(({ fact }) => fact.parts?.row === 'true');
  const claims = all.filter(({ fact }) => fact.parts?.row !== 'true' && fact.parts?.last === 'true');
  if (rows.length === 0) return;
  for (const claim of claims) {
    const comparable = rows.filter((row) => scopesMeet(row, claim));
    if (
      comparable.length === 0 ||
      comparable.some((row) => sameTime(row, claim)) ||
      rows.some((row) => sameTime(row, claim) && row.fact.scope === '')
    )
      continue;
    const nearest = [...comparable].sort((a, b) => apart(a, claim) - apart(b, claim))[0];
    if (nearest === undefined) continue;
    yield dateFinding(
      evidence,
      subject,
      [side(claim), { value: `${nearest.fact.parts?.shown} as the nearest in the log`, sightings: [nearest] }],
      claim.fact.scope ?? '',
    );
    return;
  }
}

/** Two documents that name "the last" one, or date an event of the year, differently. */
function* twoLast(evidence: Evidence, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  const rows = all.filter(({ fact }) => fact.parts?.row === 'true');
  if (rows.length > 0 && !YEARLY.has(subject)) return;
  const named = all.filter(({ fact }) => fact.parts?.row !== 'true');
  for (const [at, a] of named.entries()) {
    for (const b of named.slice(at + 1)) {
      if (a.document === b.document || !scopesMeet(a, b) || sameTime(a, b)) continue;
      const [early, late] = (a.fact.asOf?.from ?? '') < (b.fact.asOf?.from ?? '') ? [a, b] : [b, a];
      if (!missed(early, late, evidence) && !(YEARLY.has(subject) && apart(a, b) <= SAME_EVENT)) continue;
      // One that both documents also know is another event.
      if (
        named.some(
          (other) =>
            (other.document === a.document && sameTime(other, b)) ||
            (other.document === b.document && sameTime(other, a)),
        )
      )
        continue;
      yield dateFinding(evidence, subject, [side(a), side(b)], a.fact.scope ?? '');
      return;
    }
  }
}

/** Days within which two dates of a yearly event are taken for one event told twice. */
const SAME_EVENT = 60;

/** True when `early` is called the last one by a document written after `late` had taken place. */
function missed(early: Sighting, late: Sighting, { on }: Evidence): boolean {
  if (early.fact.parts?.last !== 'true') return false;
  const written = documentDay(early.document, on);
  if (written === undefined) return late.fact.parts?.last === 'true';
  return (late.fact.asOf?.to ?? '') <= written;
}

function* twoResults(evidence: Evidence, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  for (const part of ['result', 'minutes'] as const) {
    const told = all.filter(({ fact }) => fact.parts?.[part] !== undefined && fact.asOf?.precision === 'day');
    for (const group of groupBy(told, ({ fact }) => `${fact.value}|${fact.scope}`).values()) {
      const values = [...groupBy(group, ({ fact }) => fact.parts?.[part] ?? '')];
      if (values.length < 2 || new Set(group.map(({ document }) => document)).size < 2) continue;
      yield findingOf(
        {
          severity: part === 'result' ? 'high' : 'low',
          refs: REFS[subject] ?? [],
          subject: `${subject}: ${part} ${group[0]?.fact.value}`,
          claim: `Two ${part === 'result' ? 'results' : 'durations'} for the ${subject} of ${group[0]?.fact.parts?.shown}`,
          next: 'Look at the original record of the day and correct the other document.',
        },
        values.map(([value, sightings]) => ({ value: part === 'minutes' ? `${value} minutes` : value, sightings })),
        evidence.on,
      );
    }
  }
}

function dateFinding(evidence: Evidence, subject: string, sides: readonly Side[], scope: string): Finding {
  return findingOf(
    {
      severity: severityOf(subject),
      refs: REFS[subject] ?? [],
      subject: `${subject}: date${scope === '' ? '' : ` / ${scope}`}`,
      claim: `Two dates for the ${subject}${scope === '' ? '' : ` of ${scope}`}`,
      next: 'Find the original record of the event and put its date into every document.',
    },
    sides,
    evidence.on,
  );
}

function side(one: Sighting): Side {
  return { value: one.fact.parts?.shown ?? String(one.fact.value), sightings: [one] };
}

function scopesMeet(a: Sighting, b: Sighting): boolean {
  return a.fact.scope === b.fact.scope || a.fact.scope === '' || b.fact.scope === '';
}

/** True when the two stated dates can be the same day, or the days of one event that lasted a week. */
function sameTime(a: Sighting, b: Sighting): boolean {
  const [x, y] = [a.fact.asOf, b.fact.asOf];
  return x !== undefined && y !== undefined && x.from <= y.to && y.from <= x.to;
}

function apart(a: Sighting, b: Sighting): number {
  const [x, y] = [a.fact.asOf, b.fact.asOf];
  return x === undefined || y === undefined ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(x.from, y.from));
}
