import type { Catalogue, EvidenceItem } from './catalogue.ts';

/** What an item asks, in our own words: short where it has a proof rule. */
export function askOf({ rule, requirement }: Pick<EvidenceItem, 'rule' | 'requirement'>): string {
  return rule?.ask ?? requirement;
}

/** What is asked under a number, in our own words; empty for a number that the catalogue does not know. */
export function askedUnder({ items }: Pick<Catalogue, 'items'>, ref: string): string {
  const item = items.find((one) => one.ref === ref);
  return item ? askOf(item) : '';
}
