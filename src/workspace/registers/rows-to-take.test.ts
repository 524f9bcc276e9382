import { describe, expect, test } from 'vitest';
import { made } from '../../../test/support/made.ts';
import { EMPTY_HOLDINGS, type Holdings, withChanges } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { guessColumns } from './column-mapping.ts';
import { type GivenTable, type RowToTake, rowsToTake } from './rows-to-take.ts';

const ann = { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'staff', jobTitle: 'Director' };
const held = withChanges(
  EMPTY_HOLDINGS,
  made([
    { action: 'add', kind: 'person', id: 'p1', data: ann },
    { action: 'add', kind: 'person', id: 'p2', data: { name: 'Ben Hart', employment: 'staff' } },
    { action: 'add', kind: 'person', id: 'p3', data: { name: 'Ben Hart', employment: 'contractor' } },
    {
      action: 'add',
      kind: 'supplier',
      id: 's1',
      data: { name: 'Northgate', handlesPersonalData: true, country: 'UK' },
    },
  ]),
);

function tableOf(text: string): GivenTable {
  const [head = '', ...lines] = text.trim().split('\n');
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  return { columns: cells(head), rows: lines.map((line, i) => ({ cells: cells(line), place: `line ${i + 2}` })) };
}

function taken(
  kind: Parameters<typeof rowsToTake>[0],
  text: string,
  same: Readonly<Record<string, string>> = {},
  holdings: Holdings = held,
): Promise<readonly RowToTake[]> {
  const table = tableOf(text);
  return rowsToTake(kind, table, { mapping: guessColumns(kind, table.columns).map(({ to }) => to), same }, holdings);
}

const sentences = (rows: readonly RowToTake[]) =>
  rows.flatMap((row) => (row.become === 'refused' ? row.problems.map(({ message }) => message) : []));

describe('what is there already', async () => {
  const more = withChanges(
    held,
    made([
      {
        action: 'add',
        kind: 'training-record',
        id: 't1',
        data: { person: 'p1', course: 'DSP', kind: 'data-security', completedOn: '2026-11-01' },
      },
      {
        action: 'add',
        kind: 'supplier',
        id: 's2',
        data: { name: 'Quill', handlesPersonalData: true, endedOn: '2024-01-31' },
      },
      { action: 'add', kind: 'supplier', id: 's3', data: { name: 'Quill', handlesPersonalData: true } },
      { action: 'add', kind: 'person', id: 'p4', data: { name: 'Cara Moss', employment: 'staff' } },
    ]),
  );
  const become = async (kind: Parameters<typeof rowsToTake>[0], text: string) =>
    (await taken(kind, text, {}, more)).map((row) => ('entity' in row ? `${row.become} ${row.entity.id}` : row.become));

  test('of a kind whose entries share their titles is only the very same', async () => {
    const rows = 'Email|Module|Kind|Date completed\nann@larkmoor.example|DSP|data-security|1 November 2026';
    expect(await become(trainingRecord, rows.replace('Email', 'Name'))).toEqual(['same t1']);
    const another = 'Name|Module|Kind|Date completed\nCara Moss|DSP|data-security|1 November 2026';
    expect(await become(trainingRecord, another)).toEqual(['added']);
  });

  test('is never what has ended', async () => {
    expect(await become(supplier, 'Vendor|Personal data|Service\nQuill|yes|Letters')).toEqual(['changed s3']);
  });

  test('is a person of that name when there is one alone, and a question when there are several', async () => {
    expect(await become(person, 'Name|Type|Role\nCara Moss|staff|Tester')).toEqual(['changed p4']);
    expect(await become(person, 'Name|Type|Role\nAnn Okafor|staff|Chair')).toEqual(['changed p1']);
    expect(await become(person, 'Name|Type|Role\nBen Hart|staff|Tester')).toEqual(['refused']);
  });

  test('is somebody else when the address is another', async () => {
    expect(await become(person, 'Name|Type|Email\nAnn Okafor|staff|other@larkmoor.example')).toEqual(['added']);
  });
});

describe('which column fills which field', () => {
  test.each([
    [
      'a staff list',
      person,
      ['Full name', 'Role', 'Type', 'Start date', 'Leaving date'],
      ['name', 'jobTitle', 'employment', 'startedOn', 'leftOn'],
    ],
    ['the labels of the form', person, ['Name', 'Email address', 'Job title'], ['name', 'email', 'jobTitle']],
    [
      'a supplier register',
      supplier,
      ['Vendor', 'Service', 'Personal data?', 'Contract end'],
      ['name', 'service', 'handlesPersonalData', 'contractUntil'],
    ],
    [
      'a training log',
      trainingRecord,
      ['Name', 'Module', 'Date completed', 'Score (%)'],
      ['person', 'course', 'completedOn', 'score'],
    ],
    ['columns that mean nothing here', person, ['Shoe size', 'Name'], [undefined, 'name']],
    ['two columns for one field: the first', person, ['Name', 'Name'], ['name', undefined]],
  ])('%s', (_, kind, columns, mapping) => {
    expect(guessColumns(kind, columns).map(({ to }) => to)).toEqual(mapping);
  });
});

describe('a row', () => {
  test('is added with what its cells say, in the words people use', async () => {
    const [row] = await taken(person, 'Name | Type | Start date\nCara Moss | employee | 3/4/2026');
    expect(row).toMatchObject({
      become: 'added',
      data: { name: 'Cara Moss', employment: 'staff', startedOn: '2026-04-03' },
    });
  });

  test('gets what is the same for every row where it says nothing itself', async () => {
    const rows = await taken(person, 'Name | Type\nCara Moss | \nDev Patel | Director', { employment: 'Contractor' });
    expect(rows.map((row) => 'data' in row && row.data)).toEqual([
      { name: 'Cara Moss', employment: 'contractor' },
      { name: 'Dev Patel', employment: 'director', accessesPersonalData: true },
    ]);
  });

  test('changes what has the same key, and only where it says something', async () => {
    const [row] = await taken(supplier, 'Supplier | Personal data | Country | Service\nNORTHGATE | yes | | Hosting');
    expect(row).toMatchObject({
      become: 'changed',
      data: { name: 'NORTHGATE', handlesPersonalData: true, country: 'UK', service: 'Hosting' },
    });
  });

  test('that says what is there already changes nothing', async () => {
    const [row] = await taken(supplier, 'Supplier | Personal data\nNorthgate | Yes');
    expect(row?.become).toBe('same');
  });

  test('finds its way back by its id, though its name was changed', async () => {
    const [row] = await taken(person, 'Perennial id | Name | Employment\np1 | Ann Okafor-Reyes | Employee');
    expect(row).toMatchObject({ become: 'changed', entity: { id: 'p1' }, data: { name: 'Ann Okafor-Reyes' } });
  });

  test('with an id that is not there is refused rather than added', async () => {
    expect(sentences(await taken(person, 'Perennial id | Name | Employment\nnobody | Cara | Employee'))).toEqual([
      'There is no person with the id nobody',
    ]);
  });

  test('that is blank all over is left out', async () => {
    expect(await taken(person, 'Name | Type\n | \nCara | staff')).toHaveLength(1);
  });

  test('leads to people by name or email address', async () => {
    const rows = await taken(
      trainingRecord,
      'Name | Course | Kind | Completed\nann okafor | IG | Induction | 1 May 2026\nANN@larkmoor.example | IG | Induction | 2026-05-02',
    );
    expect(rows.map((row) => 'data' in row && Reflect.get(row.data as object, 'person'))).toEqual(['p1', 'p1']);
  });
});

describe('a row is refused with a sentence', async () => {
  test.each([
    [
      'when a choice is none',
      person,
      'Name | Type\nCara | astronaut',
      'Employment must be one of: Employee, Director, Contractor, Volunteer, Works for a supplier. It says “astronaut”',
    ],
    [
      'when a date is none',
      person,
      'Name | Type | Start date\nCara | staff | 31/02/2026',
      'Started on must be a real date, such as 20/11/2026, not “31/02/2026”',
    ],
    [
      'when a date names no day',
      person,
      'Name | Type | Start date\nCara | staff | May 2026',
      'Started on says no day: “May 2026”',
    ],
    ['when something needed is missing', person, 'Name | Job title\nCara | Engineer', 'Select how they work for you'],
    [
      'when it leads to nobody',
      trainingRecord,
      'Name | Course | Kind | Completed\nZoe | IG | Induction | 1 May 2026',
      'Person: there is no person called “Zoe”. Add it first, or leave the cell empty',
    ],
    [
      'when it leads to two',
      trainingRecord,
      'Name | Course | Kind | Completed\nBen Hart | IG | Induction | 1 May 2026',
      'Person: more than one person is called “Ben Hart”',
    ],
    [
      'when a yes or no is neither',
      supplier,
      'Supplier | Personal data\nAcme | perhaps',
      'Handles personal data for you must be yes or no, not “perhaps”',
    ],
    [
      'when another row is about the same',
      supplier,
      'Supplier | Personal data\nAcme | yes\nacme | no',
      'This is already told by line 2',
    ],
  ])('%s', async (_, kind, text, sentence) => {
    expect(sentences(await taken(kind, text))).toEqual([sentence]);
  });
});

describe('a column of days that writes one month first', async () => {
  const column = (...days: readonly string[]) =>
    taken(person, `Name | Type | Start date\n${days.map((day, i) => `Cara ${i} | staff | ${day}`).join('\n')}`);
  const startedOn = (row: RowToTake) => ('data' in row ? Reflect.get(Object(row.data), 'startedOn') : row.become);

  test('has the days refused that could be either, wherever they stand, and the others taken', async () => {
    const rows = await column('03/04/2026', '12/31/2026', '25/12/2026', '05/05/2026', '2026-02-01', '1 March 2026', '');
    expect(rows.map(startedOn)).toEqual([
      'refused',
      '2026-12-31',
      '2026-12-25',
      '2026-05-05',
      '2026-02-01',
      '2026-03-01',
      undefined,
    ]);
    expect(sentences(rows)).toEqual([
      'Started on: “03/04/2026” could be 3 April 2026 or 4 March 2026: other days in this column are written month first. Write it as 2026-04-03 or 2026-03-04',
    ]);
  });

  test('says nothing of another column', async () => {
    const text = 'Name | Type | Start date | Left on\nCara | staff | 03/04/2026 | 12/31/2026';
    expect((await taken(person, text)).map(startedOn)).toEqual(['2026-04-03']);
  });

  test('is no such column when every day can be day first', async () => {
    expect((await column('03/04/2026', '31/12/2026')).map(startedOn)).toEqual(['2026-04-03', '2026-12-31']);
  });
});

test('two thousand rows are all read', async () => {
  const rows = Array.from({ length: 2_000 }, (_, i) => `Person ${i} | staff | 03/04/2026`).join('\n');
  expect(
    (await taken(person, `Name | Type | Start date\n${rows}`)).filter(({ become }) => become === 'added'),
  ).toHaveLength(2_000);
});
