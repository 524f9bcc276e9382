import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsOn, HOME, PASSWORD, type TestAccounts } from '../../../test/support/accounts.ts';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import { listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import type { Database } from '../../storage/database.ts';
import type { Visitor } from './accounts.ts';

const BY = 'account:x';

describe.each(databases())('what the journal remembers of who may, on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let all: TestAccounts;
  let ann: Visitor;
  let organisation: string;

  beforeEach(async () => {
    place = await make();
    database = await opened(place.place);
    all = accountsOn(database);
    ({ visitor: ann, organisation } = await all.owner());
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  /** What, which role, and whether it is over, of everything but the owner's own place. */
  async function noted() {
    const record = await all.records.open(organisation);
    if (!record) throw new Error('there is no record');
    return listOf(record.holdings, grant)
      .slice(1)
      .map(({ data }) => [data.what ?? 'person', data.role, data.endedOn === undefined ? 'open' : 'over']);
  }
  async function invite(email = 'bob@larkmoor.example') {
    const invited = await all.accounts.invitations.invite(organisation, ann, { email, role: 'reader' });
    if (!invited.ok) throw new Error(invited.problem.message);
    return invited.token;
  }
  const journalText = async () => JSON.stringify(await all.journal.entriesAfter(organisation, 0, 100));

  test('tells of an invitation, without its address or its link', async () => {
    const token = await invite();
    const text = await journalText();
    expect([await noted(), text.includes('bob@'), text.includes(token)]).toEqual([
      [['invitation', 'reader', 'open']],
      false,
      false,
    ]);
  });

  test('tells that an invitation was accepted, and by whom', async () => {
    const token = await invite();
    await all.accounts.invitations.acceptAsNew({ token, name: 'Bob', password: PASSWORD }, HOME);
    expect(await noted()).toEqual([
      ['invitation', 'reader', 'over'],
      ['person', 'reader', 'open'],
    ]);
  });

  test('tells that an invitation was withdrawn', async () => {
    await invite();
    const [row] = await all.accounts.invitations.list(organisation);
    await all.accounts.invitations.withdraw(organisation, BY, row?.id ?? '');
    expect(await noted()).toEqual([['invitation', 'reader', 'over']]);
  });

  test('tells that an invitation was replaced by another', async () => {
    await invite();
    await invite();
    expect(await noted()).toEqual([
      ['invitation', 'reader', 'over'],
      ['invitation', 'reader', 'open'],
    ]);
  });

  test('tells that a token was made and revoked, without the token', async () => {
    const made = await all.accounts.tokens.create(organisation, ann, {
      name: 'CI',
      scopes: ['read-standing'],
      expiresOn: '2026-12-20',
    });
    const first = await noted();
    const [row] = await all.accounts.tokens.list(organisation);
    await all.accounts.tokens.revoke(organisation, BY, row?.id ?? '');
    expect([first, await noted(), made.ok && (await journalText()).includes(made.token)]).toEqual([
      [['token', undefined, 'open']],
      [['token', undefined, 'over']],
      false,
    ]);
  });

  test('tells when a second factor is required of everybody and when no more', async () => {
    await all.accounts.memberships.requireSecondFactor(organisation, BY, true);
    const on = await noted();
    await all.accounts.memberships.requireSecondFactor(organisation, BY, false);
    expect([on, await noted()]).toEqual([[['rule', undefined, 'open']], [['rule', undefined, 'over']]]);
  });

  test('says nothing of a change that was refused', async () => {
    const before = await all.journal.head(organisation);
    const { memberships } = all.accounts;
    const done = [
      await memberships.change(organisation, BY, ann.account.id, { role: 'reader' }),
      await memberships.remove(organisation, BY, ann.account.id),
      await memberships.remove(organisation, BY, 'nobody'),
    ];
    expect([done.map(({ ok }) => ok), await all.journal.head(organisation)]).toEqual([[false, false, false], before]);
  });

  test('says nothing of a change that the database could not do', async () => {
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    const before = await all.journal.head(organisation);
    const broken = accountsOn({
      ...database,
      // A crash after the last statement and before the end of the transaction.
      forOrganisation: (one, work) =>
        database.forOrganisation(one, async (transaction) => {
          await work(transaction);
          throw new Error('cut off');
        }),
    });
    await expect(
      broken.accounts.memberships.change(organisation, BY, bob.account.id, { role: 'owner' }),
    ).rejects.toThrow('cut off');
    const members = await all.accounts.memberships.list(organisation);
    expect([
      members.find(({ account }) => account === bob.account.id)?.role,
      await all.journal.head(organisation),
    ]).toEqual(['reader', before]);
  });

  test('keeps nobody in a place because the record does not take the note', async () => {
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    // The clock was wrong when they came: they would leave before they came.
    all.clock.at = '2026-11-01T09:00:00.000Z';
    const done = await all.accounts.memberships.remove(organisation, BY, bob.account.id);
    expect([done.ok, (await all.accounts.memberships.list(organisation)).length]).toEqual([true, 1]);
  });
});
