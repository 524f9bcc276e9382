import { expect, test } from 'vitest';
import { counted, hoursInWords, listed } from './counted.ts';

test.each([
  [0, 'no time'],
  [0.3, 'half an hour'],
  [1, '1 hour'],
  [1.5, '1½ hours'],
  [9.6, '9½ hours'],
  [20.6, '21 hours'],
  [1234, '1,234 hours'],
])('%d hours read as "%s"', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});

test('one thing is not many', () => {
  expect([counted(1, 'person', 'people'), counted(2, 'person', 'people')]).toEqual(['1 person', '2 people']);
});

test('a long list is cut and the rest counted', () => {
  expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});

test('a list one too long is told whole, as counting the rest would be no shorter', () => {
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and c');
});
