import { expect, test } from 'vitest';
import { endOfDay, instantShown, instantTyped, periodShown, periodTyped } from './typed-time.ts';

test.each([
  ['20/11/2026 09:30', '2026-11-20T09:30:00.000Z'],
  ['1/7/2026 9.05', '2026-07-01T08:05:00.000Z'],
  ['20/11/2026, 09:30', '2026-11-20T09:30:00.000Z'],
  ['2026-07-01 09:30', '2026-07-01T08:30:00.000Z'],
  ['2026-07-01T09:30:00Z', '2026-07-01T09:30:00Z'],
])('“%s” is a time in Britain', (text, instant) => {
  expect(instantTyped(text)).toBe(instant);
});

test.each(['31/2/2026 09:30', '20/11/2026 24:00', '20/11/2026', 'yesterday'])(
  '“%s” is left for the field to refuse',
  (text) => {
    expect(instantTyped(text)).toBe(text);
  },
);

test.each([
  ['2026-07-01T08:30:00.000Z', '01/07/2026 09:30'],
  ['2026-11-20T09:30:15.250Z', '2026-11-20T09:30:15.250Z'],
  // The hour that comes twice when the clocks go back: only the first of the two can be typed.
  ['2026-10-25T00:30:00.000Z', '25/10/2026 01:30'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25T01:30:00.000Z'],
])('%s is shown as it can be typed, or else as it is', (instant, text) => {
  expect(instantShown(instant)).toBe(text);
  expect(instantTyped(text)).toBe(instant);
});

test.each([
  ['12 months', 'P12M'],
  ['1 Year and 6 months', 'P1Y6M'],
  ['2 weeks, 3 days', 'P2W3D'],
  ['P30D', 'P30D'],
  ['for ever', 'for ever'],
  ['1 month 2 months', '1 month 2 months'],
])('“%s” is the period %s', (text, period) => {
  expect(periodTyped(text)).toBe(period);
});

test.each([
  ['P12M', '12 months'],
  ['P1Y2M3D', '1 year and 2 months and 3 days'],
  ['P012M', 'P012M'],
])('the period %s is shown as “%s”', (period, words) => {
  expect(periodShown(period)).toBe(words);
  expect(periodTyped(words)).toBe(period);
});

test.each([
  ['2026-05-01', '2026-05-01T22:59:59.999Z'],
  ['2026-11-20', '2026-11-20T23:59:59.999Z'],
])('%s ends in Britain at %s', (day, instant) => {
  expect(endOfDay(day)).toBe(instant);
});
