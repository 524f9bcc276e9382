import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUCKET_KEY, startBucketServer } from '../../test/support/bucket-server.ts';
import { createBucketFiles } from './file-bucket.ts';
import { createDiskFiles } from './file-disk.ts';
import type { FileStore, StoredFile } from './file-store.ts';

const MOST = 50_000_000;
const ONE = 'organisation-1';
const OTHER = 'organisation-2';
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const NOWHERE = sha256('nobody ever stored this');

type Opened = { readonly files: FileStore; readonly close: () => Promise<void> };

async function onDisk(): Promise<Opened> {
  const dir = mkdtempSync(join(tmpdir(), 'perennial-files-'));
  return { files: createDiskFiles(dir), close: async () => rmSync(dir, { recursive: true, force: true }) };
}

async function inBucket(): Promise<Opened> {
  const server = await startBucketServer('files');
  const { endpoint } = server;
  const files = await createBucketFiles({
    ...BUCKET_KEY,
    bucket: 'files',
    endpoint,
    region: 'eu-west-2',
    pathStyle: true,
  });
  return { files, close: server.close };
}

describe.each([
  { store: 'a disk', make: onDisk },
  { store: 'a bucket', make: inBucket },
])('files on $store', ({ make }) => {
  let opened: Opened;
  let files: FileStore;
  beforeEach(async () => {
    opened = await make();
    files = opened.files;
  });
  afterEach(() => opened.close());

  const put = (content: string | Uint8Array, organisation = ONE) =>
    files.put(organisation, Readable.from([Buffer.from(content)]), MOST);
  const listed = async (organisation = ONE): Promise<readonly StoredFile[]> => {
    const all: StoredFile[] = [];
    for await (const file of files.list(organisation)) all.push(file);
    return all.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  };
  const problemOf = (result: Awaited<ReturnType<FileStore['put']>>) => (result.ok ? 'none' : result.problem.type);

  test('a file is stored under the hash of its bytes', async () => {
    expect(await put('a policy')).toEqual({ ok: true, file: { sha256: sha256('a policy'), bytes: 8 } });
  });

  test('a stored file is given back as it was', async () => {
    await put('a policy');
    const stream = await files.open(ONE, sha256('a policy'));
    expect(stream && (await text(stream))).toBe('a policy');
  });

  test('a file of no bytes is stored as any other', async () => {
    await put('');
    expect(await files.size(ONE, sha256(''))).toBe(0);
  });

  test('a file that comes in many pieces is hashed as a whole', async () => {
    const pieces = Array.from({ length: 500 }, (_, at) => Buffer.alloc(10_000, at));
    const stored = await files.put(ONE, Readable.from(pieces), MOST);
    expect(stored.ok && stored.file).toEqual({ sha256: sha256(Buffer.concat(pieces)), bytes: 5_000_000 });
  });

  test('the same bytes are kept once', async () => {
    await put('a policy');
    await put('a policy');
    expect(await listed()).toHaveLength(1);
  });

  test('the same bytes sent by twenty at once are kept once, and all are told so', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => put('a policy')));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await listed()).toEqual([{ sha256: sha256('a policy'), bytes: 8 }]);
  });

  test('a file as large as allowed is kept', async () => {
    const stored = await files.put(ONE, Readable.from([Buffer.alloc(10)]), 10);
    expect(stored.ok).toBe(true);
  });

  test('a file of one byte too many is not, and nothing of it is left', async () => {
    expect(problemOf(await files.put(ONE, Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10))).toBe('too-large');
    expect(await listed()).toEqual([]);
  });

  test('the rest of a file that is too large is left to the caller', async () => {
    const endless = Readable.from([Buffer.alloc(6), Buffer.alloc(6), Buffer.from('rest')]);
    await files.put(ONE, endless, 10);
    expect(endless.destroyed).toBe(false);
  });

  test('an upload that breaks off leaves nothing', async () => {
    async function* cut() {
      yield Buffer.from('half of');
      throw new Error('the connection is gone');
    }
    expect(problemOf(await files.put(ONE, Readable.from(cut()), MOST))).toBe('broken-off');
    expect(await listed()).toEqual([]);
  });

  test('a stream that was destroyed before leaves nothing', async () => {
    const gone = Readable.from(['x']).destroy();
    expect(problemOf(await files.put(ONE, gone, MOST))).toBe('broken-off');
  });

  test('an organisation does not get at the file of another', async () => {
    await put('a policy');
    expect(await files.open(OTHER, sha256('a policy'))).toBeUndefined();
    expect(await files.size(OTHER, sha256('a policy'))).toBeUndefined();
    expect(await listed(OTHER)).toEqual([]);
  });

  test('removing a file in one organisation leaves the same bytes of another', async () => {
    await put('a policy', ONE);
    await put('a policy', OTHER);
    await files.remove(ONE, sha256('a policy'));
    expect([await listed(ONE), (await listed(OTHER)).length]).toEqual([[], 1]);
  });

  test('a file that is not there is undefined, and no error to remove', async () => {
    await files.remove(ONE, NOWHERE);
    expect([await files.open(ONE, NOWHERE), await files.size(ONE, NOWHERE)]).toEqual([undefined, undefined]);
  });

  test('a removed file can be stored again', async () => {
    await put('a policy');
    await files.remove(ONE, sha256('a policy'));
    await put('a policy');
    expect(await files.size(ONE, sha256('a policy'))).toBe(8);
  });

  test('all files are listed, however many there are', async () => {
    for (let n = 0; n < 7; n += 1) await put(`file ${n}`);
    expect(await listed()).toHaveLength(7);
  });

  test.each(['..', '../organisation-2', 'a/b', '', '.', 'a\0b', '.incoming', 'x'.repeat(65)])(
    'an organisation called %j is refused',
    async (organisation) => {
      await expect(files.put(organisation, Readable.from(['x']), MOST)).rejects.toThrow(/organisation/);
    },
  );

  test.each(['..', '../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}\n`, 'a'.repeat(63)])(
    'a hash that is %j is no file',
    async (hash) => {
      expect([await files.open(ONE, hash), await files.size(ONE, hash)]).toEqual([undefined, undefined]);
      await files.remove(ONE, hash);
    },
  );
});
