import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, fitted, fittedPath, wrapped } from './display-text.ts';

test.each([
  ['abc', 3],
  ['naïve', 5],
  ['e\u0301', 1],
  ['漢字', 4],
  ['🙂', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('no wrapped line is wider than asked, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 60 }), (text, width) => {
      const lines = wrapped(text, width);
      expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('a text is cut at its end and a path at its start', () => {
  expect([fitted('a long sentence', 8), fittedPath('policies/deep/backup.md', 12)]).toEqual([
    'a long…',
    '…p/backup.md',
  ]);
});
