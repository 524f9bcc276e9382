import { expect, it } from 'vitest';
import { contentStems } from '../../record/words.ts';
import { shareSaid } from './said-in-other-words.ts';

const share = (phrase: string, text: string, hasDate = false) =>
  shareSaid(phrase, new Set(contentStems(text)), hasDate);

it('finds a phrase said in other words', () => {
  expect(share('phone', 'Name | Telephone | E-mail')).toBe(1);
  expect(share('success or failure', 'Restored, passed')).toBeGreaterThan(0);
});

it('finds nothing in a text about something else', () => {
  expect(share('remote wipe or locate', 'Holiday is booked a month ahead')).toBe(0);
});

it('takes any stated date for a date', () => {
  expect([share('date', 'On 3 March', true), share('date', 'Some day')]).toEqual([1, 0]);
});
