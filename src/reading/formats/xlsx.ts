import type { Content } from '../../record/document.ts';
import { unescaped } from '../../record/workbook-text.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, draftContent } from './content-draft.ts';
import { type OfficePackage, openOfficePackage, readOfficeProperties, relationsOf } from './office-package.ts';
import { addSheet } from './sheet-rows.ts';
import { UnreadableError } from './unreadable-error.ts';
import { type NumberStyle, numberStyle } from './xlsx-numbers.ts';
import { local, readSheet, type Workbook } from './xlsx-sheet.ts';

type SheetEntry = { readonly name: string; readonly part: string; readonly hidden: boolean };

/**
 * Reads a workbook as the sheets show it: results of formulas, errors such as `#REF!`, dates as `DD/MM/YYYY`. Hidden sheets,
 * rows and columns are read and counted in `hiddenText`; a sheet without text is an empty page.
 */
export async function readXlsx(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Promise<Content> {
  const draft = draftContent('xlsx', limits);
  const office = await openOfficePackage(bytes, limits);
  await readOfficeProperties(office, draft);
  const { sheets, workbook } = await readWorkbook(office);
  const empty: number[] = [];
  let hidden = 0;
  for (const [at, { name, part, hidden: sheetHidden }] of sheets.entries()) {
    if (draft.full()) break;
    const prefix = sheets.length > 1 ? `${name}!` : '';
    const sheet = await readSheet(office, part, workbook, prefix, limits);
    if (sheet.cutShort) draft.cutShort(sheet.cutShort);
    if (sheet.rows.length === 0) {
      empty.push(at + 1);
      continue;
    }
    hidden += sheetHidden ? sheet.rows.length : sheet.hidden;
    if (sheetHidden)
      draft.property('hidden sheets', [draft.propertyOf('hidden sheets'), name].filter(Boolean).join(', '));
    if (!/^Sheet ?\d*$/i.test(name)) draft.heading(name, 1, { cell: `${prefix}A1` });
    addSheet(draft, sheet.rows, name);
    await addLinks(draft, office, part, prefix, sheet);
  }
  if (empty.length > 0) draft.mark('emptyPages', empty);
  if (hidden > 0) draft.mark('hiddenText', hidden);
  await countComments(office, draft);
  return draft.finish();
}

async function readWorkbook(office: OfficePackage): Promise<{ sheets: SheetEntry[]; workbook: Workbook }> {
  const root = await relationsOf(office, '');
  const main = [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(office, main);
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  const found = await office.scan(main, {
    open(name, attributes) {
      if (local(name) === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (local(name) !== 'sheet') return;
      const relation = relations.get(attributes['r:id'] ?? '');
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (relation?.type === 'worksheet')
        sheets.push({ name: attributes.name ?? 'Sheet', part: relation.target, hidden });
    },
  });
  if (!found) throw new UnreadableError('broken', 'It is damaged: the list of its sheets is missing.');
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  const strings = await readStrings(office, partOf('sharedStrings'));
  return { sheets, workbook: { strings, styles: await readStyles(office, partOf('styles')), from1904 } };
}

async function readStrings(office: OfficePackage, part: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  if (part === undefined) return strings;
  await office.scan(part, {
    open(name) {
      if (local(name) === 'si') text = '';
      else if (local(name) === 't') inText = true;
      else if (local(name) === 'rPh') inPhonetic = true;
    },
    text(words) {
      if (inText && !inPhonetic) text += words;
    },
    close(name) {
      if (local(name) === 'si') strings.push(unescaped(text));
      else if (local(name) === 't') inText = false;
      else if (local(name) === 'rPh') inPhonetic = false;
    },
  });
  return strings;
}

async function readStyles(office: OfficePackage, part: string | undefined): Promise<NumberStyle[]> {
  const custom = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  if (part === undefined) return styles;
  await office.scan(part, {
    open(name, attributes) {
      if (local(name) === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (local(name) === 'cellXfs') inCells = true;
      else if (inCells && local(name) === 'xf') styles.push(numberStyle(Number(attributes.numFmtId ?? 0), custom));
    },
    close(name) {
      if (local(name) === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

type LinkedSheet = {
  readonly hyperlinks: readonly { readonly cell: string; readonly relation?: string; readonly location?: string }[];
};

async function addLinks(
  draft: ContentDraft,
  office: OfficePackage,
  part: string,
  prefix: string,
  sheet: LinkedSheet,
): Promise<void> {
  if (sheet.hyperlinks.length === 0) return;
  const relations = await relationsOf(office, part);
  for (const { cell, relation, location } of sheet.hyperlinks) {
    const target = relations.get(relation ?? '')?.target ?? (location ? `#${location}` : '');
    draft.link(target, target, { cell: `${prefix}${cell}` });
  }
}

async function countComments(office: OfficePackage, draft: ContentDraft): Promise<void> {
  let comments = 0;
  for (const name of office.names) {
    if (!/^xl\/comments\d*\.xml$|^xl\/threadedComments\//.test(name)) continue;
    await office.scan(name, {
      open(element) {
        if (local(element) === 'comment' || local(element) === 'threadedComment') comments++;
      },
    });
  }
  if (comments > 0) draft.mark('comments', comments);
}
