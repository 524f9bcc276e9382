import type { Content, Line, Where } from '../../record/document.ts';
import { type DatesInText, scanDates } from '../dates/find-dates.ts';

/**
 * A stretch of text that is read as one: a wrapped paragraph or list item joined into one string, a heading, or one cell
 * of a table. `starts` says where in the text each source line begins, so that a find can be sent to its own line.
 */
export type Passage = {
  readonly text: string;
  readonly role: 'heading' | 'text' | 'item' | 'quote' | 'furniture' | 'cell' | 'column';
  readonly where: Where;
  readonly starts: readonly { readonly index: number; readonly where: Where }[];
  /** Index into `lines` of the nearest heading above; -1 when there is none. */
  readonly section: number;
  /** Index into `lines` of its first line; -1 for cells. */
  readonly line: number;
  readonly ticked?: boolean;
  /** For cells: which table, row (from 0; -1 for a column name) and column. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
};

const passagesByContent = new WeakMap<Content, readonly Passage[]>();

/** All text of a document as passages, code left out, in reading order with the cells after the prose. Kept per content. */
export function passagesOf(content: Content): readonly Passage[] {
  let passages = passagesByContent.get(content);
  if (passages === undefined) {
    passages = [...prose(content.lines), ...cells(content)];
    passagesByContent.set(content, passages);
  }
  return passages;
}

const datesByPassage = new WeakMap<Passage, DatesInText>();

/** Dates of a passage, and what is written as one but does not exist. Kept per passage, since several rules ask. */
export function datesOf(passage: Passage): DatesInText {
  let dates = datesByPassage.get(passage);
  if (dates === undefined) {
    dates = scanDates(passage.text);
    datesByPassage.set(passage, dates);
  }
  return dates;
}

/** Where in the file the character at `index` of a passage stands. */
export function whereAt(passage: Passage, index: number): Where {
  let [low, high] = [0, passage.starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passage.starts[middle]?.index ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return passage.starts[low - 1]?.where ?? passage.where;
}

/** Texts of the headings above a section, nearest first. */
export function headingsOver(content: Content, section: number): readonly string[] {
  const headings: string[] = [];
  let at = section;
  for (let depth = 0; at >= 0 && depth < 8; depth++) {
    const line = content.lines[at];
    if (line === undefined) break;
    headings.push(line.text);
    at = line.section;
  }
  return headings;
}

/** No paragraph is longer; a file of lines without a blank one between them would be a single one, and cost its square. */
const LONGEST = 8_000;

function* prose(lines: readonly Line[]): Generator<Passage> {
  let open: { lines: Line[]; first: number; signs: number } | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.role === 'row' || line.role === 'code') continue;
    if (open !== undefined && open.signs < LONGEST && continues(open.lines, line)) {
      open.lines.push(line);
      open.signs += line.text.length;
      continue;
    }
    if (open !== undefined) yield joined(open.lines, open.first);
    open = { lines: [line], first: index, signs: line.text.length };
  }
  if (open !== undefined) yield joined(open.lines, open.first);
}

/** A line of the same block carries on, unless it opens with a label of its own or the line before was one. */
function continues(lines: readonly Line[], next: Line): boolean {
  const last = lines.at(-1);
  if (last === undefined || last.block !== next.block || last.role !== next.role || next.role === 'heading')
    return false;
  if (next.ticked !== undefined) return false;
  return !startsWithLabel(next.text) && !isShortLabelLine(last.text);
}

function startsWithLabel(text: string): boolean {
  return /^[A-Z][\w ()/'&-]{0,38}:(?:\s|$)/.test(text) || /^(?:[-*•]|\d+[.)])\s/.test(text);
}

function isShortLabelLine(text: string): boolean {
  return text.length < 60 && startsWithLabel(text);
}

function joined(lines: readonly Line[], line: number): Passage {
  let text = '';
  const starts: { index: number; where: Where }[] = [];
  for (const part of lines) {
    if (text !== '') text += ' ';
    starts.push({ index: text.length, where: part.where });
    text += part.text;
  }
  const [first] = lines;
  if (first === undefined) throw new Error('A passage needs at least one line.');
  const role = first.role === 'row' || first.role === 'code' ? 'text' : first.role;
  return {
    text,
    role,
    where: first.where,
    starts,
    section: first.section,
    line,
    ...(first.ticked === undefined ? {} : { ticked: first.ticked }),
  };
}

function* cells(content: Content): Generator<Passage> {
  for (const [table, { columns, rows, where, section }] of content.tables.entries()) {
    for (const [column, text] of columns.entries()) {
      if (text !== '')
        yield { text, role: 'column', where, starts: [], section, line: -1, cell: { table, row: -1, column } };
    }
    for (const [row, { cells: values }] of rows.entries()) {
      for (const [column, cell] of values.entries()) {
        if (cell.text === '') continue;
        yield {
          text: cell.text,
          role: 'cell',
          where: cell.where,
          starts: [],
          section,
          line: -1,
          cell: { table, row, column },
        };
      }
    }
  }
}
