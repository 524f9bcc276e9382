import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Change } from '../src/record/holdings.ts';
import { GENESIS, sealEntries } from '../src/record/journal.ts';
import { adoptJournal } from '../src/storage/adopt-journal.ts';
import type { Database, DatabasePlace } from '../src/storage/database.ts';
import { openDatabase } from '../src/storage/database.ts';
import { createDiskFiles } from '../src/storage/file-disk.ts';
import { createJournalStore } from '../src/storage/journal-in-sql.ts';
import type { StoredEntry } from '../src/storage/journal-store.ts';
import { verifyPlace } from '../src/workspace/keeping/verify.ts';
import { keepRecords } from '../src/workspace/kept-records.ts';
import { MIGRATIONS } from '../test/support/migrations-folder.ts';
import { findPostgres, startPostgres } from '../test/support/postgres-server.ts';
import type { Figure } from './figure.ts';

/** The store beside the database it stands on: on SQLite always, on PostgreSQL where a server is installed or TEST_DATABASE_URL is given. */
export async function benchStorage(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  const bin = findPostgres();
  const server = bin === undefined ? undefined : await startPostgres(bin);
  try {
    const figures = await onSqlite(folder);
    if (server) figures.push(...(await onPostgres(server.url('postgres'))));
    return figures;
  } finally {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const APPENDS = 1_000;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const now = () => new Date().toISOString();
/** As large as an entry with its payload. */
const ROW = randomBytes(350).toString('hex');

async function onSqlite(folder: string): Promise<Figure[]> {
  const raw = new Sqlite(join(folder, 'raw.sqlite'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('create table line (id text primary key, content text not null) strict, without rowid');
  const insert = raw.prepare('insert into line values (?, ?)');
  const floor = await perCall(APPENDS, async () => void insert.run(v7(), ROW));
  raw.close();
  return figuresOf({ kind: 'sqlite', file: join(folder, 'perennial.sqlite') }, floor);
}

async function onPostgres(server: string): Promise<Figure[]> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const name = `perennial_bench_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    const raw = new pg.Client({ connectionString: url.href });
    await raw.connect();
    await raw.query('create table line (id text primary key, content text not null)');
    const floor = await perCall(APPENDS, () =>
      raw.query({ name: 'line', text: 'insert into line values ($1, $2)', values: [v7(), ROW] }),
    );
    await raw.query('drop table line');
    await raw.end();
    return await figuresOf({ kind: 'postgres', url: url.href }, floor);
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function figuresOf(place: DatabasePlace, rawAppend: number): Promise<Figure[]> {
  const opened = await openDatabase(place, { migrationsDir: MIGRATIONS, now });
  if (!opened.ok) throw new Error(opened.problem.message);
  try {
    return await measure(opened.database, rawAppend);
  } finally {
    await opened.database.close();
  }
}

async function measure(database: Database, rawAppend: number): Promise<Figure[]> {
  const on = database.kind === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  const journal = createJournalStore(database);
  const salt = () => randomBytes(16).toString('hex');
  const services = { journal, now, today: () => now().slice(0, 10), newId: v7, salt, hash };

  await journal.create('small', now());
  const records = keepRecords(services);
  let count = 0;
  const append = await perCall(APPENDS, async () => {
    count += 1;
    const data = { name: `Person ${count}`, employment: 'staff' };
    const performed = await records.perform('small', 'account:1', { do: 'add', kind: 'person', data });
    if (!performed.ok) throw new Error(performed.problem.type);
  });

  await adopt(database, 'large');
  const rowsRead = await perCall(5, () => journal.current('large'));
  const cold = await perCall(5, () => keepRecords(services).open('large'));
  const read50 = await perCall(2, async () => {
    for (let seq = 0; ; ) {
      const batch = await journal.entriesAfter('large', seq, 5_000);
      seq = batch.at(-1)?.entry.seq ?? seq;
      if (batch.length < 5_000) return;
    }
  });
  const place = {
    database,
    journal,
    files: createDiskFiles(join(tmpdir(), 'perennial-bench-no-files')),
    close: database.close,
  };
  const proved = await perCall(1, () => verifyPlace(place, hash, { organisation: 'large' }));
  const warm = keepRecords(services);
  await warm.open('large');
  const check = await perCall(2_000, () => warm.open('large'));
  const read = await perCall(2_000, () => journal.head('large'));
  return [
    {
      what: `${on}: one durable append, decide to disk`,
      unit: 'ms',
      measured: append,
      floor: rawAppend,
      floorIs: `one row of that size inserted and committed; ${perSecond(append)} against ${perSecond(rawAppend)} a second`,
    },
    {
      what: `${on}: record cold, 2,350 rows of 50,000 entries`,
      unit: 'ms',
      measured: cold,
      floor: rowsRead,
      floorIs: 'reading and parsing the current rows alone',
    },
    {
      what: `${on}: verify 50,000 entries`,
      unit: 'ms',
      measured: proved,
      floor: read50,
      floorIs: 'reading the entries and payloads alone',
    },
    {
      what: `${on}: record warm, head compared`,
      unit: 'ms',
      measured: check,
      budget: 1,
      floor: read,
      floorIs: 'the one indexed read',
    },
  ];
}

/** 250 people, 2,000 observations and 100 suppliers, changed until the journal holds 50,000 entries. */
async function adopt(database: Database, organisation: string): Promise<void> {
  const people = range(250).map((i) =>
    entity('person', i, { name: `Person ${i}`, employment: 'staff', jobTitle: 'Engineer' }),
  );
  const suppliers = range(100).map((i) =>
    entity('supplier', i, { name: `Supplier ${i}`, providesWhat: ROW.slice(0, 200) }),
  );
  const observations = range(2_000).map((i) =>
    entity('observation', i, { summary: ROW.slice(0, 300), items: ['7.3.4'], on: '2026-11-20' }),
  );
  const all = [...people, ...suppliers, ...observations];
  const changes = range(50_000).map((i): Change => {
    // Every entity stands in the list.
    const one = all[i % all.length] ?? entity('person', 0, {});
    return i < all.length ? one : { ...one, action: 'change' };
  });
  const context = { at: now(), actor: 'account:1', salt: () => randomBytes(16).toString('hex'), hash };
  const sealed = sealEntries({ seq: 0, hash: GENESIS }, changes, context);
  const last = sealed.at(-1)?.entry;
  if (!last) throw new Error('50,000 entries were sealed');
  const current = new Map(sealed.map(({ entry, payload }) => [`${entry.kind} ${entry.id}`, { entry, payload }]));
  async function* entries(): AsyncGenerator<StoredEntry> {
    yield* sealed;
  }
  await adoptJournal(database, {
    organisation,
    at: now(),
    head: { seq: last.seq, hash: last.hash },
    entries: entries(),
    entities: [...current.values()].map(({ entry, payload }) => ({
      kind: entry.kind,
      id: entry.id,
      revision: entry.seq,
      revisedAt: entry.at,
      added: entry.seq,
      data: payload.data,
    })),
  });
}

function entity(kind: string, i: number, data: unknown): Extract<Change, { action: 'add' | 'change' }> {
  return { action: 'add', kind, id: `${kind}-${i}`, data };
}

/** Milliseconds that one of `calls` takes, one after the other; a tenth of them first, not counted. */
async function perCall(calls: number, work: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < Math.max(1, calls / 10); i += 1) await work();
  const start = performance.now();
  for (let i = 0; i < calls; i += 1) await work();
  return (performance.now() - start) / calls;
}

function perSecond(milliseconds: number): string {
  return Math.round(1_000 / milliseconds).toLocaleString('en-GB');
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
