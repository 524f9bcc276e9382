import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDiskFiles, DISK, type FileSystem } from './file-disk.ts';
import type { FileStore } from './file-store.ts';

const ONE = 'organisation-1';
const MOST = 50_000_000;
const TWO_PIECES = () => Readable.from([Buffer.alloc(1_000, 1), Buffer.alloc(1_000, 2)]);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'perennial-files-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Every file below the folder, arriving ones among them. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

async function listed(files: FileStore): Promise<number> {
  let count = 0;
  for await (const _ of files.list(ONE)) count += 1;
  return count;
}

function failing(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The real disk, one of whose calls fails. */
const FAULTS: readonly { readonly what: string; readonly fs: (code: string) => FileSystem }[] = [
  {
    what: 'making a folder',
    fs: (code) => ({
      ...DISK,
      makeFolder: (folder) => (folder.includes(ONE) ? Promise.reject(failing(code)) : DISK.makeFolder(folder)),
    }),
  },
  { what: 'creating the file', fs: (code) => ({ ...DISK, create: () => Promise.reject(failing(code)) }) },
  {
    what: 'the second write',
    fs: (code) => ({
      ...DISK,
      create: async (file) => {
        const handle = await DISK.create(file);
        let writes = 0;
        const write: typeof handle.write = (bytes) => {
          writes += 1;
          return writes === 2 ? Promise.reject(failing(code)) : handle.write(bytes);
        };
        return { write, sync: () => handle.sync(), stat: () => handle.stat(), close: () => handle.close() };
      },
    }),
  },
  {
    what: 'syncing the file',
    fs: (code) => ({
      ...DISK,
      create: async (file) => {
        const handle = await DISK.create(file);
        const sync = () => Promise.reject(failing(code));
        return { write: (bytes) => handle.write(bytes), sync, stat: () => handle.stat(), close: () => handle.close() };
      },
    }),
  },
  { what: 'renaming', fs: (code) => ({ ...DISK, rename: () => Promise.reject(failing(code)) }) },
  { what: 'syncing the folder', fs: (code) => ({ ...DISK, syncFolder: () => Promise.reject(failing(code)) }) },
];

describe.each(FAULTS)('when $what fails', ({ fs }) => {
  test.each([
    ['EIO', 'failed'],
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
  ])('with %s, the file was not kept: %s', async (code, type) => {
    const result = await createDiskFiles(dir, fs(code)).put(ONE, TWO_PIECES(), MOST);
    expect(result.ok ? 'ok' : result.problem.type).toBe(type);
  });

  test('nothing half-written is left or can be seen', async () => {
    const files = createDiskFiles(dir, fs('EIO'));
    await files.put(ONE, TWO_PIECES(), MOST);
    const left = filesIn(dir);
    // What has got its name is whole, and nothing refers to it.
    expect([left.length <= 1, await listed(files)]).toEqual([true, left.length]);
    for (const sha256 of left) expect(await files.size(ONE, sha256)).toBe(2_000);
  });

  test('what was told to be kept before stays', async () => {
    const files = createDiskFiles(dir);
    const stored = await files.put(ONE, TWO_PIECES(), MOST);
    await createDiskFiles(dir, fs('EIO')).put(ONE, TWO_PIECES(), MOST);
    expect(await files.size(ONE, stored.ok ? stored.file.sha256 : '')).toBe(2_000);
  });

  test('a second try writes the file anew', async () => {
    await createDiskFiles(dir, fs('EIO')).put(ONE, TWO_PIECES(), MOST);
    const again = createDiskFiles(dir);
    const stored = await again.put(ONE, TWO_PIECES(), MOST);
    expect([stored.ok, await listed(again)]).toEqual([true, 1]);
  });
});

test('a failed sync takes nothing away that was stored before by another', async () => {
  const files = createDiskFiles(dir);
  const stored = await files.put(ONE, TWO_PIECES(), MOST);
  const sha256 = stored.ok ? stored.file.sha256 : '';
  // Another process stores the same bytes between this one's renaming and its failing sync.
  const overtaken: FileSystem = {
    ...DISK,
    syncFolder: async () => {
      await createDiskFiles(dir).put(ONE, TWO_PIECES(), MOST);
      throw failing('EIO');
    },
  };
  await createDiskFiles(dir, overtaken).put(ONE, TWO_PIECES(), MOST);
  expect(await files.size(ONE, sha256)).toBe(2_000);
});

test('a write that takes fewer bytes than it was given goes on with the rest', async () => {
  const stingy: FileSystem = {
    ...DISK,
    create: async (file) => {
      const handle = await open(file, 'wx', 0o600);
      return {
        write: (bytes) => handle.write(bytes.subarray(0, 7)),
        sync: () => handle.sync(),
        stat: () => handle.stat(),
        close: () => handle.close(),
      };
    },
  };
  const stored = await createDiskFiles(dir, stingy).put(ONE, TWO_PIECES(), MOST);
  expect(stored.ok && (await createDiskFiles(dir).size(ONE, stored.file.sha256))).toBe(2_000);
});

test('the file is on the disk before its name, and its name before the answer', async () => {
  const calls: string[] = [];
  const noting: FileSystem = {
    makeFolder: DISK.makeFolder,
    create: async (file) => {
      const handle = await DISK.create(file);
      return {
        write: (bytes) => handle.write(bytes),
        sync: async () => {
          calls.push('sync file');
          await handle.sync();
        },
        stat: () => handle.stat(),
        close: () => handle.close(),
      };
    },
    rename: async (from, to) => {
      calls.push('rename');
      await DISK.rename(from, to);
    },
    syncFolder: async (folder) => {
      calls.push(`sync ${folder.slice(dir.length) || 'all'}`);
      await DISK.syncFolder(folder);
    },
  };
  const root = join(dir, 'files');
  const files = createDiskFiles(root, noting);
  const stored = await files.put(ONE, TWO_PIECES(), MOST);
  const ab = stored.ok ? stored.file.sha256.slice(0, 2) : '';
  expect(calls).toEqual([
    'sync file',
    'rename',
    `sync /files/${ONE}/${ab}`,
    `sync /files/${ONE}`,
    'sync /files',
    'sync all',
  ]);
});

test('only the account of the server may look into files and folders', async () => {
  const stored = await createDiskFiles(join(dir, 'files')).put(ONE, TWO_PIECES(), MOST);
  const sha256 = stored.ok ? stored.file.sha256 : '';
  const folder = join(dir, 'files', ONE, sha256.slice(0, 2));
  expect([statSync(join(folder, sha256)).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
});

test('a file that the same bytes are stored over is whole again', async () => {
  const files = createDiskFiles(dir);
  const stored = await files.put(ONE, TWO_PIECES(), MOST);
  const sha256 = stored.ok ? stored.file.sha256 : '';
  writeFileSync(join(dir, ONE, sha256.slice(0, 2), sha256), 'damaged');
  await files.put(ONE, TWO_PIECES(), MOST);
  expect(await files.size(ONE, sha256)).toBe(2_000);
});

test('files that are none of ours are not listed', async () => {
  const files = createDiskFiles(dir);
  await files.put(ONE, TWO_PIECES(), MOST);
  mkdirSync(join(dir, ONE, 'zz'));
  writeFileSync(join(dir, ONE, 'zz', 'a'.repeat(64)), 'in the wrong folder');
  writeFileSync(join(dir, ONE, 'note.txt'), 'by hand');
  expect(await listed(files)).toBe(1);
});

describe('what a process left behind that ended in the middle', () => {
  const leftover = (name: string, hoursAgo = 0) => {
    const incoming = join(dir, '.incoming');
    mkdirSync(incoming, { recursive: true });
    const file = join(incoming, name);
    writeFileSync(file, 'half');
    const at = statSync(file).mtimeMs / 1000 - hoursAgo * 3600;
    utimesSync(file, at, at);
    createDiskFiles(dir);
    return existsSync(file);
  };
  // The largest process number there can be is never given out.
  const ended = 4_194_304;

  test('is swept when the store is opened', () => {
    expect(leftover(`${hostname()}~${ended}~x`)).toBe(false);
  });

  test('is swept when this process has its number, as in a container', () => {
    expect(leftover(`${hostname()}~${process.pid}~x`)).toBe(false);
  });

  test('stays while that process runs', () => {
    expect(leftover(`${hostname()}~${process.ppid}~x`)).toBe(true);
  });

  test('stays for an hour when another computer may still be writing it', () => {
    expect(leftover(`elsewhere~${ended}~x`)).toBe(true);
    expect(leftover(`elsewhere~${ended}~y`, 2)).toBe(false);
  });

  test('an upload that is going on outlives a second opening of the store', async () => {
    const files = createDiskFiles(dir);
    async function* slow() {
      yield Buffer.from('first');
      createDiskFiles(dir);
      yield Buffer.from('last');
    }
    expect((await files.put(ONE, Readable.from(slow()), MOST)).ok).toBe(true);
  });
});

test('on a disk that is full nothing is half-written', async ({ skip }) => {
  const mounted = smallDisk() ?? skip('no small disk can be mounted here');
  try {
    const files = createDiskFiles(join(mounted, 'files'));
    const results: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const result = await files.put(ONE, Readable.from([Buffer.alloc(300_000, n)]), MOST);
      results.push(result.ok ? 'ok' : result.problem.type);
    }
    const kept = results.filter((result) => result === 'ok').length;
    expect(results.slice(kept)).toEqual(Array.from({ length: 6 - kept }, () => 'no-space'));
    expect([kept > 0 && kept < 6, await listed(files)]).toEqual([true, kept]);
    for await (const { bytes } of files.list(ONE)) expect(bytes).toBe(300_000);
  } finally {
    execFileSync('umount', [mounted]);
    rmSync(mounted, { recursive: true, force: true });
  }
});

/** A disk of 1 MB, where this account may mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}
