import { describe, expect, test } from 'vitest';
import { aDocument, aFact, on } from '../../../test/support/documents-with-facts.ts';
import type { Fact } from '../../record/document.ts';
import { contradictions } from './contradictions.ts';

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

describe('sorts of backup', () => {
  const often = (value: number, line: number) => ({
    ...hours('backup-rule', 'frequency', value, { name: '' }),
    where: { line },
  });

  test('that one line names side by side never disagree elsewhere', () => {
    expect(subjects([often(24, 3)], [often(168, 4)])).toHaveLength(1);
    const both = aDocument('c.md', [often(24, 8), often(168, 8)]);
    const apart = [aDocument('a.md', [often(24, 3)]), aDocument('b.md', [often(168, 4)])];
    expect(contradictions([...apart, both], DAY)).toEqual([]);
  });
});

describe('the main service', () => {
  const plan = aDocument('plan.md', [
    { ...target(4, 'lantern'), parts: { ...target(4, 'lantern').parts, system: 'Lantern' } },
    { ...target(48, 'newsletter'), where: { line: 9 } },
  ]);
  const naming = (path: string, facts: readonly Fact[] = []) => ({
    ...aDocument(path, facts),
    content: {
      ...aDocument('', []).content,
      lines: [
        {
          text: 'Customers keep their notes in Lantern.',
          where: { line: 1 },
          role: 'text' as const,
          block: 0,
          section: -1,
        },
      ],
    },
  });
  const others = ['b.md', 'c.md', 'd.md'].map((path) => naming(path));

  test('is the product that most documents name, and a nameless figure is its own', () => {
    const runbook = naming('runbook.md', [{ ...target(8, ''), where: { line: 3 } }]);
    expect(contradictions([plan, runbook, ...others], DAY).map(({ subject }) => subject)).toEqual([
      'recovery-target: rto / main / lantern',
    ]);
  });

  test('stays unknown when no product stands out', () => {
    expect(contradictions([plan, aDocument('runbook.md', [target(8, '')])], DAY)).toEqual([]);
  });

  test('disagrees inside the plan when a sentence and the row of its table do', () => {
    const facts = [...plan.facts.slice(0, 1), { ...target(8, ''), where: { line: 30 } }];
    expect(contradictions([aDocument('plan.md', facts)], DAY)).toHaveLength(1);
  });
});

describe('a count of people', () => {
  const people = (value: number) => aFact('headcount', { subject: 'people', value, unit: 'people', scope: 'heads' });

  test('says nothing when more than three numbers turn up', () => {
    expect(subjects([people(9)], [people(11)])).toEqual(['headcount']);
    const four = [2, 9, 11, 200].map((value) => aDocument(`${value}.md`, [people(value)]));
    expect(contradictions(four, DAY)).toEqual([]);
  });
});

describe('a firm that receives data', () => {
  const supplier = (subject: string) =>
    aFact('supplier', { subject, value: 'current', scope: 'sub-processors', parts: { name: subject } });
  const list = aDocument('list.md', ['alder', 'birch', 'cedar'].map(supplier));
  const recipient = (subject: string) =>
    aDocument('ropa.md', [aFact('recipient', { subject, value: 'receives data', parts: { name: subject } })]);

  test('must stand on a list of suppliers', () => {
    expect(contradictions([list, recipient('dogwood')], DAY).map(({ subject }) => subject)).toEqual([
      'supplier: recipient not listed (dogwood)',
    ]);
    expect(contradictions([list, recipient('birch')], DAY)).toEqual([]);
  });
});

describe('a claim that all software is supported', () => {
  const row = (to: string) =>
    aFact('software-support', { subject: 'reports', value: to, parts: { name: 'reports' }, asOf: on(to) });
  const all = aFact('software-support', { subject: 'supported software', value: 'all' });

  test('is opposed by a row whose support has ended by the day', () => {
    expect(subjects([all], [row('2025-04-30')])).toEqual(['software-support: all']);
    expect(subjects([all], [row('2028-04-30')])).toEqual([]);
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
