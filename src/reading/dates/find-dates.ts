import type { Day, StatedDate } from '../../record/day.ts';
import { everyMatch } from '../../record/every-match.ts';
import { remembered } from '../../record/remembered.ts';
import { DATE_FORMS, MAY_HOLD_DATE } from './date-patterns.ts';
import { MONTH_BY_NAME, SEASON_START, WEEKDAY_BY_NAME } from './month-names.ts';

/** What the rest of the document tells about its dates. */
export type DateContext = {
  /** The document writes some date month first, so a numeric date that could be either is marked ambiguous. */
  readonly monthFirstSeen?: boolean;
};

/** A date and where it stands in the text it was found in. `weekday` is the ISO number of the weekday written beside it. */
export type FoundDate = {
  readonly date: StatedDate;
  readonly index: number;
  readonly length: number;
  readonly weekday?: number;
};

/** Something written as a date that no calendar holds, such as 31 June. */
export type ImpossibleDate = { readonly text: string; readonly index: number; readonly length: number };

export type DatesInText = { readonly dates: readonly FoundDate[]; readonly impossible: readonly ImpossibleDate[] };

const NONE: DatesInText = { dates: [], impossible: [] };

/**
 * Dates in a text, in the order they stand, read the British way (day first). A numeric date that cannot be day first
 * (03/25/2026) is read month first and marked ambiguous. Partial dates stay partial. Version numbers, clause numbers, IP
 * addresses, year pairs (2025/26) and editions of standards are not dates.
 */
export function findDates(text: string, context: DateContext = {}): readonly FoundDate[] {
  return scanDates(text, context).dates;
}

/** As `findDates`, and also what is written as a date but does not exist. */
export function scanDates(text: string, context: DateContext = {}): DatesInText {
  return context.monthFirstSeen === true ? readDates(text, context) : readPlainly(text);
}

const readPlainly = remembered((text) => readDates(text, {}));

function readDates(text: string, context: DateContext): DatesInText {
  // Every form has two digits in a row; most text has none, and this is told far sooner than the rest.
  if (!/\d\d/.test(text) || !MAY_HOLD_DATE.test(text)) return NONE;
  const dates: FoundDate[] = [];
  const impossible: ImpossibleDate[] = [];
  for (const match of everyMatch(text, DATE_FORMS)) {
    const parts = match.groups;
    if (parts === undefined || parts.notDate !== undefined) continue;
    const words = match[0];
    const place = { index: match.index, length: words.length };
    if (looksLikeReference(text, match.index, parts)) continue;
    const reading = readParts(parts, words, context);
    if (reading === 'impossible') impossible.push({ text: words, ...place });
    else if (reading !== undefined) {
      const weekday = weekdayIn(parts.numericWeekday ?? parts.dayWeekday ?? parts.monthWeekday);
      dates.push({ date: reading, ...place, ...(weekday === undefined ? {} : { weekday }) });
    }
  }
  return { dates, impossible };
}

/** The date a whole text states, such as a table cell or a field's value; undefined when it says anything more. */
export function parseStatedDate(text: string, context: DateContext = {}): StatedDate | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || !/\d/.test(trimmed)) return undefined;
  if (/^(?:19|20)\d{2}$/.test(trimmed)) return span(Number(trimmed), 1, 12, 'year', trimmed);
  const [found, ...more] = findDates(trimmed, context);
  if (found === undefined || more.length > 0) return undefined;
  const rest = trimmed.slice(0, found.index) + trimmed.slice(found.index + found.length);
  return /^(?:[\s.,;:()*~]|on|in|by|c\.|circa|approx\.?|early|mid|late|end of)*$/i.test(rest) ? found.date : undefined;
}

/** True when a text writes a numeric date that can only be month first, such as 03/25/2026. */
export function writesMonthFirst(text: string): boolean {
  return /(?<![\d/.-])(?:0?[1-9]|1[0-2])[/-](?:1[3-9]|2\d|3[01])[/-](?:19|20)?\d{2}(?![\d/-])/.test(text);
}

/** Dotted numbers are dates only with two digits each: 1.2.26 is a version, 01.02.26 a day. */
function looksLikeReference(text: string, index: number, parts: Readonly<Record<string, string | undefined>>): boolean {
  if (parts.separator === undefined) return false;
  const { first = '', second = '', numericYear = '', separator } = parts;
  if (separator === '.' && numericYear.length === 2 && (first.length < 2 || second.length < 2)) return true;
  if (separator === '-' && numericYear.length === 2 && first.length < 2 && second.length < 2) return true;
  const before = text.slice(Math.max(0, index - 12), index);
  return /(?:\bv|version|release|clause|section|control|item|ref\.?|sort code:?|[a-z][.-])\s?$/i.test(before);
}

type Parts = Readonly<Record<string, string | undefined>>;

function readParts(p: Parts, words: string, context: DateContext): StatedDate | 'impossible' | undefined {
  if (p.isoYear !== undefined) return fullDay(p.isoYear, p.isoMonth, p.isoDay, words);
  if (p.ymdYear !== undefined) return fullDay(p.ymdYear, p.ymdMonth, p.ymdDay, words);
  if (p.first !== undefined) return numericDay(p, words, context);
  if (p.day !== undefined) return fullDay(fullYear(p.year), monthNumber(p.month), p.day, words);
  if (p.monthFirst !== undefined) return fullDay(p.monthFirstYear, monthNumber(p.monthFirst), p.monthFirstDay, words);
  if (p.monthOnly !== undefined) return months(fullYear(p.monthYear), monthNumber(p.monthOnly), words);
  if (p.dashYear !== undefined) return months(p.dashYear, p.dashMonth, words);
  if (p.slashYear !== undefined) return months(p.slashYear, p.slashMonth, words);
  const quarter = Number(p.quarter ?? p.quarterAfter ?? 0);
  if (quarter > 0) return span(Number(p.quarterYear ?? p.yearOfQuarter), quarter * 3 - 2, 3, 'quarter', words);
  if (p.season !== undefined) {
    const start = SEASON_START[p.season.toLowerCase()];
    return start === undefined ? undefined : span(Number(p.seasonYear), start, 3, 'season', words);
  }
  return p.yearOnly === undefined ? undefined : span(Number(p.yearOnly), 1, 12, 'year', p.yearOnly);
}

function numericDay(p: Parts, words: string, context: DateContext): StatedDate | 'impossible' | undefined {
  const year = fullYear(p.numericYear);
  const dayFirst = fullDay(year, p.second, p.first, words);
  const couldSwap = Number(p.first) <= 12 && Number(p.second) <= 12 && p.first !== p.second;
  if (dayFirst !== 'impossible') {
    return context.monthFirstSeen === true && couldSwap ? { ...dayFirst, ambiguous: true } : dayFirst;
  }
  const monthFirst = fullDay(year, p.first, p.second, words);
  if (monthFirst !== 'impossible') return { ...monthFirst, ambiguous: true };
  // Day 0 or month 0 is a blank that was drawn with noughts, not a wrong day.
  return Number(p.first) === 0 || Number(p.second) === 0 ? undefined : 'impossible';
}

function fullDay(year: string | undefined, month: string | number | undefined, day: string | undefined, words: string) {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (m < 1 || m > 12 || d < 1 || d > lastDayOf(y, m)) return 'impossible' as const;
  const iso = isoDay(y, m, d);
  return { from: iso, to: iso, precision: 'day', text: words.trim() } as const;
}

function months(year: string | undefined, month: string | number | undefined, words: string): StatedDate {
  return span(Number(year), Number(month), 1, 'month', words);
}

function span(
  year: number,
  month: number,
  count: number,
  precision: StatedDate['precision'],
  words: string,
): StatedDate {
  const last = month + count - 2;
  const endYear = year + Math.floor(last / 12);
  const endMonth = (last % 12) + 1;
  return {
    from: isoDay(year, month, 1),
    to: isoDay(endYear, endMonth, lastDayOf(endYear, endMonth)),
    precision,
    text: words.trim(),
  };
}

/** Two-digit years are 20xx. */
function fullYear(text: string | undefined): string {
  const digits = (text ?? '').replace("'", '');
  return digits.length === 2 ? `20${digits}` : digits;
}

function monthNumber(name: string | undefined): number {
  return MONTH_BY_NAME[(name ?? '').toLowerCase()] ?? 0;
}

function weekdayIn(name: string | undefined): number | undefined {
  return name === undefined ? undefined : WEEKDAY_BY_NAME[name.slice(0, 3).toLowerCase()];
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDay(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
