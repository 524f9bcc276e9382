import type { Holdings, HoldingsByKind } from '../../record/holdings.ts';

/** Everything of the kinds that were looked at, as it was then. */
export type Looked = ReadonlyMap<string, ReturnType<Holdings['of']['get']>>;

/** The same holdings, taking down which kinds are looked at. */
export function watchedHoldings({ of }: Holdings): { readonly watched: HoldingsByKind; readonly looked: Looked } {
  const looked = new Map<string, ReturnType<typeof of.get>>();
  const get = (kind: string) => {
    const found = of.get(kind);
    looked.set(kind, found);
    return found;
  };
  return { watched: { of: { get } }, looked };
}

/** True when nothing of these kinds has changed since: holdings are never changed in place. */
export function sameIn({ of }: Holdings, looked: Looked): boolean {
  return [...looked].every(([kind, found]) => of.get(kind) === found);
}
