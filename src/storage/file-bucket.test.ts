import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUCKET_KEY, type BucketServer, startBucketServer } from '../../test/support/bucket-server.ts';
import { type BucketSettings, createBucketFiles } from './file-bucket.ts';

const ONE = 'organisation-1';
const MOST = 50_000_000;

let server: BucketServer;
beforeAll(async () => {
  server = await startBucketServer('files');
});
afterAll(() => server.close());

let made = 0;
/** A file nobody has stored before. */
function fresh(): string {
  made += 1;
  return `file ${made}`;
}
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const open = (over: Partial<BucketSettings> = {}) =>
  createBucketFiles({
    ...BUCKET_KEY,
    bucket: 'files',
    endpoint: server.endpoint,
    region: 'eu-west-2',
    pathStyle: true,
    milliseconds: 300,
    ...over,
  });
async function put(text: string, over?: Partial<BucketSettings>): Promise<string> {
  const result = await (await open(over)).put(ONE, Readable.from([Buffer.from(text)]), MOST);
  return result.ok ? 'ok' : result.problem.message;
}

test('a file lies under its organisation and hash', async () => {
  const text = fresh();
  await put(text);
  expect(server.objects.has(`${ONE}/${hashOf(text)}`)).toBe(true);
});

test('every request is signed', async () => {
  await put(fresh());
  expect(server.requests.every(({ authorization }) => authorization.startsWith('AWS4-HMAC-SHA256 '))).toBe(true);
});

test.each(['unavailable', 'cut', 'silent'] as const)('one answer that is %s is got over', async (fault) => {
  server.failNext(fault, 1, 'PUT');
  expect(await put(fresh())).toBe('ok');
});

test.each([
  ['unavailable', /it answered 503/],
  ['cut', /could not be reached, or broke off/],
  ['silent', /could not be reached, or broke off/],
] as const)('a store that stays %s keeps nothing, and says so', async (fault, words) => {
  const text = fresh();
  server.failNext(fault, 3, 'PUT');
  expect(await put(text)).toMatch(words);
  expect(server.objects.has(`${ONE}/${hashOf(text)}`)).toBe(false);
});

test('a file that arrives changed is refused by the store', async () => {
  server.failNext('changed', 1, 'PUT');
  expect(await put(fresh())).toMatch(/it answered 400/);
});

test('a file is not called stored before the store has confirmed it', async () => {
  server.failNext('unavailable', 3, 'HEAD');
  expect(await put(fresh())).toMatch(/it answered 503/);
});

test('a wrong key is told without the key', async () => {
  const said = await put(fresh(), { accessKeyId: 'WRONG' });
  expect(said).toMatch(/refused the access key/);
  expect(said).not.toContain(BUCKET_KEY.secretAccessKey);
});

test('a bucket that does not exist is told', async () => {
  expect(await put(fresh(), { bucket: 'elsewhere' })).toMatch(/there is no such bucket/);
});

test('an outage is never taken for a file that is not there', async () => {
  const files = await open();
  server.failNext('unavailable', 3);
  await expect(files.size(ONE, hashOf('x'))).rejects.toThrow('The bucket could not look for a file: it answered 503');
});

test('an error quotes neither the store nor the key', async () => {
  const files = await open({ accessKeyId: 'WRONG' });
  const error = await files.open(ONE, hashOf('x')).catch((thrown: unknown) => thrown);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/secret|WRONG|Signature/);
});

test('nothing stays on this computer', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('perennial-bucket-'));
  const before = left();
  await put(fresh());
  server.failNext('unavailable', 3, 'PUT');
  await put(fresh());
  expect(left()).toEqual(before);
});
