import { afterEach, expect, test } from 'vitest';
import { bytesOf } from '../../../test/support/hostile-files.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

let room: ReadingRoom | undefined;
afterEach(() => room?.close());

/** Too long a line to be read at once, so a thread reads it. */
const heavy = (n: number) => ({ path: `${n}.txt`, bytes: bytesOf(`${n} ${'word '.repeat(10_000)}`) });

test('more files than there are threads are all read', async () => {
  const reading = openReadingRoom();
  room = reading;
  const read = await Promise.all(Array.from({ length: 12 }, (_, n) => reading.read(heavy(n))));
  expect(read.map(({ documents }) => documents[0]?.path)).toEqual(Array.from({ length: 12 }, (_, n) => `${n}.txt`));
});

test('a file that nobody can read does not keep others waiting', async () => {
  room = openReadingRoom();
  await room.read({ path: 'a.pdf', bytes: bytesOf('%PDF-1.7 and nothing more') });
  expect((await room.read(heavy(1))).documents).toHaveLength(1);
});

test('closing does not pass off what was being read as damaged', async () => {
  room = openReadingRoom();
  const read = room.read({ path: 'a.txt', bytes: bytesOf('word '.repeat(4_000_000)) });
  await room.close();
  await expect(read).rejects.toThrow('Reading was stopped before "a.txt" was read');
});

test('a closed room opens again', async () => {
  room = openReadingRoom();
  await room.close();
  expect((await room.read(heavy(1))).documents).toHaveLength(1);
});
