import { Temporal } from 'temporal-polyfill';
import { type Day, dayAfter, isDay, type Period, periodInWords } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import { remembered } from '../../record/remembered.ts';

const ZONE = 'Europe/London';

/**
 * The instant a person in Britain means by `20/11/2026 09:30`, `2026-11-20 09:30` or an ISO instant. What is none of these is
 * given back as it was typed, for the field to refuse.
 */
export function instantTyped(text: string): string {
  const typed = text.trim();
  const [, date = '', month = '', year = '', ...time] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,? at|,)? +(\d{1,2})[:.](\d{2})$/.exec(typed) ?? [];
  const iso = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/.exec(typed);
  const day = iso?.[1] ?? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const [hour = '', minute = ''] = iso ? iso.slice(2) : time;
  if (!isDay(day) || hour === '' || Number(hour) > 23 || Number(minute) > 59) return typed;
  const local = Temporal.PlainDateTime.from(`${day}T${hour.padStart(2, '0')}:${minute}`);
  return new Date(local.toZonedDateTime(ZONE).epochMilliseconds).toISOString();
}

/** An instant as it is typed, `20/11/2026 09:30`; as it is kept where that would not come back the same. */
export const instantShown = remembered((at: Instant): string => {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return at;
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(ZONE);
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${two(local.day)}/${two(local.month)}/${local.year} ${two(local.hour)}:${two(local.minute)}`;
  return instantTyped(text) === at ? text : at;
});

const UNITS = [
  ['year', 'Y'],
  ['month', 'M'],
  ['week', 'W'],
  ['day', 'D'],
] as const;

/** The period a person means by `12 months` or `1 year and 6 months`; otherwise what was typed. */
export function periodTyped(text: string): string {
  const typed = text.trim();
  if (!/^(?:\d+ *(?:year|month|week|day)s?(?:,? *and *|, *| +|$))+$/i.test(typed)) return typed;
  const named = [...typed.matchAll(/year|month|week|day/gi)].map(([unit]) => unit.toLowerCase());
  // "1 month 2 months" means nobody knows what.
  if (new Set(named).size < named.length) return typed;
  const parts = UNITS.map(([unit, letter]) => {
    const [, count] = new RegExp(`(\\d+) *${unit}`, 'i').exec(typed) ?? [];
    return count === undefined ? '' : `${Number(count)}${letter}`;
  });
  return `P${parts.join('')}`;
}

export function periodShown(period: Period): string {
  const words = /^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$/.test(period) ? periodInWords(period) : period;
  return periodTyped(words) === period ? words : period;
}

/** The last moment of a day in Britain. */
export function endOfDay(day: Day): Instant {
  const next = Temporal.PlainDate.from(dayAfter(day, 'P1D')).toZonedDateTime(ZONE);
  return new Date(next.epochMilliseconds - 1).toISOString();
}
