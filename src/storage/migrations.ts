import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenProblem } from './database.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };
export type DoneMigration = { readonly name: string; readonly checksum: string };

export const MIGRATION_TABLE =
  'create table if not exists migration (name text primary key, checksum text not null, done_at text not null)';

/** The migrations of one kind of database in the order in which they run. */
export function listMigrations(migrationsDir: string, kind: 'sqlite' | 'postgres'): readonly Migration[] {
  const folder = join(migrationsDir, kind);
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Which migrations are still to be done, or why this program must not touch the database. */
export function pendingMigrations(
  known: readonly Migration[],
  done: readonly DoneMigration[],
):
  | { readonly ok: true; readonly pending: readonly Migration[] }
  | { readonly ok: false; readonly problem: OpenProblem } {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of done) {
    const migration = byName.get(name);
    if (!migration)
      return refused(
        'newer-schema',
        `The database was made by a newer version of Perennial (it has had the migration ${name}). Start that version or a later one; nothing was changed.`,
      );
    if (migration.checksum !== checksum)
      return refused(
        'changed-migration',
        `The migration ${name} is not the one the database has had. Install Perennial again, unchanged; nothing was changed.`,
      );
  }
  const have = new Set(done.map(({ name }) => name));
  return { ok: true, pending: known.filter(({ name }) => !have.has(name)) };
}

export function refused(
  type: OpenProblem['type'],
  message: string,
): { readonly ok: false; readonly problem: OpenProblem } {
  return { ok: false, problem: { type, message } };
}

/** What went wrong, in the words of the database, on one line. */
export function faultIn(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
}
