import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const COMMANDS = ['check', 'serve', 'demo', 'catalogue'];

test.each([
  ['chekc', 'check'],
  ['CHECK', 'check'],
  ['catalog', 'catalogue'],
  ['server', 'serve'],
])('%s was probably meant to be %s', (word, meant) => {
  expect(nearest(word, COMMANDS)).toBe(meant);
});

test('a word like none of them is left alone', () => {
  expect(nearest('banana', COMMANDS)).toBeUndefined();
});
