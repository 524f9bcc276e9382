import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Database, OpenResult, OpenSettings } from './database.ts';
import { flushFolder, makeFlushedFolder } from './flush-folder.ts';
import {
  type DoneMigration,
  faultIn,
  listMigrations,
  MIGRATION_TABLE,
  type Migration,
  pendingMigrations,
  refused,
} from './migrations.ts';
import { isOutOfRoom } from './no-room.ts';
import { BUSY_MS, sqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** Opens the SQLite file, making it when it is not there, and migrates it. */
export async function openSqlite(file: string, settings: OpenSettings): Promise<OpenResult> {
  const opened = open(file);
  if (!opened.ok) return opened;
  const { writer } = opened;
  try {
    const migrated = migrate(writer, file, settings);
    if (!migrated.ok) {
      writer.close();
      return migrated;
    }
    writer.pragma('busy_timeout = 0');
    const reader = configured(new Sqlite(file, { readonly: true, timeout: BUSY_MS }));
    return { ok: true, database: databaseOn(writer, reader) };
  } catch (error) {
    writer.close();
    return refused(isOutOfRoom(error) ? 'no-room' : 'cannot-open', whyNot(file, error));
  }
}

function open(file: string): { ok: true; writer: Sqlite.Database } | Extract<OpenResult, { ok: false }> {
  const folder = dirname(resolve(file));
  try {
    makeFlushedFolder(folder);
    // Made with the right mode before SQLite, which would leave it open to all who may enter the folder.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    const writer = new Sqlite(file, { timeout: BUSY_MS });
    try {
      writer.pragma('journal_mode = WAL');
      configured(writer);
      // What is deleted is overwritten: a lawful erasure must leave nothing to be found in the file.
      writer.pragma('secure_delete = ON');
      flushFolder(folder);
      return { ok: true, writer };
    } catch (error) {
      writer.close();
      throw error;
    }
  } catch (error) {
    return refused(isOutOfRoom(error) ? 'no-room' : 'cannot-open', whyNot(file, error));
  }
}

/** Durability belongs to a connection, not to the file: each must be told (a WAL file opens with less). */
function configured(connection: Sqlite.Database): Sqlite.Database {
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  return connection;
}

function databaseOn(writer: Sqlite.Database, reader: Sqlite.Database): Database {
  const write = new Kysely<Tables>({ dialect: sqliteDialect(writer, 'begin immediate') });
  const read = new Kysely<Tables>({ dialect: sqliteDialect(reader, 'begin') });
  const inTransaction: Database['inTransaction'] = (work) => write.transaction().execute(work);
  return {
    kind: 'sqlite',
    read,
    inTransaction,
    // One file, one wall: every query names its organisation. PostgreSQL has a second.
    forOrganisation: (_organisation, work) => inTransaction(work),
    readingOrganisation: (_organisation, work) => read.transaction().execute(work),
    wipeDeleted: () => wipeDeleted(write),
    faults: async () => {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(5)`.execute(read);
      return rows.map((row) => row.integrity_check).filter((told) => told !== 'ok');
    },
    warnings: [],
    close: async () => {
      await read.destroy();
      await write.destroy();
      // Kysely lets go only of a connection that it has used.
      reader.close();
      writer.close();
    },
  };
}

/** Deleted bytes outlive their deletion in the write-ahead log; a reader that still needs an older state is waited for a while. */
async function wipeDeleted(write: Kysely<Tables>): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(write);
      if (rows[0]?.busy === 0) return;
    } catch {
      // The disk is full, say. What was erased stays erased, and the log is emptied another time, at the latest when the program ends.
      return;
    }
    await pause(20);
  }
}

/** Runs what is still to be done, under SQLite's own lock, each migration whole or not at all. */
function migrate(
  writer: Sqlite.Database,
  file: string,
  { migrationsDir, backupDir, now }: OpenSettings,
): { ok: true } | Extract<OpenResult, { ok: false }> {
  const known = listMigrations(migrationsDir, 'sqlite');
  const first = pendingMigrations(known, doneIn(writer));
  if (!first.ok) return first;
  if (first.pending.length === 0) return { ok: true };
  if (backupDir !== undefined && known.length > first.pending.length) {
    const at = now().replace(/[:.]/g, '-');
    backUp(writer, backupDir, `${basename(file, '.sqlite')}-before-${first.pending[0]?.name.slice(0, 4)}-${at}.sqlite`);
  }
  writer.exec('begin immediate');
  try {
    // Another process may have done them while this one waited for the lock.
    const still = pendingMigrations(known, doneIn(writer));
    if (!still.ok) {
      writer.exec('rollback');
      return still;
    }
    writer.exec(MIGRATION_TABLE);
    for (const migration of still.pending) {
      const failed = run(writer, migration, now());
      if (failed === undefined) continue;
      writer.exec('rollback');
      return refused(
        'migration-failed',
        `The migration ${migration.name} could not be made: ${failed}. Nothing was changed.`,
      );
    }
    writer.exec('commit');
    return { ok: true };
  } catch (error) {
    if (writer.inTransaction) writer.exec('rollback');
    throw error;
  }
}

function run(writer: Sqlite.Database, { name, sql, checksum }: Migration, at: string): string | undefined {
  try {
    writer.exec(sql);
    writer.prepare('insert into migration (name, checksum, done_at) values (?, ?, ?)').run(name, checksum, at);
    return undefined;
  } catch (error) {
    // No fault of the migration.
    if (isOutOfRoom(error)) throw error;
    return faultIn(error);
  }
}

function doneIn(writer: Sqlite.Database): readonly DoneMigration[] {
  const table = writer.prepare("select 1 from sqlite_master where type = 'table' and name = 'migration'").get();
  // The columns named in the query.
  return table === undefined ? [] : (writer.prepare('select name, checksum from migration').all() as DoneMigration[]);
}

/** A whole, checked copy of the database as it stands, flushed to disk before anything is changed. */
function backUp(writer: Sqlite.Database, folder: string, name: string): void {
  makeFlushedFolder(resolve(folder));
  const target = join(folder, name);
  const making = `${target}.part`;
  rmSync(making, { force: true });
  try {
    // Filled only after it has its mode: nobody else reads it while it is being made.
    closeSync(openSync(making, 'w', 0o600));
    writer.prepare('vacuum into ?').run(making);
    const copy = new Sqlite(making, { readonly: true });
    const state = copy.pragma('integrity_check', { simple: true });
    copy.close();
    if (state !== 'ok') throw new Error(`the copy made before the upgrade is not whole (${String(state)})`);
    const descriptor = openSync(making, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(making, target);
  } finally {
    rmSync(making, { force: true });
  }
  flushFolder(folder);
}

function whyNot(file: string, error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  switch (code) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `The database ${file} is damaged, or is no database of Perennial (${faultIn(error)}). Restore a backup into an empty folder; this file was not changed.`;
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return `No space is left on the disk that holds ${file}. Make room, then start again; nothing was changed.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY_DIRECTORY':
      return `The database ${file} may not be opened for writing by the account that runs this program (${faultIn(error)}).`;
    case 'SQLITE_BUSY':
      return `The database ${file} is held by another process. Stop that one, then start again.`;
    default:
      return `The database ${file} could not be opened (${faultIn(error)}).`;
  }
}
