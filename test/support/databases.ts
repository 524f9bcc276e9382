import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, type DatabasePlace, openDatabase } from '../../src/storage/database.ts';

export const MIGRATIONS = resolve(import.meta.dirname, '..', '..', 'migrations');
const NOW = '2026-11-20T09:30:00.000Z';

/** A place for one test: empty, its own, and gone afterwards. */
export type TestPlace = { readonly place: DatabasePlace; readonly remove: () => Promise<void> };

export type TestDatabaseKind = { readonly kind: DatabasePlace['kind']; readonly make: () => Promise<TestPlace> };

/** The databases to run a storage test on: SQLite always, PostgreSQL where there is a server. */
export function databases(): readonly TestDatabaseKind[] {
  const url = inject('postgresUrl');
  return [
    { kind: 'sqlite', make: makeSqlite },
    ...(url ? [{ kind: 'postgres' as const, make: () => makePostgres(url) }] : []),
  ];
}

export async function makeSqlite(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'perennial-sqlite-'));
  return {
    place: { kind: 'sqlite', file: join(folder, 'perennial.sqlite') },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makePostgres(server: string): Promise<TestPlace> {
  const name = `perennial_${randomBytes(8).toString('hex')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    place: { kind: 'postgres', url: url.href },
    remove: () => run(server, `drop database if exists ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Opens the database of a place with all its tables; a test that wants to see it fail calls `openDatabase` itself. */
export async function opened(place: DatabasePlace): Promise<Database> {
  const result = await openDatabase(place, { migrationsDir: MIGRATIONS, now: () => NOW });
  if (!result.ok) throw new Error(result.problem.message);
  return result.database;
}
