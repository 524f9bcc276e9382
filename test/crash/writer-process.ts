import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DatabasePlace } from '../../src/storage/database.ts';
import type { WriterLine, WriterTask } from './writer.ts';

/** A writer that has been started and loaded, and waits for the word. */
export type WriterProcess = {
  readonly go: () => void;
  /** Resolves once that many more of its writes have been acknowledged, or it has ended. */
  readonly more: (writes: number) => Promise<void>;
  /** Resolves once that many more of its writes have failed, or it has ended. */
  readonly failed: (writes: number) => Promise<void>;
  readonly kill: () => void;
  /** Everything it said, once it has ended. A line that broke off is not counted: it was never told. */
  readonly ended: Promise<readonly WriterLine[]>;
};

export function startWriter(task: WriterTask): WriterProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const faults: string[] = [];
  child.stdin.on('error', () => {});
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk.toString()));
  const ended = new Promise<readonly WriterLine[]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code !== null && code !== 0) reject(new Error(`The writer ended with ${code ?? signal}: ${faults.join('')}`));
      // The writer's own lines.
      else
        resolve(
          said
            .join('')
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line) as WriterLine),
        );
    });
  });
  const counts = { done: 0, failed: 0 };
  let waiting: { readonly what: 'done' | 'failed'; readonly until: number; readonly resolve: () => void }[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    said.push(chunk.toString());
    for (const what of ['done', 'failed'] as const) counts[what] += chunk.toString().split(`"${what}":`).length - 1;
    for (const { what, until, resolve } of waiting) if (counts[what] >= until) resolve();
    waiting = waiting.filter(({ what, until }) => counts[what] < until);
  });
  child.once('close', () => {
    for (const { resolve } of waiting) resolve();
  });
  const wait = (what: 'done' | 'failed') => (writes: number) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve();
      else waiting.push({ what, until: counts[what] + writes, resolve });
    });
  return {
    go: () => child.stdin.write('go\n'),
    more: wait('done'),
    failed: wait('failed'),
    kill: () => child.kill('SIGKILL'),
    ended,
  };
}

/** PostgreSQL finishes what a client that is gone has sent: what it does with it is only known once its processes are gone too. */
export async function goneFrom(place: DatabasePlace): Promise<void> {
  if (place.kind === 'sqlite') return;
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  try {
    for (let waited = 0; waited < 500; waited += 1) {
      const { rows } = await client.query<{ others: number }>(
        'select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      if (rows[0]?.others === 0) return;
      await pause(10);
    }
    throw new Error('The processes of a killed writer are still there');
  } finally {
    await client.end();
  }
}
