import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BUCKET_KEY, startBucketServer } from '../../../test/support/bucket-server.ts';
import { databases, type TestDatabaseKind } from '../../../test/support/databases.ts';
import {
  done,
  EXAMPLE_FILES,
  keepExample,
  keepingSettings,
  recordsIn,
  sha256,
} from '../../../test/support/kept-place.ts';
import { createBucketFiles } from '../../storage/file-bucket.ts';
import { backUp } from './backup.ts';
import { inPlace, type KeepingSettings, openPlace } from './kept-place.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

async function anInstallation(make: TestDatabaseKind['make']) {
  const { place, remove } = await make();
  const settings = keepingSettings(place);
  leftovers.push(remove, settings.remove);
  return settings;
}

async function backedUp(settings: KeepingSettings) {
  const folder = keepingSettings('sqlite');
  leftovers.push(folder.remove);
  const file = join(folder.dataDir, 'backup.zip');
  const result = await backUp(settings, file);
  if (!result.ok) throw new Error(result.problem.message);
  return { file, ...result };
}

const pairs = databases().flatMap((from) => databases().map((to) => ({ from, to, name: `${from.kind} → ${to.kind}` })));

describe.each(pairs)('a backup, $name', ({ from, to }) => {
  it('is restored with equal heads, rows and files', async () => {
    const old = await anInstallation(from.make);
    await keepExample(old, 'first');
    await keepExample(old, 'second');
    writeFileSync(join(old.dataDir, 'secret.key'), 'the key\n');
    const { file, manifest } = await backedUp(old);

    const fresh = await anInstallation(to.make);
    const restored = await restore(fresh, file);

    expect(restored).toMatchObject({ ok: true, sameHeads: true, key: 'restored', verification: { whole: true } });
    expect(readFileSync(join(fresh.dataDir, 'secret.key'), 'utf8')).toBe('the key\n');
    const again = await backedUp(fresh);
    expect(again.manifest.parts.filter(({ name }) => name.startsWith('tables/'))).toEqual(
      manifest.parts.filter(({ name }) => name.startsWith('tables/')),
    );
    expect(again.manifest.files).toEqual(manifest.files);
  });
});

describe.each(databases())('a backup of $kind', ({ make }) => {
  it('is taken as at one moment while others write', async () => {
    const settings = await anInstallation(make);
    await keepExample(settings, 'busy');
    const place = await openPlace(settings);
    const records = recordsIn(place, settings);
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        await done(records, 'busy', {
          do: 'add',
          kind: 'person',
          data: { name: `Person ${written}`, employment: 'staff' },
        });
        written += 1;
        await new Promise((resume) => setImmediate(resume));
      }
    })();
    const { file } = await backedUp(settings);
    writing = false;
    await writer;
    await place.close();

    const fresh = await anInstallation(make);
    const restored = await restore(fresh, file);

    expect(written).toBeGreaterThan(0);
    expect(restored).toMatchObject({ ok: true, sameHeads: true, verification: { whole: true } });
  });

  it('from an older version goes through the migrations that came since', async () => {
    const { place, remove } = await make();
    const older = keepingSettings(place);
    const olderMigrations = join(older.dataDir, 'older-migrations');
    for (const kind of ['sqlite', 'postgres'])
      cpSync(join(older.migrationsDir, kind, FIRST_MIGRATION), join(olderMigrations, kind, FIRST_MIGRATION));
    leftovers.push(remove, older.remove);
    const settings = { ...older, migrationsDir: olderMigrations };
    await keepExample(settings, 'org');
    const { file, manifest } = await backedUp(settings);
    expect(manifest.migrations).toEqual([FIRST_MIGRATION]);

    const fresh = await anInstallation(make);
    expect(await restore(fresh, file)).toMatchObject({ ok: true, sameHeads: true, verification: { whole: true } });
    expect((await backedUp(fresh)).manifest.migrations.length).toBeGreaterThan(1);
  });

  it('is refused in a place that holds something, and says what', async () => {
    const settings = await anInstallation(make);
    await keepExample(settings, 'first');
    const { file } = await backedUp(settings);

    const refused = await restore(settings, file);

    expect(refused).toMatchObject({ ok: false, problem: { type: 'not-empty' } });
    expect(!refused.ok && refused.problem.message).toContain('its database holds 1 organisation');
    expect(await verify(settings)).toMatchObject({ verification: { whole: true } });
  });
});

describe.each(databases())('the accounts in a backup of $kind', ({ make }) => {
  it('come back, and their sessions and unused links do not', async () => {
    const settings = await anInstallation(make);
    await keepExample(settings, 'org');
    await inPlace(settings, {}, ({ database }) =>
      database.inTransaction(async (transaction) => {
        await transaction.insertInto('account').values(ACCOUNT).execute();
        const membership = { account: ACCOUNT.id, organisation: 'org', role: 'owner', until: null };
        await transaction
          .insertInto('membership')
          .values({ ...membership, created_at: AT })
          .execute();
        const session = { id: 's', token_hash: 'h', account: ACCOUNT.id, second_factor: 1, device: 'Firefox' };
        await transaction
          .insertInto('session')
          .values({ ...session, created_at: AT, signed_in_at: AT, seen_at: AT })
          .execute();
      }),
    );
    const { file, manifest } = await backedUp(settings);
    const fresh = await anInstallation(make);
    // A first start has printed a set-up link, and nobody has used it.
    await inPlace(fresh, { make: true }, ({ database }) =>
      database.inTransaction((transaction) =>
        transaction
          .insertInto('one_time')
          .values({ token_hash: 'h', purpose: 'set-up', data: '', expires_at: AT })
          .execute(),
      ),
    );

    expect(await restore(fresh, file)).toMatchObject({ ok: true, sameHeads: true });

    const found = await inPlace(fresh, {}, async ({ database }) => ({
      accounts: await database.read.selectFrom('account').selectAll().execute(),
      members: await database.read.selectFrom('membership').select(['account', 'role']).execute(),
      sessions: await database.read.selectFrom('session').select('id').execute(),
    }));
    expect(found).toEqual({ accounts: [ACCOUNT], members: [{ account: ACCOUNT.id, role: 'owner' }], sessions: [] });
    expect(manifest.tables.map(({ name }) => name)).not.toContain('session');
  });
});

const FIRST_MIGRATION = '0001-create-journal.sql';
const AT = '2026-11-20T09:00:00.000Z';
const ACCOUNT = {
  id: 'account-1',
  email: 'ada@example.org',
  name: 'Ada Okafor',
  password_hash: '$argon2id$example',
  totp_secret: null,
  totp_confirmed_at: null,
  totp_last_step: 58_000_000,
  created_at: AT,
};

describe('a backup', () => {
  it('that the file store does not answer is told, and leaves nothing', { timeout: 30_000 }, async () => {
    const server = await startBucketServer('files');
    leftovers.push(server.close);
    const home = keepingSettings('sqlite');
    leftovers.push(home.remove);
    const bucket = { bucket: 'files', endpoint: server.endpoint, region: 'eu-west-2', pathStyle: true, ...BUCKET_KEY };
    const settings = { ...home, openFiles: () => createBucketFiles(bucket) };
    await keepExample(settings, 'first');
    server.failNext('cut', 100);
    const refused = await backUp(settings, join(home.dataDir, 'backup.zip'));
    expect(refused).toMatchObject({ ok: false, problem: { type: 'cannot-read' } });
    expect(readdirSync(home.dataDir).filter((name) => name.startsWith('backup'))).toEqual([]);
  });

  it('moves files from a disk into a bucket and back', async () => {
    const server = await startBucketServer('files');
    leftovers.push(server.close);
    const home = keepingSettings('sqlite');
    const fresh = keepingSettings('sqlite');
    const back = keepingSettings('sqlite');
    leftovers.push(home.remove, fresh.remove, back.remove);
    const bucket = { bucket: 'files', endpoint: server.endpoint, region: 'eu-west-2', pathStyle: true, ...BUCKET_KEY };
    const inBucket = { ...fresh, openFiles: () => createBucketFiles(bucket) };
    await keepExample(home, 'first');

    const there = await restore(inBucket, (await backedUp(home)).file);
    expect(there).toMatchObject({ ok: true, sameHeads: true, verification: { whole: true } });
    expect(server.objects.size).toBe(EXAMPLE_FILES.length);
    const again = await restore(back, (await backedUp(inBucket)).file);
    expect(again).toMatchObject({ ok: true, sameHeads: true, verification: { whole: true } });
  });

  it('is for its owner only, and leaves no other file', async () => {
    const settings = keepingSettings('sqlite');
    leftovers.push(settings.remove);
    await keepExample(settings, 'first');
    const { file } = await backedUp(settings);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['backup.zip']);
  });

  it('never takes the place of a file unless told to', async () => {
    const settings = keepingSettings('sqlite');
    leftovers.push(settings.remove);
    await keepExample(settings, 'first');
    const file = join(settings.dataDir, 'mine.zip');
    writeFileSync(file, 'precious');

    const refused = await backUp(settings, file);

    expect(refused).toMatchObject({ ok: false, problem: { type: 'exists' } });
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(await backUp(settings, file, { force: true })).toMatchObject({ ok: true });
    expect(readdirSync(settings.dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('says which file a document refers to could not be taken, and takes the rest', async () => {
    const settings = keepingSettings('sqlite');
    leftovers.push(settings.remove);
    await keepExample(settings, 'first');
    const lost = sha256(EXAMPLE_FILES[0]?.[1] ?? '');
    const place = await openPlace(settings);
    await place.files.remove('first', lost);
    await place.close();

    const { manifest } = await backedUp(settings);

    expect(manifest.missing).toEqual([{ organisation: 'first', sha256: lost, why: 'it was not there' }]);
    expect(manifest.files.count).toBe(EXAMPLE_FILES.length - 1);
  });

  it('carries no key that came from the environment', async () => {
    const settings = { ...keepingSettings('sqlite'), keyFromOutside: true };
    leftovers.push(settings.remove);
    await keepExample(settings, 'first');
    writeFileSync(join(settings.dataDir, 'secret.key'), 'an older key');
    expect(await backedUp(settings)).toMatchObject({ withKey: false });
  });

  it('carries the official wording that was imported', async () => {
    const settings = keepingSettings('sqlite');
    const fresh = keepingSettings('sqlite');
    leftovers.push(settings.remove, fresh.remove);
    await keepExample(settings, 'first');
    mkdirSync(join(settings.dataDir, 'catalogue'));
    writeFileSync(join(settings.dataDir, 'catalogue', 'v8-category-3.json'), '{"wording":"ours"}');
    const { file } = await backedUp(settings);

    await restore(fresh, file);

    expect(readFileSync(join(fresh.dataDir, 'catalogue', 'v8-category-3.json'), 'utf8')).toBe('{"wording":"ours"}');
  });

  it('of a place that is not there is refused, and makes none', async () => {
    const settings = keepingSettings('sqlite');
    leftovers.push(settings.remove);
    const refused = await backUp(settings, join(settings.dataDir, 'backup.zip'));
    expect(refused).toMatchObject({ ok: false, problem: { type: 'no-place' } });
    expect(readdirSync(settings.dataDir)).toEqual([]);
  });

  it('never takes the place of a folder or a device', async () => {
    const settings = keepingSettings('sqlite');
    leftovers.push(settings.remove);
    await keepExample(settings, 'first');
    for (const place of [settings.dataDir, '/dev/null'])
      expect(await backUp(settings, place, { force: true })).toMatchObject({ ok: false, problem: { type: 'exists' } });
  });

  it('that cannot be written is told, and leaves nothing', async () => {
    const settings = keepingSettings('sqlite');
    leftovers.push(settings.remove);
    await keepExample(settings, 'first');
    const refused = await backUp(settings, join(settings.dataDir, 'no such folder', 'backup.zip'));
    expect(refused).toMatchObject({ ok: false, problem: { type: 'cannot-write' } });
    expect(existsSync(join(settings.dataDir, 'no such folder'))).toBe(false);
  });
});
