import * as z from 'zod';
import type { Instant } from '../record/holdings.ts';
import type { VisitStore } from '../storage/visit-store.ts';

const SEEN = z.object({ at: z.string(), seq: z.number(), standings: z.record(z.string(), z.string()) });

/** What somebody saw when they looked: the time, the last entry of the journal, and each evidence item's standing by its number. */
export type Seen = z.infer<typeof SEEN>;

export type Visits = {
  /** Notes that somebody looks now, and tells what they saw at the end of their last visit; undefined at their first. */
  readonly look: (organisation: string, account: string, now: Seen) => Promise<Seen | undefined>;
};

/** Whoever looks again within this time is still on the same visit, in milliseconds. */
const VISIT = 30 * 60_000;
/** Looks that follow each other this closely are not worth writing down, in milliseconds. */
const TOGETHER = 5 * 60_000;

export function createVisits(store: VisitStore): Visits {
  return {
    look: async (organisation, account, now) => {
      const stored = await store.get(organisation, account);
      const [seen, before] = [parsed(stored?.seen), parsed(stored?.before)];
      const since = seen ? elapsed(seen.at, now.at) : Number.POSITIVE_INFINITY;
      const last = since < VISIT ? before : seen;
      if (since >= TOGETHER)
        await store.put(organisation, account, {
          seen: JSON.stringify(now),
          before: last ? JSON.stringify(last) : null,
        });
      return last;
    },
  };
}

/** A clock that was put back makes no visit longer. */
function elapsed(from: Instant, to: Instant): number {
  return Math.abs(Date.parse(to) - Date.parse(from));
}

/** Undefined also for what an earlier version wrote otherwise: then it is as a first visit. */
function parsed(text: string | null | undefined): Seen | undefined {
  if (text === null || text === undefined) return undefined;
  try {
    return SEEN.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
