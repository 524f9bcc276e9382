import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReadingRoom, type ReadingRoom } from '../documents/reading-room.ts';
import { givenTables } from './given-tables.ts';

let room: ReadingRoom;
beforeAll(() => {
  room = openReadingRoom();
});
afterAll(() => room.close());

const read = (path: string, text: string | Buffer) => givenTables(room, path, Readable.from([Buffer.from(text)]));

describe('tables of a file to be taken into a register', () => {
  test('of a CSV file, with the line of each row', async () => {
    expect(await read('staff.csv', 'Name,Role\r\n"Moss, Cara",Engineer\r\nDev Patel,Support\r\n')).toEqual({
      ok: true,
      tables: [
        {
          columns: ['Name', 'Role'],
          rows: [
            { cells: ['Moss, Cara', 'Engineer'], place: 'line 2' },
            { cells: ['Dev Patel', 'Support'], place: 'line 3' },
          ],
        },
      ],
    });
  });

  test('the longest first', async () => {
    const found = await read(
      'both.md',
      '| A | B |\n| - | - |\n| 1 | 2 |\n\ntext\n\n| C | D |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n',
    );
    expect(found.ok && found.tables.map(({ columns }) => columns)).toEqual([
      ['C', 'D'],
      ['A', 'B'],
    ]);
  });

  test.each([
    ['holds none', 'notes.txt', 'Only a few words.', 'no-table', 'holds no table'],
    [
      'has a cell that is longer than any can be read',
      'staff.csv',
      `Name,Note\nCara,"${'a long story, '.repeat(4_000)}"\n`,
      'unreadable',
      'Only the first 32,767 characters of a cell were read. Shorten what is too long',
    ],
    ['is empty', 'staff.csv', '', 'unreadable', 'could not be read'],
    [
      'is no file that can be read',
      'staff.xlsx',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
      'unreadable',
      'could not be read',
    ],
  ])('a file that %s gets a sentence', async (_, path, text, type, says) => {
    const found = await read(path, text);
    expect(found).toMatchObject({ ok: false, problem: { type } });
    expect(found.ok ? '' : found.problem.message).toContain(says);
  });
});
