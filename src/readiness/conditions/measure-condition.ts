import type { Condition } from '../../catalogue/catalogue.ts';
import { type Day, dayAfter, dayBefore, periodInWords } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import type { Interval } from '../interval.ts';
import { rowsOfMeasure } from '../measure-rows.ts';
import { hasPeople, isOfPeople, unnamedPeople } from '../unmentioned.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

export type MeasureCondition = Extract<Condition, { is: 'measure' }>;

/** One person, device, account or supplier that a measure counts, and the days on which it counts as done. */
export type MeasureRow = { readonly label: string; readonly done: Interval | undefined; readonly place: Place };

/** What is so of each that a measure counts as done. */
const DONE: Readonly<Record<string, string>> = {
  'admin-agreement-coverage': 'have signed an agreement',
  'antimalware-coverage': 'are protected against malware',
  'contract-clause-coverage': 'have agreed to the terms',
  'default-passwords-changed': 'no longer have the password they came with',
  'encryption-coverage': 'are encrypted',
  'leaver-access-removed': 'have lost their access',
  'mfa-coverage': 'need a second factor to sign in',
  'role-training': 'have been trained for their role',
  'supplier-assurance': 'have shown that they keep data secure',
  'supported-software': 'are still supported by their maker',
  'training-completion': 'have completed the training',
};

/**
 * A share counted from rows, never from a percentage somebody wrote down. The rows' own dates cut time into stretches; in each
 * the share is constant, so the witnesses are the stretches in which it is high enough. Compared exactly: 19 of 20 is 95 %.
 */
export function prepareMeasure(condition: MeasureCondition, all: EvidenceIndex): PreparedCondition {
  const rows = rowsOfMeasure(condition, all);
  const percent = Math.round(condition.atLeast * 100);
  const share = percent === 100 ? 'all' : `at least ${percent}%`;
  const within = condition.within ? `, shown within the last ${periodInWords(condition.within)}` : '';
  const asks = `${share} of these ${DONE[condition.measure] ?? 'are in order'}${within}. Counted: ${condition.of}`;
  const todo = `Make sure, and show in your registers, that ${asks}.`;
  const ofPeople = isOfPeople(condition);
  const unnamed = ofPeople ? unnamedPeople(all) : undefined;
  if (unnamed) {
    const { because, todo } = unnamed;
    return { condition, asks, todo, witnesses: [], otherwise: { met: 'unknown', because } };
  }
  if (rows.length === 0)
    return {
      condition,
      asks,
      todo,
      witnesses: [],
      otherwise: { met: 'no', because: 'there are no rows to count it from' },
    };
  if (ofPeople && !hasPeople(all)) {
    const because = 'no list of your people was found to count it against';
    return { condition, asks, todo, witnesses: [], otherwise: { met: 'unknown', because } };
  }
  const witnesses = stretches(rows).flatMap(({ interval, done }): Witness[] => {
    if (done / rows.length < condition.atLeast) return [];
    return [
      {
        interval,
        because: `${done} of ${rows.length} in order`,
        places: rows.slice(0, 3).map((row) => row.place),
      },
    ];
  });
  const missing = rows.filter((row) => !row.done);
  const because =
    missing.length > 0
      ? `${rows.length - missing.length} of ${rows.length} in order; not: ${missing
          .slice(0, 4)
          .map((row) => row.label)
          .join(', ')}`
      : `${rows.length} rows, of which too few count on this day`;
  // Software that goes out of support is a new gap, not proof gone old.
  const lapses = condition.measure !== 'supported-software';
  return { condition, asks, todo, witnesses, lapses, otherwise: { met: 'no', because } };
}

function isEmpty({ from, until }: Interval): boolean {
  return from !== undefined && until !== undefined && from > until;
}

type Stretch = { readonly interval: Interval; readonly done: number };

/** The stretches of days between which no row begins or ceases to count, each with how many count in it. */
function stretches(rows: readonly MeasureRow[]): Stretch[] {
  /** By day, how many more rows count from it on than the day before. */
  const changes = new Map<Day, number>();
  const change = (day: Day, by: number) => changes.set(day, (changes.get(day) ?? 0) + by);
  let done = 0;
  for (const { done: counts } of rows) {
    if (!counts || isEmpty(counts)) continue;
    if (counts.from === undefined) done += 1;
    else change(counts.from, 1);
    if (counts.until !== undefined) change(dayAfter(counts.until, 'P1D'), -1);
  }
  const days = [...changes.keys()].sort();
  const eve = (day: Day | undefined) => (day === undefined ? undefined : dayBefore(day, 'P1D'));
  const before: Stretch = { interval: days[0] === undefined ? {} : { until: eve(days[0]) }, done };
  return [
    before,
    ...days.map((from, i): Stretch => {
      done += changes.get(from) ?? 0;
      return { interval: { from, until: eve(days[i + 1]) }, done };
    }),
  ];
}
