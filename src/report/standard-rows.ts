import type { Catalogue, Standard } from '../catalogue/catalogue.ts';
import type { Assessment, ItemAssessment, Standing } from '../readiness/assessment.ts';

export type StandardRow = {
  readonly standard: Standard;
  readonly mandatory: readonly ItemAssessment[];
  /** Optional items, and items whose mark is not known. */
  readonly others: readonly ItemAssessment[];
  /** How many of the mandatory ones count in the defensible outcome. */
  readonly counting: number;
};

/** The items by standard, in portal order. Standards without items are left out. */
export function standardRows(catalogue: Catalogue, assessment: Assessment): readonly StandardRow[] {
  const missing = new Set(assessment.outcome.defensible.missing);
  return catalogue.standards.flatMap((standard) => {
    const items = assessment.items.filter(({ item }) => item.standard === standard.id);
    if (items.length === 0) return [];
    const mandatory = items.filter(({ item }) => item.mandatory === true);
    const counting = mandatory.filter(({ item }) => !missing.has(item.ref)).length;
    return [{ standard, mandatory, others: items.filter(({ item }) => item.mandatory !== true), counting }];
  });
}

/** The standings that occur among `items`, best first, with how often each does. */
export function standingsAmong(
  order: readonly Standing[],
  items: readonly ItemAssessment[],
): readonly { readonly standing: Standing; readonly count: number }[] {
  return order
    .map((standing) => ({ standing, count: items.filter((item) => item.standing === standing).length }))
    .filter(({ count }) => count > 0);
}
