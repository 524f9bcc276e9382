import { describe, expect, test } from 'vitest';
import { made } from '../../../test/support/made.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import { valueIn } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { guessColumns } from './column-mapping.ts';
import { registerTable } from './register-table.ts';
import { rowsToTake } from './rows-to-take.ts';

const QUILL = {
  name: 'Quill',
  handlesPersonalData: true,
  assurances: [
    { kind: 'iso-27001', reference: 'IS 1, 2; 3', checkedOn: '2026-01-05', expiresOn: '2027-05-31' },
    { kind: 'dspt' },
    { kind: 'other', reference: 'SOC 2' },
  ],
};
const held = withChanges(EMPTY_HOLDINGS, made([{ action: 'add', kind: 'supplier', id: 's', data: QUILL }]));

const mappingOf = (columns: readonly string[]) => guessColumns(supplier, columns).map(({ to }) => to);

/** What becomes of one row under these headings: what shows that the supplier keeps data safe, or why the row is refused. */
async function rowOf(cells: Readonly<Record<string, string>>, name = 'Inkwell'): Promise<unknown> {
  const all = { Supplier: name, 'Personal data': 'yes', ...cells };
  const columns = Object.keys(all);
  const table = { columns, rows: [{ cells: Object.values(all), place: 'line 2' }] };
  const [row] = await rowsToTake(supplier, table, { mapping: mappingOf(columns), same: {} }, held);
  if (row?.become === 'refused') return row.problems.map(({ message }) => message);
  return row && 'data' in row ? valueIn(row.data, 'assurances') : row?.become;
}

describe('what shows that a supplier keeps data safe, in one cell', () => {
  test.each([
    ['ISO 27001', [{ kind: 'iso-27001' }]],
    ['ISO27001:2022', [{ kind: 'iso-27001' }]],
    ['ISO/IEC 27001 (IS 7123)', [{ kind: 'iso-27001', reference: 'IS 7123' }]],
    ['Cyber Essentials Plus', [{ kind: 'cyber-essentials-plus' }]],
    ['Cyber Essentials+', [{ kind: 'cyber-essentials-plus' }]],
    ['CE+', [{ kind: 'cyber-essentials-plus' }]],
    ['DSPT: Standards Met', [{ kind: 'dspt' }]],
    ['ISO 27001, Cyber Essentials', [{ kind: 'iso-27001' }, { kind: 'cyber-essentials' }]],
    ['ISO 27001 and Cyber Essentials', [{ kind: 'iso-27001' }, { kind: 'cyber-essentials' }]],
    [
      'ISO 27001 valid until 31/05/2027; CE expires 1 June 2027',
      [
        { kind: 'iso-27001', expiresOn: '2027-05-31' },
        { kind: 'cyber-essentials', expiresOn: '2027-06-01' },
      ],
    ],
    ['ISO 27001 (expires 31 May 2027)', [{ kind: 'iso-27001', expiresOn: '2027-05-31' }]],
    ['SOC 2 Type II', [{ kind: 'other', reference: 'SOC 2 Type II' }]],
    ['None', undefined],
    ['n/a', undefined],
    ['', undefined],
  ])('is read: %s', async (cell, wanted) => {
    expect(await rowOf({ Certification: cell })).toEqual(wanted);
  });

  test.each([
    ['Yes', 'does not say what it is'],
    ['DSPT', 'does not say in full what they have'],
    ['ISO 27001 in progress', 'does not say in full what they have'],
    ['Cyber Essentials expired 2024', 'does not say in full what they have'],
    ['ISO 27001 valid until 2027', 'says no day until which it is valid'],
    ['working towards ISO 27001', 'does not say in full what they have'],
  ])('is asked about where it says less than it would show: %s', async (cell, why) => {
    expect(await rowOf({ Certification: cell })).toEqual([expect.stringContaining(why)]);
  });

  test('is valid until the day in a column beside it', async () => {
    const until = { 'Certificate expiry': '31/05/2027' };
    expect(await rowOf({ Certification: 'ISO 27001', ...until })).toEqual([
      { kind: 'iso-27001', expiresOn: '2027-05-31' },
    ]);
    expect(await rowOf({ Certification: '', ...until })).toEqual([
      'What shows that they keep it safe: valid until is a day, and the row does not say what it is of',
    ]);
    expect(await rowOf({ Certification: 'ISO 27001, CE', ...until })).toEqual([
      'What shows that they keep it safe: valid until is a day, and the row does not say of which of the 2 it is',
    ]);
  });

  test('comes back from our own file as it was', async () => {
    const { columns, rows } = registerTable(supplier, held, [...(held.of.get('supplier')?.values() ?? [])]);
    const names = columns.map(({ name }) => name);
    const table = { columns: names, rows: rows.map((cells) => ({ cells, place: 'line 2' })) };
    const [row] = await rowsToTake(supplier, table, { mapping: mappingOf(names), same: {} }, held);
    expect(row?.become).toBe('same');
  });

  test('keeps what is known of a certificate, where a list only names it', async () => {
    expect(await rowOf({ Certification: 'ISO 27001; DSPT Standards Met until 30 June 2027' }, 'Quill')).toEqual([
      QUILL.assurances[0],
      { kind: 'dspt', expiresOn: '2027-06-30' },
    ]);
  });
});
