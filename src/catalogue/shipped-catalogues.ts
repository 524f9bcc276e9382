import type { Category } from './catalogue.ts';

/** Where the reviewed files of an edition and category stand, relative to the catalogue folder: the items, and the proof rules. */
export type ShippedCatalogue = {
  readonly edition: string;
  readonly category: Category;
  readonly file: string;
  readonly rules: string;
};

/** Written for version 8, category 3, and lent to the others item by item, where they ask the same question. */
const RULES = 'dspt/v8-2025-26/category-3-proof-rules.yaml';

/** What ships with the product, the edition to assess by default first. Version 9 has no file: its contents are not known to us. */
export const SHIPPED_CATALOGUES: readonly ShippedCatalogue[] = [
  { edition: 'v8', category: 3, file: 'dspt/v8-2025-26/category-3.yaml', rules: RULES },
  { edition: 'v8', category: 2, file: 'dspt/v8-2025-26/category-2.yaml', rules: RULES },
  { edition: 'v8', category: 4, file: 'dspt/v8-2025-26/category-4.yaml', rules: RULES },
  { edition: 'v7', category: 3, file: 'dspt/v7-2024-25/category-3.yaml', rules: RULES },
];

export const EDITION_FILES: readonly string[] = [
  'dspt/v7-2024-25/edition.yaml',
  'dspt/v8-2025-26/edition.yaml',
  'dspt/v9-2026-27/edition.yaml',
];

/** The newest edition of which we hold contents. */
export const DEFAULT_EDITION = 'v8';

/** The shipped file of an edition and category; undefined when we ship none. */
export function shippedCatalogue(edition: string, category: Category): ShippedCatalogue | undefined {
  return SHIPPED_CATALOGUES.find((shipped) => shipped.edition === edition && shipped.category === category);
}
