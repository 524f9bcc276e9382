import { afterEach, expect, test } from 'vitest';
import { bytesOf } from '../../test/support/hostile-files.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { WorkerPool } from './worker-pool.ts';

const open: WorkerPool[] = [];
const poolOf = (limits = DEFAULT_LIMITS) => {
  const pool = new WorkerPool(limits, 1);
  open.push(pool);
  return pool;
};
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close();
});

const slow = () => bytesOf(`Name,Owner\n${'Laptop,Jane\n'.repeat(400_000)}`);
const types = ({ unreadable }: { unreadable: readonly { unreadable: { type: string } }[] }) =>
  unreadable.map((file) => file.unreadable.type);

test('a file that takes too long is given up and the next one is read', async () => {
  const pool = poolOf();
  const first = await pool.read({ path: 'slow.csv', bytes: slow() }, { ...DEFAULT_LIMITS, milliseconds: 50 });
  const second = await pool.read({ path: 'a.md', bytes: bytesOf('Text') }, DEFAULT_LIMITS);
  expect([types(first), second.documents.length]).toEqual([['too-slow'], 1]);
});

test('a file that needs too much memory is given up and the next one is read', async () => {
  const pool = poolOf({ ...DEFAULT_LIMITS, memoryMegabytes: 24 });
  const first = await pool.read({ path: 'large.csv', bytes: slow() }, DEFAULT_LIMITS);
  const second = await pool.read({ path: 'a.md', bytes: bytesOf('Text') }, DEFAULT_LIMITS);
  expect([types(first), second.documents.length]).toEqual([['too-large'], 1]);
});
