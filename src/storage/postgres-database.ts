import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database, OpenResult, OpenSettings } from './database.ts';
import {
  type DoneMigration,
  faultIn,
  listMigrations,
  MIGRATION_TABLE,
  type Migration,
  pendingMigrations,
  refused,
} from './migrations.ts';
import type { Tables } from './tables.ts';

const CONNECTIONS = 10;
/** Long enough for the largest export, short enough that a lost lock does not hold a page for ever. */
const STATEMENT_MS = 60_000;
/** Any number that no other program on the database uses for its own lock. */
const MIGRATION_LOCK = 7_301_404_117;
const OLDEST_SERVER = 140_000;

/** Opens the PostgreSQL database that `url` names and migrates it. */
export async function openPostgres(url: string, settings: OpenSettings): Promise<OpenResult> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    application_name: 'perennial',
    types: { getTypeParser },
    onConnect: waitForDisk,
  });
  // An idle connection that the server closed: the next query opens another, or fails where somebody is told.
  pool.on('error', () => {});
  // One that is lent out tells the query that waits for it; between two queries of a transaction nobody waits, and the next one is told.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const state = await stateOf(pool);
    if (state.version < OLDEST_SERVER) {
      await pool.end();
      return refused('cannot-open', 'PostgreSQL 14 or later is needed. Upgrade the server, then start again.');
    }
    const migrated = await migrate(pool, settings);
    if (!migrated.ok) {
      await pool.end();
      return migrated;
    }
    return { ok: true, database: databaseOn(pool, warningsFor(state)) };
  } catch (error) {
    await pool.end();
    return refused('cannot-open', whyNot(error));
  }
}

/** What is acknowledged must be on disk, whatever role or database has been set to; a stricter setting stays as it is. */
async function waitForDisk(client: pg.ClientBase): Promise<void> {
  await client.query(
    "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
  );
}

/** Numbers of 64 bits come as text otherwise; ours are sequence numbers and sizes, well inside what a number holds. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  // The overloads of `pg` give a parser for each format; which one is asked for is not known here.
  return oid === pg.types.builtins.INT8
    ? Number
    : (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format);
}

function databaseOn(pool: pg.Pool, warnings: readonly string[]): Database {
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const inTransaction: Database['inTransaction'] = (work) => read.transaction().execute(work);
  return {
    kind: 'postgres',
    read,
    inTransaction,
    forOrganisation: (organisation, work) =>
      inTransaction(async (transaction) => {
        await sql`select set_config('perennial.organisation', ${organisation}, true)`.execute(transaction);
        return work(transaction);
      }),
    readingOrganisation: (organisation, work) =>
      read
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await sql`select set_config('perennial.organisation', ${organisation}, true)`.execute(transaction);
          return work(transaction);
        }),
    wipeDeleted: async () => {},
    faults: async () => [],
    warnings,
    close: async () => {
      await read.destroy();
      // Kysely lets go only of a pool that it has used.
      if (!pool.ending) await pool.end();
    },
  };
}

type ServerState = {
  readonly version: number;
  readonly unwalled: boolean;
  readonly fsync: string;
};

async function stateOf(pool: pg.Pool): Promise<ServerState> {
  const { rows } = await pool.query<ServerState>(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
            rolsuper or rolbypassrls as unwalled
     from pg_roles where rolname = current_user`,
  );
  const [row] = rows;
  if (!row) throw new Error('the server does not say who is connected');
  return row;
}

function warningsFor({ unwalled, fsync }: ServerState): readonly string[] {
  return [
    ...(unwalled
      ? [
          'Row-level security does not apply to the database role in DATABASE_URL: it is a superuser or has BYPASSRLS. Use an ordinary role.',
        ]
      : []),
    ...(fsync === 'on'
      ? []
      : ['PostgreSQL has fsync switched off: what it says it has written may be lost with the power.']),
  ];
}

async function migrate(
  pool: pg.Pool,
  { migrationsDir, now }: OpenSettings,
): Promise<{ ok: true } | Extract<OpenResult, { ok: false }>> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // A large table takes longer to change than a page may; whoever waits for another's migration waits as long.
    await client.query("select set_config('statement_timeout', '0', true)");
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const { rows: tables } = await client.query("select to_regclass('migration') as name");
    const done =
      tables[0]?.name === null ? [] : (await client.query<DoneMigration>('select name, checksum from migration')).rows;
    const wanted = pendingMigrations(listMigrations(migrationsDir, 'postgres'), done);
    if (!wanted.ok || wanted.pending.length === 0) {
      await client.query('rollback');
      return wanted.ok ? { ok: true } : wanted;
    }
    await client.query(MIGRATION_TABLE);
    for (const migration of wanted.pending) {
      const failed = await run(client, migration, now());
      if (failed === undefined) continue;
      await client.query('rollback');
      return refused(
        'migration-failed',
        `The migration ${migration.name} could not be made: ${failed}. Nothing was changed.`,
      );
    }
    await client.query('commit');
    return { ok: true };
  } finally {
    client.release();
  }
}

async function run(client: pg.PoolClient, { name, sql: text, checksum }: Migration, at: string) {
  try {
    await client.query(text);
    await client.query('insert into migration (name, checksum, done_at) values ($1, $2, $3)', [name, checksum, at]);
    return undefined;
  } catch (error) {
    return faultIn(error);
  }
}

/** In words for the operator. The address is left out: it may hold the password. */
function whyNot(error: unknown): string {
  const [code, call]: readonly unknown[] =
    error instanceof Error ? [Reflect.get(error, 'code'), Reflect.get(error, 'syscall')] : [];
  // A certificate or a migration that is not there, rather than the server's socket.
  if (code === 'ENOENT' && call !== 'connect')
    return `A file that is needed to open the PostgreSQL database is not there (${faultIn(error)}).`;
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return 'The PostgreSQL server in DATABASE_URL does not answer. Is it running, and are host and port right?';
    case '28P01':
    case '28000':
      return 'The PostgreSQL server in DATABASE_URL does not let this role in. Are role and password right?';
    case '3D000':
      return 'The database in DATABASE_URL is not there. Make it first: createdb perennial --owner perennial';
    case '42501':
      return 'The role in DATABASE_URL may not make tables in its database. Let it own the database.';
    default:
      return `The PostgreSQL database in DATABASE_URL could not be opened (${faultIn(error)}).`;
  }
}
