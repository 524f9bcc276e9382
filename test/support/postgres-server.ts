import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of the tests' own: on loopback, in a temporary folder, durable as a real one is. */
export type PostgresServer = {
  /** Address of a database as an ordinary role, to which row-level security applies. */
  readonly url: (database: string) => string;
  /** Address as the superuser. */
  readonly adminUrl: (database: string) => string;
  /** Ends all its processes at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const ORDINARY = 'perennial';
const ADMIN = 'postgres';
const PASSWORD = 'test';

/** Folder of the server's programs; undefined where none is installed. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

export async function startPostgres(bin: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-postgres-'));
  const data = join(folder, 'data');
  // The server refuses to run as root: then it runs as the account that its package made.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, ADMIN], { encoding: 'utf8' })));
    chownSync(folder, uid ?? 0, gid ?? 0);
  }
  const command = (name: string, ...args: string[]): [string, string[]] =>
    asRoot
      ? ['setpriv', [`--reuid=${ADMIN}`, `--regid=${ADMIN}`, '--init-groups', join(bin, name), ...args]]
      : [join(bin, name), args];
  const [initdb, initArgs] = command(
    'initdb',
    '-D',
    data,
    '-U',
    ADMIN,
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  );
  execFileSync(initdb, initArgs, { stdio: 'pipe', cwd: folder });
  const port = await freePort();
  const address = (user: string) => (database: string) =>
    `postgres://${user}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      'max_connections=120',
      'shared_buffers=32MB',
      // Its workers belong to the superuser, and would keep the owner of a database from dropping it.
      'autovacuum=off',
    ];
    const [postgres, args] = command('postgres', '-D', data, ...settings.flatMap((setting) => ['-c', setting]));
    child = spawn(postgres, args, { cwd: folder, stdio: 'ignore' });
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if (await answers(address(ADMIN)('postgres'))) return;
      await pause(100);
    }
    throw new Error('The PostgreSQL server of the tests did not start');
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    // `setpriv` becomes the server itself, so this is the server's own id.
    ending.kill(signal);
    await gone;
  }

  await start();
  const admin = new pg.Client({ connectionString: address(ADMIN)('postgres') });
  await admin.connect();
  await admin.query(`create role ${ORDINARY} login password '${PASSWORD}' createdb`);
  await admin.end();
  return {
    url: address(ORDINARY),
    adminUrl: address(ADMIN),
    kill: () => end('SIGKILL'),
    restart: start,
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
