import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** The built program as a process of its own: what only a process can show. `npm test` builds it first. */
describe.skipIf(!existsSync(MAIN))('the program', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perennial-process-'));
    await writeFile(join(folder, 'backup-policy.md'), '# Backup policy\n\nRestores are tested every quarter.\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (args: readonly string[], env: Record<string, string> = {}) =>
    spawn(process.execPath, [MAIN, ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  async function finished(args: readonly string[], env: Record<string, string> = {}) {
    const child = start(args, env);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { out, err, code };
  }

  test('checks a folder and writes nothing but JSON to a pipe', async () => {
    const { out, err } = await finished(['check', folder, '--json', '--on', '2026-11-20']);
    expect([JSON.parse(out).on, err]).toEqual(['2026-11-20', '']);
  });

  test('ends quietly when nobody reads its output any more', async () => {
    const child = start(['check', folder, '--json']);
    child.stdout.destroy();
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([err, code === 0 || code === 1]).toEqual(['', true]);
  });

  test.skipIf(!existsSync('/dev/full'))('says that the disk is full and ends with 2', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [MAIN, 'check', folder, '--json'], { stdio: ['ignore', full, 'pipe'] });
    const [err, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'close')]);
    closeSync(full);
    expect([err, code]).toEqual(['The output could not be written: the disk is full.\n', 2]);
  });

  test('reads its own reports in the folder as no documents, so that a second run finds the same', async () => {
    const own = await mkdtemp(join(tmpdir(), 'perennial-own-'));
    await writeFile(join(own, 'backup-policy.md'), '# Backup policy\n\nApproved by [TBC].\n');
    const args = [
      'check',
      own,
      '--json',
      '--on',
      '2026-11-20',
      '--html',
      join(own, 'r.html'),
      '--sarif',
      join(own, 'r.sarif'),
    ];
    const first = await finished(args);
    await writeFile(join(own, 'r.json'), first.out);
    const second = await finished(args);
    await rm(own, { recursive: true });
    expect([second.out === first.out, second.err]).toEqual([true, '']);
  });

  test('says in one sentence that there is no such folder', async () => {
    expect(await finished(['check', join(folder, 'none')])).toEqual({
      out: '',
      err: `There is no folder "${join(folder, 'none')}".\n`,
      code: 2,
    });
  });

  test.skipIf(process.getuid?.() === 0)('says in one sentence that a folder may not be opened', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'perennial-closed-'));
    await chmod(closed, 0);
    const { err, code } = await finished(['check', closed]);
    await rm(closed, { recursive: true });
    expect([err, code]).toEqual([
      `The folder "${closed}" may not be opened: the account that runs this program lacks the permission.\n`,
      2,
    ]);
  });

  test('says in one sentence that a link leads in a circle', async () => {
    const link = join(folder, 'circle');
    await symlink('circle', link);
    const { err, code } = await finished(['check', link]);
    await rm(link);
    expect([err, code]).toEqual([`The folder "${link}" could not be opened (ELOOP).\n`, 2]);
  });

  test('names every mistake in the settings of the server', async () => {
    const { err, code } = await finished(['serve'], { PORT: 'x', TRUST_PROXY: 'perhaps' });
    expect([err.trim().split('\n').length, code]).toEqual([2, 2]);
  });

  test('serves until it is told to stop, and then stops by itself', async () => {
    const child = start(['serve'], { PORT: '0' });
    const [ready] = await once(child.stderr, 'data');
    const address = /http:\/\/\S+/.exec(String(ready))?.[0] ?? '';
    const health = await (await fetch(`${address}/health`)).json();
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect([health, code]).toEqual([{ status: 'ok', version: '0.1.0' }, 0]);
  });

  test('says when the port is taken and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { err, code } = await finished(['serve'], { PORT: `${port}` });
    other.close();
    expect([err, code]).toEqual([
      `Port ${port} on 127.0.0.1 is already in use, perhaps by another Perennial. Stop that one, or choose another port: PORT=${port + 1} perennial serve\n`,
      2,
    ]);
  });
});
