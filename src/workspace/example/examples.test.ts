import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { HOME, PASSWORD } from '../../../test/support/accounts.ts';
import { databases } from '../../../test/support/databases.ts';
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts';
import { listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { document } from '../../record/kinds/document.ts';
import { KINDS } from '../../record/kinds/kinds.ts';
import { createDiskFiles } from '../../storage/file-disk.ts';
import { listTables } from '../../storage/table-shapes.ts';
import { isHeld } from '../documents/kept-document.ts';
import { verifyPlace } from '../keeping/verify.ts';
import { exampleOf } from './example-id.ts';
import { createExamples } from './examples.ts';

const EXAMPLES = resolve(import.meta.dirname, '..', '..', '..', 'examples');
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

for (const { kind, make } of databases())
  describe(`the example organisation on ${kind}`, { timeout: 60_000 }, () => {
    const stops: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const stop of stops.splice(0).toReversed()) await stop();
    });

    async function start() {
      const { place, remove } = await make();
      const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
      const test = await testInstallation(undefined, env);
      stops.push(remove, test.stop);
      const { settingUp, sessions } = test.installation.accounts;
      const token = (await settingUp.setUpToken()) ?? '';
      const typed = { token, organisationName: 'Harbour Ltd', name: 'Ann Okafor', email: 'ann@harbour.example' };
      const done = await settingUp.setUp({ ...typed, password: PASSWORD }, HOME);
      if (!done.ok) throw new Error(JSON.stringify(done.problems));
      const visitor = async () => (await sessions.visitorOf(done.token)) ?? expect.fail('nobody is signed in');
      return { ...test, own: done.organisation, visitor, account: (await visitor()).account };
    }

    async function verified({ installation: { database, journal }, dataDir }: TestInstallation) {
      const files = createDiskFiles(join(dataDir, 'files'));
      return verifyPlace({ database, journal, files, close: async () => {} }, hash);
    }

    /** How many rows of each table name an organisation. */
    async function rowsOf({ installation: { database } }: TestInstallation, organisation: string) {
      return database.forOrganisation(organisation, async (transaction) => {
        const rows: Record<string, number> = {};
        for (const { name, columns } of await listTables(database.kind, transaction)) {
          if (!columns.includes('organisation')) continue;
          const counted = await sql<{ n: number }>`
            select count(*) as n from ${sql.table(name)} where organisation = ${organisation}
          `.execute(transaction);
          rows[name] = Number(counted.rows[0]?.n);
        }
        return rows;
      });
    }

    test('is loaded once, whole, beside its owner’s own', async () => {
      const started = await start();
      const { installation, account, own, visitor } = started;
      const [first, second] = await Promise.all([
        installation.examples.load(account),
        installation.examples.load(account),
      ]);
      expect(first).toEqual({ ok: true, organisation: exampleOf(account.id) });
      expect(second).toEqual(first);
      const before = await installation.journal.head(exampleOf(account.id));
      expect(await installation.examples.load(account)).toEqual(first);
      expect(await installation.journal.head(exampleOf(account.id))).toEqual(before);
      expect((await visitor()).seats).toMatchObject([
        { organisation: own, organisationName: 'Harbour Ltd' },
        { organisationName: 'Example: Larkmoor Digital Ltd', role: 'owner' },
      ]);
      const { whole, organisations } = await verified(started);
      expect(whole).toBe(true);
      expect(organisations.find(({ organisation }) => organisation === exampleOf(account.id))?.files).toMatchObject({
        whole: 38,
        unreferenced: 0,
      });
    });

    test('leaves nothing behind when it is removed, and can be loaded afresh', async () => {
      const started = await start();
      const { installation, account, own, dataDir, visitor } = started;
      const organisation = exampleOf(account.id);
      const ownBefore = await rowsOf(started, own);
      await installation.examples.load(account);
      await installation.standings.on(organisation, '2026-11-20');
      await installation.examples.remove(organisation);
      expect(new Set(Object.values(await rowsOf(started, organisation)))).toEqual(new Set([0]));
      expect(await filesUnder(join(dataDir, 'files', organisation))).toEqual([]);
      expect(await rowsOf(started, own)).toEqual(ownBefore);
      expect((await visitor()).seats.map((seat) => seat.organisation)).toEqual([own]);
      expect((await verified(started)).whole).toBe(true);

      expect(await installation.examples.load(account)).toEqual({ ok: true, organisation });
      const record = await installation.records.open(organisation);
      expect(record && listOf(record.holdings, answer).length).toBeGreaterThan(20);
      expect((await verified(started)).whole).toBe(true);
    });

    test('is not there at all when one of its documents is refused', async () => {
      const started = await start();
      const { installation, account, dataDir, visitor, clock } = started;
      const folder = await mkdtemp(join(tmpdir(), 'perennial-examples-'));
      stops.push(() => rm(folder, { recursive: true, force: true }));
      await cp(EXAMPLES, folder, { recursive: true });
      await writeFile(join(folder, 'documents', 'zz.exe'), 'MZ and so on');
      const files = createDiskFiles(join(dataDir, 'files'));
      const clocks = { now: () => clock.at, today: () => clock.at.slice(0, 10) };
      const examples = createExamples({ folder, ...installation, files, ...clocks });
      const loaded = await examples.load(account);
      expect(loaded).toMatchObject({ ok: false, message: expect.stringContaining('zz.exe') });
      expect(new Set(Object.values(await rowsOf(started, exampleOf(account.id))))).toEqual(new Set([0]));
      expect(await filesUnder(join(dataDir, 'files', exampleOf(account.id)))).toEqual([]);
      expect((await visitor()).seats).toHaveLength(1);
    });

    test('takes away what a load that ended with its process has left', async () => {
      const { installation, account, dataDir, clock } = await start();
      const organisation = exampleOf(account.id);
      const data = { name: 'Half', category: '3', edition: 'v8' };
      const left = { do: 'add', kind: 'organisation', data } as const;
      await installation.records.begin(organisation, `account:${account.id}`, left, async () => {});
      const files = createDiskFiles(join(dataDir, 'files'));
      await files.put(organisation, Readable.from(['left']), 100);
      clock.at = '2026-11-20T09:33:00.000Z';
      expect(await installation.examples.load(account)).toMatchObject({ ok: true });
      expect(await filesUnder(join(dataDir, 'files', organisation))).toHaveLength(38);
    });

    test('is loaded once when two processes load it at the same time', async () => {
      const { place, remove } = await make();
      const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
      const one = await testInstallation(undefined, env);
      const other = await testInstallation(undefined, { ...env, PERENNIAL_DATA: one.dataDir });
      stops.push(remove, one.stop, other.stop);
      await makeAccount(one.installation, 'ann', one.clock.at);
      const account = { id: 'ann', name: 'Ann Okafor' };
      const loaded = await Promise.all([one, other].map(({ installation }) => installation.examples.load(account)));
      expect(loaded).toEqual(loaded.map(() => ({ ok: true, organisation: exampleOf('ann') })));
      expect((await verified(one)).organisations).toMatchObject([{ files: { whole: 38, unreferenced: 0 } }]);
    });

    test('leaves no file of an upload that ends after it was removed', async () => {
      const { installation, account, dataDir } = await start();
      const organisation = exampleOf(account.id);
      await installation.examples.load(account);
      async function* slow() {
        yield Buffer.from('# Late\n');
        await installation.examples.remove(organisation);
        yield Buffer.from('Too late.\n');
      }
      const incoming = { path: 'late.md', stream: Readable.from(slow()), source: 'upload' as const };
      const kept = await installation.documents.keep(organisation, `account:${account.id}`, incoming);
      expect([kept.map(({ ok }) => ok), await filesUnder(join(dataDir, 'files', organisation))]).toEqual([[false], []]);
    });

    test('is the only kind of organisation that can be removed', async () => {
      const { installation, own } = await start();
      await expect(installation.examples.remove(own)).rejects.toThrow('Only an example');
      expect(await installation.journal.head(own)).toBeDefined();
    });
  });

describe('what the example organisation shows', { timeout: 60_000 }, () => {
  // The day its documents speak of, and one on which they are old.
  for (const on of ['2026-11-20', '2028-06-20'])
    test(`has something of every sort on ${on}`, async () => {
      const { installation, clock, stop } = await testInstallation();
      try {
        clock.at = `${on}T09:30:00.000Z`;
        const account = { id: 'ann', name: 'Ann Okafor' };
        const loaded = await makeAccount(installation, account.id, clock.at).then(() =>
          installation.examples.load(account),
        );
        if (!loaded.ok) throw new Error(loaded.message);
        const result = await installation.standings.on(loaded.organisation, on);
        if (!result.ok) throw new Error(result.problem.message);
        const { check, holdings } = result.standing;
        const empty = Object.keys(KINDS).filter((kind) => !holdings.of.get(kind)?.size);
        // No share: nobody outside is to be shown what is not real.
        // No confirmation: it takes a second person.
        expect(empty).toEqual(['share']);
        expect(listOf(holdings, document).filter(isHeld)).toHaveLength(1);
        expect(listOf(holdings, document).filter(({ data }) => data.staffRead === true)).toHaveLength(3);
        const codes = new Set<string>(check.assessment.findings.map(({ code }) => code));
        expect(FINDINGS.filter((code) => !codes.has(code))).toEqual([]);
        const { claimed, defensible } = check.assessment.outcome;
        expect(defensible.counting).toBeGreaterThan(7);
        expect(claimed.counting).toBeGreaterThan(defensible.counting);
        const month = check.forecast.filter(({ changes }) => changes.length > 0)[0]?.on ?? '';
        expect(Date.parse(month) - Date.parse(on)).toBeLessThan(32 * 86_400_000);
        expect(check.plan.actions.length).toBeGreaterThan(10);
      } finally {
        await stop();
      }
    });
});

/** One of each main family. */
const FINDINGS = [
  'contradiction',
  'leaver-with-access',
  'training-below-target',
  'unsupported-asset',
  'unencrypted-device',
  'supplier-assurance-lapsed',
  'processor-without-contract',
  'stale-proof',
  'overdue-review',
  'no-proof',
  'unanswered',
  'unfilled-placeholder',
  'wrong-organisation',
  'not-approved',
  'no-deputy',
  'owner-left',
];

async function makeAccount({ database }: TestInstallation['installation'], id: string, at: string): Promise<void> {
  const empty = { password_hash: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null };
  await database.inTransaction((transaction) =>
    transaction
      .insertInto('account')
      .values({ id, email: `${id}@harbour.example`, name: id, ...empty, created_at: at })
      .execute(),
  );
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
