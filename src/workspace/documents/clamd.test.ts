import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ClamdManners, type ClamdServer, startClamdServer } from '../../../test/support/clamd-server.ts';
import { type ClamdSettings, createClamd } from './clamd.ts';

const NOW = '2026-11-20T09:30:00.000Z';
const reasonOf = (scan: Awaited<ReturnType<ReturnType<typeof createClamd>>>) =>
  scan.result === 'not-scanned' ? scan.reason : scan.result;

describe('a file sent to clamd', () => {
  let server: ClamdServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function scan(content: string | Buffer, manners: ClamdManners = {}, over: Partial<ClamdSettings> = {}) {
    server = await startClamdServer(manners);
    const scanner = createClamd({ where: server.where, now: () => NOW, ...over });
    return scanner(Readable.from([Buffer.from(content)]));
  }

  test('in which nothing is found is clean', async () => {
    expect(await scan('a policy')).toEqual({ result: 'clean' });
  });

  test('in which something is found is infected, by its name', async () => {
    expect(await scan('a VIRUS')).toEqual({ result: 'infected', name: 'Made.Up.Virus-1' });
  });

  test('gets there whole, however large', async () => {
    const bytes = Buffer.alloc(3_000_000, 'abcdefg');
    await scan(bytes);
    expect(server?.seen[0]?.equals(bytes)).toBe(true);
  });

  test('can go through a socket of the computer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'perennial-clamd-'));
    server = await startClamdServer({}, join(folder, 'clamd.sock'));
    const scanner = createClamd({ where: server.where, now: () => NOW });
    expect(await scanner(Readable.from([Buffer.from('VIRUS')]))).toMatchObject({ result: 'infected' });
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['no definitions', 'ClamAV 1.4.3', 'the malware scanner has no definitions'],
    ['definitions without a date', 'ClamAV 1.4.3/27401/', 'the malware scanner has no definitions'],
    [
      'old definitions',
      'ClamAV 1.4.3/27001/Mon Nov  2 08:24:01 2026',
      'the definitions of the malware scanner are 18 days old',
    ],
    ['an answer of something else', 'HTTP/1.1 400 Bad Request', 'the malware scanner has no definitions'],
  ])('is not called clean by a scanner with %s', async (_, version, reason) => {
    expect(await scan('a policy', { version })).toEqual({ result: 'not-scanned', reason });
  });

  test('is infected even when the definitions are old', async () => {
    expect(await scan('a VIRUS', { version: 'ClamAV 1.4.3' })).toMatchObject({ result: 'infected' });
  });

  test('that is larger than clamd takes was not scanned', async () => {
    expect(reasonOf(await scan(Buffer.alloc(2_000_000), { most: 1_000 }))).toMatch(/StreamMaxLength/);
  });

  test('that clamd never answers about was not scanned', async () => {
    expect(reasonOf(await scan('a policy', { scan: () => undefined }, { milliseconds: 300 }))).toBe(
      'the malware scanner said nothing for 1 second',
    );
  });

  test('that clamd hangs up on was not scanned', async () => {
    expect(reasonOf(await scan('a policy', { hangsUp: true }))).toMatch(/^the malware scanner hung up/);
  });

  test('that clamd answers oddly about was not scanned, and the answer is made harmless', async () => {
    expect(reasonOf(await scan('a policy', { scan: () => 'stream: \u001b[31mwhat?' }))).toBe(
      'the malware scanner answered "stream: ?[31mwhat?"',
    );
  });

  test('when nobody listens was not scanned', async () => {
    server = await startClamdServer();
    await server.close();
    const scanner = createClamd({ where: server.where, now: () => NOW });
    expect(reasonOf(await scanner(Readable.from(['x'])))).toBe(
      'the malware scanner could not be reached (ECONNREFUSED)',
    );
  });

  test('that cannot be read to its end was not scanned', async () => {
    server = await startClamdServer();
    async function* cut() {
      yield Buffer.from('half');
      throw new Error('gone');
    }
    const scanner = createClamd({ where: server.where, now: () => NOW });
    expect(reasonOf(await scanner(Readable.from(cut())))).toBe('the file could not be read again');
  });
});

const CLAMD = '/usr/sbin/clamd';
const installed = existsSync(CLAMD);

describe.skipIf(!installed)(`the real clamd${installed ? '' : ` (skipped: there is no ${CLAMD})`}`, () => {
  let folder: string;
  let daemon: ChildProcess;
  let where: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'perennial-clamd-'));
    const port = await freePort();
    where = `127.0.0.1:${port}`;
    // One definition of our own: files that hold these words.
    const words = Buffer.from('perennial test of malware').toString('hex');
    writeFileSync(join(folder, 'own.ndb'), `Perennial.Test-1:0:*:${words}\n`);
    const settings = [
      'Foreground yes',
      `DatabaseDirectory ${folder}`,
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      'StreamMaxLength 1M',
      `TemporaryDirectory ${folder}`,
    ];
    writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    daemon = spawn(CLAMD, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    await answering(port);
  }, 60_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const scan = (content: string | Buffer) =>
    createClamd({ where, now: () => NOW })(Readable.from([Buffer.from(content)]));

  test('finds what its definitions name', async () => {
    const found = await scan('This is the perennial test of malware.');
    expect(found.result === 'infected' && found.name).toMatch(/^Perennial\.Test-1/);
  });

  test('calls nothing clean without the definitions of ClamAV', async () => {
    expect(await scan('a policy')).toEqual({
      result: 'not-scanned',
      reason: 'the malware scanner has no definitions',
    });
  });

  test('says when a file is larger than it takes', async () => {
    expect(reasonOf(await scan(Buffer.alloc(3_000_000)))).toMatch(/StreamMaxLength/);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (reached) return;
    await pause(200);
  }
  throw new Error('clamd did not start');
}
