import type { Cell, Content, Format, Line, LineRole, Link, Table, Where } from '../../record/document.ts';
import type { Limits } from '../limits.ts';
import { isFieldTable } from './field-labels.ts';
import { piecesOf, readableCode, readableLines, readableText, tickBox } from './readable-text.ts';

/** A row on its way into a table: its cells in order and where it stands. Cells without a place of their own share the row's. */
export type DraftRow = { readonly cells: readonly string[]; readonly where: Where; readonly places?: readonly Where[] };

export type DraftTable = {
  /** The heading row; absent when the table has none. */
  readonly head?: DraftRow;
  readonly rows: readonly DraftRow[];
  readonly title?: string;
  readonly where: Where;
};

/** Collects what a reader finds, in reading order, keeping the limits and the numbering of sections, blocks and tables. */
export type ContentDraft = {
  /** True once a limit was reached: nothing more is kept, so the reader may stop. */
  readonly full: () => boolean;
  /** A number for the next paragraph, item or row. */
  readonly newBlock: () => number;
  readonly heading: (text: string, level: number, where: Where) => void;
  /** One line; a line that holds no text is dropped. */
  readonly line: (text: string, where: Where, as?: { role?: LineRole; block?: number; ticked?: boolean }) => void;
  readonly table: (table: DraftTable) => void;
  readonly link: (text: string, target: string, where: Where) => void;
  readonly property: (key: string, value: string) => void;
  readonly propertyOf: (key: string) => string | undefined;
  readonly mark: <Key extends keyof Content['marks']>(key: Key, value: Content['marks'][Key]) => void;
  readonly cutShort: (sentence: string) => void;
  readonly title: (text: string | undefined) => void;
  readonly finish: () => Content;
};

const MAX_LINKS = 20_000;
const MAX_PROPERTIES = 200;
const MAX_PROPERTY_CHARACTERS = 2_000;
/** What a spreadsheet program allows in one cell. */
const MAX_CELL_CHARACTERS = 32_767;

/**
 * Starts an empty content. The `section` of a heading is the heading that encloses it (the nearest above of a higher rank);
 * of any other line, the nearest heading above.
 */
export function draftContent(format: Format, limits: Limits): ContentDraft {
  const lines: Line[] = [];
  const tables: Table[] = [];
  const links: Link[] = [];
  const properties: Record<string, string> = {};
  const marks: { -readonly [Key in keyof Content['marks']]: Content['marks'][Key] } = {};
  const open: { index: number; level: number }[] = [];
  let title: string | undefined;
  let blocks = 0;
  let propertyCount = 0;

  let characters = 0;
  const full = () => lines.length >= limits.lines || characters >= limits.textCharacters;
  const newBlock = () => blocks++;
  const section = () => open.at(-1)?.index ?? -1;
  const cutShort = (sentence: string) => {
    marks.cutShort ??= sentence;
  };
  const push = (line: Line) => {
    if (full())
      return cutShort(
        lines.length >= limits.lines
          ? `Only the first ${limits.lines.toLocaleString('en-GB')} lines were read.`
          : `Only the first ${limits.textCharacters.toLocaleString('en-GB')} characters were read.`,
      );
    characters += line.text.length;
    if (line.text.length <= limits.lineCharacters) return void lines.push(line);
    for (const piece of piecesOf(line.text, limits.lineCharacters)) if (!full()) lines.push({ ...line, text: piece });
  };

  return {
    full,
    newBlock,
    cutShort,
    heading(text, level, where) {
      const words = readableText(text);
      if (words === '') return;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const above = section();
      open.push({ index: lines.length, level });
      push({ text: words, where, role: 'heading', level, section: above, block: newBlock() });
    },
    line(text, where, { role = 'text', block = newBlock(), ticked } = {}) {
      if (role === 'code') {
        const code = readableCode(text);
        if (code !== '') push({ text: code, where, role, section: section(), block });
        return;
      }
      const words = readableText(text);
      if (words === '') return;
      const box = ticked === undefined && (role === 'text' || role === 'item') ? tickBox(words) : undefined;
      if (box) push({ text: box.text, where, role: 'item', ticked: box.ticked, section: section(), block });
      else push({ text: words, where, role, section: section(), block, ...(ticked === undefined ? {} : { ticked }) });
    },
    table({ head, rows, title: name, where }) {
      const index = tables.length;
      const width = Math.min(limits.tableColumns, widest(head ? [head, ...rows] : rows));
      const clean = (row: DraftRow) =>
        row.cells.slice(0, width).map((text) => {
          if (text.length > MAX_CELL_CHARACTERS)
            cutShort(`Only the first ${MAX_CELL_CHARACTERS.toLocaleString('en-GB')} characters of a cell were read.`);
          return readableText(text.slice(0, MAX_CELL_CHARACTERS));
        });
      const headCells = head ? clean(head) : [];
      const bodyCells: string[][] = [];
      const kept: DraftRow[] = [];
      for (const row of rows) {
        if (kept.length >= limits.tableRows) {
          cutShort(`Only the first ${limits.tableRows.toLocaleString('en-GB')} rows of a table were read.`);
          break;
        }
        if (row.cells.length > width) {
          cutShort(`Only the first ${limits.tableColumns} columns of a table were read.`);
        }
        kept.push(row);
        bodyCells.push(clean(row));
      }
      if (head && head.cells.length > width)
        cutShort(`Only the first ${limits.tableColumns} columns of a table were read.`);
      const fields = head !== undefined && isFieldTable(headCells, bodyCells);
      const all = head ? [head, ...kept] : kept;
      const allCells = head ? [headCells, ...bodyCells] : bodyCells;
      all.forEach((row, at) => {
        const cells = allCells[at] ?? [];
        if (cells.some((cell) => cell !== '')) {
          push({
            text: readableText(cells.join(' | ')),
            where: row.where,
            role: 'row',
            section: section(),
            block: newBlock(),
            table: index,
          });
        }
      });
      const first = head && !fields ? 1 : 0;
      tables.push({
        ...(name === undefined || name === '' ? {} : { title: readableText(name) }),
        columns: Array.from({ length: width }, (_, column) => (fields ? '' : (headCells[column] ?? ''))),
        rows: all.slice(first).map((row, at) => ({ cells: placed(row, allCells[at + first] ?? []), where: row.where })),
        where,
        section: section(),
      });
    },
    link(text, target, where) {
      if (target !== '' && links.length < MAX_LINKS) links.push({ text: readableText(text), target, where });
    },
    property(key, value) {
      const name = readableText(key).toLowerCase();
      const words = readableText(value).slice(0, MAX_PROPERTY_CHARACTERS);
      if (name === '' || name === '__proto__' || words === '' || propertyCount >= MAX_PROPERTIES) return;
      properties[name] = words;
      propertyCount++;
    },
    propertyOf: (key) => properties[key],
    mark(key, value) {
      marks[key] = value;
    },
    title(text) {
      const words = readableText(text ?? '');
      if (words !== '') title = words.slice(0, MAX_PROPERTY_CHARACTERS);
    },
    finish: () => ({ format, ...(title === undefined ? {} : { title }), lines, tables, links, properties, marks }),
  };
}

function widest(rows: readonly DraftRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

function placed(row: DraftRow, cells: readonly string[]): Cell[] {
  return cells.map((text, column) => {
    const lines = readableLines((row.cells[column] ?? '').slice(0, MAX_CELL_CHARACTERS));
    return { text, where: row.places?.[column] ?? row.where, ...(lines !== text && { lines }) };
  });
}
