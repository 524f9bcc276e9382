import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalogue, Category } from './catalogue.ts';
import { type Edition, laterEditions } from './edition.ts';
import type { CatalogueProblem, NamedText } from './parse-catalogue.ts';
import {
  DEFAULT_EDITION,
  EDITION_FILES,
  SHIPPED_CATALOGUES,
  type ShippedCatalogue,
  shippedCatalogue,
} from './shipped-catalogues.ts';

export type LoadProblem =
  | CatalogueProblem
  | {
      readonly type: 'no-such-catalogue';
      readonly edition: string;
      readonly category: Category;
      readonly reason: string;
    }
  | { readonly type: 'unreadable-file'; readonly file: string; readonly reason: string };

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: LoadProblem };

export type CatalogueChoice = {
  /** `v8` when left out. */
  readonly edition?: string;
  /** 3 when left out. */
  readonly category?: Category;
  /**
   * Folder of the JSON twins that `compileCatalogues` wrote at build time. A twin is used only while it was made from
   * exactly the YAML that stands in the catalogue folder now; otherwise the YAML is parsed.
   */
  readonly compiledDirectory?: string;
};

/**
 * A shipped catalogue with its proof rules, and a caveat for every later edition. `directory` is the folder that holds
 * `dspt/`; `findCatalogueDirectory` finds it.
 */
export async function loadCatalogue(directory: string, choice: CatalogueChoice = {}): Promise<Loaded<Catalogue>> {
  const { edition = DEFAULT_EDITION, category = 3, compiledDirectory } = choice;
  const shipped = shippedCatalogue(edition, category);
  if (!shipped) {
    const reason = `category ${category} of ${edition} is not among the catalogues that ship: ${listOfShipped()}`;
    return { ok: false, problem: { type: 'no-such-catalogue', edition, category, reason } };
  }
  const twin = await readTwin<Catalogue>(directory, compiledDirectory, twinName(shipped));
  return twin ? { ok: true, value: twin } : discardSources(await loadFromYaml(directory, shipped));
}

/** Every edition we know of, with or without contents, oldest first. */
export async function loadEditions(directory: string, compiledDirectory?: string): Promise<Loaded<readonly Edition[]>> {
  const twin = await readTwin<readonly Edition[]>(directory, compiledDirectory, EDITIONS_TWIN);
  return twin ? { ok: true, value: twin } : discardSources(await loadEditionsFromYaml(directory));
}

/**
 * Writes the JSON twins of all shipped catalogues and of the editions into `compiledDirectory`, for `npm run build`:
 * parsing 180 kB of YAML costs a cold process some 300 ms, reading the twin about 10. Resolves to the files written.
 */
export async function compileCatalogues(
  directory: string,
  compiledDirectory: string,
): Promise<Loaded<readonly string[]>> {
  await mkdir(compiledDirectory, { recursive: true });
  const written: string[] = [];
  for (const shipped of SHIPPED_CATALOGUES) {
    const loaded = await loadFromYaml(directory, shipped);
    if (!loaded.ok) return loaded;
    written.push(await writeTwin(join(compiledDirectory, twinName(shipped)), loaded.value));
  }
  const editions = await loadEditionsFromYaml(directory);
  if (!editions.ok) return editions;
  written.push(await writeTwin(join(compiledDirectory, EDITIONS_TWIN), editions.value));
  return { ok: true, value: written };
}

/**
 * The catalogue folder of this package: the nearest `catalogue` folder with a `dspt` folder in it, looking upwards from
 * `from` (the `import.meta.url` of the caller). Works from `src/` and from a bundle in `dist/` alike.
 */
export function findCatalogueDirectory(from: string): string | undefined {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'catalogue');
    if (existsSync(join(candidate, 'dspt'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

const EDITIONS_TWIN = 'editions.json';

function twinName(shipped: ShippedCatalogue): string {
  return `${shipped.edition}-category-${shipped.category}.json`;
}

/** Something made from files, with the SHA-256 of each file it was made from. */
type Made<T> = { readonly from: Readonly<Record<string, string>>; readonly value: T };

function discardSources<T>(loaded: Loaded<Made<T>>): Loaded<T> {
  return loaded.ok ? { ok: true, value: loaded.value.value } : loaded;
}

async function loadFromYaml(directory: string, shipped: ShippedCatalogue): Promise<Loaded<Made<Catalogue>>> {
  const files = await readAll(directory, [shipped.file, shipped.rules]);
  if (!files.ok) return files;
  const [items, rules] = files.value;
  if (!items || !rules) throw new Error('readAll returned fewer files than it was asked for');
  const { parseCatalogue } = await import('./parse-catalogue.ts');
  const catalogue = parseCatalogue(items, rules);
  if (!catalogue.ok) return catalogue;
  const editions = await loadEditionsFromYaml(directory);
  if (!editions.ok) return editions;
  const later = laterEditions(editions.value.value, shipped.edition);
  const inForce = later.find((one) => one.inForce);
  const value: Catalogue = {
    ...catalogue.value,
    caveats: [...later.map(caveatOfLater), ...catalogue.value.caveats],
    ...(inForce && { laterInForce: { edition: inForce.edition, confidence: inForce.confidence } }),
  };
  return { ok: true, value: { from: { ...hashes(files.value), ...editions.value.from }, value } };
}

async function loadEditionsFromYaml(directory: string): Promise<Loaded<Made<readonly Edition[]>>> {
  const files = await readAll(directory, EDITION_FILES);
  if (!files.ok) return files;
  const { parseEdition } = await import('./parse-catalogue.ts');
  const editions: Edition[] = [];
  for (const file of files.value) {
    const edition = parseEdition(file);
    if (!edition.ok) return edition;
    editions.push(edition.value);
  }
  return { ok: true, value: { from: hashes(files.value), value: editions } };
}

function caveatOfLater(later: Edition): string {
  return later.caveat ?? `A later edition exists: ${later.edition} (${later.years}).`;
}

async function readAll(directory: string, names: readonly string[]): Promise<Loaded<readonly NamedText[]>> {
  const files: NamedText[] = [];
  for (const name of names) {
    try {
      files.push({ name, text: await readFile(join(directory, name), 'utf8') });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return { ok: false, problem: { type: 'unreadable-file', file: join(directory, name), reason } };
    }
  }
  return { ok: true, value: files };
}

/** The twin called `name`, if there is one and every file it was made from is still the same; otherwise undefined. */
async function readTwin<T>(
  directory: string,
  compiledDirectory: string | undefined,
  name: string,
): Promise<T | undefined> {
  if (compiledDirectory === undefined) return undefined;
  let twin: Made<T>;
  try {
    // The build wrote this file beside the program from a value of this very type, so it is trusted as the program is.
    twin = JSON.parse(await readFile(join(compiledDirectory, name), 'utf8')) as Made<T>;
  } catch {
    return undefined;
  }
  const files = await readAll(directory, Object.keys(twin.from));
  if (!files.ok) return undefined;
  const now = hashes(files.value);
  return Object.entries(twin.from).every(([file, hash]) => now[file] === hash) ? twin.value : undefined;
}

/** Written beside its place and moved there, so that a reader never meets half a twin. */
async function writeTwin(path: string, made: Made<unknown>): Promise<string> {
  await writeFile(`${path}.new`, JSON.stringify(made));
  await rename(`${path}.new`, path);
  return path;
}

function hashes(files: readonly NamedText[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ name, text }) => [name, createHash('sha256').update(text).digest('hex')]));
}

function listOfShipped(): string {
  return SHIPPED_CATALOGUES.map(({ edition, category }) => `${edition} category ${category}`).join(', ');
}
