import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { databases } from '../../../test/support/databases.ts';
import {
  done,
  EXAMPLE_FILES,
  keepExample,
  keepingSettings,
  recordsIn,
  sha256,
} from '../../../test/support/kept-place.ts';
import { type KeepingSettings, type KeptPlace, openPlace } from './kept-place.ts';
import { verify } from './verify.ts';

const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

async function inside(settings: KeepingSettings, work: (place: KeptPlace) => Promise<unknown>): Promise<void> {
  const place = await openPlace(settings);
  await work(place).finally(place.close);
}

function filePath({ dataDir }: KeepingSettings, organisation: string, hash: string): string {
  return join(dataDir, 'files', organisation, hash.slice(0, 2), hash);
}

describe.each(databases())('verify on $kind', ({ make }) => {
  async function anExample() {
    const { place, remove } = await make();
    const settings = keepingSettings(place);
    leftovers.push(remove, settings.remove);
    await keepExample(settings, 'org');
    return settings;
  }

  /** Changes a table behind the program's back, as somebody with access to the database could. */
  async function tamper(settings: KeepingSettings, statement: string) {
    await inside(settings, ({ database }) =>
      database.forOrganisation('org', (transaction) => sql.raw(statement).execute(transaction)),
    );
  }

  async function found(settings: KeepingSettings, options = {}) {
    const result = await verify(settings, options);
    if (!result.ok) throw new Error(result.problem.message);
    return result.verification;
  }

  it('finds a database whose own pages are wrong, where it can look', async () => {
    const settings = await anExample();
    const { database } = settings;
    if (database.kind === 'sqlite') {
      const sqlite = new Sqlite(database.file);
      sqlite.unsafeMode();
      sqlite.pragma('writable_schema = on');
      // The index of passkeys now looks where another table's index lies.
      sqlite.exec(`update sqlite_master set rootpage = (select rootpage from sqlite_master where name = 'journal_entry_entity')
        where name = 'passkey_account'`);
      sqlite.close();
    }
    const { whole, faults } = await found(settings);
    expect([whole, faults.length > 0]).toEqual(database.kind === 'sqlite' ? [false, true] : [true, false]);
  });

  it('proves a place that is whole, erasures and removals included', async () => {
    const settings = await anExample();
    expect(await found(settings)).toMatchObject({
      whole: true,
      organisations: [{ head: { seq: 9 }, erased: 1, holds: 4, files: { whole: 2, unreferenced: 0 } }],
    });
  });

  const breaks: readonly (readonly [string, string, number, RegExp])[] = [
    [
      'a payload that was changed',
      `update journal_payload set payload = replace(payload, 'Chlo', 'Zoe') where seq = 3`,
      3,
      /changed/,
    ],
    ['a payload that is gone without an erasure', 'delete from journal_payload where seq = 4', 4, /gone/],
    ['a payload that is no JSON any more', `update journal_payload set payload = 'x' where seq = 5`, 5, /no JSON/],
    ['an entry that was changed', `update journal_entry set actor = 'account:2' where seq = 6`, 6, /changed/],
    ['an entry that was taken out', 'delete from journal_entry where seq = 3', 4, /missing/],
    ['entries cut off at the end, head left', 'delete from journal_entry where seq >= 8', 8, /missing/],
    [
      'a row that was changed',
      `update entity set data = replace(data, 'director', 'staff') where id = 'p1'`,
      7,
      /not what the journal says/,
    ],
    ['a row that was taken out', `delete from entity where id = 'p2'`, 9, /there are/],
    ['a row that is no JSON any more', `update entity set data = '{' where id = 'p2'`, 9, /no JSON/],
    [
      'a row that was added',
      `insert into entity (organisation, kind, id, added, revision, data) values ('org', 'person', 'x', 3, 3, '{}')`,
      3,
      /in no entry/,
    ],
    [
      'an entry after the end',
      `insert into journal_entry (organisation, seq, at, actor, action, kind, entity, data_hash, previous, hash)
       select organisation, 10, at, actor, 'remove', kind, entity, data_hash, previous, hash from journal_entry where seq = 9`,
      10,
      /said to end at entry 9/,
    ],
    [
      'a payload that was to be erased',
      `insert into journal_payload (organisation, seq, payload) select organisation, 1, payload from journal_payload where seq = 2`,
      1,
      /changed/,
    ],
  ];
  it.each(breaks)('names the first broken entry: %s', async (_what, statement, seq, why) => {
    const settings = await anExample();
    await tamper(settings, statement);
    const { whole, organisations } = await found(settings);
    expect(whole).toBe(false);
    expect(organisations[0]?.broken).toMatchObject({ seq, why: expect.stringMatching(why) });
  });

  it('finds a file that is missing, and one whose bytes were changed', async () => {
    const settings = await anExample();
    const [[, first] = [], [, second] = []] = EXAMPLE_FILES;
    rmSync(filePath(settings, 'org', sha256(first ?? '')));
    writeFileSync(filePath(settings, 'org', sha256(second ?? '')), `X${second?.slice(1)}`);
    const { whole, organisations } = await found(settings);
    expect(whole).toBe(false);
    expect(organisations[0]?.brokenFiles.map(({ seq, why }) => [seq, why])).toEqual([
      [5, 'it is missing'],
      [6, 'its bytes were changed: they no longer have its SHA-256'],
    ]);
  });

  it('mentions a file that nothing refers to, and calls the place whole', async () => {
    const settings = await anExample();
    const stranger = sha256('stranger');
    await inside(settings, async ({ files }) => {
      const { Readable } = await import('node:stream');
      await files.put('org', Readable.from([Buffer.from('stranger')]), 100);
    });
    const { whole, organisations } = await found(settings);
    expect({ whole, unreferenced: organisations[0]?.files.unreferenced, stranger }).toMatchObject({
      whole: true,
      unreferenced: 1,
    });
  });

  it('finds a chain that was cut off cleanly when its head was noted down, and not without', async () => {
    const settings = await anExample();
    const before = (await found(settings)).organisations[0]?.head.hash ?? '';
    await inside(settings, async (place) => {
      await done(recordsIn(place, settings), 'org', {
        do: 'add',
        kind: 'person',
        id: 'new',
        data: { name: 'New', employment: 'staff' },
      });
    });
    const noted = (await found(settings)).organisations[0]?.head.hash ?? '';
    await tamper(settings, 'delete from journal_payload where seq = 10');
    await tamper(settings, 'delete from journal_entry where seq = 10');
    await tamper(settings, `delete from entity where id = 'new'`);
    await tamper(settings, `update journal_head set seq = 9, hash = '${before}'`);

    expect(await found(settings)).toMatchObject({ whole: true });
    expect(await found(settings, { expected: [before] })).toMatchObject({ whole: true, missing: [] });
    expect(await found(settings, { expected: [noted] })).toMatchObject({ whole: false, missing: [noted] });
  });

  it('looks at one organisation when asked, and refuses one that is not there', async () => {
    const settings = await anExample();
    await keepExample(settings, 'other');
    const { organisations } = await found(settings, { organisation: 'other' });
    expect(organisations.map(({ organisation }) => organisation)).toEqual(['other']);
    expect(await verify(settings, { organisation: 'nobody' })).toMatchObject({
      ok: false,
      problem: { type: 'no-organisation' },
    });
  });

  it('calls a place whole that others write to and erase from meanwhile', async () => {
    const settings = await anExample();
    let writing = true;
    const writer = inside(settings, async (place) => {
      const records = recordsIn(place, settings);
      for (let i = 0; writing; i += 1) {
        await done(records, 'org', {
          do: 'add',
          kind: 'person',
          id: `w${i}`,
          data: { name: 'W', employment: 'staff' },
        });
        if (i % 5 === 4)
          await done(records, 'org', {
            do: 'erase',
            kind: 'person',
            id: `w${i - 2}`,
            reason: 'asked',
            basis: 'Article 17',
          });
        await new Promise((resume) => setTimeout(resume, 5));
      }
    });
    const seen: boolean[] = [];
    for (let i = 0; i < 5; i += 1) seen.push((await found(settings)).whole);
    writing = false;
    await writer;
    expect(seen).toEqual([true, true, true, true, true]);
  });
});
