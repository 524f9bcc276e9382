import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'perennial-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder that is made', () => {
  test('is made with those above it, each for its owner only', () => {
    const deep = join(folder, 'a', 'b', 'c');
    expect(makeFolder(deep)).toEqual([join(folder, 'a'), join(folder, 'a', 'b'), deep]);
    expect([join(folder, 'a'), deep].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o700]);
  });

  test('is left as it is when it is there', () => {
    expect(makeFolder(folder)).toEqual([]);
  });

  test('is told where a file is in its way', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolder(join(folder, 'file', 'in'))).toThrow(/ENOTDIR/);
  });

  test.runIf(existsSync('/proc/self'))('is told, and at once, where the system lets nobody make one', () => {
    expect(() => makeFolder('/proc/nope/deeper')).toThrow(/ENOENT|EACCES|EPERM/);
  });
});
