import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildGapCheck } from '../../test/support/gap-check-builder.ts';
import { samePlace, wouldDestroy, writeReport } from './write-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perennial-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writing a report', () => {
  test('replaces an earlier one and leaves nothing beside it', async () => {
    const file = join(folder, 'report.html');
    await writeFile(file, 'old');
    const problem = await writeReport(file, 'new');
    expect([problem, await readFile(file, 'utf8'), await readdir(folder)]).toEqual([undefined, 'new', ['report.html']]);
  });

  test('writes through a link and leaves the link', async () => {
    const link = join(folder, 'link.html');
    await writeFile(join(folder, 'real.html'), 'old');
    await symlink('real.html', link);
    await writeReport(link, 'new');
    expect([(await lstat(link)).isSymbolicLink(), await readFile(join(folder, 'real.html'), 'utf8')]).toEqual([
      true,
      'new',
    ]);
  });

  test('writes into a pipe and leaves it a pipe', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [text] = await Promise.all([readFile(pipe, 'utf8'), writeReport(pipe, 'new')]);
    expect([text, (await stat(pipe)).isFIFO()]).toEqual(['new', true]);
  });

  test('does not write through a link that somebody laid where the unfinished file goes', async () => {
    const file = join(folder, 'report.html');
    await writeFile(join(folder, 'mine.txt'), 'mine');
    await symlink('mine.txt', `${file}.${process.pid}.unfinished`);
    expect([(await writeReport(file, 'new')) !== undefined, await readFile(join(folder, 'mine.txt'), 'utf8')]).toEqual([
      true,
      'mine',
    ]);
  });

  test('says that a folder is one', async () => {
    expect(await writeReport(folder, 'new')).toBe(`${folder} could not be written: it is a folder.`);
  });
});

describe('a report in the place of a document', () => {
  const check = buildGapCheck({});
  const withPolicy = {
    ...check,
    record: {
      ...check.record,
      unreadable: [{ path: 'policy.md', bytes: 0, unreadable: { type: 'empty', reason: 'x' } }],
    },
  } as const;

  test('would destroy it', async () => {
    await writeFile(join(folder, 'policy.md'), 'x');
    expect(await wouldDestroy(join(folder, 'policy.md'), folder, withPolicy)).toContain(
      'is one of the documents that were checked',
    );
  });

  test('is no matter for a new name beside it', async () => {
    expect(await wouldDestroy(join(folder, 'report.html'), folder, withPolicy)).toBeUndefined();
  });
});

test.each([
  ['report.html', './report.html', true],
  ['report.html', 'report.sarif', false],
  ['report.html', undefined, false],
])('%s and %s are one place: %s', (one, other, same) => {
  expect(samePlace(one, other)).toBe(same);
});
