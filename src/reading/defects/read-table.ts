import type { StatedDate } from '../../record/day.ts';
import type { Cell, Content, Table, Where } from '../../record/document.ts';
import { findDates, parseStatedDate } from '../dates/find-dates.ts';
import { isBlank } from '../profile/placeholders.ts';
import { COLUMN_MEANINGS, type ColumnMeaning } from './column-meanings.ts';

export type ReadRow = {
  readonly where: Where;
  readonly cells: readonly Cell[];
  /** All its cells as one text, for messages. */
  readonly text: string;
  /** `example` rows show how to fill the table; `total` rows sum it; `blank` rows hold nothing, or gaps only. */
  readonly sort: 'filled' | 'blank' | 'example' | 'template' | 'total' | 'remark';
};

/** A table with its columns understood and its rows sorted into real ones and others. */
export type ReadTable = {
  readonly index: number;
  readonly table: Table;
  readonly names: readonly string[];
  readonly rows: readonly ReadRow[];
  /** Rows that state something: no blanks, examples or totals. */
  readonly filled: readonly ReadRow[];
  readonly column: (meaning: ColumnMeaning) => number;
  readonly columns: (meaning: ColumnMeaning) => readonly number[];
};

const tablesByContent = new WeakMap<Content, readonly ReadTable[]>();

/** Reads the tables of a document for the rules on rows. Kept per content, since the rules on sets ask again. */
export function readTables(content: Content): readonly ReadTable[] {
  let tables = tablesByContent.get(content);
  if (tables === undefined) {
    tables = readAll(content);
    tablesByContent.set(content, tables);
  }
  return tables;
}

function readAll(content: Content): readonly ReadTable[] {
  return content.tables.map((read, index) => {
    const table = withHeading(read);
    const names = table.columns.map(columnName);
    const rows = table.rows.map((row): ReadRow => {
      const text = row.cells.map((cell) => cell.text).join(' | ');
      return { where: row.where, cells: row.cells, text, sort: sortOf(row.cells) };
    });
    const meanings = new Map<ColumnMeaning, number[]>();
    for (const [column, name] of names.entries()) {
      for (const meaning of meaningsOf(name)) {
        const list = meanings.get(meaning);
        if (list === undefined) meanings.set(meaning, [column]);
        else list.push(column);
      }
    }
    return {
      index,
      table,
      names,
      rows,
      filled: rows.filter(({ sort }) => sort === 'filled'),
      column: (meaning) => meanings.get(meaning)?.[0] ?? -1,
      columns: (meaning) => meanings.get(meaning) ?? [],
    };
  });
}

/** A table whose heading row was not told apart by its reader: the first row is one when most of its cells name columns we know. */
function withHeading(table: Table): Table {
  const [first, ...rest] = table.rows;
  if (first === undefined || table.columns.length < 3 || table.columns.some((name) => name !== '')) return table;
  const names = first.cells.map((cell) => cell.text);
  const known = names.filter((name) =>
    COLUMN_MEANINGS.some(
      ([, pattern, except]) => pattern.test(columnName(name)) && except?.test(columnName(name)) !== true,
    ),
  );
  if (
    known.length < 2 ||
    known.length * 3 < names.length ||
    names.some((name) => name.length > 60 || findDates(name).length > 0)
  )
    return table;
  return { ...table, columns: names, rows: rest, where: first.where };
}

/** Text of a row's cell; empty when the column is not there. */
export function cellText(row: ReadRow | undefined, column: number): string {
  return row === undefined || column < 0 ? '' : (row.cells[column]?.text ?? '');
}

/** The one date a cell states. */
export function cellDate(row: ReadRow, column: number): StatedDate | undefined {
  const cell = row.cells[column];
  if (cell === undefined || cell.text === '' || cell.text.length > 60 || !/\d/.test(cell.text)) return undefined;
  if (dateByCell.has(cell)) return dateByCell.get(cell);
  const date = parseStatedDate(cell.text) ?? onlyDate(cell.text);
  dateByCell.set(cell, date);
  return date;
}

/** Several rules ask each cell for its date. */
const dateByCell = new WeakMap<Cell, StatedDate | undefined>();

function onlyDate(text: string): StatedDate | undefined {
  const found = findDates(text);
  return found.length === 1 ? found[0]?.date : undefined;
}

/** Where a cell stands. A blank one that its reader left out of a sheet's row is found by counting columns from the row's first cell. */
export function whereOfCell(row: ReadRow, column: number): Where {
  const held = row.cells[column]?.where;
  if (held !== undefined || row.where.cell === undefined) return held ?? row.where;
  const first = /^(.*!)?([A-Z]{1,3})(\d+)$/.exec(row.where.cell);
  if (first === null || column < 0) return row.where;
  return { ...row.where, cell: `${first[1] ?? ''}${columnLetters(columnNumber(first[2] ?? 'A') + column)}${first[3]}` };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function columnLetters(number: number): string {
  const last = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? last : columnLetters(Math.floor((number - 1) / 26)) + last;
}

const meaningsByName = new Map<string, readonly ColumnMeaning[]>();
/** Column names repeat over documents; beyond this many different ones they are worked out anew each time. */
const NAMES_KEPT = 2_000;

function meaningsOf(name: string): readonly ColumnMeaning[] {
  if (name === '') return [];
  let meanings = meaningsByName.get(name);
  if (meanings === undefined) {
    meanings = COLUMN_MEANINGS.flatMap(([meaning, pattern, except]) =>
      pattern.test(name) && except?.test(name) !== true ? [meaning] : [],
    );
    if (meaningsByName.size < NAMES_KEPT) meaningsByName.set(name, meanings);
  }
  return meanings;
}

function columnName(name: string): string {
  return name.toLowerCase().replace(/[_*]+/g, ' ').replace(/\s+/g, ' ').trim();
}

function sortOf(cells: readonly Cell[]): ReadRow['sort'] {
  const held = cells.filter((cell) => cell.text !== '');
  const [first] = held;
  if (first === undefined) return 'blank';
  const head = held.slice(0, 6).map((cell) => cell.text);
  if (head.some((text) => /^(?:template[- ]?row|template|copy this row|example template|\[?template\]?)$/i.test(text)))
    return 'template';
  if (head.some((text) => /^(?:e\.?g\.?\b|\(?examples?\b(?!s? of)|samples?\b(?! of)|\[example)/i.test(text)))
    return 'example';
  if (/^(?:grand |sub ?)?totals?\b/i.test(first.text)) return 'total';
  if (held.length === 1 && cells.length > 2 && first.text.length > 12) return 'remark';
  const stated = cells.filter(
    (cell, column) => !isBlank(cell.text) && !(column === 0 && /^[\w-]{1,12}$/.test(cell.text)),
  );
  if (stated.length === 0) return 'blank';
  return 'filled';
}
