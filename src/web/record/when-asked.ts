import { type Day, isDay } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { Form } from '../route.ts';
import { dayTyped } from './entity-form-values.ts';
import { endOfDay } from './typed-time.ts';

/** Which moment somebody wants to see: today as it stands, or the end of a past day. */
export type WhenAsked = {
  readonly when: { readonly on: Day } | { readonly at: Instant };
  /** The past day, when it is one. */
  readonly past?: Day;
  /** What is wrong with the day that was asked for; today is shown then. */
  readonly problem?: string;
  /** The three fields of the day as they were typed, or from the address. */
  readonly form: Form;
};

/** Nothing was kept before; days of registers begin here too. */
const EARLIEST = '1900-01-01';

/** Reads `?at=2026-05-01`, or the three fields of a form. */
export function whenAsked(query: Form, today: Day): WhenAsked {
  const typed = query.text('at') || dayTyped(query, 'at');
  const form = query.text('at') === '' ? query : fieldsOfDay(query.text('at'));
  if (typed === '') return { when: { on: today }, form };
  if (!isDay(typed) || typed < EARLIEST)
    return { when: { on: today }, form, problem: 'Day must be a real date, such as 20 11 2026' };
  if (typed > today) return { when: { on: today }, form, problem: 'Day must be today or in the past' };
  return typed === today ? { when: { on: today }, form } : { when: { at: endOfDay(typed) }, past: typed, form };
}

function fieldsOfDay(at: string): Form {
  const [year = '', month = '', day = ''] = isDay(at) ? at.split('-').map((part) => String(Number(part))) : [];
  const fields: Readonly<Record<string, string>> = { 'at-day': day, 'at-month': month, 'at-year': year };
  return { text: (name) => fields[name] ?? '', all: (name) => (fields[name] === undefined ? [] : [fields[name]]) };
}
