import { describe, expect, it } from 'vitest';
import { dayAfter, dayBefore, dayInWords, daysBetween, isDay, periodInWords } from './day.ts';

describe('days', () => {
  it.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2024-02-29', 'P12M', '2025-02-28'],
    ['2023-12-31', 'P1D', '2024-01-01'],
    ['2026-11-20', '-P1D', '2026-11-19'],
  ])('%s and %s make %s', (day, period, result) => {
    expect(dayAfter(day, period)).toBe(result);
  });

  it('go back by the same rule', () => {
    expect(dayBefore('2026-03-31', 'P1M')).toBe('2026-02-28');
  });

  it('are counted over leap days and clock changes alike', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('are only those the calendar has', () => {
    expect(['2024-02-29', '2025-02-29', '2026-06-31', '2026-6-1'].map(isDay)).toEqual([true, false, false, false]);
  });

  it('are written as people write them', () => {
    expect(dayInWords('2026-11-03')).toBe('3 November 2026');
    expect(periodInWords('P12M')).toBe('12 months');
    expect(periodInWords('P1D')).toBe('1 day');
  });
});
