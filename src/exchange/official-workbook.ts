import type { CertificateKind } from '../catalogue/catalogue.ts';
import { categoriesIn, type WorkbookCategory } from './official-workbook-columns.ts';
import { type Mark, readMarks } from './official-workbook-marks.ts';
import { type ItemRow, itemRows } from './official-workbook-rows.ts';
import {
  bestColumn,
  columnFor,
  distinct,
  findTable,
  type ItemTable,
  isBestForCertificate,
  range,
  type TableColumn,
} from './official-workbook-table.ts';
import { cellName, columnName, type WorkbookSheet } from './workbook-sheets.ts';

/** One evidence item as the workbook has it. `text` and `tooltip` are the official words. */
export type WorkbookItem = {
  readonly ref: string;
  readonly text: string;
  readonly tooltip?: string;
  readonly assertionTitle?: string;
  readonly mandatory: boolean | null;
  readonly approaching: boolean | null;
  /** null when the workbook has no exemption columns. */
  readonly exemptBy: readonly CertificateKind[] | null;
  readonly change?: string;
  /** Cell of the item's number. */
  readonly cell: string;
};

export type UnderstoodColumn = {
  readonly column: string;
  readonly heading: string;
  readonly holds: string;
  readonly hidden: boolean;
};

/** What was understood of one category, with everything a person should check. */
export type UnderstoodCategory = {
  readonly category: WorkbookCategory;
  readonly sheet: string;
  /** Rows of headings, counted from 1. */
  readonly headingRows: readonly number[];
  readonly columns: readonly UnderstoodColumn[];
  readonly items: readonly WorkbookItem[];
  /** Doubtful readings and things left out, one sentence each. */
  readonly remarks: readonly string[];
};

export type WorkbookProblem = {
  readonly type: 'unknown-shape' | 'category-not-said';
  readonly lookedFor: string;
  readonly saw: readonly string[];
};

export type Understanding =
  | {
      readonly ok: true;
      readonly categories: readonly UnderstoodCategory[];
      /** Sheets that were not read, and why. */
      readonly remarks: readonly string[];
      /** `v9` and `2026-27` as the names and titles in the workbook say, when they do. */
      readonly edition?: { readonly edition: string; readonly years: string };
    }
  | { readonly ok: false; readonly problem: WorkbookProblem };

export type WorkbookHints = {
  readonly fileName?: string;
  /** Category of a sheet that does not say which it is for. */
  readonly category?: WorkbookCategory;
};

const LOOKED_FOR =
  'a sheet with a column of evidence item numbers such as 1.1.1, a column headed like "Evidence text", "Question" or "Requirement", and marks headed like "Mandatory" or "Category 3"';

/** Makes sense of the sheets of an official requirements workbook, however it is laid out, or says why not. */
export function understandWorkbook(sheets: readonly WorkbookSheet[], hints: WorkbookHints = {}): Understanding {
  const remarks: string[] = [];
  const saw: string[] = [];
  const byCategory = new Map<WorkbookCategory, UnderstoodCategory>();
  let unplaced: string | undefined;
  for (const sheet of sheets) {
    if (sheet.hidden) {
      remarks.push(`The sheet "${sheet.name}" is hidden and was not used.`);
      saw.push(`sheet "${sheet.name}": hidden`);
      continue;
    }
    const table = findTable(sheet);
    if (!table.ok) {
      remarks.push(`The sheet "${sheet.name}" was not read: ${table.because}.`);
      saw.push(`sheet "${sheet.name}": ${table.because}${table.headings ? `; headings seen: ${table.headings}` : ''}`);
      continue;
    }
    const categories = categoriesOf(sheet, table.value, hints.category);
    if (categories.length === 0) unplaced ??= sheet.name;
    for (const category of categories) {
      const understood = readCategory(sheet, table.value, category, categories.length > 1 || isShared(table.value));
      const earlier = byCategory.get(category);
      if (earlier)
        remarks.push(`The sheet "${sheet.name}" also holds category ${category}; the one with more items was used.`);
      if (!earlier || understood.items.length > earlier.items.length) byCategory.set(category, understood);
    }
  }
  if (byCategory.size === 0) {
    if (unplaced !== undefined) {
      return {
        ok: false,
        problem: {
          type: 'category-not-said',
          lookedFor:
            'the category, in the name of the sheet, in a title above the headings, or in the headings of the marks',
          saw: [`sheet "${unplaced}": items, but no category`],
        },
      };
    }
    return {
      ok: false,
      problem: { type: 'unknown-shape', lookedFor: LOOKED_FOR, saw: saw.length > 0 ? saw : ['no sheets at all'] },
    };
  }
  if (unplaced !== undefined) remarks.push(`The sheet "${unplaced}" does not say its category and was not used.`);
  const edition = editionIn([hints.fileName ?? '', ...sheets.map((sheet) => sheet.name), ...sheets.flatMap(titlesOf)]);
  const categories = [...byCategory.values()].toSorted((a, b) => a.category - b.category);
  return { ok: true, categories, remarks, ...(edition ? { edition } : {}) };
}

function categoriesOf(
  sheet: WorkbookSheet,
  table: ItemTable,
  hint: WorkbookCategory | undefined,
): readonly WorkbookCategory[] {
  const byName = categoriesIn(sheet.name);
  if (byName.length === 1) return byName;
  const byMarks = new Set(table.columns.flatMap(({ field }) => (field.is === 'mandatory' ? field.categories : [])));
  if (byMarks.size > 0) return [...byMarks].toSorted();
  const byTitle = [...new Set(titleRows(table).flatMap(categoriesIn))];
  if (byTitle.length === 1) return byTitle;
  return hint === undefined ? [] : [hint];
}

/** True when the marks are headed by category, so that an item without a mark may not be asked in that category at all. */
function isShared(table: ItemTable): boolean {
  return table.columns.some(({ field }) => field.is === 'mandatory' && field.categories.length > 0);
}

function titleRows(table: ItemTable): readonly string[] {
  return range(table.headingRows[0] ?? table.firstRow).flatMap((row) => [...distinct(table.grid, row)]);
}

function titlesOf(sheet: WorkbookSheet): readonly string[] {
  return sheet.rows.slice(0, 6).flatMap((row) => row.filter((cell) => typeof cell === 'string'));
}

function readCategory(
  sheet: WorkbookSheet,
  table: ItemTable,
  category: WorkbookCategory,
  shared: boolean,
): UnderstoodCategory {
  const { grid, refColumn, textColumn } = table;
  const remarks: string[] = [];
  const rows = itemRows(sheet, table, remarks);
  const mandatory = columnFor(table, 'mandatory', category);
  const approaching = columnFor(table, 'approaching', category);
  const marksOf = (column: TableColumn | undefined, what: string) => {
    const marks = column ? readMarks(rows.map(({ row }) => grid.value(row, column.column))) : undefined;
    if (column && marks) remarkUnclear(marks, rows, column, what, remarks);
    return marks;
  };
  const mandatoryMarks = marksOf(mandatory, 'mandatory');
  const approachingMarks = marksOf(approaching, 'approaching');
  if (!mandatory) remarks.push('No column of mandatory marks was found: which items are mandatory is not known.');
  const exemptions = table.columns.flatMap((column) =>
    column.field.is === 'exempt' && isBestForCertificate(table, column)
      ? [{ certificate: column.field.certificate, marks: marksOf(column, column.field.certificate) ?? [] }]
      : [],
  );
  const saysNo = mandatoryMarks?.some((mark) => mark.says === 'no' || mark.says === 'not-listed') ?? false;
  const levels = mandatoryMarks?.some((mark) => mark.says === 'yes' && mark.approaching !== undefined) ?? false;
  if (shared && mandatory && !saysNo) {
    remarks.push(
      `Category ${category} has only marks and blanks: an item without a mark was kept as not mandatory, though it may not be asked at all.`,
    );
  }
  const tooltip = bestColumn(table, 'tooltip');
  const change = bestColumn(table, 'change');
  const items: WorkbookItem[] = [];
  rows.forEach(({ row, ref, rest, more, assertionTitle }, i) => {
    const mark = mandatoryMarks?.[i];
    if (shared && (mark?.says === 'not-listed' || (saysNo && mark?.says === 'blank'))) return;
    const texts = textColumn === undefined ? [rest] : [row, ...more].map((at) => grid.text(at, textColumn));
    const tip = tooltip ? joined([row, ...more].map((at) => grid.text(at, tooltip.column))) : '';
    const changed = change ? grid.text(row, change.column) : '';
    items.push({
      ref,
      text: joined(texts) || rest,
      ...(tip ? { tooltip: tip } : {}),
      ...(assertionTitle ? { assertionTitle } : {}),
      mandatory: mandatoryOf(mark),
      approaching: approachingOf(approachingMarks?.[i], levels ? mark : undefined),
      exemptBy:
        exemptions.length === 0
          ? null
          : exemptions.filter(({ marks }) => marks[i]?.says === 'yes').map(({ certificate }) => certificate),
      ...(changed ? { change: changed } : {}),
      cell: cellName(row, refColumn),
    });
  });
  const columns = table.columns.filter(
    (column) => column.field.is === 'ref' || column.column === textColumn || isUsed(table, column, category),
  );
  const hidden = columns.filter((column) => column.hidden).map((column) => columnName(column.column));
  if (hidden.length > 0)
    remarks.push(`Column ${hidden.join(', ')} is hidden and was used, because no visible column holds the same.`);
  const unused = [...sheet.hiddenColumns].filter(
    (column) => column < grid.columnCount && !columns.some((used) => used.column === column),
  );
  if (unused.length > 0) remarks.push(`Hidden and not used: column ${unused.map(columnName).join(', ')}.`);
  return {
    category,
    sheet: sheet.name,
    headingRows: table.headingRows.map((row) => row + 1),
    columns: columns.map(({ column, heading, field, hidden: isHidden }) => ({
      column: columnName(column),
      heading,
      holds: field.is === 'exempt' ? `exempt by ${field.certificate}` : field.is,
      hidden: isHidden,
    })),
    items,
    remarks,
  };
}

function isUsed(table: ItemTable, column: TableColumn, category: WorkbookCategory): boolean {
  const { field } = column;
  if (field.is === 'mandatory' || field.is === 'approaching') return columnFor(table, field.is, category) === column;
  if (field.is === 'exempt') return isBestForCertificate(table, column);
  return (
    (field.is === 'tooltip' || field.is === 'assertion' || field.is === 'change') &&
    bestColumn(table, field.is) === column
  );
}

function mandatoryOf(mark: Mark | undefined): boolean | null {
  if (mark === undefined || mark.says === 'unclear') return null;
  return mark.says === 'yes';
}

function approachingOf(mark: Mark | undefined, level: Mark | undefined): boolean | null {
  if (mark) return mark.says === 'unclear' ? null : mark.says === 'yes';
  if (level) return level.says === 'yes' ? (level.approaching ?? null) : level.says === 'unclear' ? null : false;
  return null;
}

function remarkUnclear(
  marks: readonly Mark[],
  rows: readonly ItemRow[],
  column: TableColumn,
  what: string,
  remarks: string[],
): void {
  const unclear = marks.flatMap((mark, i) =>
    mark.says === 'unclear' ? [`"${mark.text}" at ${cellName(rows[i]?.row ?? 0, column.column)}`] : [],
  );
  if (unclear.length === 0) return;
  const shown = unclear.slice(0, 5).join(', ');
  remarks.push(
    `${unclear.length} ${what} mark${unclear.length === 1 ? ' was' : 's were'} not understood and count as not known: ${shown}${unclear.length > 5 ? ', ...' : ''}.`,
  );
}

/** Version and years as names and titles state them; either gives the other, since 2025-26 is version 8. */
function editionIn(texts: readonly string[]): { readonly edition: string; readonly years: string } | undefined {
  for (const text of texts) {
    for (const match of text.matchAll(/(?<!\d)(?:20)?(\d\d)\s*[-/–_]\s*(?:20)?(\d\d)(?!\d)/g)) {
      const [first, second] = [Number(match[1]), Number(match[2])];
      if (second === first + 1 && first >= 18 && first < 60)
        return { edition: `v${first - 17}`, years: `20${first}-${second}` };
    }
    const version = Number(/(?<![a-z])v(?:ersion)?[\s._-]*(\d{1,2})(?!\d|\.\d)/i.exec(text)?.[1] ?? Number.NaN);
    if (version >= 5 && version < 40) return { edition: `v${version}`, years: `20${version + 17}-${version + 18}` };
  }
  return undefined;
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join(' ');
}
