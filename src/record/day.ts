import { Temporal } from 'temporal-polyfill';

/** A calendar day as ISO 8601 text, `YYYY-MM-DD`. Days compare as text; arithmetic goes through `Temporal.PlainDate`. */
export type Day = string;

/** A span of calendar time as ISO 8601 text, such as `P12M`, `P30D` or `P3Y`. */
export type Period = string;

/**
 * A date as a document states it. `from` and `to` are the first and last day it can mean: equal for a full date, three
 * months apart for "Q3 2025". A rule that asks "recent enough?" uses `from`, one that asks "in the future?" uses `to`,
 * so that an imprecise date never gets the benefit of the doubt.
 */
export type StatedDate = {
  readonly from: Day;
  readonly to: Day;
  readonly precision: 'day' | 'month' | 'quarter' | 'season' | 'year';
  /** True when day and month could be read the other way round and the document itself shows both orders. */
  readonly ambiguous?: true;
  /** The words as written. */
  readonly text: string;
};

/**
 * The day `period` after `day`; a period with a minus sign goes back. A month that lacks the day ends on its last one:
 * 31 January + P1M is 28 or 29 February.
 */
export function dayAfter(day: Day, period: Period): Day {
  const key = `${day} ${period}`;
  const known = shifted.get(key);
  if (known !== undefined) return known;
  const result = shiftedPlainly(day, period) ?? Temporal.PlainDate.from(day).add(durationOf(period)).toString();
  if (shifted.size >= REMEMBERED) shifted.clear();
  shifted.set(key, result);
  return result;
}

const PLAIN_DAY = /^([1-9]\d{3})-(\d\d)-(\d\d)$/;
const PLAIN_PERIOD = /^(-?)P(\d{1,4})([DWMY])$/;

/** The usual case, one unit and a year of four digits, by plain reckoning: `Temporal` takes a hundred times as long over it. */
function shiftedPlainly(day: Day, period: Period): Day | undefined {
  const [, year, month, date] = PLAIN_DAY.exec(day) ?? [];
  const [, sign, count, unit] = PLAIN_PERIOD.exec(period) ?? [];
  if (year === undefined || unit === undefined || !isDay(day)) return undefined;
  const steps = sign === '-' ? -Number(count) : Number(count);
  const months = unit === 'M' ? steps : unit === 'Y' ? steps * 12 : 0;
  const days = unit === 'D' ? steps : unit === 'W' ? steps * 7 : 0;
  const first = new Date(Date.UTC(Number(year), Number(month) - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(Number(date), last) + days);
  const shiftedTo = first.toISOString().slice(0, 10);
  return PLAIN_DAY.test(shiftedTo) ? shiftedTo : undefined;
}

/** The day `period` before `day`, with the same rule for short months as `dayAfter`. */
export function dayBefore(day: Day, period: Period): Day {
  return dayAfter(day, period.startsWith('-') ? period.slice(1) : `-${period}`);
}

/** The same few days are shifted by the same few periods over and over, and the polyfill is slow: what was worked out is remembered. */
const REMEMBERED = 20_000;
const shifted = new Map<string, Day>();
const durations = new Map<Period, Temporal.Duration>();

function durationOf(period: Period): Temporal.Duration {
  const known = durations.get(period);
  if (known) return known;
  const duration = Temporal.Duration.from(period);
  durations.set(period, duration);
  return duration;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** True for text that names a real calendar day in the form `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as people in Britain write it: `20 November 2026`. */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A period in words: `P12M` is "12 months". */
export function periodInWords(period: Period): string {
  const { years, months, weeks, days } = durationOf(period);
  const parts: ReadonlyArray<readonly [number, string]> = [
    [years, 'year'],
    [months, 'month'],
    [weeks, 'week'],
    [days, 'day'],
  ];
  return parts
    .filter(([n]) => n > 0)
    .map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`)
    .join(' and ');
}

const IN_BRITAIN = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Britain at an instant, summer time and all. The Toolkit and its deadlines go by it. */
export function dayInBritain(instant: string): Day {
  // Years before 1000 are formatted without their noughts.
  return IN_BRITAIN.format(new Date(instant)).padStart(10, '0');
}
