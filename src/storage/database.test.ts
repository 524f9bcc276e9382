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
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databases, MIGRATIONS, opened, type TestPlace } from '../../test/support/databases.ts';
import { openedByProcesses } from '../../test/support/opening-processes.ts';
import { type DatabasePlace, type OpenResult, openDatabase } from './database.ts';
import { GENESIS, sealEntries } from '../record/journal.ts';
import { createJournalStore } from './journal-in-sql.ts';
import { createReadingStore } from './reading-store.ts';

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
    const context = { at: NOW, actor: 'account:1', salt: () => '00', hash: (text: string) => text.slice(0, 64) };
    const added = sealEntries({ seq: 0, hash: GENESIS }, [{ action: 'add', kind: 'person', id: 'ann', data: told }], context);
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

  test('waits for the disk also where the database says that it need not', async () => {
    await queried('alter database current_database_name set synchronous_commit = off');
    const database = await opened(testPlace.place);
    const level = await database.inTransaction((transaction) =>
      sql<{ level: string }>`select current_setting('synchronous_commit') as level`.execute(transaction),
    );
    await database.close();
    expect(level.rows).toEqual([{ level: 'on' }]);
  });

  test('gives a migration the time it needs', async () => {
    await queried('alter database current_database_name set statement_timeout = 200');
    const slow = mkdtempSync(join(tmpdir(), 'perennial-slow-'));
    mkdirSync(join(slow, 'postgres'));
    writeFileSync(join(slow, 'postgres', '0001-wait.sql'), 'select pg_sleep(0.5);');
    const result = await openDatabase(testPlace.place, { migrationsDir: slow, now: () => NOW, statementMs: 200 });
    rmSync(slow, { recursive: true });
    if (result.ok) await result.database.close();
    expect(result.ok ? 'opened' : result.problem.message).toBe('opened');
  });

  test('has a second wall on every table that belongs to an organisation', async () => {
    await (await opened(testPlace.place)).close();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ table: string; walled: boolean }>(
      `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as walled
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
    );
    await client.end();
    const open = rows.filter(({ walled }) => !walled).map(({ table }) => table);
    expect([open, rows.length > open.length]).toEqual([OUTSIDE_THE_WALL, true]);
  });

  test('shows no row of an organisation to a query that has not named it', async () => {
    const database = await opened(testPlace.place);
    const journal = createJournalStore(database);
    await journal.create('one', NOW);
    await createReadingStore(database).put('one', 'abc', 'reader', 'text');
    const count = (work: typeof database.forOrganisation, organisation: string) =>
      work(organisation, (transaction) => transaction.selectFrom('reading').select('sha256').execute());
    const seen = [
      (await count(database.forOrganisation, 'one')).length,
      (await count(database.forOrganisation, 'two')).length,
      (await database.read.selectFrom('reading').select('sha256').execute()).length,
    ];
    await database.close();
    expect(seen).toEqual([1, 0, 0]);
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
