import { describe, expect, test } from 'vitest';
import type { Fact } from '../../record/document.ts';
import { contradictions } from './contradictions.ts';
import { aDocument, aFact } from './documents-for-tests.ts';

const DAY = '2026-11-20';

function subjects(a: readonly Fact[], b: readonly Fact[]): string[] {
  return contradictions([aDocument('a.md', a), aDocument('b.md', b)], DAY).map(({ subject }) => subject);
}

const hours = (type: string, subject: string, value: number, parts: Record<string, string> = {}, scope = '') =>
  aFact(type, { subject, value, unit: 'hours', scope, parts: { bound: 'exact', shown: `${value} hours`, ...parts } });
const target = (value: number, name: string) => hours('recovery-target', 'rto', value, { name }, 'main');

describe('things with names', () => {
  test('meet under a shorter and a longer name', () => {
    expect(subjects([target(2, 'diary meadow')], [target(9, 'diary')])).toEqual([
      'recovery-target: rto / main / diary meadow',
    ]);
  });

  test('are two things when neither name holds the other', () => {
    expect(subjects([target(2, 'diary meadow')], [target(9, 'ledger meadow')])).toEqual([]);
  });

  test('leave a nameless figure to the only thing there is', () => {
    expect(subjects([target(2, 'diary')], [target(9, '')])).toHaveLength(1);
    expect(subjects([target(2, 'diary'), target(2, 'ledger')], [target(9, '')])).toEqual([]);
  });

  test('disagree inside one document on how often they are backed up', () => {
    const often = (value: number, line: number) => ({
      ...hours('backup-rule', 'frequency', value, { name: 'diary' }, 'database'),
      where: { line },
    });
    expect(subjects([often(24, 3), often(168, 9)], [])).toEqual(['backup-rule: frequency / database / diary']);
    expect(subjects([often(24, 3), often(168, 3)], [])).toEqual([]);
  });
});

describe('times', () => {
  test('in working days are not the same as in hours once a weekend can lie between', () => {
    const ico = (parts: Record<string, string>) => hours('breach-notice-hours', 'ICO', 72, parts);
    expect(subjects([ico({ counted: 'working days' })], [ico({})])).toEqual(['breach-notice-hours: ICO']);
  });

  test('of a processor for our own records count, for its own logs they do not', () => {
    const kept = (subject: string, value: number) => hours('retention-period', subject, value);
    const agreement = (fact: Fact) =>
      aDocument('contracts/processor.md', [fact], { kind: 'contract', title: 'Data processing agreement' });
    const found = (subject: string) =>
      contradictions([aDocument('a.md', [kept(subject, 700)]), agreement(kept(subject, 9000))], DAY);
    expect(found('support tickets')).toHaveLength(1);
    expect(found('access logs')).toEqual([]);
  });
});

describe('rules in the same words', () => {
  const rule = (value: number, stems: string) =>
    hours('measure', 'time', value, { bound: 'max', shown: `${value} hours`, stems });

  test('with two times are one low finding', () => {
    const [finding] = contradictions(
      [
        aDocument('a.md', [rule(24, 'acknowledg complaint letter write')]),
        aDocument('b.md', [rule(96, 'acknowledg complaint letter send write')]),
      ],
      DAY,
    );
    expect(finding).toMatchObject({ severity: 'low', subject: 'same-measure: acknowledg complaint letter write' });
  });

  test('are two rules when one of them has a qualifier more', () => {
    expect(
      subjects([rule(24, 'acknowledg complaint letter write')], [rule(96, 'acknowledg complaint letter urgent write')]),
    ).toEqual([]);
  });

  test('need more in common than that something is reviewed', () => {
    expect(subjects([rule(24, 'data report review security')], [rule(96, 'data report review security')])).toEqual([]);
  });
});

describe('a register', () => {
  test('disagrees with a statement that gives it another number of entries', () => {
    const row = (line: number, first: string) => ({
      cells: [
        { text: first, where: { line } },
        { text: 'x', where: { line } },
      ],
      where: { line },
    });
    const register = {
      ...aDocument('registers/keys.csv', []),
      content: {
        ...aDocument('', []).content,
        format: 'csv' as const,
        tables: [
          {
            columns: ['id', 'what'],
            rows: [row(2, 'K1'), row(3, 'K2'), row(4, 'Template')],
            where: { line: 1 },
            section: -1,
          },
        ],
      },
    };
    const size = (value: number) =>
      aDocument('index.md', [
        aFact('register-size', { subject: 'keys.csv', value, parts: { shown: `${value} entries` } }),
      ]);
    expect(contradictions([register, size(5)], DAY).map(({ subject }) => subject)).toEqual([
      'register-size: registers/keys.csv',
    ]);
    expect(contradictions([register, size(2)], DAY)).toEqual([]);
  });
});
