import { expect, test } from 'vitest';
import { isSeen } from './seen.ts';

test.each([
  ['nothing', ''],
  ['blanks', ' \t\n\u00a0\u3000'],
  ['joiners and marks of order', '\u200b\u200c\u200d\u2060\ufeff\u200e\u202e'],
  ['soft hyphens', '\u00ad\u00ad'],
  ['letters without a shape', '\u3164\u115f\uffa0\u2800'],
  ['tags and selectors', '\u{e0041}\ufe0f'],
])('nobody sees %s', (_, text) => {
  expect(isSeen(text)).toBe(false);
});

test.each(['a', '\u200b7', '–', 'مرحبا', '👩‍⚕️', 'क्‍ष'])('a person sees %s', (text) => {
  expect(isSeen(text)).toBe(true);
});
