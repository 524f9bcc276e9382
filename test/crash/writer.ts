// A process that keeps writing to a real store until it is killed. Started by `writer-process.ts`; tells what it begins and what has
// been acknowledged to it, a JSON line each, on standard output.
import { randomBytes } from 'node:crypto';
import { readSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { v7 } from 'uuid';
import type { Command } from '../../src/record/decide.ts';
import type { DatabasePlace } from '../../src/storage/database.ts';
import { createDiskFiles } from '../../src/storage/file-disk.ts';
import { openPlace } from '../../src/workspace/keeping/kept-place.ts';
import { keepRecords } from '../../src/workspace/kept-records.ts';
import { documentOf, sha256 } from '../support/kept-place.ts';
import { MIGRATIONS } from '../support/migrations-folder.ts';
import { chance } from './chance.ts';

export type WriterTask = {
  readonly database: DatabasePlace;
  readonly dataDir: string;
  readonly organisation: string;
  readonly seed: number;
  /** Goes on after a failed write, as a server does. */
  readonly goOn?: boolean;
  /** Largest file in bytes. */
  readonly largest: number;
};

/** What the writer says, in this order: `begin`, then `done` or `failed`. */
export type WriterLine =
  | { readonly begin: number; readonly entries: number; readonly at: number }
  | { readonly done: number; readonly seq: number; readonly hash: string; readonly file?: string }
  | { readonly failed: number; readonly message: string };

function say(line: WriterLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

// Everything is loaded; the parent says when to begin, or ends.
if (readSync(0, new Uint8Array(3)) === 0) process.exit(0);

// Only `writer-process.ts` starts this, with a task.
const task = JSON.parse(process.argv[2] ?? '') as WriterTask;
const next = chance(task.seed);
const now = () => new Date().toISOString();
const place = await openPlace(
  {
    database: task.database,
    migrationsDir: MIGRATIONS,
    dataDir: task.dataDir,
    openFiles: async () => createDiskFiles(`${task.dataDir}/files`),
    keyFromOutside: false,
    version: 'crash',
    now,
    newId: v7,
    hash: sha256,
  },
  { make: true },
);
const records = keepRecords({
  journal: place.journal,
  now,
  today: () => now().slice(0, 10),
  newId: v7,
  salt: () => randomBytes(16).toString('hex'),
  hash: sha256,
});

for (let turn = 1; ; turn += 1) {
  try {
    await write(turn);
  } catch (error) {
    say({ failed: turn, message: error instanceof Error ? error.message : String(error) });
    if (!task.goOn) process.exit(0);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

async function write(turn: number): Promise<void> {
  const record = await records.open(task.organisation);
  if (!record) throw new Error('the organisation is gone');
  const people = [...(record.holdings.of.get('person')?.values() ?? [])];
  const someone = people[Math.floor(next() * people.length)];
  const kind = next();
  const commands: Command[] = [];
  let file: string | undefined;
  if (kind < 0.35) {
    const content = randomBytes(1 + Math.floor(next() * task.largest));
    const put = await place.files.put(task.organisation, Readable.from([content]), task.largest);
    if (!put.ok) throw new Error(put.problem.message);
    file = put.file.sha256;
    commands.push({ do: 'add', kind: 'document', data: documentOf(content, `upload ${task.seed}-${turn}.bin`) });
  } else if (kind < 0.5 && someone)
    commands.push({
      do: 'change',
      kind: 'person',
      id: someone.id,
      seen: someone.revision,
      data: { name: `Changed ${turn}`, employment: 'staff' },
    });
  else if (kind < 0.6 && someone)
    commands.push({ do: 'erase', kind: 'person', id: someone.id, reason: 'asked for it', basis: 'UK GDPR article 17' });
  else
    for (let i = 0; i <= next() * 5; i += 1)
      commands.push({ do: 'add', kind: 'person', data: { name: `Person ${turn}.${i}`, employment: 'staff' } });
  say({ begin: turn, entries: commands.length, at: record.head.seq });
  const performed = await records.perform(task.organisation, 'account:1', { do: 'together', commands });
  if (!performed.ok) throw new Error(JSON.stringify(performed.problem));
  const { seq, hash } = performed.record.head;
  say({ done: turn, seq, hash, ...(file !== undefined && { file }) });
}
