import { setImmediate as turn } from 'node:timers/promises';
import { type Day, dayAfter, dayInBritain, daysBetween } from '../../record/day.ts';
import { EMPTY_HOLDINGS, type Holdings, type Made, withChanges } from '../../record/holdings.ts';
import { changeOf } from '../../record/journal.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { recentlyUsed } from '../recently-used.ts';
import type { PastLine, PastPoint, StandingResult } from './standing.ts';

export type PastLineServices = {
  readonly journal: Pick<JournalStore, 'head' | 'entriesAfter'>;
  /** Another text once something has been erased: what was counted before it is counted again. */
  readonly era: (organisation: string) => Promise<string | undefined>;
  readonly judged: (organisation: string, holdings: Holdings, on: Day) => Promise<StandingResult>;
  readonly today: () => Day;
};

/** Stands for a day for which there is no catalogue: it is not tried again at every look. */
const NOT_JUDGED = 'not judged';
/** Days of the past that are looked at, at most. */
const POINTS = 12;
const BATCH = 1_000;
/** Points held in memory, of all organisations together: a few numbers each. */
const KEPT = 20_000;
/** A journal no longer than this is gone through while somebody waits. */
export const AT_ONCE = 3_000;

/**
 * Where an organisation stood on days of the past, counted from its journal as it was then. A past day does not change, so each
 * is worked out once. Of a long journal that happens in between other work, and is told as not complete meanwhile.
 */
export function createPastLine({
  journal,
  era,
  judged,
  today,
}: PastLineServices): (organisation: string) => Promise<PastLine> {
  const known = recentlyUsed<PastPoint | typeof NOT_JUDGED>(KEPT);
  const working = new Map<string, Promise<void>>();

  async function workOut(organisation: string, days: readonly Day[], keyOf: (day: Day) => string): Promise<void> {
    let holdings = EMPTY_HOLDINGS;
    let waiting: Made[] = [];
    const left = [...days];
    const close = async (day: Day) => {
      holdings = withChanges(holdings, waiting);
      waiting = [];
      const result = await judged(organisation, holdings, day);
      if (!result.ok) {
        known.put(keyOf(day), NOT_JUDGED, 1);
        return;
      }
      const { claimed, defensible } = result.standing.check.assessment.outcome;
      const { mandatory, counting } = defensible;
      known.put(keyOf(day), { on: day, claimed: claimed.counting, defensible: counting, mandatory }, 1);
      await turn();
    };
    for (let seq = 0; ; ) {
      const entries = await journal.entriesAfter(organisation, seq, BATCH);
      for (const { entry, payload } of entries) {
        for (let [day] = left; day !== undefined && dayInBritain(entry.at) > day; [day] = left) {
          await close(day);
          left.shift();
        }
        const { kind, id, at } = entry;
        waiting.push(changeOf(entry, payload) ?? { action: 'remove', kind, id, at });
        seq = entry.seq;
      }
      holdings = withChanges(holdings, waiting);
      waiting = [];
      if (entries.length < BATCH || left.length === 0) break;
    }
    for (const day of left) await close(day);
  }

  return async (organisation) => {
    const [head, [first]] = await Promise.all([journal.head(organisation), journal.entriesAfter(organisation, 0, 1)]);
    if (!head || !first) return { points: [], complete: true };
    const now = await era(organisation);
    const keyOf = (day: Day) => `${organisation} ${now} ${day}`;
    const days = daysOfThePast(dayInBritain(first.entry.at), today());
    const missing = days.filter((day) => !known.get(keyOf(day)));
    if (missing.length > 0) {
      const work = working.get(organisation) ?? workOut(organisation, missing, keyOf);
      working.set(organisation, work);
      const done = () => void working.delete(organisation);
      work.then(done, done);
      if (head.seq <= AT_ONCE) await work;
    }
    const found = days.flatMap((day) => known.get(keyOf(day)) ?? []);
    const points = found.filter((point) => point !== NOT_JUDGED);
    return { points, complete: found.length === days.length };
  };
}

/** Days between the first and today, the same ones tomorrow as far as can be: each day, each Monday or the first of each month. */
export function daysOfThePast(first: Day, today: Day): readonly Day[] {
  const span = daysBetween(first, today);
  const [step, from] =
    span <= POINTS
      ? ['P1D', first]
      : span <= POINTS * 7
        ? ['P7D', mondayAfter(first)]
        : ['P1M', `${dayAfter(first, 'P1M').slice(0, 8)}01`];
  const days: Day[] = [];
  for (let day: Day = from; day < today; day = dayAfter(day, step)) days.push(day);
  return days.slice(-POINTS);
}

function mondayAfter(day: Day): Day {
  // 5 January 1970 was a Monday.
  const since = (daysBetween('1970-01-05', day) + 7_000_000) % 7;
  return dayAfter(day, `P${(7 - since) % 7}D`);
}
