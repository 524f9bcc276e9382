import { compareEditions } from '../catalogue/compare-editions.ts';
import { type CategoryFacts, decideCategory, ORGANISATION_KINDS } from '../catalogue/decide-category.ts';
import { findItem, listNearRefs } from '../catalogue/find-item.ts';
import { loadCatalogue } from '../catalogue/load-catalogue.ts';
import { DEFAULT_EDITION, shippedCatalogue } from '../catalogue/shipped-catalogues.ts';
import { neutralised } from '../report/neutralised.ts';
import {
  amountOf,
  CatalogueMistake,
  categoryOf,
  editionName,
  editionOf,
  expectWords,
  yesNoOf,
} from './catalogue-arguments.ts';
import { importCatalogue } from './catalogue-import.ts';
import { itemPage } from './catalogue-item-page.ts';
import { categoryPage, comparisonPage, listPage } from './catalogue-pages.ts';
import { didYouMean } from './nearest.ts';
import {
  type CatalogueContext,
  type CatalogueRun,
  catalogueOrMistake,
  categoriesWith,
  compiled,
  editionsOf,
  opened,
} from './open-catalogue.ts';
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
  const catalogue = await catalogueOrMistake(editionOf(options), categoryOf(options) ?? 3, context);
  return listPage(sheet, catalogue, { mandatoryOnly: options.given.has('mandatory') });
}

async function show(options: ReadOptions, { sheet, context }: CatalogueRun): Promise<readonly string[]> {
  const [ref = ''] = expectWords(options, 1, 'perennial catalogue show 7.3.4');
  const catalogue = await catalogueOrMistake(editionOf(options), categoryOf(options) ?? 3, context);
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
  const before = await catalogueOrMistake(editionName(from), wanted, context);
  const after = await catalogueOrMistake(editionName(to), wanted, context);
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
