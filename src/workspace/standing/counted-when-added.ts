import { DEFENSIBLE } from '../../readiness/standing.ts';
import { action } from '../../record/kinds/action.ts';
import type { KeptAction } from '../../record/open-actions.ts';
import { type RecentlyUsed, recentlyUsed } from '../recently-used.ts';
import type { Standings } from './standing.ts';

/** Actions remembered: what was so when one was added is so for good. */
const KEPT = 5_000;

const known = new WeakMap<Standings, RecentlyUsed<readonly string[]>>();

/** Of the evidence items of an action, those that counted at the moment it was added. */
export async function countedWhenAdded(
  standings: Standings,
  organisation: string,
  { id, data: { items = [] } }: KeptAction,
): Promise<readonly string[]> {
  const remembered = known.get(standings) ?? recentlyUsed<readonly string[]>(KEPT);
  known.set(standings, remembered);
  const key = `${organisation} ${id} ${items.join(' ')}`;
  const before = remembered.get(key);
  if (before) return before;
  const [added] = await standings.history(organisation, action.name, id);
  const then = added && (await standings.at(organisation, added.entry.at));
  const counting = new Set(
    then?.ok
      ? then.standing.check.assessment.items.flatMap(({ item, standing }) => (DEFENSIBLE.has(standing) ? item.ref : []))
      : [],
  );
  const counted = items.filter((ref) => counting.has(ref));
  remembered.put(key, counted, 1);
  return counted;
}
