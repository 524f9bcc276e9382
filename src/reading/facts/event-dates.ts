import type { StatedDate } from '../../record/day.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Setting } from './fact-family.ts';

const BARE_MONTH =
  /\b(?:in|during|of)\s(?:the\s(?:first|second|third|last)\sweek\sof\s|early\s|late\s|mid-)?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s*(?:20)?\d)/;
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

/** The dates of a statement; a month without a year in dated minutes is the last such month before them. */
export function datesOf(text: string, setting: Setting): { readonly date: StatedDate; readonly index: number }[] {
  const found = findDates(text).filter((one) => one.date.precision === 'day' || one.date.precision === 'month');
  if (found.length > 0)
    return found.map(({ date, index }, at) => ({ date: spanOf(text, date, index, found[at - 1]), index }));
  const bare = BARE_MONTH.exec(text);
  const written = setting.profile.dates
    .filter(({ meaning, date }) => meaning !== 'next-review' && meaning !== 'expires' && date.precision === 'day')
    .map(({ date }) => date.from)
    .sort()
    .at(-1);
  if (bare?.[1] === undefined || written === undefined) return [];
  const month = MONTHS.indexOf(bare[1].toLowerCase()) + 1;
  const year = Number(written.slice(0, 4)) - (month > Number(written.slice(5, 7)) ? 1 : 0);
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return [
    {
      date: { from: `${start}-01`, to: `${start}-28`, precision: 'month', text: `${bare[1]} ${year}` },
      index: bare.index,
    },
  ];
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
