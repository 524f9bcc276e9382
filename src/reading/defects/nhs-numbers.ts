import type { Where } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { headingsOver, type Passage, whereAt } from '../profile/passages.ts';
import type { Examined } from './defect-rule.ts';

/** An NHS number in a document. The number itself is not in it, only what a person needs to find it. */
export type NhsNumber = {
  readonly where: Where;
  /** What stands there, with every such number taken out. */
  readonly text: string;
  /** `943 476 5919` as `••• ••• •919`. */
  readonly masked: string;
  /** 999 000 0000 and above are kept for tests and belong to nobody. */
  readonly testRange: boolean;
};

const TEN_DIGITS = /(?<![\d.+/-])(\d{3})([ -]?)(\d{3})\2(\d{4})(?![\d.]\d|\d)/g;
const CONTEXT =
  /\bNHS[ _-]?(?:no\b|no\.|number|num|#)|\bpatients?\b|\bservice user\b|\bdate of birth\b|\bDOB\b|\bborn \d|\bd\.o\.b\b|\bMRN\b|\bhospital number\b/i;
const OTHER_NUMBER =
  /\b(?:tel(?:ephone)?|phone|mobile|fax|account|sort code|company (?:no|number|registration)|registered|invoice|order|ticket|VAT|IMEI|serial|asset|call|ISBN)\b/i;
const MADE_UP = /\b(?:test|example|dummy|fictional|synthetic|made[- ]up)\b/i;

/**
 * Ten digits that pass the Modulus 11 check *and* stand among words about patients, or fill a column of a table: about one
 * random number in eleven passes the check, so digits alone never count. Numbers of the test range that are called a test
 * are left out.
 */
export function nhsNumbersIn(examined: Examined): readonly NhsNumber[] {
  const found: NhsNumber[] = [];
  const columns = columnsOfNumbers(examined);
  const listed = linesOfNumbers(examined);
  for (const passage of [...examined.passages, ...codeIn(examined)]) {
    if (!/\d{3}[ -]?\d{3}[ -]?\d{4}/.test(passage.text)) continue;
    for (const match of everyMatch(passage.text, TEN_DIGITS)) {
      const digits = `${match[1]}${match[3]}${match[4]}`;
      if (!passesModulus11(digits)) continue;
      const inColumn = passage.cell === undefined ? listed.has(passage.line) : columns.has(columnKey(passage.cell));
      if (!inColumn && !isAboutPatients(examined, passage, match.index)) continue;
      const testRange = isOfTestRange(digits);
      if (testRange && MADE_UP.test(around(passage, match.index))) continue;
      const text = around(passage, match.index, SHOWN).replace(TEN_DIGITS, '[NHS number]');
      found.push({ where: whereAt(passage, match.index), text, masked: masked(digits), testRange });
    }
  }
  return found;
}

/** Lines of code, which are read as no text: numbers stand in exports and examples too. */
function codeIn({ content }: Examined): readonly Passage[] {
  return content.lines.flatMap(({ role, text, where, section }, line): Passage[] =>
    role === 'code' ? [{ text, role: 'text', where, starts: [{ index: 0, where }], section, line }] : [],
  );
}

/** Signs on either side of a number in which the words stand that belong to it, and of which a person is shown some. */
const BELONGS = 600;
const SHOWN = 200;

/** A part of a passage: one may be a whole file of lines, and looking through all of it for each number takes for ever. */
function around({ text }: Passage, index: number, signs: number = BELONGS): string {
  return text.slice(Math.max(0, index - signs), index + signs);
}

/** 999 000 0000 and above were never given to anybody. */
export function isOfTestRange(digits: string): boolean {
  return digits >= '9990000000';
}

/** A number that a person who has it before them recognises, and nobody else. */
export function masked(digits: string): string {
  return `••• ••• •${digits.slice(-3)}`;
}

/** Whether ten digits that pass for an NHS number stand in a text, whatever surrounds them. */
export function holdsNhsNumber(text: string): boolean {
  return [...everyMatch(text, TEN_DIGITS)].some((match) => passesModulus11(`${match[1]}${match[3]}${match[4]}`));
}

/** The check digit of an NHS number: weights 10 to 2 over the first nine digits, 11 minus the remainder of 11. */
export function passesModulus11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** So many numbers that all pass by chance come about once in 11⁵, about 161,000 columns. */
const COLUMN_LEAST = 5;
const COLUMN_SHARE = 0.9;

/** Columns in which nearly every number of ten digits passes the check, whatever they are called. */
function columnsOfNumbers(examined: Examined): ReadonlySet<string> {
  const columns = new Set<string>();
  for (const { index, table, names } of examined.tables) {
    const width = Math.max(table.columns.length, ...table.rows.slice(0, COLUMN_LEAST).map(({ cells }) => cells.length));
    for (let column = 0; column < width; column += 1) {
      if (OTHER_NUMBER.test(names[column] ?? '')) continue;
      const numbers = new Set(table.rows.flatMap(({ cells }) => tenDigits(cells[column]?.text ?? '')));
      const passing = [...numbers].filter(passesModulus11).length;
      if (passing >= COLUMN_LEAST && passing >= numbers.size * COLUMN_SHARE)
        columns.add(columnKey({ table: index, column }));
    }
  }
  return columns;
}

/** Lines of a list that holds nothing but numbers, as a sheet with a single column is: what stands above says what they are. */
function linesOfNumbers({ content }: Examined): ReadonlySet<number> {
  const lines = new Set<number>();
  const texts = content.lines.map(({ text }) => text.trim());
  for (let at = 0; at < texts.length; at += 1) {
    if (tenDigits(texts[at] ?? '').length === 0) continue;
    const heading = texts[at - 1] ?? '';
    const from = at;
    while (at + 1 < texts.length && tenDigits(texts[at + 1] ?? '').length > 0) at += 1;
    const numbers = new Set(texts.slice(from, at + 1).flatMap(tenDigits));
    const passing = [...numbers].filter(passesModulus11).length;
    const named = CONTEXT.test(heading) || /\bnhs\b/i.test(heading);
    const many = passing >= COLUMN_LEAST && passing >= numbers.size * COLUMN_SHARE;
    if (OTHER_NUMBER.test(heading) || !(named || many)) continue;
    for (let line = from; line <= at; line += 1) lines.add(line);
  }
  return lines;
}

function tenDigits(text: string): readonly string[] {
  const digits = text.replace(/[ -]/g, '');
  return /^\d{10}$/.test(digits) ? [digits] : [];
}

function columnKey({ table, column }: { readonly table: number; readonly column: number }): string {
  return `${table} ${column}`;
}

function isAboutPatients(examined: Examined, passage: Passage, index: number): boolean {
  const before = passage.text.slice(Math.max(0, index - 40), index);
  if (/\bNHS[ _-]?(?:no\b|no\.|number|num|#)|\bNHS[:\s]*$/i.test(before)) return true;
  if (OTHER_NUMBER.test(before)) return false;
  if (CONTEXT.test(around(passage, index))) return true;
  if (passage.cell === undefined)
    return headingsOver(examined.content, passage.section)
      .slice(0, 1)
      .some((heading) => CONTEXT.test(heading));
  const table = examined.tables[passage.cell.table];
  const name = table?.names[passage.cell.column] ?? '';
  if (OTHER_NUMBER.test(name)) return false;
  return CONTEXT.test(name) || /\bnhs\b/.test(name) || CONTEXT.test(table?.rows[passage.cell.row]?.text ?? '');
}
