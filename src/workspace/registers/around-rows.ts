import type { Holdings } from '../../record/holdings.ts';
import { canonicalJson } from '../../record/journal.ts';
import { type AnyKind, type Entity, titleInWords, valueIn } from '../../record/kinds/kind.ts';
import { givingWay } from '../giving-way.ts';
import { isMonthFirst, type References, referencesIn } from './cell-value.ts';
import { fillableFields, type Mapping } from './column-mapping.ts';
import type { GivenTable } from './rows-to-take.ts';

/** Places of the columns taken for days in which some day can only be month first. */
async function monthFirstColumns(kind: AnyKind, { rows }: GivenTable, mapping: Mapping): Promise<ReadonlySet<number>> {
  const givesWay = givingWay();
  const days = new Set(
    fillableFields(kind).flatMap(({ name, is }) => (is === 'day' || is === 'instant' ? [name] : [])),
  );
  const found = new Set<number>();
  for (const { cells } of rows) {
    mapping.forEach((to, at) => {
      if (to !== undefined && days.has(to) && !found.has(at) && isMonthFirst(cells[at] ?? '')) found.add(at);
    });
    await givesWay();
  }
  return found;
}

/** What is there already that a row speaks of; several when nobody can say which. */
type Known = (data: unknown) => readonly Entity[];
/** What each row of a table is read by: what the record holds, and how the table writes its days. */
export type Around = {
  readonly holdings: Holdings;
  readonly references: References;
  readonly known: Known;
  /** Places of the columns in which some day can only be month first. */
  readonly monthFirst: ReadonlySet<number>;
};

export async function aroundRows(
  kind: AnyKind,
  table: GivenTable,
  mapping: Mapping,
  holdings: Holdings,
): Promise<Around> {
  const monthFirst = await monthFirstColumns(kind, table, mapping);
  return { holdings, references: referencesIn(holdings), known: knownOf(kind, holdings), monthFirst };
}

/** Something that is over is not what a row of today speaks of. */
const OVER = ['endedOn', 'disposedOn', 'closedOn'];

/**
 * The kind's own key tells what is there already, and without one its name does, where the kind is known by a key at all. A
 * kind without keys (who took which course, who holds a role) has many entries of one title: there only the very same is known.
 */
function knownOf(kind: AnyKind, holdings: Holdings): Known {
  const entities = [...(holdings.of.get(kind.name)?.values() ?? [])];
  const { keyOf } = kind;
  if (keyOf === undefined) {
    const same = Map.groupBy(entities, ({ data }) => canonicalJson(data));
    return (data) => (same.get(canonicalJson(data)) ?? []).slice(0, 1);
  }
  const byKey = new Map(entities.flatMap((entity) => pair(keyOf(entity.data), entity)));
  const open = entities.filter(({ data }) => OVER.every((field) => valueIn(data, field) === undefined));
  const byTitle = Map.groupBy(open, ({ data }) => titleInWords(kind, data).toLowerCase());
  return (data) => {
    const key = keyOf(data);
    const found = key === undefined ? undefined : byKey.get(key);
    if (found) return [found];
    // Somebody whose address is not known yet gets it; who has another one is somebody else.
    const named = byTitle.get(titleInWords(kind, data).toLowerCase()) ?? [];
    return key === undefined ? named : named.filter((entity) => keyOf(entity.data) === undefined);
  };
}

function pair(key: string | undefined, entity: Entity): readonly (readonly [string, Entity])[] {
  return key === undefined ? [] : [[key, entity]];
}
