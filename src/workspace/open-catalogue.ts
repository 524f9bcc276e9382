import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import { type LoadProblem, loadCatalogue, loadEditions } from '../catalogue/load-catalogue.ts';
import { SHIPPED_CATALOGUES, shippedCatalogue } from '../catalogue/shipped-catalogues.ts';
import {
  importStamp,
  listImportedCatalogues,
  loadImportedCatalogue,
  withCarriedRules,
} from '../exchange/official-workbook-store.ts';

/** Where catalogues lie. */
export type CataloguePlaces = {
  /** Folder that holds `dspt/`. */
  readonly catalogueDir: string;
  /** Folder of the user's own data; imports lie in `catalogue` inside it. Left out: only what ships. */
  readonly dataDir?: string;
  /** Folder of the JSON twins the build wrote, if there is one. */
  readonly compiledDir?: string;
};

export type OpenedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue }
  /** One sentence, for the person who asked for it. */
  | { readonly ok: false; readonly message: string };

/** The catalogue of an edition and category. An import of the official wording wins over what ships. */
export async function openCatalogue(
  edition: string,
  category: Category,
  places: CataloguePlaces,
): Promise<OpenedCatalogue> {
  const { dataDir } = places;
  const imported = dataDir === undefined ? NO_IMPORT : await loadImportedCatalogue(dataDir, edition, category);
  if (!imported.ok)
    return {
      ok: false,
      message: `The import ${imported.problem.file} is damaged (${imported.problem.reason}). Import the workbook again.`,
    };
  if (imported.value) {
    const { rulesFrom, catalogue } = imported.value;
    if (rulesFrom === null || !shippedCatalogue(rulesFrom, category)) return { ok: true, catalogue };
    const source = await loadShipped(rulesFrom, category, places);
    return source.ok ? { ok: true, catalogue: withCarriedRules(imported.value, source.catalogue) } : source;
  }
  if (shippedCatalogue(edition, category)) return loadShipped(edition, category, places);
  return { ok: false, message: await whyNone(edition, category, places) };
}

/**
 * Opens catalogues for a program that runs for long: each is read once, and again when an import takes its place. Until then
 * it is the same object.
 */
export function catalogueOpener(
  places: CataloguePlaces,
): (edition: string, category: Category) => Promise<OpenedCatalogue> {
  const read = new Map<string, { readonly stamp: string | undefined; readonly opened: OpenedCatalogue }>();
  return async (edition, category) => {
    const { dataDir } = places;
    const stamp = dataDir === undefined ? undefined : await importStamp(dataDir, edition, category);
    const key = `${edition} ${category}`;
    const known = read.get(key);
    if (known && known.stamp === stamp) return known.opened;
    const opened = await openCatalogue(edition, category, places);
    if (opened.ok) read.set(key, { stamp, opened });
    return opened;
  };
}

/** Editions of which a catalogue can be opened for some category, the newest first. */
export async function knownEditions({ dataDir }: Pick<CataloguePlaces, 'dataDir'>): Promise<readonly string[]> {
  const own = dataDir === undefined ? [] : await listImportedCatalogues(dataDir);
  const numbers = [...SHIPPED_CATALOGUES, ...own].map(({ edition }) => Number(edition.slice(1)));
  return [...new Set(numbers)].sort((a, b) => b - a).map((number) => `v${number}`);
}

const NO_IMPORT = { ok: true, value: undefined } as const;

async function loadShipped(
  edition: string,
  category: Category,
  { catalogueDir, compiledDir }: CataloguePlaces,
): Promise<OpenedCatalogue> {
  const loaded = await loadCatalogue(catalogueDir, {
    edition,
    category,
    ...(compiledDir !== undefined && { compiledDirectory: compiledDir }),
  });
  return loaded.ok ? { ok: true, catalogue: loaded.value } : { ok: false, message: loadSentence(loaded.problem) };
}

async function whyNone(
  edition: string,
  category: Category,
  { catalogueDir, dataDir, compiledDir }: CataloguePlaces,
): Promise<string> {
  const editions = await loadEditions(catalogueDir, compiledDir);
  const known = editions.ok ? editions.value.find((other) => other.edition === edition) : undefined;
  if (known?.contents === 'unknown')
    return `${known.caveat ?? `The contents of ${edition} are not known.`} To bring the official workbook: perennial catalogue import FILE.xlsx`;
  const own = dataDir === undefined ? [] : await listImportedCatalogues(dataDir);
  const have = [...SHIPPED_CATALOGUES, ...own].map((one) => `${one.edition} category ${one.category}`);
  return `There is no catalogue of ${edition} category ${category}. There is: ${[...new Set(have)].join(', ')}.`;
}

/** What a person is told when a catalogue could not be loaded. */
export function loadSentence(problem: LoadProblem): string {
  switch (problem.type) {
    case 'no-such-catalogue':
      return `There is no such catalogue: ${problem.reason}.`;
    case 'unreadable-file':
      return `The catalogue file ${problem.file} could not be read: ${problem.reason}.`;
    case 'invalid-catalogue': {
      const [fault] = problem.faults;
      const more = problem.faults.length > 1 ? ` (and ${problem.faults.length - 1} more faults)` : '';
      return `The catalogue file ${problem.file} is not valid: ${fault?.ref ? `item ${fault.ref}, ` : ''}${fault?.path ?? ''}: ${fault?.message ?? ''}${more}.`;
    }
    default:
      return problem satisfies never;
  }
}
