import { describe, expect, test } from 'vitest';
import { aDocument } from '../../test/support/record-builder.ts';
import { registersIn } from './registers.ts';

function foundIn(title: string, columns: readonly string[]): readonly string[] {
  const one = aDocument(title, { title });
  const cells = columns.map((text) => ({ text: `a ${text}`, where: { line: 4 } }));
  const table = { columns, rows: [{ cells, where: { line: 4 } }], where: { line: 3 }, section: -1 };
  return registersIn({ ...one, content: { ...one.content, tables: [table] } }).map(({ register }) => register);
}

describe('the registers of the proof rules are told by their columns', () => {
  test.each([
    ['Data flows', ['From', 'To', 'Method'], 'data-flows'],
    ['Where data goes', ['Sender', 'Recipient', 'Method', 'Data'], 'data-flows'],
    ['Transfers', ['Data', 'From', 'To', 'Method'], 'data-flows'],
    ['Our suppliers', ['Name', 'Service', 'Contract'], 'suppliers'],
    ['Risk register', ['Risk', 'Likelihood', 'Impact', 'Owner'], 'risks'],
  ])('%s', (title, columns, register) => {
    expect(foundIn(title, columns)).toContain(register);
  });

  test.each([
    ['Training and awareness policy', ['Quarter', 'Modules', 'Delivery method', 'Notes'], 'data-flows'],
    [
      'Supplier security policy',
      ['Profile', 'Typical contract', 'Supplier assurance tier', 'Minimum assurance'],
      'suppliers',
    ],
    ['Supplier security policy', ['Tier', 'Supplier requirements', 'Contract criteria'], 'suppliers'],
  ])('and a table of something else is none: %s, %j', (title, columns, register) => {
    expect(foundIn(title, columns)).not.toContain(register);
  });
});
