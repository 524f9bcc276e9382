import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../record/holdings.ts';
import { openSqlite } from './sqlite-database.ts';
import type { Tables } from './tables.ts';

export type DatabasePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

export type OpenSettings = {
  /** Folder that holds `sqlite/` and `postgres/`. */
  readonly migrationsDir: string;
  /** Where a copy of a SQLite database goes before it is migrated. */
  readonly backupDir?: string;
  readonly now: () => Instant;
};

/** An open database, whichever it is. */
export type Database = {
  readonly kind: DatabasePlace['kind'];
  /** For reading outside a transaction, of tables that belong to no organisation. */
  readonly read: Kysely<Tables>;
  /** All of it or nothing; once it has answered, what it wrote is on disk. Nothing but queries may be awaited inside. */
  readonly inTransaction: <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>;
  /** The same for one organisation's rows: on PostgreSQL no other organisation's can be seen inside. */
  readonly forOrganisation: <T>(
    organisation: string,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ) => Promise<T>;
  /** As one consistent reading of one organisation's rows, without holding up those who write. */
  readonly readingOrganisation: <T>(
    organisation: string,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ) => Promise<T>;
  /**
   * After an erasure: leaves no deleted bytes in the files of SQLite. PostgreSQL overwrites its own in its own time. Not a part of
   * the erasure, which has been done: where it cannot be done now, it happens later.
   */
  readonly wipeDeleted: () => Promise<void>;
  /** What SQLite finds wrong with its own pages and indexes, at most five; PostgreSQL has `pg_amcheck` for its own. */
  readonly faults: () => Promise<readonly string[]>;
  /** What the operator should know, one sentence each. */
  readonly warnings: readonly string[];
  readonly close: () => Promise<void>;
};

export type OpenProblem = {
  readonly type: 'cannot-open' | 'no-room' | 'newer-schema' | 'changed-migration' | 'migration-failed';
  /** One sentence for whoever runs it, without secrets. */
  readonly message: string;
};

export type OpenResult =
  | { readonly ok: true; readonly database: Database }
  | { readonly ok: false; readonly problem: OpenProblem };

/** Opens the database and brings its tables up to date. */
export async function openDatabase(place: DatabasePlace, settings: OpenSettings): Promise<OpenResult> {
  switch (place.kind) {
    case 'sqlite':
      return openSqlite(place.file, settings);
    case 'postgres': {
      const { openPostgres } = await import('./postgres-database.ts');
      return openPostgres(place.url, settings);
    }
    default:
      return place satisfies never;
  }
}
