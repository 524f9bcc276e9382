import { describe, expect, test } from 'vitest';
import { cyclesIn, durationsIn, hoursInWords, numberOf } from './quantity.ts';

describe('durations', () => {
  test.each([
    ['within 72 hours', 72, 'max'],
    ['at least six years', 52596, 'min'],
    ['a 30-day period', 720, 'exact'],
    ['for one month', 730.5, 'exact'],
    ['no later than twenty-four hours', 24, 'max'],
    ['took 2 h 50', 2 + 50 / 60, 'exact'],
    ['RTO: 4h', 4, 'exact'],
  ])('are read in hours with their bound: %s', (text, hours, bound) => {
    expect(durationsIn(text)).toMatchObject([{ hours, bound }]);
  });

  test('keep the upper end of a range and say it is one', () => {
    expect(durationsIn('between 4-8 hours')).toMatchObject([{ hours: 8, range: true }]);
  });

  test('are not seen in "and", in ages or in what is past', () => {
    expect(durationsIn('staff and directors, 18 years old, left 3 days ago')).toEqual([]);
  });
});

describe('cycles', () => {
  test.each([
    ['reviewed bi-annually', 4383],
    ['every three months', 2191.5],
    ['once every two years', 17532],
    ['each night', 24],
    ['twice a year', 4383],
  ])('are read as hours between turns: %s', (text, hours) => {
    expect(cyclesIn(text)).toMatchObject([{ hours }]);
  });

  test('tell "at least" from the plain word', () => {
    expect(cyclesIn('at least annually')).toMatchObject([{ bound: 'min' }]);
  });
});

test('numbers are read in digits and words', () => {
  expect(['14', 'ninety-six', 'twelve', 'a'].map(numberOf)).toEqual([14, 96, 12, 1]);
});

test('hours are said in the largest unit that is whole', () => {
  expect([0.25, 72, 8766, 2191.5, 720].map(hoursInWords)).toEqual([
    '15 minutes',
    '72 hours',
    '1 year',
    '3 months',
    '30 days',
  ]);
});
