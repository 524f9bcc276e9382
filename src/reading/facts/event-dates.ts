import type { StatedDate } from '../../record/day.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Setting } from './fact-family.ts';

const BARE_MONTH =
  /\b(?:in|during|of)\s(?:the\s(?:first|second|third|last)\sweek\sof\s|early\s|late\s|mid-)?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s*(?:20)?\d)/;
/** "on 24 September": a day of a month without its year. */
const BARE_DAY =
  /\b(?:on|of)\s(?:\w+day\s)?(\d{1,2})(?:st|nd|rd|th)?\s(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,?\s*20\d\d)/;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The dates of a statement; a month, or a day of one, without a year is the last such before the document was written. */
export function datesOf(text: string, setting: Setting): { readonly date: StatedDate; readonly index: number }[] {
  const found = findDates(text).filter((one) => one.date.precision === 'day' || one.date.precision === 'month');
  if (found.length > 0)
    return found.map(({ date, index }, at) => ({ date: spanOf(text, date, index, found[at - 1]), index }));
  const day = BARE_DAY.exec(text);
  const bare = day ?? BARE_MONTH.exec(text);
  const name = day?.[2] ?? bare?.[1];
  const written = writtenOn(setting);
  if (bare === null || name === undefined || written === undefined) return [];
  const month = monthNumber(name);
  const year = Number(written.slice(0, 4)) - (month > Number(written.slice(5, 7)) ? 1 : 0);
  const start = `${year}-${String(month).padStart(2, '0')}`;
  const on = day?.[1]?.padStart(2, '0');
  return [
    {
      date:
        on === undefined
          ? { from: `${start}-01`, to: `${start}-28`, precision: 'month', text: `${name} ${year}` }
          : { from: `${start}-${on}`, to: `${start}-${on}`, precision: 'day', text: `${Number(on)} ${name} ${year}` },
      index: bare.index,
    },
  ];
}

/** 1 to 12 for an English month name. */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

const IN_FILE_NAME = /(?<!\b[A-Z]{2,6}[- ])\b(20\d\d)[-_. ](0[1-9]|1[0-2])(?:[-_. ]([0-2]\d|3[01]))?\b/;

/** The last day the document gives for itself, or the day in its file name. */
export function writtenOn({ profile, path }: Setting): string | undefined {
  const stated = profile.dates
    .filter(({ meaning, date }) => meaning !== 'next-review' && meaning !== 'expires' && date.precision === 'day')
    .map(({ date }) => date.from)
    .sort()
    .at(-1);
  if (profile.kind !== 'policy' && profile.kind !== 'plan' && profile.kind !== 'procedure') {
    const named = IN_FILE_NAME.exec(path.slice(path.lastIndexOf('/') + 1));
    if (named !== null) return `${named[1]}-${named[2]}-${named[3] ?? '28'}`;
  }
  return stated;
}

const DAY_BEFORE =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?:\s(?:January|February|March|April|May|June|July|August|September|October|November|December))?\s?(?:to|-|–|—|until|and)\s?(?:\w+day\s)?$/i;

/** "3 to 5 March 2026" and "30 June 2026 to 2 July 2026" are one event of several days. */
function spanOf(
  text: string,
  date: StatedDate,
  index: number,
  earlier: { readonly date: StatedDate; readonly index: number; readonly length: number } | undefined,
): StatedDate {
  if (earlier !== undefined && /^\s?(?:to|-|–|—|until)\s?$/i.test(text.slice(earlier.index + earlier.length, index)))
    return { ...date, from: earlier.date.from };
  const first = date.precision === 'day' ? DAY_BEFORE.exec(text.slice(Math.max(0, index - 24), index)) : null;
  const day = Number(first?.[1] ?? 0);
  return day >= 1 && day <= 31 && day < Number(date.to.slice(8))
    ? { ...date, from: `${date.to.slice(0, 8)}${String(day).padStart(2, '0')}` }
    : date;
}
