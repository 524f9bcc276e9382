import { describe, expect, test } from 'vitest';
import { made } from '../../../test/support/made.ts';
import { EMPTY_HOLDINGS, withChanges } from '../../record/holdings.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { guessColumns } from './column-mapping.ts';
import { rowsTheRecordTakes, withWaysOut } from './rows-the-record-takes.ts';
import { type GivenTable, rowsToTake } from './rows-to-take.ts';

let ids = 0;
const context = {
  at: '2026-11-20T09:00:00.000Z',
  today: '2026-11-20',
  newId: () => {
    ids += 1;
    return `new-${ids}`;
  },
};
const people = withChanges(
  EMPTY_HOLDINGS,
  made(
    ['Ann', 'Ben'].map((name) => ({
      action: 'add',
      kind: 'person',
      id: name.toLowerCase(),
      data: { name, employment: 'staff' },
    })),
  ),
);

type Kind = Parameters<typeof rowsToTake>[0];

function given(kind: Kind, columns: readonly string[], rows: readonly string[][]) {
  const table: GivenTable = { columns, rows: rows.map((cells, at) => ({ cells, place: `line ${at + 2}` })) };
  return { table, taking: { mapping: guessColumns(kind, columns).map(({ to }) => to), same: {} } };
}

async function become(kind: Kind, columns: readonly string[], rows: readonly string[][]) {
  const { table, taking } = given(kind, columns, rows);
  const read = await rowsToTake(kind, table, taking, people);
  const taken = await rowsTheRecordTakes(kind, read, people, context);
  return taken.map((row) => (row.become === 'refused' ? `${row.place}: ${row.problems[0]?.message}` : row.become));
}

describe('rows that the record takes', () => {
  test('are all of them when none breaks a rule', async () => {
    expect(await become(appointment, ['Role', 'Person', 'Appointed on'], [['SIRO', 'Ann', '6 January 2025']])).toEqual([
      'added',
    ]);
  });

  test('leave out the later of two that do not go together, and no other', async () => {
    expect(
      await become(
        appointment,
        ['Role', 'Person', 'Appointed on'],
        [
          ['IT lead', 'Ann', '2025-01-06'],
          ['SIRO', 'Ann', '2025-01-06'],
          ['SIRO', 'Ben', '2025-02-06'],
          ['Caldicott', 'Ben', '2025-02-06'],
        ],
      ),
    ).toEqual([
      'added',
      'added',
      'line 4: Somebody else holds this role at that time. End that appointment first',
      'added',
    ]);
  });

  test('are found among two thousand in a moment', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => [
      `Firm ${at}`,
      'yes',
      at % 500 === 0 ? '2026-01-02' : '',
      '2026-01-01',
    ]);
    const told = await become(supplier, ['Name', 'Personal data', 'Contract from', 'Contract until'], rows);
    expect(told.filter((one) => one !== 'added')).toHaveLength(4);
  });
});

describe('what a refused row could be taken without', () => {
  async function without(kind: Kind, columns: readonly string[], rows: readonly string[][]) {
    const { table, taking } = given(kind, columns, rows);
    const taken = await rowsTheRecordTakes(kind, await rowsToTake(kind, table, taking, people), people, context);
    const told = await withWaysOut(kind, table, taking, taken, people, context);
    return told.map((row) => (row.become === 'refused' ? (row.without ?? []) : row.become));
  }

  test('is the field without which the row breaks no rule', async () => {
    const columns = ['Name', 'Personal data', 'Contract from', 'Contract until'];
    expect(await without(supplier, columns, [['Alder', 'yes', '2026-01-02', '2026-01-01']])).toEqual([
      ['contractUntil'],
    ]);
  });

  test('is nothing while a day could be read either way, as the other rows of the table write theirs', async () => {
    const columns = ['Name', 'Module', 'Kind', 'Date completed', 'Certificate number'];
    const rows = [
      ['Ann', 'DSP', 'data-security', '03/04/2026', 'C-1'],
      ['Ben', 'DSP', 'data-security', '12/31/2025', 'C-2'],
    ];
    expect(await without(trainingRecord, columns, rows)).toEqual([[], 'added']);
  });

  test('is nothing that would still not go with the other rows', async () => {
    const columns = ['Role', 'Person', 'Deputy', 'Appointed on'];
    const rows = [
      ['SIRO', 'Ann', '', '2025-01-06'],
      ['SIRO', 'Ben', 'Ann', '2025-02-06'],
    ];
    expect(await without(appointment, columns, rows)).toEqual(['added', []]);
  });
});
