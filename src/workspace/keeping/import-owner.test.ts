import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { databases } from '../../../test/support/databases.ts';
import { keepExample, keepingSettings, sha256 } from '../../../test/support/kept-place.ts';
import { exportOrganisation } from './export-organisation.ts';
import { importOrganisation } from './import-organisation.ts';
import { importOwner } from './import-owner.ts';
import { inPlace } from './kept-place.ts';

const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

const OWNER = {
  today: () => '2026-11-20',
  random: (bytes: number) => new Uint8Array(bytes).fill(7),
  invitationLink: (token: string) => `https://perennial.example.org/invitation?token=${token}`,
};

describe.each(databases())('whoever is to own an imported organisation, on $kind', ({ make }) => {
  async function imported(email: string, account?: string) {
    const home = keepingSettings('sqlite');
    const { place, remove } = await make();
    const fresh = keepingSettings(place);
    leftovers.push(home.remove, remove, fresh.remove);
    await keepExample(home, 'org');
    const file = join(home.dataDir, 'export.zip');
    await exportOrganisation(home, file);
    if (account !== undefined)
      await inPlace(fresh, { make: true }, async ({ database }) => {
        await database.inTransaction((transaction) =>
          transaction
            .insertInto('account')
            .values({
              id: 'account-1',
              email: account,
              name: 'Ada Okafor',
              password_hash: null,
              totp_secret: null,
              totp_confirmed_at: null,
              totp_last_step: null,
              created_at: '2026-11-20T09:00:00.000Z',
            })
            .execute(),
        );
      });
    const result = await importOrganisation(fresh, file, { owner: importOwner(email, fresh, OWNER) });
    return { fresh, result };
  }

  it('owns it at once when they have an account, and the journal remembers it after the imported head', async () => {
    const { fresh, result } = await imported('Ada@Example.org', 'ada@example.org');
    expect(result).toMatchObject({ ok: true, said: 'ada@example.org owns it here.', verification: { whole: true } });
    const { members, head } = await inPlace(fresh, {}, async ({ database, journal }) => ({
      members: await database.read.selectFrom('membership').select(['account', 'role']).execute(),
      head: await journal.head('org'),
    }));
    expect(members).toEqual([{ account: 'account-1', role: 'owner' }]);
    expect(head?.seq).toBe(10);
  });

  it('is invited by a link when they have none, of which only a hash is kept', async () => {
    const { fresh, result } = await imported('new@example.org');
    expect(result).toMatchObject({ ok: true, verification: { whole: true } });
    const token = Buffer.alloc(32, 7).toString('base64url');
    expect(result.ok && result.said).toContain(`https://perennial.example.org/invitation?token=${token}`);
    const invitations = await inPlace(fresh, {}, ({ database }) =>
      database.read.selectFrom('invitation').select(['email', 'role', 'token_hash']).execute(),
    );
    expect(invitations).toEqual([{ email: 'new@example.org', role: 'owner', token_hash: sha256(token) }]);
  });

  it('must have an email address, before anything is written', async () => {
    const { fresh, result } = await imported('Ada');
    expect(result).toMatchObject({ ok: false, problem: { type: 'no-account' } });
    expect(await inPlace(fresh, {}, ({ journal }) => journal.listOrganisations())).toEqual([]);
  });
});
