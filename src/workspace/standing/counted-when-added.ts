import { setImmediate as turn } from 'node:timers/promises';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { DEFENSIBLE } from '../../readiness/standing.ts';
import { dayInBritain } from '../../record/day.ts';
import { EMPTY_HOLDINGS, type Instant } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import type { KeptAction } from '../../record/open-actions.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { recentlyUsed } from '../recently-used.ts';
import { foldedUpTo } from './past-holdings.ts';
import { AT_ONCE, type PastLineServices } from './past-line.ts';
import type { Standings } from './standing.ts';

export type CountedWhenAddedServices = Pick<PastLineServices, 'era' | 'judged'> & {
  readonly journal: Pick<JournalStore, 'head' | 'seqAt' | 'entriesAfter' | 'history'>;
};

/** Actions remembered, of all organisations together: a few refs each. */
const KEPT = 5_000;
/** Moments judged at one look, at most: the next look goes on. */
const MOMENTS = 12;

/** The moment at which actions were added: `last` is the last entry made by then. */
type Moment = { readonly at: Instant; readonly last: number; readonly actions: readonly KeptAction[] };

/**
 * Of the evidence items of actions, those that counted when each was added. That is so for good, until something is erased, and
 * is worked out once for all the actions of one moment. Of a long journal that happens in between other work.
 */
export function createCountedWhenAdded({
  journal,
  era,
  judged,
}: CountedWhenAddedServices): Standings['countedWhenAdded'] {
  const known = recentlyUsed<readonly string[]>(KEPT);
  const working = new Map<string, Promise<void>>();

  /** The earliest first. */
  async function momentsOf(organisation: string, actions: readonly KeptAction[]): Promise<readonly Moment[]> {
    const added: { readonly at: Instant; readonly one: KeptAction }[] = [];
    for (const one of actions) {
      const [first] = await journal.history(organisation, action.name, one.id);
      if (first) added.push({ at: first.entry.at, one });
    }
    const moments: Moment[] = [];
    for (const [at, together] of Map.groupBy(added, (one) => one.at))
      moments.push({ at, last: await journal.seqAt(organisation, at), actions: together.map(({ one }) => one) });
    return moments.sort((a, b) => a.last - b.last);
  }

  async function workOut(
    organisation: string,
    actions: readonly KeptAction[],
    keyOf: (one: KeptAction) => string,
  ): Promise<void> {
    let holdings = EMPTY_HOLDINGS;
    let done = 0;
    for (const moment of await momentsOf(organisation, actions)) {
      holdings = await foldedUpTo(journal, organisation, holdings, moment.last);
      const result = await judged(organisation, holdings, dayInBritain(moment.at));
      // What could not be judged may be another time.
      if (!result.ok) continue;
      const counting = refsCounting(result.standing.check);
      for (const one of moment.actions)
        known.put(
          keyOf(one),
          itemsOf(one).filter((ref) => counting.has(ref)),
          1,
        );
      done += 1;
      if (done === MOMENTS) return;
      await turn();
    }
  }

  return async (organisation, actions) => {
    if (actions.length === 0) return new Map();
    const now = await era(organisation);
    const keyOf = (one: KeptAction) => `${organisation} ${now} ${one.id} ${itemsOf(one).join(' ')}`;
    const missing = actions.filter((one) => !known.get(keyOf(one)));
    if (missing.length > 0) {
      const work = working.get(organisation) ?? workOut(organisation, missing, keyOf);
      working.set(organisation, work);
      const done = () => void working.delete(organisation);
      work.then(done, done);
      const head = await journal.head(organisation);
      if (head && head.seq <= AT_ONCE) await work;
    }
    return new Map(
      actions.flatMap((one) => {
        const counted = known.get(keyOf(one));
        return counted ? [[one.id, counted] as const] : [];
      }),
    );
  };
}

function itemsOf({ data: { items = [] } }: KeptAction): readonly string[] {
  return items;
}

function refsCounting({ assessment }: GapCheck): ReadonlySet<string> {
  return new Set(assessment.items.flatMap(({ item, standing }) => (DEFENSIBLE.has(standing) ? item.ref : [])));
}
