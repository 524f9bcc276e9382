import { expect, test } from 'vitest';
import { afterFailure, type Counted, type Failures, minutesToWait } from './throttle.ts';

const AT = '2026-11-20T09:30:00.000Z';
const later = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
const failed = (failures: number): Failures => ({ failures, firstAt: AT, lastAt: AT });

test.each<[Counted, number, number]>([
  ['pair', 0, 0],
  ['pair', 4, 0],
  ['pair', 5, 1],
  ['pair', 6, 2],
  ['pair', 8, 8],
  ['pair', 9, 15],
  ['pair', 5_000, 15],
  ['address', 29, 0],
  ['address', 30, 1],
  ['address', 5_000, 15],
  ['account', 49, 0],
  ['account', 50, 1],
  ['account', 5_000, 60],
])('%s: after %i failures the next waits %i minutes', (counted, failures, minutes) => {
  expect(minutesToWait(counted, failed(failures), AT)).toBe(minutes);
});

test('nobody waits who has not failed', () => {
  expect(minutesToWait('pair', undefined, AT)).toBe(0);
});

test('the wait runs out', () => {
  expect([1, 7, 8].map((minutes) => minutesToWait('pair', failed(8), later(minutes)))).toEqual([7, 1, 0]);
});

test('the clock of another process that runs ahead lengthens no wait by more than it is ahead', () => {
  expect(minutesToWait('pair', failed(5), later(-1))).toBe(2);
});

test('failures are forgotten after an hour without one', () => {
  expect([afterFailure('pair', failed(7), later(59)), afterFailure('pair', failed(7), later(60))]).toEqual([
    { failures: 8, firstAt: AT, lastAt: later(59) },
    { failures: 1, firstAt: later(60), lastAt: later(60) },
  ]);
});
