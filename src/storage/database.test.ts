import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { goneFrom } from '../../test/crash/writer-process.ts';
import { databases, MIGRATIONS, opened, type TestPlace } from '../../test/support/databases.ts';
import { openedByProcesses } from '../../test/support/opening-processes.ts';
import { GENESIS, sealEntries } from '../record/journal.ts';
import { type Database, type DatabasePlace, type OpenResult, openDatabase } from './database.ts';
import { createJournalStore } from './journal-in-sql.ts';
import { createReadingStore } from './reading-store.ts';
import { listTables } from './table-shapes.ts';
import type { Tables } from './tables.ts';

const NOW = '2026-11-20T09:30:00.000Z';

describe.each(databases())('opening a database on $kind', ({ kind, make }) => {
  let testPlace: TestPlace;
  let folder: string;

  beforeEach(async () => {
    testPlace = await make();
    folder = mkdtempSync(join(tmpdir(), 'perennial-migrations-'));
    mkdirSync(join(folder, kind));
    for (const name of readdirSync(join(MIGRATIONS, kind)))
      writeFileSync(join(folder, kind, name), readFileSync(join(MIGRATIONS, kind, name)));
  });
  afterEach(async () => {
    await testPlace.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const migration = (name: string, text: string) => writeFileSync(join(folder, kind, name), text);
  const open = () =>
    openDatabase(testPlace.place, { migrationsDir: folder, backupDir: join(folder, 'backups'), now: () => NOW });

  async function closed(result: OpenResult): Promise<string> {
    if (!result.ok) return result.problem.type;
    await result.database.close();
    return 'opened';
  }

  test('processes that start at once on an empty one all succeed', async () => {
    expect(await openedByProcesses(3, testPlace.place)).toEqual(['opened', 'opened', 'opened']);
  });

  test('a second opening does nothing again', async () => {
    await closed(await open());
    expect(await closed(await open())).toBe('opened');
  });

  test('a migration that is new is made, once', async () => {
    await closed(await open());
    migration('9001-add-thing.sql', 'create table thing (id text primary key);');
    expect([await closed(await open()), await closed(await open())]).toEqual(['opened', 'opened']);
  });

  test('one made by a newer version is left alone', async () => {
    migration('9001-add-thing.sql', 'create table thing (id text primary key);');
    await closed(await open());
    rmSync(join(folder, kind, '9001-add-thing.sql'));
    expect(await closed(await open())).toBe('newer-schema');
  });

  test('a migration that was changed after it was made is refused', async () => {
    await closed(await open());
    const [first = ''] = readdirSync(join(folder, kind)).sort();
    migration(first, `${readFileSync(join(folder, kind, first), 'utf8')}\n-- changed`);
    expect(await closed(await open())).toBe('changed-migration');
  });

  test('a migration that fails half-way leaves everything as it was', async () => {
    await closed(await open());
    migration('9001-add-thing.sql', 'create table thing (id text primary key); create table thing (id text);');
    const failed = await open();
    rmSync(join(folder, kind, '9001-add-thing.sql'));
    migration('9002-add-thing.sql', 'create table thing (id text primary key);');
    expect([failed.ok ? '' : failed.problem.message, await closed(await open())]).toEqual([
      expect.stringMatching(/^The migration 9001-add-thing\.sql could not be made: .*Nothing was changed\.$/),
      'opened',
    ]);
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const database = await opened(testPlace.place);
    const failed = database.inTransaction(async (transaction) => {
      await transaction
        .insertInto('journal_head')
        .values({ organisation: 'one', created_at: NOW, seq: 0, hash: '0' })
        .execute();
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await createJournalStore(database).listOrganisations()).toEqual([]);
    await database.close();
  });

  test('readings are kept for one organisation and forgotten with the file', async () => {
    const database = await opened(testPlace.place);
    const readings = createReadingStore(database);
    await readings.put('one', 'abc', 'reader 1', 'text');
    const found = [
      await readings.get('one', 'abc', 'reader 1'),
      await readings.get('two', 'abc', 'reader 1'),
      await readings.get('one', 'abc', 'reader 2'),
    ];
    await readings.remove('one', 'abc');
    expect([...found, await readings.get('one', 'abc', 'reader 1')]).toEqual(['text', undefined, undefined, undefined]);
    await database.close();
  });
});

describe('SQLite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'perennial-sqlite-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const place = (): DatabasePlace => ({ kind: 'sqlite', file: join(folder, 'data', 'perennial.sqlite') });
  const settings = () => ({ migrationsDir: MIGRATIONS, backupDir: join(folder, 'backups'), now: () => NOW });

  test('flushes to disk at every commit, on both connections', async () => {
    const database = await opened(place());
    const level = sql<{ synchronous: number }>`pragma synchronous`;
    const written = await database.inTransaction(async (transaction) => level.execute(transaction));
    const read = await level.execute(database.read);
    await database.close();
    expect([written.rows, read.rows]).toEqual([[{ synchronous: 2 }], [{ synchronous: 2 }]]);
  });

  test('has no trace of what was erased in any of its files', async () => {
    const database = await opened(place());
    const journal = createJournalStore(database);
    const readings = createReadingStore(database);
    await journal.create('one', NOW);
    // Longer than a page, so that it also stands on pages of its own.
    const told = 'a note about Ann '.repeat(1_000);
    const context = {
      at: NOW,
      actor: 'account:1',
      salt: () => '00',
      hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    };
    const added = sealEntries(
      { seq: 0, hash: GENESIS },
      [{ action: 'add', kind: 'person', id: 'ann', data: told }],
      context,
    );
    const first = await journal.append('one', { seq: 0, hash: GENESIS }, added);
    if (!first.ok) throw new Error('the head had moved');
    await readings.put('one', 'abc', 'reader', told);
    const data = { reason: 'asked for', basis: 'Article 17' };
    const erasure = { action: 'erase', kind: 'person', id: 'ann', data } as const;
    await readings.remove('one', 'abc');
    await journal.append('one', first.head, sealEntries(first.head, [erasure], context));
    const traces = readdirSync(join(folder, 'data')).filter((name) =>
      readFileSync(join(folder, 'data', name)).includes('note about Ann'),
    );
    await database.close();
    expect(traces).toEqual([]);
  });

  test('cannot be written over the connection that reads', async () => {
    const database = await opened(place());
    const writing = database.read
      .insertInto('journal_head')
      .values({ organisation: 'one', created_at: NOW, seq: 0, hash: '0' })
      .execute();
    await expect(writing).rejects.toThrow('readonly');
    await database.close();
  });

  test('is made for its owner only', async () => {
    const database = await opened(place());
    await database.close();
    expect([
      statSync(join(folder, 'data')).mode & 0o777,
      statSync(join(folder, 'data', 'perennial.sqlite')).mode & 0o777,
    ]).toEqual([0o700, 0o600]);
  });

  test('is copied before an upgrade, whole and for its owner only', async () => {
    const migrations = join(folder, 'migrations', 'sqlite');
    mkdirSync(migrations, { recursive: true });
    for (const name of readdirSync(join(MIGRATIONS, 'sqlite')))
      writeFileSync(join(migrations, name), readFileSync(join(MIGRATIONS, 'sqlite', name)));
    const upgrading = { ...settings(), migrationsDir: join(folder, 'migrations') };
    const before = await openDatabase(place(), upgrading);
    if (!before.ok) throw new Error(before.problem.message);
    await createJournalStore(before.database).create('one', NOW);
    await before.database.close();
    writeFileSync(join(migrations, '9001-add-thing.sql'), 'create table thing (id text primary key);');
    const after = await openDatabase(place(), upgrading);
    if (after.ok) await after.database.close();
    const [name = ''] = readdirSync(join(folder, 'backups'));
    const copy = new Sqlite(join(folder, 'backups', name), { readonly: true });
    const heads = copy.prepare('select organisation from journal_head').all();
    copy.close();
    expect([name, heads, statSync(join(folder, 'backups', name)).mode & 0o777]).toEqual([
      'perennial-before-9001-2026-11-20T09-30-00-000Z.sqlite',
      [{ organisation: 'one' }],
      0o600,
    ]);
  });

  test.each([
    [
      'a text file',
      'This is a letter, and no database at all. '.repeat(200),
      'is damaged, or is no database of Perennial',
    ],
    ['an SQLite file cut short', 'SQLite format 3\0'.padEnd(100, 'x'), 'is damaged, or is no database of Perennial'],
  ])('%s is refused with a sentence and left as it was', async (_, text, sentence) => {
    const file = join(folder, 'perennial.sqlite');
    writeFileSync(file, text);
    const result = await openDatabase({ kind: 'sqlite', file }, settings());
    expect([result.ok ? '' : result.problem.message, readFileSync(file, 'utf8')]).toEqual([
      expect.stringContaining(sentence),
      text,
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written is told', async () => {
    chmodSync(folder, 0o500);
    const result = await openDatabase(place(), settings());
    chmodSync(folder, 0o700);
    expect(result.ok ? '' : result.problem.message).toContain('may not be opened for writing');
  });

  test('a path that leads through a file is told', async () => {
    writeFileSync(join(folder, 'data'), '');
    const result = await openDatabase(place(), settings());
    expect([result.ok, existsSync(join(folder, 'data'))]).toEqual([false, true]);
  });
});

const postgres = databases().find(({ kind }) => kind === 'postgres');

describe.skipIf(!postgres)('PostgreSQL', () => {
  let testPlace: TestPlace;
  let url: string;
  beforeEach(async () => {
    if (!postgres) throw new Error('skipped without one');
    testPlace = await postgres.make();
    if (testPlace.place.kind !== 'postgres') throw new Error('it is one');
    url = testPlace.place.url;
  });
  afterEach(() => testPlace.remove());

  async function query<Row extends pg.QueryResultRow>(text: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Row>(text);
    await client.end();
    return rows;
  }

  async function levelOf(setting: string): Promise<readonly unknown[]> {
    const database = await opened(testPlace.place);
    const { rows } = await database.inTransaction((transaction) =>
      sql<{ level: string }>`select current_setting(${setting}) as level`.execute(transaction),
    );
    await database.close();
    return rows.map(({ level }) => level);
  }

  test('waits for the disk also where the database says that it need not', async () => {
    await query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    expect(await levelOf('synchronous_commit')).toEqual(['on']);
  });

  test('waits for replicas too where the database says so', async () => {
    await query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = remote_apply`);
    expect(await levelOf('synchronous_commit')).toEqual(['remote_apply']);
  });

  test('gives a migration longer than a page may take', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'perennial-migrations-'));
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', '0001-wait.sql'), 'select pg_sleep(0.5);');
    const hurried: DatabasePlace = { kind: 'postgres', url: `${url}?statement_timeout=200` };
    const result = await openDatabase(hurried, { migrationsDir: folder, now: () => NOW });
    if (result.ok) await result.database.close();
    rmSync(folder, { recursive: true });
    expect(result.ok ? 'opened' : result.problem.message).toBe('opened');
  });

  test.skipIf(!inject('postgresAdminUrl'))('warns of a role to which the second wall does not apply', async () => {
    const admin = new URL(inject('postgresAdminUrl') ?? '');
    admin.pathname = new URL(url).pathname;
    // The ordinary role first, so that it owns the tables.
    const asOrdinary = await opened(testPlace.place);
    const asAdmin = await opened({ kind: 'postgres', url: admin.href });
    await asAdmin.close();
    await asOrdinary.close();
    // An ordinary role may not end a superuser's process, and so not drop the database under it.
    await goneFrom(testPlace.place);
    expect([asAdmin.warnings, asOrdinary.warnings]).toEqual([
      [expect.stringContaining('Row-level security does not apply')],
      [],
    ]);
  });

  test('has a second wall on every table that belongs to an organisation, and no door in it', async () => {
    await (await opened(testPlace.place)).close();
    const rows = await query<{ table: string; forced: boolean; policies: readonly string[] }>(
      `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
              array(select concat_ws(' ', p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
                    from pg_policy p where p.polrelid = c.oid) as policies
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
       where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    const walled = rows.filter(({ table }) => !OUTSIDE_THE_WALL.includes(table));
    // One policy for every command, which lets in the rows of the organisation named and nothing else.
    const only = ["* (organisation = current_setting('perennial.organisation'::text, true))"];
    expect(walled).toEqual(walled.map(({ table }) => ({ table, forced: true, policies: only })));
    expect(rows.length - walled.length).toBe(OUTSIDE_THE_WALL.length);
    expect(walled.length).toBeGreaterThan(0);
  });

  test('shows no row of any walled table to a query that has not named its organisation', async () => {
    const database = await opened(testPlace.place);
    const walled = await rowInEveryWalledTable(database, 'one');
    const seen = async (table: string) => {
      const count = (transaction: Kysely<Tables>) =>
        sql<{ rows: number }>`select count(*) as rows from ${sql.id(table)}`.execute(transaction);
      const [own, other, nobody] = [
        await database.forOrganisation('one', count),
        await database.forOrganisation('two', count),
        await count(database.read),
      ];
      return [table, own.rows[0]?.rows, other.rows[0]?.rows, nobody.rows[0]?.rows];
    };
    const counts = [];
    for (const table of walled) counts.push(await seen(table));
    await database.close();
    expect(counts).toEqual(walled.map((table) => [table, 1, 0, 0]));
  });

  test('takes no row for another organisation than the one named', async () => {
    const database = await opened(testPlace.place);
    const writing = database.forOrganisation('one', (transaction) =>
      transaction
        .insertInto('reading')
        .values({ organisation: 'two', sha256: 'abc', reader: 'r', content: '' })
        .execute(),
    );
    await expect(writing).rejects.toThrow('row-level security');
    await database.close();
  });

  test.each([
    ['postgres://perennial@127.0.0.1:1/perennial', 'does not answer'],
    ['postgres://perennial@127.0.0.1:1/perennial', 'DATABASE_URL'],
  ])('%s is refused with a sentence about %s, without the address', async (wrong, words) => {
    const result = await openDatabase({ kind: 'postgres', url: wrong }, { migrationsDir: MIGRATIONS, now: () => NOW });
    const message = result.ok ? '' : result.problem.message;
    expect([message.includes(words), message.includes('127.0.0.1')]).toEqual([true, false]);
  });

  test('a database that was never made is told', async () => {
    const result = await openDatabase(
      { kind: 'postgres', url: `${url}_not` },
      { migrationsDir: MIGRATIONS, now: () => NOW },
    );
    expect(result.ok ? '' : result.problem.message).toContain('is not there. Make it first');
  });
});

/** Tables that name an organisation and that must be read before it is known which one somebody may see. */
const OUTSIDE_THE_WALL = ['api_token', 'invitation', 'journal_head', 'membership', 'organisation_setting'];

/** Puts a row of an organisation into each table behind the wall, as the catalogue lists them. */
async function rowInEveryWalledTable(database: Database, organisation: string): Promise<readonly string[]> {
  const walled = (await database.inTransaction((transaction) => listTables('postgres', transaction))).filter(
    ({ walled }) => walled,
  );
  await createJournalStore(database).create(organisation, NOW);
  await database.forOrganisation(organisation, async (transaction) => {
    // A visit is one of a member.
    await sql`insert into account (id, email, name, created_at) values ('1', 'a@b.example', 'A', ${NOW})`.execute(
      transaction,
    );
    const membership = { account: '1', organisation, role: 'reader', until: null, created_at: NOW };
    await transaction.insertInto('membership').values(membership).execute();
    for (const { name, columns } of walled) {
      // Every column is text or a number, and '1' is either.
      const values = columns.map((column) => sql.lit(column === 'organisation' ? organisation : '1'));
      await sql`insert into ${sql.id(name)} (${sql.join(columns.map((column) => sql.id(column)))}) values (${sql.join(values)})`.execute(
        transaction,
      );
    }
  });
  return walled.map(({ name }) => name);
}
