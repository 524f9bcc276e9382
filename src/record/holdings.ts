import type { AnyKind, DataOf, Entity, Lookup } from './kinds/kind.ts';

/** An instant as ISO 8601 text in UTC with milliseconds, such as `2026-11-20T09:30:00.000Z`. Instants compare as text. */
export type Instant = string;

/** Everything an organisation keeps at one moment: the fold of its journal up to entry `seq`. Never changed in place. */
export type Holdings = {
  /** Number of the last journal entry that is folded in; 0 for an empty record. */
  readonly seq: number;
  readonly of: ReadonlyMap<string, ReadonlyMap<string, Entity>>;
};

/** Holdings as most look at them: one kind at a time. */
export type HoldingsByKind = { readonly of: Pick<Holdings['of'], 'get'> };

/** One change to one entity. `data` is the whole of it afterwards; a removed or erased one has none. */
export type Change =
  | { readonly action: 'add' | 'change'; readonly kind: string; readonly id: string; readonly data: unknown }
  | { readonly action: 'remove'; readonly kind: string; readonly id: string }
  /** Lawful erasure: every payload ever kept for the entity goes, and the reason stays. */
  | {
      readonly action: 'erase';
      readonly kind: string;
      readonly id: string;
      readonly data: { readonly reason: string; readonly basis: string };
    };

/** A change that was made, and when. */
export type Made = Change & { readonly at: Instant };

export const EMPTY_HOLDINGS: Holdings = { seq: 0, of: new Map() };

/** Holdings in the making. `holdings` shows every change put in so far; it may be handed on once the last one is in. */
export type Draft = { readonly holdings: Holdings; readonly put: (changes: readonly Made[]) => void };

/** Begins with holdings that stay as they are. A kind is copied when it first changes, and once however many changes follow. */
export function draftOf({ seq, of }: Holdings): Draft {
  const holdings = { seq, of: new Map(of) };
  const own = new Map<string, Map<string, Entity>>();
  const entitiesOf = (kind: string): Map<string, Entity> => {
    const known = own.get(kind);
    if (known) return known;
    const copied = new Map(of.get(kind));
    own.set(kind, copied);
    holdings.of.set(kind, copied);
    return copied;
  };
  const put = (changes: readonly Made[]) => {
    for (const change of changes) {
      holdings.seq += 1;
      const { kind, id, at } = change;
      if (change.action === 'add' || change.action === 'change')
        entitiesOf(kind).set(id, { kind, id, revision: holdings.seq, revisedAt: at, data: change.data });
      else entitiesOf(kind).delete(id);
    }
  };
  return { holdings, put };
}

/** The holdings after changes that stand in the journal from entry `holdings.seq + 1` on. */
export function withChanges(holdings: Holdings, changes: readonly Made[]): Holdings {
  const draft = draftOf(holdings);
  draft.put(changes);
  return draft.holdings;
}

/** The holdings that a cold start reads from the current rows. */
export function holdingsOf(seq: number, entities: Iterable<Entity>): Holdings {
  const of = new Map<string, Map<string, Entity>>();
  for (const entity of entities) {
    const known = of.get(entity.kind);
    if (known) known.set(entity.id, entity);
    else of.set(entity.kind, new Map([[entity.id, entity]]));
  }
  return { seq, of };
}

/** Everything of one kind, in the order it was added. */
export function listOf<K extends AnyKind>(holdings: HoldingsByKind, kind: K): readonly Entity<DataOf<K>>[] {
  // Nothing gets in that its kind's schema has not parsed.
  return [...(holdings.of.get(kind.name)?.values() ?? [])] as Entity<DataOf<K>>[];
}

export function findOf<K extends AnyKind>(
  holdings: HoldingsByKind,
  kind: K,
  id: string,
): Entity<DataOf<K>> | undefined {
  // As above.
  return holdings.of.get(kind.name)?.get(id) as Entity<DataOf<K>> | undefined;
}

export function lookupIn(holdings: Holdings): Lookup {
  return {
    find: (kind, id) => findOf(holdings, kind, id),
    list: (kind) => listOf(holdings, kind),
    findOther: <Data>({ kind, id }: Entity<Data>, is: (other: Entity<Data>) => boolean) => {
      // Entities of one kind all have the data of that kind.
      const all = holdings.of.get(kind) as ReadonlyMap<string, Entity<Data>> | undefined;
      for (const one of all?.values() ?? []) if (one.id !== id && is(one)) return one;
      return undefined;
    },
  };
}
