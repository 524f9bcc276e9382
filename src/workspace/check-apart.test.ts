import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../test/support/hostile-files.ts';
import { checkFilesApart } from './check-apart.ts';
import { type CheckOptions, checkFiles } from './check-folder.ts';

const OPTIONS: CheckOptions = { on: '2026-11-20', category: 3, edition: 'v8', organisation: { facts: {} } };
const policy = () => [
  { path: 'backup-policy.md', bytes: bytesOf('# Backup policy\n\nRestores are tested every quarter.\n') },
];
/** Takes many seconds to analyse. */
const long = () => [
  { path: 'roles.md', bytes: bytesOf('SIRO: Jane Smith\nCaldicott Guardian: Bob Jones\n'.repeat(5_000)) },
];
const problemOf = (result: Awaited<ReturnType<typeof checkFilesApart>>) => (result.ok ? 'none' : result.problem.type);

describe('a check in a thread of its own', () => {
  test('comes to what a check in this thread comes to', async () => {
    expect(await checkFilesApart(policy(), OPTIONS)).toEqual(await checkFiles(policy(), OPTIONS));
  });

  test('tells how far it has come', async () => {
    const told: unknown[] = [];
    await checkFilesApart(policy(), OPTIONS, (progress) => told.push(progress));
    expect(told).toEqual([{ done: 1, total: 1, path: 'backup-policy.md' }]);
  });

  test('leaves this thread free', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 20);
    await checkFilesApart(long(), OPTIONS);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(10);
  });

  test('ends when nobody waits for it any more', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(problemOf(await checkFilesApart(long(), OPTIONS, () => {}, stop.signal))).toBe('given-up');
  });

  test('is given up when it takes too long', async () => {
    const result = await checkFilesApart(long(), OPTIONS, () => {}, undefined, {
      minutes: 0.001,
      memoryMegabytes: 512,
    });
    expect(problemOf(result)).toBe('given-up');
  });

  test('is given up when it needs too much memory', async () => {
    const result = await checkFilesApart(long(), OPTIONS, () => {}, undefined, { minutes: 1, memoryMegabytes: 24 });
    expect(problemOf(result)).toBe('given-up');
  });
});
