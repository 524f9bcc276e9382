import { basename } from 'node:path';
import type { Catalogue, Category } from '../catalogue/catalogue.ts';
import type { Edition } from '../catalogue/edition.ts';
import { type Understanding, type UnderstoodCategory, understandWorkbook } from '../exchange/official-workbook.ts';
import { type Adopted, adoptWorkbook } from '../exchange/official-workbook-adopt.ts';
import { saveImportedCatalogue } from '../exchange/official-workbook-store.ts';
import { readWorkbookSheets } from '../exchange/workbook-sheets.ts';
import type { Day } from '../record/day.ts';
import { neutralised } from '../report/neutralised.ts';
import { CatalogueMistake } from './catalogue-arguments.ts';
import { bullets, differenceLines } from './catalogue-pages.ts';
import { diskProblem } from './disk-problem.ts';
import type { CatalogueRun } from './open-catalogue.ts';
import { readInputFile } from './read-input-file.ts';
import { fitted, padded } from './terminal/display-text.ts';
import { heading, paragraph, type Sheet } from './terminal/sheet.ts';

export type ImportRequest = {
  readonly file: string;
  /** Only this category, and the category of a sheet that says none. */
  readonly category?: Category;
  readonly edition?: string;
  /** Numbers a person has confirmed to ask the same as before. */
  readonly confirmed: readonly string[];
  readonly editions: readonly Edition[];
  readonly shipped: (category: Category) => Promise<Catalogue | undefined>;
};

/** Largest workbook to open; the official one is well below a megabyte. */
const MAX_FILE_BYTES = 20_000_000;

/** Reads an official workbook, stores what was understood, and tells it all. */
export async function importCatalogue(
  request: ImportRequest,
  { sheet, context }: CatalogueRun,
): Promise<readonly string[]> {
  const { bytes, datedOn } = await readWorkbookFile(request.file);
  const name = basename(request.file);
  const read = await readWorkbookSheets(bytes);
  if (!read.ok)
    throw new CatalogueMistake(
      `${neutralised(request.file)} could not be read as an .xlsx workbook: ${neutralised(read.problem.reason)}.`,
    );
  const understanding = understandWorkbook(read.sheets, {
    fileName: name,
    ...(request.category ? { category: request.category } : {}),
  });
  if (!understanding.ok) throw new CatalogueMistake(refusal(request.file, understanding.problem));
  const chosen = chooseCategories(understanding.categories, request);
  const edition = editionFor(request, understanding);
  const lines = [sheet.paint('strong', `Read ${neutralised(name)}: ${edition.edition} (${edition.years})`)];
  lines.push(...bullets(sheet, understanding.remarks));
  if (understanding.categories.some(({ category }) => category === 1)) {
    lines.push(
      ...bullets(sheet, [
        'Category 1 is in the workbook and was left out: those organisations use the CAF-aligned Toolkit.',
      ]),
    );
  }
  for (const understood of chosen) {
    const shipped = await request.shipped(understood.category);
    const adopted = adoptWorkbook({
      understood,
      edition,
      file: { name, datedOn },
      ...(shipped ? { shipped } : {}),
      confirmed: request.confirmed,
    });
    const path = await saveImportedCatalogue(context.dataDir, adopted, shipped?.edition).catch((cause: unknown) => {
      throw new CatalogueMistake(
        `The import could not be stored in ${neutralised(context.dataDir)}: ${diskProblem(cause)}.`,
      );
    });
    lines.push(
      ...categoryLines(sheet, understood, adopted, shipped, request),
      '',
      ...paragraph(sheet, `Stored in ${path}. The official wording stays there, with your own data.`),
    );
  }
  return lines;
}

async function readWorkbookFile(file: string): Promise<{ readonly bytes: Uint8Array; readonly datedOn: Day }> {
  try {
    const { bytes, changedAt } = await readInputFile(file, MAX_FILE_BYTES);
    return { bytes, datedOn: changedAt.toISOString().slice(0, 10) };
  } catch (error) {
    throw new CatalogueMistake(`${neutralised(file)} could not be opened: ${diskProblem(error)}.`);
  }
}

function refusal(file: string, problem: Extract<Understanding, { ok: false }>['problem']): string {
  const saw = neutralised(problem.saw.slice(0, 6).join('; '));
  const advice = problem.type === 'category-not-said' ? ' Say it with --category.' : '';
  return `${neutralised(file)} was not understood. Looked for ${problem.lookedFor}. Saw ${saw}.${advice}`;
}

type AssessedCategory = UnderstoodCategory & { readonly category: Category };

function chooseCategories(
  found: readonly UnderstoodCategory[],
  { category, file }: ImportRequest,
): readonly AssessedCategory[] {
  const assessed = found.filter((one): one is AssessedCategory => one.category !== 1);
  const chosen = assessed.filter((one) => category === undefined || one.category === category);
  if (chosen.length > 0) return chosen;
  const have = found.map((one) => one.category).join(', ');
  throw new CatalogueMistake(
    category === undefined
      ? `${neutralised(file)} holds category 1 only, which uses the CAF-aligned Toolkit and is not assessed here.`
      : `${neutralised(file)} holds category ${have}, not category ${category}.`,
  );
}

function editionFor(request: ImportRequest, understanding: Extract<Understanding, { ok: true }>) {
  const edition = request.edition ?? understanding.edition?.edition;
  if (edition === undefined) {
    throw new CatalogueMistake(
      `${neutralised(request.file)} does not say which edition it is. Say it with --edition v9.`,
    );
  }
  const known = request.editions.find((one) => one.edition === edition);
  // Editions are yearly: version 8 is 2025-26.
  const first = 2017 + Number(edition.slice(1));
  return {
    edition,
    years: known?.years ?? `${first}-${String(first + 1).slice(2)}`,
    deadline: known?.deadline ?? null,
  };
}

function categoryLines(
  sheet: Sheet,
  understood: AssessedCategory,
  adopted: Adopted,
  shipped: Catalogue | undefined,
  request: ImportRequest,
): readonly string[] {
  const { items } = understood;
  const mandatory = items.filter((item) => item.mandatory).length;
  const approaching = items.some((item) => item.approaching !== null)
    ? `, ${items.filter((item) => item.approaching).length} for Approaching Standards`
    : '';
  const lines = [
    ...heading(sheet, `Category ${understood.category}`, `sheet "${neutralised(understood.sheet)}"`),
    ...paragraph(
      sheet,
      `${items.length} items, ${mandatory} mandatory${approaching}. Headings in row ${understood.headingRows.join(' and ') || '(none)'}:`,
    ),
    ...understood.columns.flatMap(({ column, heading: words, holds, hidden }) =>
      paragraph(sheet, `${holds}${words ? `, from "${neutralised(words)}"` : ''}${hidden ? ' (hidden)' : ''}`, {
        first: `  ${padded(column, 4)}`,
      }),
    ),
    ...bullets(sheet, understood.remarks),
  ];
  if (adopted.comparison && shipped) {
    const { differences, unchanged } = adopted.comparison;
    lines.push(
      '',
      ...paragraph(
        sheet,
        `Beside the shipped ${shipped.edition}: ${unchanged.length} items ask the same with the same mark, ${new Set(differences.map((d) => d.ref)).size} differ.`,
      ),
    );
    lines.push(
      ...differenceLines(
        sheet,
        differences.filter((d) => d.kind !== 'perhaps-changed-meaning' && d.kind !== 'changed-meaning'),
      ),
    );
  }
  const { carried, needsConfirming, without } = adopted.rules;
  lines.push(...heading(sheet, 'Proof rules'));
  lines.push(
    ...paragraph(
      sheet,
      `${carried.length} carried over, ${needsConfirming.length} to confirm, ${without.length} items without one${without.length > 0 && without.length <= 12 ? ` (${without.join(', ')})` : ''}.`,
    ),
  );
  if (needsConfirming.length > 0) {
    lines.push(
      '',
      ...paragraph(
        sheet,
        'To confirm: the number is ours, but the question may have changed. Until someone confirms it, such an item has no proof rule.',
      ),
    );
    for (const { ref, because } of needsConfirming) {
      const side = (name: string, words: string | undefined) =>
        `        ${padded(name, 8)}${fitted(neutralised(words ?? ''), sheet.width - 16)}`;
      lines.push(
        ...paragraph(sheet, because, { first: padded(ref, 8) }),
        side('theirs:', items.find((item) => item.ref === ref)?.text),
        side('ours:', shipped?.items.find((item) => item.ref === ref)?.requirement),
      );
    }
    const refs = [...request.confirmed, ...needsConfirming.map(({ ref }) => ref)].slice(0, 3).join(',');
    lines.push(
      '',
      ...paragraph(
        sheet,
        `Confirm those that ask the same: perennial catalogue import ${quoted(neutralised(request.file))} --confirm ${refs}`,
      ),
    );
  }
  const foreign = request.confirmed.filter((ref) => !items.some((item) => item.ref === ref));
  if (foreign.length > 0)
    lines.push(
      ...bullets(sheet, [`Confirmed, but not in category ${understood.category}: ${neutralised(foreign.join(', '))}.`]),
    );
  return lines;
}

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `"${path}"`;
}
