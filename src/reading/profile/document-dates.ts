import type { Day, StatedDate } from '../../record/day.ts';
import {
  type Content,
  DATE_MEANINGS,
  type DateMeaning,
  type DocumentDate,
  type DocumentKind,
} from '../../record/document.ts';
import { findDates, parseStatedDate } from '../dates/find-dates.ts';
import type { ControlStatement } from './control-statement.ts';
import type { Control } from './control-statements.ts';
import { fileName } from './document-kind.ts';
import { datesOf, type Passage, passagesOf } from './passages.ts';
import { latestRowDate } from './row-dates.ts';
import { latestOf } from './version-history.ts';

/** Kinds that record something done, whose own date is the day it was done. */
const RECORDS: ReadonlySet<DocumentKind> = new Set(['report', 'log', 'minutes', 'screenshot', 'form']);
/** Kinds that are sent or handed out, whose own date is the day they were issued. */
const SENT: ReadonlySet<DocumentKind> = new Set(['statement', 'notice', 'email', 'certificate', 'contract']);
/** Dates that say when something will happen, not when the document or its content was made. */
const AHEAD: ReadonlySet<DateMeaning> = new Set(['next-review', 'expires']);

/**
 * The dates of a document with their meaning: what it states itself, its newest version, its opening lines, its file name,
 * and, for a record or register without a date of its own, the newest row. Rows are read only when the day `on` of the
 * judgement is given, since a row may be dated ahead.
 */
export function documentDates(
  path: string,
  content: Content,
  control: Control,
  kind: DocumentKind,
  on: Day | undefined,
): DocumentDate[] {
  const dates: DocumentDate[] = [];
  const add = (meaning: DateMeaning, date: StatedDate, where: DocumentDate['where']) => {
    if (!dates.some((other) => other.meaning === meaning && other.date.from === date.from && other.date.to === date.to))
      dates.push({ meaning, date, where });
  };
  const addNew = (meaning: DateMeaning, date: StatedDate, where: DocumentDate['where']) => {
    if (!dates.some((other) => other.date.from === date.from)) add(meaning, date, where);
  };
  for (const said of control.statements) {
    if (said.date !== undefined && isDateMeaning(said)) add(ownMeaning(said.meaning, kind), said.date, said.where);
  }
  if (kind === 'certificate')
    for (const found of certificateDates(content)) add(found.meaning, found.date, found.where);
  const latest = latestOf(control.history);
  if (latest?.date !== undefined) {
    const meaning = /\breview/i.test(latest.text) ? 'reviewed' : /\bapprov/i.test(latest.text) ? 'approved' : 'created';
    add(meaning, latest.date, latest.where);
  }
  for (const line of content.lines.slice(0, 8)) {
    if (line.role === 'row' || line.text.length > 80 || /\bnext\b/i.test(line.text)) continue;
    const own =
      kind === 'minutes'
        ? !dates.some(({ meaning }) => meaning === 'event')
        : line.role === 'heading' || isDateLine(line.text);
    for (const [at, { date }] of findDates(line.text).entries())
      addNew(own && at === 0 ? ownMeaning('stated', kind) : 'stated', date, line.where);
  }
  const stated = dates.some(({ meaning }) => !AHEAD.has(meaning));
  for (const date of datesInName(path)) {
    if (date.precision !== 'year' || !stated) addNew(!stated && RECORDS.has(kind) ? 'event' : 'stated', date, {});
  }
  if (!stated && on !== undefined) {
    const row = latestRowDate(content, kind, on);
    if (row !== undefined) add(row.meaning, row.date, row.where);
  }
  return dates;
}

/** "Date: 3 March 2026" is the day of a meeting in minutes and the day of issue in a letter. */
function ownMeaning(meaning: DateMeaning, kind: DocumentKind): DateMeaning {
  if (meaning === 'effective' && kind === 'certificate') return 'issued';
  if (meaning !== 'stated') return meaning;
  return RECORDS.has(kind) ? 'event' : SENT.has(kind) ? 'issued' : 'stated';
}

/** A line that holds nothing but its date, or a meeting's name and its date. */
function isDateLine(text: string): boolean {
  return (
    parseStatedDate(text) !== undefined ||
    (/^(?:date|dated|held|meeting|minutes|board)\b/i.test(text) && text.length < 60)
  );
}

const ISSUED =
  /\b(?:date of (?:issue|award|certification|registration|completion)|issued?(?: on| date)?|valid from|registered(?: on| since)?|certified(?: on| since)?|awarded(?: on| to)?|commenc\w+|start(?:s|ing)?(?: on| date)?|with effect from|completed(?: on)?|effective(?: from| date)?)\b[^.;]{0,40}$/i;
const EXPIRES =
  /\b(?:expir\w+|valid (?:until|till|to|through|up to)|good (?:until|to)|renew(?:al|s|ed)?(?: due| date)?|runs? (?:out|until|to)|recertification|until|ends?(?: on)?|lapses?)\b[^.;]{0,40}$/i;

/** Issue and expiry as certificates set them out: beside the words, after them in a sentence, or on the line below. */
function* certificateDates(content: Content): Generator<DocumentDate & { meaning: DateMeaning }> {
  let before = '';
  for (const passage of passagesOf(content)) {
    if (passage.role === 'column') continue;
    const label = passage.cell === undefined ? before : leftOf(content, passage);
    let from = 0;
    for (const { date, index, length } of datesOf(passage).dates) {
      const words = passage.text.slice(from, index);
      from = index + length;
      const lead = /[a-z]{3}/i.test(words) ? words : label;
      const meaning = EXPIRES.test(lead) ? 'expires' : ISSUED.test(lead) ? 'issued' : undefined;
      if (meaning !== undefined) yield { meaning, date, where: passage.where };
    }
    before = passage.text.length < 60 ? passage.text : '';
  }
}

function leftOf(content: Content, { cell }: Passage): string {
  if (cell === undefined) return '';
  const table = content.tables[cell.table];
  const column = table?.columns[cell.column] ?? '';
  return `${column} ${table?.rows[cell.row]?.cells[cell.column - 1]?.text ?? ''}`;
}

/** A bare year at the end of a name is a period covered, unless the name is that of a law, a standard or a product. */
const YEAR_NAMES_A_THING = /\b(?:iso|iec|act|gdpr|server|office|edition|windows|sql|exchange|regulations?)\b/i;

/** "REC-2026-04" is the fourth record of its year, not one of April. */
const NUMBER_OF_A_RECORD = /^[A-Z]{2,6}[- ]?20\d\d[-/ ]\d{1,4}(?!\d)/;

/** Dates a file name gives: "report-2026-11-02", "2026-03 board mins", "audit oct 2026", "spot-check-2026-q3", "tna-2026". */
export function datesInName(path: string): StatedDate[] {
  const name = fileName(path)
    .replace(NUMBER_OF_A_RECORD, '')
    .replace(/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/g, '$1-$2-$3')
    .replace(/_/g, ' ')
    // A dash between a word and a number is a space; one between two numbers belongs to a date.
    .replace(/(?<=[a-z)])-(?=\d)|(?<=\d)-(?=[a-z(])/gi, ' ');
  const found = findDates(name).map(({ date }) => date);
  if (found.length > 0 || YEAR_NAMES_A_THING.test(name)) return found;
  const year = /(?<![\d/–-])(20\d\d)(?![\d/–-])/.exec(name)?.[1];
  const date = year === undefined ? undefined : parseStatedDate(year);
  return date === undefined ? [] : [date];
}

function isDateMeaning(said: ControlStatement): said is ControlStatement & { meaning: DateMeaning } {
  return (DATE_MEANINGS as readonly string[]).includes(said.meaning);
}
