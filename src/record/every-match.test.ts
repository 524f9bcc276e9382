import { expect, it } from 'vitest';
import { everyMatch } from './every-match.ts';

it.each([
  ['a1b22', /\d+/g],
  ['nothing', /\d+/g],
  ['ab', /x*/g],
  ['', /^/g],
])('finds in "%s" what matchAll finds for %s', (text, pattern) => {
  expect(everyMatch(text, pattern)).toEqual([...text.matchAll(pattern)]);
});

it('searches from the start, whatever was searched before', () => {
  const pattern = /a/g;
  pattern.exec('a a');
  expect(everyMatch('a a', pattern)).toHaveLength(2);
});
