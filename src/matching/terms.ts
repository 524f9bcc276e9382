import type { EvidenceItem } from '../catalogue/catalogue.ts';
import { EVERYDAY_WORDS, FORM_WORDS, INVOKED_EVERYWHERE } from './form-words.ts';
import { entriesOf, type Signals } from './signals/signal.ts';
import { stems } from './stems.ts';

/** A phrase that speaks for some items: how it reads, and each item's index with the weight it has there. */
export type Term = {
  readonly phrase: string;
  readonly length: number;
  /** Its stems, joined by spaces. */
  readonly key: string;
  readonly entries: readonly { readonly item: number; readonly weight: number }[];
};

/** Phrases as a tree of stems, so that a text is read once, whatever the number of phrases. */
export type TermNode = { term: number; readonly next: Map<string, TermNode> };

export type TermIndex = {
  readonly terms: readonly Term[];
  readonly root: TermNode;
  /** The phrases of each item, by its index. */
  readonly byItem: readonly (readonly { readonly term: number; readonly weight: number }[])[];
};

/** What is left of an everyday word. */
const EVERYDAY = 0.5;

/** Days, years and clause numbers stand in every text. */
const BARE_NUMBER = /^\d{1,2}$|^20\d\d$/;

/** How much a phrase counts by where we have it from. */
const FROM = { vocabulary: 0.9, says: 0.9, evidence: 0.7, about: 0.6, notThis: 0.45, word: 0.4, plain: 0.55 };

/**
 * Weighs every phrase of the catalogue for every item. A phrase that many items share says little: its weight falls with the number of
 * items of the catalogue that have it, so that what one document is about never depends on its neighbours in the folder.
 */
export function indexTerms(
  items: readonly EvidenceItem[],
  signalsOf: (item: EvidenceItem) => Signals | undefined,
): TermIndex {
  const found = new Map<string, { phrase: string; length: number; weights: Map<number, number> }>();
  const add = (item: number, phrase: string, weight: number): void => {
    const key = stems(phrase);
    const joined = key.join(' ');
    if (key.length === 0 || key.length > 6 || BARE_NUMBER.test(joined)) return;
    const term = found.get(joined) ?? { phrase, length: key.length, weights: new Map<number, number>() };
    term.weights.set(item, Math.max(weight, term.weights.get(item) ?? 0));
    found.set(joined, term);
  };
  const position = new Map(items.map((item, index) => [item.rule?.ref ?? item.ref, index]));
  for (const [index, item] of items.entries()) {
    const rule = item.rule;
    for (const phrase of rule?.vocabulary ?? []) add(index, phrase, FROM.vocabulary);
    for (const phrase of entriesOf(signalsOf(item)?.says)) add(index, phrase, FROM.says);
    for (const phrase of item.typicalEvidence) add(index, phrase, FROM.evidence);
    for (const condition of rule?.proofs.flat() ?? [])
      if (condition.is === 'document') add(index, condition.about, FROM.about);
    for (const other of rule?.notThis ?? []) {
      const target = position.get(other.ref);
      if (target !== undefined) add(target, other.what, FROM.notThis);
    }
    const words = [item.requirement, rule?.ask ?? '', ...(rule?.vocabulary ?? []), ...item.typicalEvidence].join(' ; ');
    const weight = rule ? FROM.word : FROM.plain;
    for (const word of new Set(stems(words))) if (!FORM_WORDS.has(word)) add(index, word, weight);
    if (!rule) for (const pair of pairsOf(item.requirement)) add(index, pair, FROM.vocabulary);
  }
  return finish(found, items.length);
}

/** Neighbouring content words of a requirement, for items that have no vocabulary of their own. */
function pairsOf(text: string): string[] {
  return text.split(/[,.;:()/]/).flatMap((clause) => {
    const words = stems(clause);
    return words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`);
  });
}

function finish(
  found: ReadonlyMap<string, { phrase: string; length: number; weights: ReadonlyMap<number, number> }>,
  items: number,
): TermIndex {
  const terms: Term[] = [];
  const root: TermNode = { term: -1, next: new Map() };
  for (const [key, { phrase, length, weights }] of found) {
    const rarity = tellingOf(key, length, weights.size, items);
    const entries = [...weights].map(([item, weight]) => ({
      item,
      weight: weight * rarity,
    }));
    let node = root;
    for (const word of key.split(' ')) {
      let next = node.next.get(word);
      if (!next) {
        next = { term: -1, next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    node.term = terms.length;
    terms.push({ phrase, key, length, entries });
  }
  const byItem: { term: number; weight: number }[][] = Array.from({ length: items }, () => []);
  for (const [term, { entries }] of terms.entries())
    for (const { item, weight } of entries) byItem[item]?.push({ term, weight });
  return { terms, root, byItem };
}

/** A phrase tells more the fewer items have it and the more words it has; everyday words tell little in any case. */
function tellingOf(key: string, length: number, having: number, items: number): number {
  const known =
    (length === 1 && (EVERYDAY_WORDS.has(key) || FORM_WORDS.has(key))) || INVOKED_EVERYWHERE.has(key) ? EVERYDAY : 1;
  return rarityOf(having, items) * (1 + 0.2 * (length - 1)) * known;
}

/** From 1 for a phrase one item has to 0 for one that all have. */
function rarityOf(having: number, items: number): number {
  return Math.log((items + 1) / (having + 0.5)) / Math.log((items + 1) / 1.5);
}
