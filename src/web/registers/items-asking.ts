import type { Catalogue, Condition } from '../../catalogue/catalogue.ts';

/** Numbers of the evidence items of which a way to prove them asks for something. */
export function itemsAsking(catalogue: Catalogue, asks: (condition: Condition) => boolean): readonly string[] {
  return catalogue.items.filter(({ rule }) => rule?.proofs.some((all) => all.some(asks))).map(({ ref }) => ref);
}
