import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import { compareEditions } from '../catalogue/compare-editions.ts';
import { type CategoryFacts, decideCategory, ORGANISATION_KINDS } from '../catalogue/decide-category.ts';
import type { Edition } from '../catalogue/edition.ts';
import { findItem, listNearRefs } from '../catalogue/find-item.ts';
import { type Loaded, type LoadProblem, loadCatalogue, loadEditions } from '../catalogue/load-catalogue.ts';
import { DEFAULT_EDITION, SHIPPED_CATALOGUES, shippedCatalogue } from '../catalogue/shipped-catalogues.ts';
import {
  listImportedCatalogues,
  loadImportedCatalogue,
  withCarriedRules,
} from '../exchange/official-workbook-store.ts';
import { neutralised } from '../report/neutralised.ts';
import { importCatalogue } from './catalogue-import.ts';
import { categoryPage, comparisonPage, itemPage, listPage } from './catalogue-pages.ts';
import { didYouMean } from './nearest.ts';
import { type OptionShapes, type ReadOptions, readOptions } from './read-options.ts';
import { painter } from './terminal/paint.ts';
import { type Sheet, sheetWidth } from './terminal/sheet.ts';

export type CatalogueOutput = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal; undefined for a pipe or file. */
  readonly columns: number | undefined;
  readonly colour: boolean;
};

export type CatalogueContext = {
  /** Folder that holds `dspt/`. */
  readonly catalogueDir: string;
  /** Folder of the user's own data; imports go to `catalogue` inside it. */
  readonly dataDir: string;
  /** Folder of the JSON twins the build wrote, if there is one. */
  readonly compiledDir?: string;
};

const HELP = `perennial catalogue: what the Toolkit asks

  perennial catalogue list [--category 2|3|4] [--edition v8] [--mandatory]
      every evidence item on one line
  perennial catalogue show 7.3.4 [--category 3] [--edition v8]
      one item: what it asks, what proves it, where that comes from
  perennial catalogue compare v7 v8 [--category 3]
      what changed between two editions
  perennial catalogue import FILE.xlsx [--category 3] [--edition v9]
                             [--confirm 7.1.1,8.3.5]
      read the official requirements workbook; its wording is kept with
      your own data
  perennial catalogue category [--kind KIND] [--staff N] [--turnover GBP]
                               [--digital yes|no]
      which category your organisation falls into
`;

const COMMANDS = ['list', 'show', 'compare', 'import', 'category'] as const;
type Command = (typeof COMMANDS)[number];

const SHAPES: Readonly<Record<Command, OptionShapes>> = {
  list: { category: { takes: 'value' }, edition: { takes: 'value' }, mandatory: { takes: 'nothing' } },
  show: { category: { takes: 'value' }, edition: { takes: 'value' } },
  compare: { category: { takes: 'value' } },
  import: { category: { takes: 'value' }, edition: { takes: 'value' }, confirm: { takes: 'value' } },
  category: {
    kind: { takes: 'value' },
    staff: { takes: 'value' },
    turnover: { takes: 'value' },
    digital: { takes: 'value' },
  },
};

/** A mistake of the person's, in one sentence. Thrown only inside this command and told at its end. */
export class CatalogueMistake extends Error {}

/** `perennial catalogue ...`: resolves to 0 when done, 2 when something was asked that cannot be done. */
export async function runCatalogueCommand(
  args: readonly string[],
  io: CatalogueOutput,
  context: CatalogueContext,
): Promise<0 | 2> {
  const [word, ...rest] = args;
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    io.out(HELP);
    return 0;
  }
  const command = COMMANDS.find((name) => name === word);
  if (!command) {
    io.err(
      `"${neutralised(word)}" is not a part of perennial catalogue.${didYouMean(word, COMMANDS)} See perennial catalogue --help.\n`,
    );
    return 2;
  }
  const read = readOptions(`catalogue ${command}`, rest, SHAPES[command]);
  if (read.ok && read.options.given.has('help')) {
    io.out(HELP);
    return 0;
  }
  try {
    if (!read.ok) throw new CatalogueMistake(read.problem.message);
    const lines = await run(command, read.options, { sheet: sheetOf(io), context });
    io.out(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof CatalogueMistake)) throw error;
    io.err(`${error.message}\n`);
    return 2;
  }
}

function sheetOf(io: CatalogueOutput): Sheet {
  return { width: sheetWidth(io.columns), paint: painter(io.colour) };
}

export type CatalogueRun = { readonly sheet: Sheet; readonly context: CatalogueContext };

function run(command: Command, options: ReadOptions, here: CatalogueRun): Promise<readonly string[]> {
  switch (command) {
    case 'list':
      return list(options, here);
    case 'show':
      return show(options, here);
    case 'compare':
      return compare(options, here);
    case 'import':
      return importFile(options, here);
    case 'category':
      return category(options, here);
    default:
      return command satisfies never;
  }
}

async function list(options: ReadOptions, { sheet, context }: CatalogueRun): Promise<readonly string[]> {
  expectWords(options, 0, 'perennial catalogue list');
  const catalogue = await openCatalogue(editionOf(options), categoryOf(options) ?? 3, context);
  return listPage(sheet, catalogue, { mandatoryOnly: options.given.has('mandatory') });
}

async function show(options: ReadOptions, { sheet, context }: CatalogueRun): Promise<readonly string[]> {
  const [ref = ''] = expectWords(options, 1, 'perennial catalogue show 7.3.4');
  const catalogue = await openCatalogue(editionOf(options), categoryOf(options) ?? 3, context);
  const item = findItem(catalogue, ref);
  if (item) return itemPage(sheet, catalogue, item);
  const near = listNearRefs(catalogue, ref);
  const elsewhere = await categoriesWith(ref, catalogue, context);
  const hint = near.length > 0 ? ` Near it: ${near.join(', ')}.` : ' See perennial catalogue list.';
  const other = elsewhere.length > 0 ? ` It is in category ${elsewhere.join(' and ')}.` : '';
  throw new CatalogueMistake(
    `${catalogue.edition} category ${catalogue.category} has no item "${neutralised(ref)}".${other}${hint}`,
  );
}

async function compare(options: ReadOptions, { sheet, context }: CatalogueRun): Promise<readonly string[]> {
  const [from = '', to = ''] = expectWords(options, 2, 'perennial catalogue compare v7 v8');
  const wanted = categoryOf(options) ?? 3;
  const before = await openCatalogue(editionName(from), wanted, context);
  const after = await openCatalogue(editionName(to), wanted, context);
  return comparisonPage(sheet, compareEditions(before, after), after);
}

async function importFile(options: ReadOptions, here: CatalogueRun): Promise<readonly string[]> {
  const [file = ''] = expectWords(options, 1, 'perennial catalogue import FILE.xlsx');
  const wanted = categoryOf(options);
  const edition = options.values.get('edition');
  const confirmed = (options.values.get('confirm') ?? '').split(/[\s,;]+/).filter((ref) => ref !== '');
  return importCatalogue(
    {
      file,
      ...(wanted === undefined ? {} : { category: wanted }),
      ...(edition === undefined ? {} : { edition: editionName(edition) }),
      confirmed,
      editions: await editionsOf(here.context),
      shipped: async (forCategory) =>
        shippedCatalogue(DEFAULT_EDITION, forCategory)
          ? opened(await loadCatalogue(here.context.catalogueDir, { category: forCategory, ...compiled(here.context) }))
          : undefined,
    },
    here,
  );
}

async function category(options: ReadOptions, { sheet, context }: CatalogueRun): Promise<readonly string[]> {
  expectWords(options, 0, 'perennial catalogue category');
  const kindText = options.values.get('kind');
  const kind = ORGANISATION_KINDS.find((name) => name === kindText?.toLowerCase().replace(/[\s_]+/g, '-'));
  if (kindText !== undefined && !kind) {
    throw new CatalogueMistake(
      `--kind must be one of ${ORGANISATION_KINDS.join(', ')}; "${neutralised(kindText)}" was given.${didYouMean(kindText, ORGANISATION_KINDS)}`,
    );
  }
  const staff = amountOf(options, 'staff', 'a number of people such as 12');
  const turnoverGbp = amountOf(options, 'turnover', 'pounds a year such as 1200000 or 1.2m');
  const digital = yesNoOf(options, 'digital');
  const facts: CategoryFacts = {
    ...(kind === undefined ? {} : { kind }),
    ...(staff === undefined ? {} : { staff }),
    ...(turnoverGbp === undefined ? {} : { turnoverGbp }),
    ...(digital === undefined ? {} : { digital }),
  };
  return categoryPage(sheet, decideCategory(facts), await editionsOf(context));
}

/** Imported wording wins over the shipped catalogue of the same edition, as it is the official one. */
async function openCatalogue(edition: string, wanted: Category, context: CatalogueContext): Promise<Catalogue> {
  const imported = await loadImportedCatalogue(context.dataDir, edition, wanted);
  if (!imported.ok) {
    throw new CatalogueMistake(
      `The import ${imported.problem.file} is damaged (${imported.problem.reason}). Import the workbook again.`,
    );
  }
  if (imported.value) {
    const from = imported.value.rulesFrom;
    if (from === null || !shippedCatalogue(from, wanted)) return imported.value.catalogue;
    const source = opened(
      await loadCatalogue(context.catalogueDir, { edition: from, category: wanted, ...compiled(context) }),
    );
    return withCarriedRules(imported.value, source);
  }
  if (shippedCatalogue(edition, wanted)) {
    return opened(await loadCatalogue(context.catalogueDir, { edition, category: wanted, ...compiled(context) }));
  }
  const known = (await editionsOf(context)).find((other) => other.edition === edition);
  if (known?.contents === 'unknown')
    throw new CatalogueMistake(
      `${known.caveat ?? `The contents of ${edition} are not known.`} See perennial catalogue --help.`,
    );
  const own = await listImportedCatalogues(context.dataDir);
  const have = [...SHIPPED_CATALOGUES, ...own].map((one) => `${one.edition} category ${one.category}`);
  throw new CatalogueMistake(
    `There is no catalogue of ${edition} category ${wanted}. There is: ${[...new Set(have)].join(', ')}.`,
  );
}

async function categoriesWith(
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

async function editionsOf(context: CatalogueContext): Promise<readonly Edition[]> {
  return opened(await loadEditions(context.catalogueDir, context.compiledDir));
}

function compiled(context: CatalogueContext): { readonly compiledDirectory?: string } {
  return context.compiledDir === undefined ? {} : { compiledDirectory: context.compiledDir };
}

function opened<T>(loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value;
  throw new CatalogueMistake(sentenceFor(loaded.problem));
}

function sentenceFor(problem: LoadProblem): string {
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

function expectWords(options: ReadOptions, count: number, example: string): readonly string[] {
  const { words } = options;
  if (words.length < count) throw new CatalogueMistake(`Something is missing. For example: ${example}`);
  const surplus = words[count];
  if (surplus !== undefined)
    throw new CatalogueMistake(`"${neutralised(surplus)}" is one word too many. For example: ${example}`);
  return words;
}

function categoryOf(options: ReadOptions): Category | undefined {
  const text = options.values.get('category');
  if (text === undefined) return undefined;
  if (text === '2' || text === '3' || text === '4') return text === '2' ? 2 : text === '3' ? 3 : 4;
  const why = text === '1' ? ' Category 1 uses the CAF-aligned Toolkit, which is not assessed here.' : '';
  throw new CatalogueMistake(`--category must be 2, 3 or 4; "${neutralised(text)}" was given.${why}`);
}

function editionOf(options: ReadOptions): string {
  return editionName(options.values.get('edition') ?? DEFAULT_EDITION);
}

/** `8`, `V8` and `v8` are one edition. */
function editionName(text: string): string {
  const number = /^v?(\d{1,2})$/i.exec(text.trim())?.[1];
  if (number === undefined)
    throw new CatalogueMistake(`An edition is written like v8; "${neutralised(text)}" was given.`);
  return `v${Number(number)}`;
}

/** Whole amounts as people type them: 12, 1,200,000, £1.2m, 800k. */
function amountOf(options: ReadOptions, name: string, example: string): number | undefined {
  const text = options.values.get(name);
  if (text === undefined) return undefined;
  const match = /^(?:gbp|£)?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(k|m|bn)?$/i.exec(text.trim());
  if (!match?.[1]) throw new CatalogueMistake(`--${name} must be ${example}; "${neutralised(text)}" was given.`);
  const scale = { k: 1e3, m: 1e6, bn: 1e9 }[match[3]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(`${match[1].replaceAll(',', '')}${match[2] ?? ''}`) * scale);
}

function yesNoOf(options: ReadOptions, name: string): boolean | undefined {
  const text = options.values.get(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === 'yes' || text === 'y') return true;
  if (text === 'no' || text === 'n') return false;
  throw new CatalogueMistake(
    `--${name} must be yes or no; "${neutralised(text)}" was given. Leave it out when you do not know.`,
  );
}
