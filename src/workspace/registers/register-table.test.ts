import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { made } from '../../../test/support/made.ts';
import { TABLE_FORMATS, type TableFormat, tableFile } from '../../exchange/table-file.ts';
import { EMPTY_HOLDINGS, type Holdings, withChanges } from '../../record/holdings.ts';
import { KINDS } from '../../record/kinds/kinds.ts';
import { openReadingRoom, type ReadingRoom } from '../documents/reading-room.ts';
import { guessColumns } from './column-mapping.ts';
import { givenTables } from './given-tables.ts';
import { registerTable } from './register-table.ts';
import { type GivenTable, rowsToTake } from './rows-to-take.ts';

let room: ReadingRoom;
beforeAll(() => {
  room = openReadingRoom();
});
afterAll(() => room.close());

const everything = withChanges(
  EMPTY_HOLDINGS,
  made(Object.entries(KEPT_EXAMPLES).map(([kind, data]) => ({ action: 'add', kind, id: kind, data }))),
);

function tableOf(name: keyof typeof KINDS, holdings: Holdings) {
  return registerTable(KINDS[name], holdings, [...(holdings.of.get(name)?.values() ?? [])]);
}

/** The table as it comes back from its file when somebody brings it like any other. */
async function takenBack(format: TableFormat, name: keyof typeof KINDS, holdings: Holdings): Promise<GivenTable> {
  const bytes = Buffer.from(await tableFile(tableOf(name, holdings), format));
  const given = await givenTables(room, `register.${format}`, Readable.from([bytes]));
  const [table] = given.ok ? given.tables : [];
  if (!table) throw new Error(JSON.stringify(given));
  return table;
}

async function becomes(name: keyof typeof KINDS, table: GivenTable, holdings: Holdings) {
  const taking = { mapping: guessColumns(KINDS[name], table.columns).map(({ to }) => to), same: {} };
  const rows = await rowsToTake(KINDS[name], table, taking, holdings);
  return rows.map(({ become }) => become);
}

describe.each(TABLE_FORMATS)('a register as %s', (format) => {
  const again = (name: keyof typeof KINDS, holdings: Holdings) => takenBack(format, name, holdings);

  test.each(Object.keys(KINDS).filter((name) => !['organisation', 'share', 'grant', 'submission'].includes(name)))(
    'of %s, taken in again, changes nothing',
    async (name) => {
      // The keys of the kinds.
      const kind = name as keyof typeof KINDS;
      expect(await becomes(kind, await again(kind, everything), everything)).toEqual(['same']);
    },
  );

  test.each([
    ['a comma', ['Acme, Inc']],
    ['a semicolon', ['Acme; Beta']],
    ['several with commas', ['Acme, Inc', 'Beta, Ltd']],
    ['several with semicolons', ['Acme; Beta', 'Gamma']],
    ['quotes', ['The "best" host']],
    ['what looks like the code of a letter', ['_x0041_ and _x005F_']],
    ['what looks like a formula', ['=1+1', '@cmd']],
  ])('keeps lists apart: %s', async (_what, subProcessors) => {
    const holdings = withChanges(
      EMPTY_HOLDINGS,
      made([
        { action: 'add', kind: 'supplier', id: 's', data: { name: 'N', handlesPersonalData: true, subProcessors } },
      ]),
    );
    expect(await becomes('supplier', await again('supplier', holdings), holdings)).toEqual(['same']);
  });

  test.each([
    ['paragraphs', 'First.\n\nSecond,\n- a point'],
    ['a day', '2026-08-03'],
    ['a number', '007'],
    ['a formula', '=1+1'],
    ['a sign', '-5 degrees'],
    ['an apostrophe', "'tis"],
    ['what XML escapes', '<b> & "c" > d'],
    ['no space that breaks', 'a\u00e9\u{1f600}'],
  ])('keeps text as it is: %s', async (_what, words) => {
    const data = { title: words.split('\n')[0], likelihood: 1, impact: 1, treatment: 'treat', measures: words };
    const holdings = withChanges(EMPTY_HOLDINGS, made([{ action: 'add', kind: 'risk', id: 'r', data }]));
    expect(await becomes('risk', await again('risk', holdings), holdings)).toEqual(['same']);
  });

  test('names by id what a title does not tell apart', async () => {
    const two = ['p1', 'p2'].map((id) => ({
      action: 'add' as const,
      kind: 'person',
      id,
      data: { name: 'Ben Hart', employment: 'staff' },
    }));
    const holdings = withChanges(
      EMPTY_HOLDINGS,
      made([...two, { action: 'add', kind: 'absence', id: 'a', data: { person: 'p2', from: '2026-08-03' } }]),
    );
    expect(await becomes('absence', await again('absence', holdings), holdings)).toEqual(['same']);
  });

  test('runs nothing in a spreadsheet', async () => {
    const name = '=HYPERLINK("http://evil.example";"x")';
    const holdings = withChanges(
      EMPTY_HOLDINGS,
      made([{ action: 'add', kind: 'supplier', id: 's', data: { name, handlesPersonalData: true } }]),
    );
    const { rows } = await again('supplier', holdings);
    // In a workbook it is text by its type, which no spreadsheet runs.
    expect(rows[0]?.cells[0]).toBe(format === 'csv' ? `'${name}` : name);
  });
});

test('a text that no cell holds is not taken back from a workbook that cut it short', async () => {
  const subProcessors = Array.from({ length: 150 }, (_, at) => `${at} ${'x'.repeat(290)}`);
  const holdings = withChanges(
    EMPTY_HOLDINGS,
    made([{ action: 'add', kind: 'supplier', id: 's', data: { name: 'N', handlesPersonalData: true, subProcessors } }]),
  );
  expect(await becomes('supplier', await takenBack('xlsx', 'supplier', holdings), holdings)).toEqual(['refused']);
});

test('a large register is written in a thread of its own, and comes back whole', async () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    action: 'add' as const,
    kind: 'person',
    id: `p${at}`,
    data: { name: `Person ${at}`, employment: 'staff', startedOn: '2026-03-02' },
  }));
  const holdings = withChanges(EMPTY_HOLDINGS, made(many));
  const became = await becomes('person', await takenBack('xlsx', 'person', holdings), holdings);
  expect([became.length, new Set(became)]).toEqual([500, new Set(['same'])]);
});
