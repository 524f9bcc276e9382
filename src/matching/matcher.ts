import type { Catalogue, Condition, EvidenceItem } from '../catalogue/catalogue.ts';
import type { DocumentKind } from '../record/document.ts';
import { indexPatterns, massOf, type Pattern, type PatternIndex, parsePattern } from './pattern.ts';
import { CONTINUITY_SIGNALS } from './signals/continuity.ts';
import { GOVERNANCE_SIGNALS } from './signals/governance.ts';
import { INCIDENT_SIGNALS } from './signals/incidents.ts';
import { BUSINESS_TITLES, FOLDER_TITLES } from './signals/no-evidence.ts';
import { PEOPLE_AND_ACCESS_SIGNALS } from './signals/people-and-access.ts';
import { PERSONAL_DATA_SIGNALS } from './signals/personal-data.ts';
import { PROTECTION_SIGNALS } from './signals/protection.ts';
import { entriesOf, type Signals, type SignalsByRule } from './signals/signal.ts';
import { SUPPLIER_SIGNALS } from './signals/suppliers.ts';
import { UPKEEP_SIGNALS } from './signals/upkeep.ts';
import { stems } from './stems.ts';
import { indexTerms, type TermIndex } from './terms.ts';

const SIGNALS: SignalsByRule = {
  ...PERSONAL_DATA_SIGNALS,
  ...GOVERNANCE_SIGNALS,
  ...PEOPLE_AND_ACCESS_SIGNALS,
  ...INCIDENT_SIGNALS,
  ...CONTINUITY_SIGNALS,
  ...UPKEEP_SIGNALS,
  ...PROTECTION_SIGNALS,
  ...SUPPLIER_SIGNALS,
};

/** A set of column names that belongs to one item's registers. */
export type ColumnSet = { readonly item: number; readonly columns: readonly Pattern[] };

/** A catalogue made ready to be laid over documents. Items are known by their index in `items`. */
export type Matcher = {
  readonly items: readonly EvidenceItem[];
  readonly byRef: ReadonlyMap<string, number>;
  readonly titles: PatternIndex<number>;
  /** What the requirement of each item without a rule is about, as stems. */
  readonly bareSubjects: ReadonlyMap<number, ReadonlySet<string>>;
  /** Sets of column names by the stems that can make their first column fit. */
  readonly columnSets: ReadonlyMap<string, readonly ColumnSet[]>;
  /** How telling a word is in the name of a column: 1 when one item's registers have it, less the more have it. */
  readonly columnRarity: ReadonlyMap<string, number>;
  readonly noEvidence: PatternIndex<'folder' | 'business'>;
  readonly terms: TermIndex;
  /** Kinds of document that the proofs of each item ask for, by its index. */
  readonly kinds: readonly ReadonlySet<DocumentKind>[];
};

const prepared = new WeakMap<Catalogue, Matcher>();

/** Prepares a catalogue once for any number of documents. */
export function prepareMatcher(catalogue: Catalogue): Matcher {
  const known = prepared.get(catalogue);
  if (known) return known;
  const matcher = newMatcher(catalogue);
  prepared.set(catalogue, matcher);
  return matcher;
}

function newMatcher(catalogue: Catalogue): Matcher {
  const { items } = catalogue;
  const titles = items.flatMap((item, index) =>
    entriesOf(signalsOf(item)?.titles).map((source) => ({ pattern: parsePattern(source), of: index })),
  );
  const columnSets = items.flatMap((item, index) =>
    entriesOf(signalsOf(item)?.columns).map((source) => ({
      item: index,
      columns: source.split('+').map(parsePattern),
    })),
  );
  return {
    items,
    byRef: new Map(items.map((item, index) => [item.ref, index])),
    titles: indexPatterns(titles),
    bareSubjects: new Map(
      items.flatMap((item, index) => (item.rule ? [] : [[index, subjectOf(item.requirement)] as const])),
    ),
    columnSets: byFirstColumn(columnSets),
    columnRarity: rarityOf(columnSets),
    noEvidence: indexPatterns([
      ...entriesOf(FOLDER_TITLES).map((source) => ({ pattern: parsePattern(source), of: 'folder' as const })),
      ...entriesOf(BUSINESS_TITLES).map((source) => ({ pattern: parsePattern(source), of: 'business' as const })),
    ]),
    terms: indexTerms(items, signalsOf),
    kinds: items.map((item) => new Set(item.rule?.proofs.flat().flatMap(kindsOf))),
  };
}

function byFirstColumn(sets: readonly ColumnSet[]): ReadonlyMap<string, readonly ColumnSet[]> {
  const filed = new Map<string, ColumnSet[]>();
  for (const set of sets) {
    for (const stem of new Set(set.columns[0]?.groups[0]?.map(([first = '']) => first)))
      filed.set(stem, [...(filed.get(stem) ?? []), set]);
  }
  return filed;
}

function rarityOf(sets: readonly ColumnSet[]): ReadonlyMap<string, number> {
  const items = new Map<string, Set<number>>();
  for (const { item, columns } of sets) {
    for (const stem of columns.flatMap(({ groups }) => groups.flat(2)))
      items.set(stem, (items.get(stem) ?? new Set()).add(item));
  }
  return new Map([...items].map(([stem, having]) => [stem, 1 / Math.sqrt(having.size)]));
}

function subjectOf(requirement: string): ReadonlySet<string> {
  return new Set(stems(requirement).filter((stem) => massOf(stem) === 1));
}

function kindsOf(condition: Condition): readonly DocumentKind[] {
  if (condition.is === 'document') return condition.kinds;
  return condition.is === 'register' ? ['register', 'log'] : [];
}

/** Signals belong to questions, not to numbers: an item has those of the rule it goes by, its own or a lent one. */
function signalsOf(item: EvidenceItem): Signals | undefined {
  return item.rule && Object.hasOwn(SIGNALS, item.rule.ref) ? SIGNALS[item.rule.ref] : undefined;
}
