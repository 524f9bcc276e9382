import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecretKey } from './secret-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sevens = (bytes: number) => new Uint8Array(bytes).fill(7);
const eights = (bytes: number) => new Uint8Array(bytes).fill(8);

test('a key is made once and stays', () => {
  const file = join(folder, 'data', 'secret.key');
  openSecretKey(file, sevens);
  expect(openSecretKey(file, eights)).toEqual({ ok: true, key: sevens(32) });
});

test('the file is for its owner only, and nothing else is left', () => {
  openSecretKey(join(folder, 'secret.key'), sevens);
  expect([readdirSync(folder), statSync(join(folder, 'secret.key')).mode & 0o777]).toEqual([['secret.key'], 0o600]);
});

test('a damaged key is told and never replaced', () => {
  const file = join(folder, 'secret.key');
  writeFileSync(file, 'c2hvcnQ=');
  const result = openSecretKey(file, sevens);
  expect(result.ok ? '' : result.problem.type).toBe('bad-key');
});

test('a place where none can be made is told', () => {
  writeFileSync(join(folder, 'data'), '');
  const result = openSecretKey(join(folder, 'data', 'secret.key'), sevens);
  expect(result.ok ? '' : result.problem.type).toBe('cannot-open');
});
