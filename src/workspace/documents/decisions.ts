import { findOf, type Holdings, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { observation } from '../../record/kinds/observation.ts';

export type Observed = Entity<DataOf<typeof observation>>;

/** What people decided about documents, by path and evidence item: a document that takes another's path takes its verdicts too. */
export type Decisions = ReadonlyMap<string, ReadonlyMap<string, Observed>>;

const known = new WeakMap<Holdings, Decisions>();

export function decisionsIn(holdings: Holdings): Decisions {
  const before = known.get(holdings);
  if (before) return before;
  const byPath = new Map<string, Map<string, Observed>>();
  for (const one of listOf(holdings, observation)) {
    const { kind, document: id, items } = one.data;
    const path = kind === 'document' && id !== undefined ? findOf(holdings, document, id)?.data.path : undefined;
    if (path === undefined) continue;
    const byRef = byPath.get(path) ?? new Map<string, Observed>();
    // Of two decisions about one thing the one that counts: what somebody accepted counts whatever else was said.
    for (const ref of items) if (byRef.get(ref)?.data.verdict !== 'shows') byRef.set(ref, one);
    byPath.set(path, byRef);
  }
  known.set(holdings, byPath);
  return byPath;
}
