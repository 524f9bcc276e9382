import type { AnyKind, DataOf, Entity, Lookup } from './kinds/kind.ts';

/** An instant as ISO 8601 text in UTC with milliseconds, such as `2026-11-20T09:30:00.000Z`. Instants compare as text. */
export type Instant = string;

/** Everything an organisation keeps at one moment: the fold of its journal up to entry `seq`. Never changed in place. */
export type Holdings = {
  /** Number of the last journal entry that is folded in; 0 for an empty record. */
  readonly seq: number;
  readonly of: ReadonlyMap<string, ReadonlyMap<string, Entity>>;
};

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

export const EMPTY_HOLDINGS: Holdings = { seq: 0, of: new Map() };

/** The holdings after changes that stand in the journal from entry `holdings.seq + 1` on. */
export function withChanges(holdings: Holdings, changes: readonly Change[]): Holdings {
  const of = new Map(holdings.of);
  const own = new Map<string, Map<string, Entity>>();
  let seq = holdings.seq;
  for (const change of changes) {
    seq += 1;
    let entities = own.get(change.kind);
    if (!entities) {
      entities = new Map(of.get(change.kind));
      own.set(change.kind, entities);
      of.set(change.kind, entities);
    }
    if (change.action === 'add' || change.action === 'change')
      entities.set(change.id, { kind: change.kind, id: change.id, revision: seq, data: change.data });
    else entities.delete(change.id);
  }
  return { seq, of };
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
export function listOf<K extends AnyKind>(holdings: Holdings, kind: K): readonly Entity<DataOf<K>>[] {
  // Nothing gets in that its kind's schema has not parsed.
  return [...(holdings.of.get(kind.name)?.values() ?? [])] as Entity<DataOf<K>>[];
}

export function findOf<K extends AnyKind>(holdings: Holdings, kind: K, id: string): Entity<DataOf<K>> | undefined {
  // As above.
  return holdings.of.get(kind.name)?.get(id) as Entity<DataOf<K>> | undefined;
}

export function lookupIn(holdings: Holdings): Lookup {
  return {
    find: (kind, id) => findOf(holdings, kind, id),
    list: (kind) => listOf(holdings, kind),
    // Entities of one kind all have the data of that kind.
    others: <Data>({ kind, id }: Entity<Data>) =>
      [...(holdings.of.get(kind)?.values() ?? [])].filter((one) => one.id !== id) as Entity<Data>[],
  };
}
