import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { EMPTY_HOLDINGS, type Holdings, withChanges } from '../../record/holdings.ts';
import { KINDS } from '../../record/kinds/kinds.ts';
import { suggestMapping } from './column-mapping.ts';
import { registerCsv } from './register-csv.ts';
import { type RowToTake, rowsToTake } from './rows-to-take.ts';

const everything = withChanges(
  EMPTY_HOLDINGS,
  Object.entries(KEPT_EXAMPLES).map(([kind, data]) => ({ action: 'add', kind, id: kind, data })),
);

function takenAgain(name: keyof typeof KINDS, holdings: Holdings): readonly RowToTake[] {
  const [columns = [], ...rows]: string[][] = parse(registerCsv(KINDS[name], holdings), { bom: true });
  const table = { columns, rows: rows.map((cells, at) => ({ cells, place: `line ${at + 2}` })) };
  const taking = { mapping: suggestMapping(KINDS[name], columns), same: {} };
  return rowsToTake(KINDS[name], table, taking, holdings);
}

describe('a register as CSV', () => {
  test.each(Object.keys(KINDS).filter((name) => !['organisation', 'share', 'grant', 'submission'].includes(name)))(
    'of %s, taken in again, changes nothing',
    (name) => {
      // The keys of the kinds.
      const rows = takenAgain(name as keyof typeof KINDS, everything);
      expect(rows.map(({ become }) => become)).toEqual(['same']);
    },
  );

  test.each([
    ['a comma', ['Acme, Inc']],
    ['a semicolon', ['Acme; Beta']],
    ['several with commas', ['Acme, Inc', 'Beta, Ltd']],
    ['several with semicolons', ['Acme; Beta', 'Gamma']],
    ['quotes', ['The "best" host']],
    ['what looks like a formula', ['=1+1', '@cmd']],
  ])('keeps lists apart: %s', (_, subProcessors) => {
    const holdings = withChanges(EMPTY_HOLDINGS, [
      { action: 'add', kind: 'supplier', id: 's', data: { name: 'N', handlesPersonalData: true, subProcessors } },
    ]);
    expect(takenAgain('supplier', holdings).map(({ become }) => become)).toEqual(['same']);
  });

  test('names by id what a title does not tell apart', () => {
    const two = ['p1', 'p2'].map((id) => ({
      action: 'add' as const,
      kind: 'person',
      id,
      data: { name: 'Ben Hart', employment: 'staff' },
    }));
    const holdings = withChanges(EMPTY_HOLDINGS, [
      ...two,
      { action: 'add', kind: 'absence', id: 'a', data: { person: 'p2', from: '2026-08-03' } },
    ]);
    expect(takenAgain('absence', holdings).map(({ become }) => become)).toEqual(['same']);
  });

  test('runs nothing in a spreadsheet', () => {
    const name = '=HYPERLINK("http://evil.example";"x")';
    const holdings = withChanges(EMPTY_HOLDINGS, [
      { action: 'add', kind: 'supplier', id: 's', data: { name, handlesPersonalData: true } },
    ]);
    expect(registerCsv(KINDS.supplier, holdings)).toContain('"\'=HYPERLINK');
  });
});
