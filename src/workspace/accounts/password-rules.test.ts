import { expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

const ABOUT = ['ann.okafor@larkmoor.example', 'Ann Okafor', 'Larkmoor Health Software Ltd'];
const COMMON = 'Password must not be one that is commonly used. Try three random words';
const OWN = 'Password must not be built on your name, email address or organisation';

test.each([
  ['', 'Enter a password'],
  ['elevenchars', 'Password must be 12 characters or more'],
  ['x'.repeat(201), 'Password must be 200 characters or fewer'],
  ['passwordpassword', COMMON],
  ['aaaaaaaaaaaa', COMMON],
  ['abcabcabcabc', COMMON],
  ['123456789012', COMMON],
  ['abcdefghijkl', COMMON],
  ['Password!!!!', COMMON],
  ['larkmoor2026', OWN],
  ['Okafor!Okafor1', OWN],
])('%j is told: %s', async (password, fault) => {
  expect(await passwordFault(password, ABOUT)).toBe(fault);
});

test.each([
  'correct horse battery staple',
  'twelve chars',
  'ünïcödé lanterns',
  '🌱🌱🌱 seven quiet lanterns',
  ' leading and trailing ',
  'larkmoor and seven lanterns',
])('%j will do', async (password) => {
  expect(await passwordFault(password, ABOUT)).toBeUndefined();
});
