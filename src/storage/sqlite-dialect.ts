import { setTimeout as pause } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/**
 * One SQLite connection for Kysely, which lends it to one at a time. Statements are prepared once, and a transaction that
 * writes says so at its beginning: with a plain `begin`, two writers that have both read first cannot both go on, and one
 * fails for no fault of its own.
 */
export function sqliteDialect(database: SqliteDatabase.Database, begin: 'begin immediate' | 'begin'): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => oneConnection(database, begin),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

const KEPT_STATEMENTS = 500;
/** How long a writer waits for the transaction of another process. */
export const BUSY_MS = 10_000;

function oneConnection(database: SqliteDatabase.Database, begin: string): Driver {
  const prepared = new Map<string, SqliteDatabase.Statement>();

  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const statement = prepare(sql);
      // The rows have the shape that Kysely typed the query with.
      if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    },
    async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      // As above.
      for (const row of prepare(sql).iterate(...parameters)) yield { rows: [row as Row] };
    },
  };

  function prepare(sql: string): SqliteDatabase.Statement {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (prepared.size >= KEPT_STATEMENTS) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  }

  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: async () => {
      for (let waited = 0; ; ) {
        try {
          await run(begin);
          return;
        } catch (error) {
          if (!isBusy(error) || waited >= BUSY_MS) throw error;
        }
        // Not SQLite's own waiting, which would hold up everything else this process does.
        const turn = 1 + Math.min(waited, 20);
        await pause(turn);
        waited += turn;
      }
    },
    commitTransaction: async () => void (await run('commit')),
    // A full disk ends the transaction by itself, and then there is nothing to roll back.
    rollbackTransaction: async () => void (database.inTransaction && (await run('rollback'))),
    destroy: async () => void database.close(),
  };
}

function isBusy(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
