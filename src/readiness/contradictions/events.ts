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
/** Things done about once a year: two days within two months, or four for a test of weeks, are one event told twice. */
const YEARLY: Readonly<Record<string, number>> = {
  'penetration test': 100,
  'continuity exercise': 60,
  'internal audit': 45,
  'management review': 30,
};
/** Days within which two dates of anything else are one event told twice, when one of them stands in its own report. */
const CLOSE = 10;

/** One event with two dates or two results; and a "last" one that its own log does not hold. */
export function* eventContradictions(evidence: Evidence): Iterable<Finding> {
  for (const type of TYPES) {
    for (const [subject, all] of groupBy(evidence.of(type, 0.65), ({ fact }) => fact.subject)) {
      const past = all.filter(
        ({ fact }) =>
          fact.parts?.none !== 'true' &&
          fact.asOf !== undefined &&
          (fact.asOf.from <= evidence.on || fact.parts?.titled === 'true'),
      );
      const dates = [...againstLog(evidence, subject, past), ...twoLast(evidence, subject, past)];
      // One date told in three places is one disagreement.
      yield* dates.slice(0, 1);
      yield* twoResults(evidence, subject, past);
      yield* noneSince(evidence, subject, all);
      yield* resultOfPlan(evidence, type, subject, all);
    }
  }
}

const severityOf = (subject: string) => (REFS[subject]?.[0] === '7.3.4' ? 'high' : 'medium') as 'high' | 'medium';

/** "Last tested on 11 June" where the log has no row for that day. */
function* againstLog(evidence: Evidence, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  const rows = all.filter(({ fact }) => fact.parts?.row === 'true');
  const claims = all.filter(
    ({ fact }) => fact.parts?.row !== 'true' && (fact.parts?.last === 'true' || fact.parts?.titled === 'true'),
  );
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
    // A report of a test that the log does not know at all may be of another one.
    if (
      claim.fact.parts?.last !== 'true' &&
      (nearest.document === claim.document || apart(nearest, claim) > reach(subject))
    )
      continue;
    yield dateFinding(
      evidence,
      subject,
      [
        {
          value: claim.fact.parts?.shown ?? '',
          sightings: all.filter((one) => one.fact.parts?.row !== 'true' && sameTime(one, claim)),
        },
        {
          value: `${nearest.fact.parts?.shown} as the nearest in the log`,
          sightings: [nearest, ...all.filter((one) => one !== nearest && sameTime(one, nearest))],
        },
      ],
      claim.fact.scope ?? '',
    );
    return;
  }
}

/** Two documents that name "the last" one, or date an event of the year, differently. */
function* twoLast(evidence: Evidence, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  const rows = all.filter(({ fact }) => fact.parts?.row === 'true');
  if (rows.length > 0 && YEARLY[subject] === undefined) return;
  const named = all.filter(({ fact }) => fact.parts?.row !== 'true');
  for (const [at, a] of named.entries()) {
    for (const b of named.slice(at + 1)) {
      if (a.document === b.document || !scopesMeet(a, b) || sameTime(a, b)) continue;
      const [early, late] = (a.fact.asOf?.from ?? '') < (b.fact.asOf?.from ?? '') ? [a, b] : [b, a];
      const reported = a.fact.parts?.titled === 'true' || b.fact.parts?.titled === 'true';
      const close = apart(a, b) <= (YEARLY[subject] ?? (reported ? CLOSE : 0));
      if (!missed(early, late, evidence) && !close) continue;
      // One that both documents also know is another event.
      if (
        named.some(
          (other) =>
            (other.document === a.document && sameTime(other, b)) ||
            (other.document === b.document && sameTime(other, a)),
        )
      )
        continue;
      const told = (one: Sighting) => ({
        ...side(one),
        sightings: [one, ...all.filter((other) => other !== one && sameTime(other, one) && scopesMeet(other, one))],
      });
      yield dateFinding(evidence, subject, [told(a), told(b)], a.fact.scope ?? '');
      return;
    }
  }
}

const reach = (subject: string) => YEARLY[subject] ?? CLOSE;

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

/** "None has been held since November" where another document tells of one after that and before it was written. */
function* noneSince(evidence: Evidence, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  for (const none of all.filter(({ fact }) => fact.parts?.none === 'true')) {
    const written = documentDay(none.document, evidence.on) ?? evidence.on;
    const since = none.fact.asOf?.to ?? '';
    const held = all.filter(
      ({ fact, document }) =>
        document !== none.document &&
        fact.parts?.none !== 'true' &&
        fact.asOf !== undefined &&
        fact.asOf.from > since &&
        fact.asOf.to <= written &&
        (fact.scope === none.fact.scope || none.fact.scope === ''),
    );
    if (held.length === 0) continue;
    yield findingOf(
      {
        severity: 'high',
        refs: REFS[subject] ?? [],
        subject: `${subject}: none`,
        claim: `A ${subject} is told of and said not to have taken place`,
        next: 'Look for the record of the day; without one, take the claim out.',
      },
      [{ value: none.fact.parts?.shown ?? 'none', sightings: [none] }, ...held.slice(0, 3).map(side)],
      evidence.on,
    );
    return;
  }
}

/** A result for a day on which the thing is only planned, or that had not come when the result was written. */
function* resultOfPlan(evidence: Evidence, type: string, subject: string, all: readonly Sighting[]): Iterable<Finding> {
  const plans = evidence.planned(type).filter(({ fact }) => fact.subject === subject);
  for (const plan of plans) {
    const results = all.filter(
      (one) =>
        one.fact.parts?.result !== undefined &&
        (sameTime(one, plan) ||
          (one.fact.asOf === undefined &&
            (plan.fact.asOf?.from ?? '') > (documentDay(one.document, evidence.on) ?? evidence.on))) &&
        scopesMeet(one, plan),
    );
    if (results.length === 0 || (plan.fact.asOf?.to ?? '') <= evidence.on) continue;
    yield findingOf(
      {
        severity: 'high',
        refs: REFS[subject] ?? [],
        subject: `${subject}: result before the day`,
        claim: `The ${subject} of ${plan.fact.parts?.shown} is planned, and its result is told already`,
        next: 'Take the result out until the day has come, and then enter what was found.',
      },
      [side(plan), ...results.slice(0, 3).map((one) => ({ value: one.fact.parts?.result ?? '', sightings: [one] }))],
      evidence.on,
    );
    return;
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
