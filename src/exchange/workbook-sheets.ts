import { posix } from 'node:path';
import { unescaped } from '../record/workbook-text.ts';
import { type Archive, openArchive, WorkbookRefusal } from './workbook-archive.ts';
import { readDingbatStyles, readSharedStrings, tickOf } from './workbook-strings.ts';
import { parseXml } from './workbook-xml.ts';

export type CellValue = string | number | boolean | null;

/** A block of merged cells, zero-based and inclusive. Only its top left cell has a value in the file. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** One sheet as it stands in the file: merges not spread, nothing hidden left out. Rows and columns count from 0. */
export type WorkbookSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Index in here is the row in the sheet; a row or cell that the file leaves out is empty or null. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** A filter with a choice made is on, so hidden rows may be hidden by it. */
  readonly filtered: boolean;
};

export type SheetsProblem = { readonly type: WorkbookRefusal['type']; readonly reason: string };

export type ReadSheets =
  | { readonly ok: true; readonly sheets: readonly WorkbookSheet[] }
  | { readonly ok: false; readonly problem: SheetsProblem };

/** Far beyond any requirements workbook, and small enough to hold in memory. */
const WORKBOOK_LIMITS = { unpackedBytes: 50_000_000, columns: 200, rows: 20_000, sheets: 100 } as const;

/**
 * The raw cells of an .xlsx file: shared, inline and formula strings, numbers, booleans, merges and what is hidden. Dates
 * stay numbers, errors are null. A lone tick or cross in a symbol font comes as ✓ or ✗. Refuses what exceeds the
 * limits, is encrypted or declares a document type.
 */
export async function readWorkbookSheets(bytes: Uint8Array): Promise<ReadSheets> {
  try {
    if (bytes.length === 0) throw new WorkbookRefusal('not-a-workbook', 'it is empty');
    if (isCompoundFile(bytes))
      throw new WorkbookRefusal('encrypted', 'it is password-protected, or in the old .xls format');
    return { ok: true, sheets: await readSheets(await openArchive(bytes, WORKBOOK_LIMITS.unpackedBytes)) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { ok: false, problem: { type: error.type, reason: error.message } };
    throw error;
  }
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

async function readSheets(archive: Archive): Promise<readonly WorkbookSheet[]> {
  const workbookPath = archive.names.find((name) => /(^|\/)workbook\.xml$/.test(name));
  const workbook = workbookPath ? await archive.read(workbookPath) : undefined;
  if (!workbookPath || !workbook) throw new WorkbookRefusal('not-a-workbook', 'it holds no workbook part');
  const folder = posix.dirname(workbookPath);
  const relations = await readRelations(archive, folder, workbookPath);
  const strings = readSharedStrings(await archive.read(posix.join(folder, 'sharedStrings.xml')));
  const dingbats = readDingbatStyles(await archive.read(posix.join(folder, 'styles.xml')));
  const listed = listSheets(workbook);
  if (listed.length > WORKBOOK_LIMITS.sheets)
    throw new WorkbookRefusal('too-large', `it has more than ${WORKBOOK_LIMITS.sheets} sheets`);
  const sheets: WorkbookSheet[] = [];
  for (const { name, hidden, relation } of listed) {
    const path = relations.get(relation);
    const xml = path ? await archive.read(path) : undefined;
    // Chart sheets and sheets whose part is missing hold no cells.
    if (xml) sheets.push({ name, hidden, ...readSheet(xml, name, strings, dingbats) });
  }
  return sheets;
}

type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly relation: string };

function listSheets(xml: Buffer): readonly ListedSheet[] {
  const sheets: ListedSheet[] = [];
  parseXml(xml, 'workbook.xml', {
    open: (tag, attribute) => {
      if (tag !== 'sheet') return;
      const state = attribute('state');
      sheets.push({
        name: attribute('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        relation: attribute('id') ?? '',
      });
    },
  });
  return sheets;
}

async function readRelations(
  archive: Archive,
  folder: string,
  workbookPath: string,
): Promise<ReadonlyMap<string, string>> {
  const relations = new Map<string, string>();
  const xml = await archive.read(posix.join(folder, '_rels', `${posix.basename(workbookPath)}.rels`));
  if (!xml) throw new WorkbookRefusal('broken', 'the list of its sheets is missing');
  parseXml(xml, 'workbook.xml.rels', {
    open: (tag, attribute) => {
      const target = attribute('Target');
      if (tag !== 'Relationship' || !target || attribute('TargetMode') === 'External') return;
      relations.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : posix.join(folder, target));
    },
  });
  return relations;
}

type SheetCells = Omit<WorkbookSheet, 'name' | 'hidden'>;

function readSheet(
  xml: Buffer,
  name: string,
  strings: readonly string[],
  dingbats: ReadonlyMap<number, string>,
): SheetCells {
  const rows: CellValue[][] = [];
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let filtered = false;
  let row = -1;
  let column = -1;
  let type = 'n';
  let style = -1;
  let text = '';
  let collecting = false;
  let phonetic = false;

  const keep = () => {
    const value = dingbat(cellValue(type, text, strings), dingbats.get(style));
    if (value === null || value === '') return;
    if (row >= WORKBOOK_LIMITS.rows)
      throw new WorkbookRefusal(
        'too-large',
        `its sheet "${name}" has cells below row ${WORKBOOK_LIMITS.rows.toLocaleString('en-GB')}`,
      );
    if (column >= WORKBOOK_LIMITS.columns)
      throw new WorkbookRefusal('too-large', `its sheet "${name}" has more than ${WORKBOOK_LIMITS.columns} columns`);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  };

  parseXml(xml, name, {
    open: (tag, attribute) => {
      if (tag === 'row') {
        row = attribute('r') ? Number(attribute('r')) - 1 : row + 1;
        column = -1;
        if (isOn(attribute('hidden'))) hiddenRows.add(row);
      } else if (tag === 'c') {
        const at = parseCellName(attribute('r') ?? '');
        column = at ? at.column : column + 1;
        if (at) row = at.row;
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? -1);
        text = '';
      } else if (tag === 'v' || tag === 't') collecting = !phonetic;
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 'col' && isOn(attribute('hidden'))) {
        const first = Math.max(Number(attribute('min')), 1);
        const last = Math.min(Number(attribute('max')), WORKBOOK_LIMITS.columns);
        for (let i = first; i <= last; i++) hiddenColumns.add(i - 1);
      } else if (tag === 'mergeCell') {
        const merge = parseRange(attribute('ref') ?? '');
        if (merge) merges.push(merge);
      } else if (tag === 'filterColumn') filtered = true;
    },
    text: (piece) => {
      if (collecting) text += piece;
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') collecting = false;
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'c') keep();
    },
  });
  return { rows, merges, hiddenRows, hiddenColumns, filtered };
}

function cellValue(type: string, text: string, strings: readonly string[]): CellValue {
  if (type === 's') return strings[Number(text)] ?? null;
  if (type === 'inlineStr' || type === 'str') return unescaped(text);
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'e' || text === '') return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

function dingbat(value: CellValue, font: string | undefined): CellValue {
  return font !== undefined && typeof value === 'string' ? (tickOf(value, font) ?? value) : value;
}

function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** `B12` as zero-based row 11, column 1. */
function parseCellName(name: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match?.[1]) return undefined;
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

function parseRange(range: string): Merge | undefined {
  const [from, to] = range.split(':').map(parseCellName);
  if (!from || !to) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Name of a cell in A1 notation, from zero-based numbers. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest >= 0 ? columnName(rest) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
