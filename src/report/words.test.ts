import { expect, test } from 'vitest';
import { neutralised } from './neutralised.ts';
import { placeInWords } from './place-words.ts';
import { STANDING_WORDS } from './standing-words.ts';

test('every standing has a mark of its own', () => {
  const marks = Object.values(STANDING_WORDS).map(({ mark }) => mark);
  expect(new Set(marks).size).toBe(marks.length);
});

test.each([
  [{ file: 'a.md', line: 4 }, 'a.md:4'],
  [{ file: 'a.pdf', page: 2, line: 4 }, 'a.pdf, page 2, line 4'],
  [{ file: 'a.xlsx', cell: 'Staff!B4' }, 'a.xlsx, cell Staff!B4'],
  [{ file: 'a.md' }, 'a.md'],
])('the place %o reads as %s', (place, words) => {
  expect(placeInWords(place)).toBe(words);
});

test('escape sequences and marks that turn writing around are taken out of a name', () => {
  expect(neutralised('a\u001b[2J\u202Egnp.md\r\nb')).toBe('a\ufffd[2J\ufffdgnp.md b');
});
