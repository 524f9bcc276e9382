import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { listTables, type TableShape } from './table-shapes.ts';
import type { Tables } from './tables.ts';

/** A row in a form that either database can take: JSON has no bytes, so they stand as `{ base64 }`. */
export type PortableRow = Readonly<Record<string, string | number | null | { readonly base64: string }>>;

/** Everything in a database as at one moment. */
export type WholeReading = {
  /** Names of the migrations it has had, in order. */
  readonly migrations: readonly string[];
  /** Tables that hold data, in an order in which they can be filled again. */
  readonly tables: readonly string[];
  /** Every row of a table in the order of its primary key, the same on both databases. One table at a time. */
  readonly rows: (table: string) => AsyncGenerator<PortableRow>;
};

/**
 * What no backup holds: what the program has done to its own tables, what it makes again when it is missing, and what a restore
 * must not bring back to life: sessions that have ended, links that were used.
 */
const NOT_KEPT: readonly string[] = ['migration', 'reading', 'session', 'one_time', 'failed_attempt'];
const ROWS_AT_ONCE = 500;

/**
 * Reads the whole database in one transaction that sees one moment, whatever others write meanwhile. On SQLite it holds the
 * connection for reading until `work` is done, so a server opens one of its own for it.
 */
export async function readWhole<Result>(
  database: Database,
  work: (whole: WholeReading) => Promise<Result>,
): Promise<Result> {
  const begun =
    database.kind === 'postgres'
      ? database.read.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      : database.read.transaction();
  return begun.execute(async (transaction) => {
    const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(transaction);
    const shapes = (await listTables(database.kind, transaction)).filter(({ name }) => !NOT_KEPT.includes(name));
    const organisations = (
      await transaction.selectFrom('journal_head').select('organisation').orderBy('organisation').execute()
    ).map(({ organisation }) => organisation);
    return work({
      migrations: rows.map(({ name }) => name),
      tables: shapes.map(({ name }) => name),
      rows: (table) => {
        const shape = shapes.find(({ name }) => name === table);
        if (!shape) throw new Error(`There is no table ${table}`);
        return database.kind === 'sqlite'
          ? sqliteRows(transaction, shape)
          : postgresRows(transaction, shape, organisations.sort());
      },
    });
  });
}

/** Page by page along the primary key, which is how SQLite keeps them. */
async function* sqliteRows(transaction: Transaction<Tables>, shape: TableShape): AsyncGenerator<PortableRow> {
  const key = names(shape.key);
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${names(shape.columns)} from ${sql.id(shape.name)} ${after} order by ${key} limit ${ROWS_AT_ONCE}
    `.execute(transaction);
    for (const row of rows) yield portable(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    after = sql`where (${key}) > (${sql.join(shape.key.map((column) => last[column]))})`;
  }
}

/** With a cursor, each organisation's rows behind its own wall. Text is ordered by its bytes, as SQLite does it. */
async function* postgresRows(
  transaction: Transaction<Tables>,
  shape: TableShape,
  organisations: readonly string[],
): AsyncGenerator<PortableRow> {
  if (shape.walled && shape.key[0] !== 'organisation')
    throw new Error(
      `The table ${shape.name} is behind the wall between organisations and its key does not begin with one`,
    );
  // A wall that is not known of here must not make a backup smaller: then the query fails.
  await sql`select set_config('row_security', ${shape.walled ? 'on' : 'off'}, true)`.execute(transaction);
  for (const organisation of shape.walled ? organisations : [undefined]) {
    if (organisation !== undefined) await nameOrganisation(transaction, organisation);
    const own =
      organisation === undefined ? sql`` : sql`where organisation = current_setting('perennial.organisation', true)`;
    await sql`
      declare whole no scroll cursor for
      select ${names(shape.columns)} from ${sql.id(shape.name)} ${own} order by ${await byBytes(transaction, shape)}
    `.execute(transaction);
    for (;;) {
      const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(ROWS_AT_ONCE)} from whole`.execute(
        transaction,
      );
      for (const row of rows) yield portable(row);
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await sql`close whole`.execute(transaction);
  }
}

async function byBytes(transaction: Transaction<Tables>, { name, key }: TableShape): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ name: string; collatable: boolean }>`
    select attname as name, attcollation <> 0 as collatable from pg_attribute
    where attrelid = to_regclass(${name}) and attnum > 0
  `.execute(transaction);
  const collatable = new Set(rows.filter((column) => column.collatable).map((column) => column.name));
  return sql.join(key.map((column) => (collatable.has(column) ? sql`${sql.id(column)} collate "C"` : sql.id(column))));
}

/** Tables that hold rows, with how many. Rows behind PostgreSQL's wall belong to an organisation that `journal_head` names. */
export async function listOccupied(
  database: Database,
): Promise<readonly { readonly table: string; readonly rows: number }[]> {
  return database.inTransaction((transaction) => occupied(database, transaction));
}

async function occupied(database: Database, transaction: Transaction<Tables>) {
  const found: { table: string; rows: number }[] = [];
  for (const { name } of await listTables(database.kind, transaction)) {
    if (NOT_KEPT.includes(name)) continue;
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.id(name)}`.execute(transaction);
    const count = Number(rows[0]?.rows ?? 0);
    if (count > 0) found.push({ table: name, rows: count });
  }
  return found;
}

export type WholeProblem = {
  readonly type: 'occupied' | 'no-table' | 'no-column' | 'refused';
  readonly message: string;
  readonly cause?: unknown;
};

/** Thrown inside the transaction so that it is rolled back. */
class NotFilled extends Error {
  readonly problem: WholeProblem;
  constructor(problem: WholeProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Fills an empty database, all of it or nothing. `rowsOf` is asked for every table in turn; `tables` are those that the rows
 * come from, and one that the database does not have refuses the whole.
 */
export async function fillWhole(
  database: Database,
  tables: readonly string[],
  rowsOf: (table: string) => AsyncIterable<PortableRow>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: WholeProblem }> {
  try {
    await database.inTransaction(async (transaction) => {
      const shapes = (await listTables(database.kind, transaction)).filter(({ name }) => !NOT_KEPT.includes(name));
      const unknown = tables.find((table) => !shapes.some(({ name }) => name === table));
      if (unknown !== undefined)
        throw new NotFilled({ type: 'no-table', message: `the database has no table "${unknown}"` });
      if (database.kind === 'postgres')
        await sql`lock table ${names(shapes.map(({ name }) => name))} in exclusive mode`.execute(transaction);
      const there = await occupied(database, transaction);
      if (there.length > 0) throw new NotFilled({ type: 'occupied', message: 'the database is not empty' });
      for (const shape of shapes)
        if (tables.includes(shape.name)) await fillTable(database, transaction, shape, rowsOf(shape.name));
      // Until PostgreSQL has counted the rows, it reads whole tables where a few rows are wanted.
      if (database.kind === 'postgres')
        await sql`analyze ${names(shapes.map(({ name }) => name))}`.execute(transaction);
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof NotFilled) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function fillTable(
  database: Database,
  transaction: Transaction<Tables>,
  shape: TableShape,
  rows: AsyncIterable<PortableRow>,
): Promise<void> {
  // SQLite takes at most 32,766 values in one statement.
  const most = Math.min(ROWS_AT_ONCE, Math.floor(30_000 / shape.columns.length));
  let batch: PortableRow[] = [];
  let organisation: unknown;
  const flush = async () => {
    if (batch.length > 0) await insert(transaction, shape, batch);
    batch = [];
  };
  for await (const row of rows) {
    const strange = Object.keys(row).find((column) => !shape.columns.includes(column));
    if (strange !== undefined)
      throw new NotFilled({ type: 'no-column', message: `the table "${shape.name}" has no column "${strange}"` });
    if (database.kind === 'postgres' && shape.walled && row.organisation !== organisation) {
      await flush();
      organisation = row.organisation;
      await nameOrganisation(transaction, String(organisation));
    }
    batch.push(row);
    if (batch.length >= most) await flush();
  }
  await flush();
}

async function insert(
  transaction: Transaction<Tables>,
  { name, columns }: TableShape,
  rows: readonly PortableRow[],
): Promise<void> {
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => bound(row[column])))})`);
  try {
    await sql`insert into ${sql.id(name)} (${names(columns)}) values ${sql.join(values)}`.execute(transaction);
  } catch (error) {
    // Rows that break a rule of the table; a lost connection or a full disk is told apart by its code elsewhere.
    if (!/^(?:SQLITE_CONSTRAINT|SQLITE_MISMATCH|2[23]\d{3}$)/.test(codeOf(error))) throw error;
    throw new NotFilled({ type: 'refused', message: `the table "${name}" does not take these rows`, cause: error });
  }
}

async function nameOrganisation(transaction: Transaction<Tables>, organisation: string): Promise<void> {
  await sql`select set_config('perennial.organisation', ${organisation}, true)`.execute(transaction);
}

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.id(column)));
}

function portable(row: Readonly<Record<string, unknown>>): PortableRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === null || typeof value === 'string' || typeof value === 'number') return [column, value];
      if (value instanceof Uint8Array) return [column, { base64: Buffer.from(value).toString('base64') }];
      throw new Error(`The column ${column} holds a ${typeof value}, which only one of the two databases knows`);
    }),
  );
}

function bound(value: PortableRow[string] | undefined): unknown {
  if (typeof value === 'object' && value !== null) return Buffer.from(value.base64, 'base64');
  return value ?? null;
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}
