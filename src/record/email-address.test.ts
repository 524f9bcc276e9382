import { expect, test } from 'vitest';
import { emailOf, emailProblem } from './email-address.ts';

test.each(['wei@epact', 'wei', 'wei@', '@epact.example', 'wei @epact.example', 'a@b@epact.example', 'wei@epact.'])(
  'what is no email address is none for accounts and for the staff list alike: %s',
  (text) => {
    expect([emailOf(text), emailProblem(text)]).toEqual([
      undefined,
      'Enter an email address in the correct format, like name@example.com',
    ]);
  },
);

test('an email address is one in either case of letters', () => {
  expect([emailOf(' Wei@Epact.example '), emailProblem('Wei@Epact.example')]).toEqual(['wei@epact.example', undefined]);
});
