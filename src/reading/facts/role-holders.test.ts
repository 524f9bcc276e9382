import { describe, expect, test } from 'vitest';
import { factsIn } from '../../../test/support/facts-of-text.ts';

const holders = (source: string, path?: string) =>
  factsIn('role-holder', source, path).map(({ subject, value, parts }) => [subject, value, parts?.standing]);

describe('role holders', () => {
  test.each([
    ['**SIRO:** Mina Farrow (Operations Director)'],
    ['Our Senior Information Risk Owner (SIRO) is Mina Farrow.'],
    ['Mina Farrow acts as our SIRO.'],
    ['Mina Farrow was appointed SIRO on 3 March 2026.'],
    ['Raise it with the SIRO, Mina Farrow.'],
    ['Present: Mina Farrow (SIRO), Otto Brandt'],
    ['Senior Information Risk Owner – Mina Farrow'],
  ])('are read from prose and labels: %s', (text) => {
    expect(holders(text)).toContainEqual(['siro', 'mina farrow', 'holder']);
  });

  test('are read from a table by its cells, whatever its columns are called', () => {
    const table =
      '| Hat | Who wears it | Stand-in |\n|---|---|---|\n| Caldicott Guardian | Dr Otto Brandt | Mina Farrow |';
    expect(holders(table)).toEqual([
      ['caldicott', 'otto brandt', 'holder'],
      ['deputy caldicott', 'mina farrow', 'deputy'],
    ]);
  });

  test('hold several roles when a cell joins them', () => {
    expect(
      holders('Name,Post,Left\nMina Farrow,Managing Director and SIRO,\nOtto Brandt,Tester,', 'staff.csv').map(
        ([role]) => role,
      ),
    ).toEqual(['md', 'siro']);
  });

  test('are former when a register gives a leaving date', () => {
    expect(holders('Name,Post,Leaving date\nMina Farrow,IT Lead,31/08/2026\nOtto Brandt,Tester,', 'staff.csv')).toEqual(
      [['it-lead', 'mina farrow', 'former']],
    );
  });

  test('pass from one to the other at a hand-over', () => {
    expect(holders('The SIRO role passed from Mina Farrow to Otto Brandt on 1 May 2026.')).toEqual(
      expect.arrayContaining([
        ['siro', 'mina farrow', 'former'],
        ['siro', 'otto brandt', 'holder'],
      ]),
    );
  });

  test('of a customer are not taken for ours', () => {
    const [fact] = factsIn('role-holder', 'Signed for them: Mina Farrow, Caldicott Guardian, Northmoor NHS Trust.');
    expect(fact?.confidence).toBeLessThan(0.55);
  });

  test.each([
    '### 4.2 Harbour Watch\n\nISMS Lead\n',
    '**Emergency Decision-Making**: ISMS Lead',
    'Crisis Communications (DPO)',
    'IT Lead: Procurement Assessment',
  ])('are not headings and labels in title case, as in “%s”', (text) => {
    expect(holders(text)).toEqual([]);
  });

  test('keep surnames that look like other words', () => {
    expect(holders('SIRO: Anne Clement')).toEqual([['siro', 'anne clement', 'holder']]);
    expect(holders('DPO: Mary Smith-Jones')).toEqual([['dpo', 'mary smith-jones', 'holder']]);
    expect(holders('## 3.1 SIRO\n\nMina Farrow\n')).toEqual([['siro', 'mina farrow', 'holder']]);
  });

  test('are not made of headings and role words', () => {
    expect(holders('DPO Read This First: the form. Ask Team Leaders and Office Staff; the SIRO signs.')).toEqual([]);
  });
});
