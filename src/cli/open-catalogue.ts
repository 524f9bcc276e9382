import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import type { Edition } from '../catalogue/edition.ts';
import { findItem } from '../catalogue/find-item.ts';
import { type Loaded, loadCatalogue, loadEditions } from '../catalogue/load-catalogue.ts';
import { SHIPPED_CATALOGUES } from '../catalogue/shipped-catalogues.ts';
import { type CataloguePlaces, loadSentence, openCatalogue } from '../workspace/open-catalogue.ts';
import { CatalogueMistake } from './catalogue-arguments.ts';
import type { Sheet } from './terminal/sheet.ts';

/** Where catalogues lie, with the folder that imports go to. */
export type CatalogueContext = CataloguePlaces & { readonly dataDir: string };

export type CatalogueRun = { readonly sheet: Sheet; readonly context: CatalogueContext };

/** The catalogue asked for, or a mistake with one sentence. */
export async function catalogueOrMistake(
  edition: string,
  category: Category,
  context: CatalogueContext,
): Promise<Catalogue> {
  const result = await openCatalogue(edition, category, context);
  if (!result.ok) throw new CatalogueMistake(result.message);
  return result.catalogue;
}

export async function categoriesWith(
  ref: string,
  catalogue: Catalogue,
  context: CatalogueContext,
): Promise<readonly Category[]> {
  const others = SHIPPED_CATALOGUES.filter(
    ({ edition, category: other }) => edition === catalogue.edition && other !== catalogue.category,
  );
  const having: Category[] = [];
  for (const { edition, category: other } of others) {
    const loaded = await loadCatalogue(context.catalogueDir, { edition, category: other, ...compiled(context) });
    if (loaded.ok && findItem(loaded.value, ref)) having.push(other);
  }
  return having.toSorted();
}

export async function editionsOf(context: CatalogueContext): Promise<readonly Edition[]> {
  return opened(await loadEditions(context.catalogueDir, context.compiledDir));
}

export function compiled(context: CatalogueContext): { readonly compiledDirectory?: string } {
  return context.compiledDir === undefined ? {} : { compiledDirectory: context.compiledDir };
}

export function opened<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value;
  throw new CatalogueMistake(loadSentence(loaded.problem));
}
