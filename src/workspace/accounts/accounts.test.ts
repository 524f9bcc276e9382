import { hash } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsOn, HOME, PASSWORD, type TestAccounts } from '../../../test/support/accounts.ts';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import { listOf } from '../../record/holdings.ts';
import { grant } from '../../record/kinds/grant.ts';
import type { Database } from '../../storage/database.ts';
import type { Refused, Visitor } from './accounts.ts';
import { isFresh } from './signing-in.ts';

const ELSEWHERE = { ...HOME, address: '198.51.100.9' };
const ANN = 'ann@larkmoor.example';

describe.each(databases())('accounts on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let all: TestAccounts;

  beforeEach(async () => {
    place = await make();
    database = await opened(place.place);
    all = accountsOn(database);
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  const signIn = (email: string, password: string, origin = HOME) =>
    all.accounts.signingIn.signIn({ email, password }, origin);
  const message = (result: { ok: true } | Refused) => (result.ok ? 'ok' : result.problem.message);
  const WRONG = 'Email address or password is not right';

  async function signedIn(email = ANN): Promise<Visitor> {
    const result = await signIn(email, PASSWORD);
    if (!result.ok) throw new Error(result.problem.message);
    return all.visitor(result.token);
  }

  describe('the set-up link', () => {
    const FORM = { organisationName: 'Larkmoor Health', name: 'Ann Okafor', email: ANN, password: PASSWORD };
    const setUp = (token: string, over: Partial<typeof FORM> = {}) =>
      all.accounts.settingUp.setUp({ ...FORM, ...over, token }, HOME);

    test('makes the owner, the organisation and its first journal entries', async () => {
      const { organisation, visitor } = await all.owner();
      const record = await all.records.open(organisation);
      expect([visitor.seats, record?.head.seq, await all.accounts.settingUp.setUpToken()]).toEqual([
        [{ organisation, organisationName: 'Larkmoor Health Software Ltd', role: 'owner' }],
        2,
        undefined,
      ]);
    });

    test('is not used up by a form with mistakes, which are all told', async () => {
      const token = (await all.accounts.settingUp.setUpToken()) ?? '';
      const wrong = await setUp(token, { organisationName: ' ', name: '', email: 'ann', password: 'short' });
      expect([wrong.ok ? [] : wrong.problems.map(({ field }) => field), (await setUp(token)).ok]).toEqual([
        ['organisationName', 'name', 'email', 'password'],
        true,
      ]);
    });

    test('works once, also for two who come at the same time', async () => {
      const token = (await all.accounts.settingUp.setUpToken()) ?? '';
      const both = await Promise.all([setUp(token), setUp(token, { email: 'eve@elsewhere.example' })]);
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    test('that is cut off in the middle leaves nothing behind, and the link still works', async () => {
      const token = (await all.accounts.settingUp.setUpToken()) ?? '';
      const cut = accountsOn({
        ...database,
        forOrganisation: (one, work) =>
          database.forOrganisation(one, async (transaction) => {
            await work(transaction);
            throw new Error('cut off');
          }),
      });
      await expect(cut.accounts.settingUp.setUp({ ...FORM, token }, HOME)).rejects.toThrow('cut off');
      expect([await all.journal.listOrganisations(), (await setUp(token)).ok]).toEqual([[], true]);
    });

    test('meets the address of an account that is here already with a sentence beside it', async () => {
      const token = (await all.accounts.settingUp.setUpToken()) ?? '';
      await database.inTransaction((transaction) =>
        transaction
          .insertInto('account')
          .values({
            ...{ id: 'a', email: ANN, name: 'Ann', password_hash: null, created_at: all.clock.at },
            ...{ totp_secret: null, totp_confirmed_at: null, totp_last_step: null },
          })
          .execute(),
      );
      const done = await setUp(token);
      expect([done.ok ? [] : done.problems.map(({ field }) => field), await all.journal.listOrganisations()]).toEqual([
        ['email'],
        [],
      ]);
    });

    test('of two that two starts gave at once, one works', async () => {
      const tokens = await Promise.all([1, 2].map(() => all.accounts.settingUp.setUpToken()));
      const both = await Promise.all(
        tokens.map((token, i) => setUp(token ?? '', { email: `ann${i}@larkmoor.example` })),
      );
      expect([both.filter(({ ok }) => ok).length, (await all.journal.listOrganisations()).length]).toEqual([1, 1]);
    });

    test('ends after a day', async () => {
      const token = (await all.accounts.settingUp.setUpToken()) ?? '';
      all.clock.pass(24 * 60 + 1);
      expect((await setUp(token)).ok).toBe(false);
    });

    test('ends when a later start gives another', async () => {
      const first = (await all.accounts.settingUp.setUpToken()) ?? '';
      await all.accounts.settingUp.setUpToken();
      expect((await setUp(first)).ok).toBe(false);
    });
  });

  describe('signing in', () => {
    beforeEach(() => all.owner());

    test('takes the address however it is written', async () => {
      expect((await signIn('  Ann@LARKMOOR.example ', PASSWORD)).ok).toBe(true);
    });

    test.each([
      [ANN, 'wrong password here', WRONG],
      ['nobody@larkmoor.example', PASSWORD, WRONG],
      ['not an address', PASSWORD, WRONG],
      ['', PASSWORD, 'Enter your email address'],
      [ANN, '', 'Enter your password'],
    ])('as %j with %j is told: %s', async (email, password, words) => {
      expect(message(await signIn(email, password))).toBe(words);
    });

    test('takes about as long for an account that is not there', async () => {
      const time = async (email: string) => {
        const start = performance.now();
        await signIn(email, 'some wrong password', { ...HOME, address: email });
        return performance.now() - start;
      };
      await time('first@larkmoor.example');
      // The quickest of several: a machine that is busy makes one of them slow, and none quick.
      const quickest = async (email: string) => Math.min(await time(email), await time(email), await time(email));
      const [there, not] = [await quickest(ANN), await quickest('nobody@larkmoor.example')];
      expect(not).toBeGreaterThan(there / 4);
    });

    test('hashes a password anew that was hashed when less was asked for', async () => {
      const stored = async () =>
        (await database.read.selectFrom('account').select('password_hash').executeTakeFirst())?.password_hash ?? '';
      const password_hash = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
      await database.inTransaction((transaction) =>
        transaction.updateTable('account').set({ password_hash }).execute(),
      );
      await signIn(ANN, 'wrong password here');
      const afterWrong = await stored();
      await signIn(ANN, PASSWORD);
      expect([afterWrong, (await stored()).slice(0, 29), (await signIn(ANN, PASSWORD)).ok]).toEqual([
        password_hash,
        '$argon2id$v=19$m=19456,t=2,p=',
        true,
      ]);
    });

    test('gives a new token each time', async () => {
      const tokens = [await signIn(ANN, PASSWORD), await signIn(ANN, PASSWORD)].map((one) => (one.ok ? one.token : ''));
      expect(new Set(tokens).size).toBe(2);
    });

    test('makes whoever fails often wait, with an account that is not there just the same', async () => {
      for (const email of [ANN, 'nobody@larkmoor.example'])
        for (let i = 0; i < 5; i += 1) await signIn(email, 'wrong password here', ELSEWHERE);
      expect([
        message(await signIn(ANN, PASSWORD, ELSEWHERE)),
        message(await signIn('nobody@larkmoor.example', PASSWORD, ELSEWHERE)),
      ]).toEqual(['Too many attempts. Try again in a minute', 'Too many attempts. Try again in a minute']);
    });

    test('never locks out the person it belongs to, however many others fail from wherever', async () => {
      await signIn(ANN, PASSWORD);
      for (let i = 0; i < 60; i += 1) await signIn(ANN, 'wrong password here', { ...HOME, address: `203.0.113.${i}` });
      expect([
        message(await signIn(ANN, PASSWORD, { ...HOME, address: '203.0.113.200' })),
        message(await signIn(ANN, PASSWORD)),
      ]).toEqual([expect.stringMatching(/^Too many attempts/), 'ok']);
    });

    test('never locks out a browser that has signed in before, not even at an address others fail from', async () => {
      const laptop = { ...ELSEWHERE, device: 'laptop' };
      await signIn(ANN, PASSWORD, laptop);
      for (let i = 0; i < 40; i += 1) await signIn(`person-${i}@larkmoor.example`, 'wrong password here', ELSEWHERE);
      for (let i = 0; i < 6; i += 1) await signIn(ANN, 'wrong password here', ELSEWHERE);
      expect([
        message(await signIn(ANN, PASSWORD, ELSEWHERE)),
        message(await signIn(ANN, PASSWORD, { ...ELSEWHERE, device: 'made up' })),
        message(await signIn(ANN, PASSWORD, laptop)),
      ]).toEqual([expect.stringMatching(/^Too many/), expect.stringMatching(/^Too many/), 'ok']);
    });

    test('makes a browser that has signed in before wait for its own failures', async () => {
      const laptop = { ...HOME, device: 'laptop' };
      await signIn(ANN, PASSWORD, laptop);
      for (let i = 0; i < 5; i += 1) await signIn(ANN, 'wrong password here', laptop);
      expect(message(await signIn(ANN, PASSWORD, laptop))).toMatch(/^Too many attempts/);
    });

    test('may be tried again after the wait', async () => {
      for (let i = 0; i < 5; i += 1) await signIn(ANN, 'wrong password here', ELSEWHERE);
      all.clock.pass(2);
      expect((await signIn(ANN, PASSWORD, ELSEWHERE)).ok).toBe(true);
    });
  });

  describe('sessions', () => {
    beforeEach(() => all.owner());

    test('end when nobody comes back for eight hours', async () => {
      const result = await signIn(ANN, PASSWORD);
      all.clock.pass(8 * 60 + 1);
      expect(result.ok && (await all.accounts.sessions.visitorOf(result.token))).toBeUndefined();
    });

    test('end after a day, however busy', async () => {
      const result = await signIn(ANN, PASSWORD);
      const token = result.ok ? result.token : '';
      for (let hour = 0; hour < 24; hour += 1) {
        await all.accounts.sessions.visitorOf(token);
        all.clock.pass(60);
      }
      expect(await all.accounts.sessions.visitorOf(token)).toBeUndefined();
    });

    test('are listed in words a person knows their devices by, the current one marked', async () => {
      const visitor = await signedIn();
      const rows = await all.accounts.sessions.list(visitor);
      expect(rows.map(({ device, current }) => [device, current])).toContainEqual(['Firefox on Linux', true]);
    });

    test('can be ended one by one, but only one’s own', async () => {
      const ann = await signedIn();
      const bob = await all.member(ann.seats[0]?.organisation ?? '', ann, 'bob@larkmoor.example', 'reader');
      await all.accounts.sessions.end(ann, bob.session.id);
      expect((await all.accounts.sessions.list(bob)).some(({ current }) => current)).toBe(true);
    });

    test('end when signed out', async () => {
      const result = await signIn(ANN, PASSWORD);
      const token = result.ok ? result.token : '';
      await all.accounts.signingIn.signOut(await all.visitor(token));
      expect(await all.accounts.sessions.visitorOf(token)).toBeUndefined();
    });

    test('of others end when the password is changed, and this one goes on under a new token', async () => {
      const [first, second] = [await signIn(ANN, PASSWORD), await signIn(ANN, PASSWORD)];
      if (!first.ok || !second.ok) throw new Error('not signed in');
      const changed = await all.accounts.signingIn.changePassword(
        await all.visitor(second.token),
        { current: PASSWORD, next: 'seven quiet lanterns' },
        HOME,
      );
      const alive = async (token: string) => (await all.accounts.sessions.visitorOf(token)) !== undefined;
      expect([
        await alive(first.token),
        await alive(second.token),
        changed.ok && (await alive(changed.token)),
        message(await signIn(ANN, PASSWORD)),
        message(await signIn(ANN, 'seven quiet lanterns')),
      ]).toEqual([false, false, true, WRONG, 'ok']);
    });

    test('are fresh for a quarter of an hour, and again when confirmed', async () => {
      const visitor = await signedIn();
      all.clock.pass(16);
      const confirmed = await all.accounts.signingIn.confirm(visitor, PASSWORD, HOME);
      if (!confirmed.ok) throw new Error('not confirmed');
      expect([isFresh(visitor, all.clock.at), isFresh(await all.visitor(confirmed.token), all.clock.at)]).toEqual([
        false,
        true,
      ]);
    });
  });

  describe('a second factor', () => {
    let visitor: Visitor;
    let secret: string;
    let recovery: readonly string[];
    beforeEach(async () => {
      ({ visitor } = await all.owner());
      const enrolled = await all.accounts.secondFactors.enrol(visitor);
      secret = enrolled.ok ? enrolled.enrolment.secret : '';
      const confirmed = await all.accounts.secondFactors.confirm(visitor, codeNow());
      recovery = confirmed.ok ? confirmed.recoveryCodes : [];
      all.clock.pass(1);
    });
    function codeNow(minutes = 0): string {
      const timestamp = Date.parse(all.clock.at) + minutes * 60_000;
      return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
    }

    test('is asked for at the next sign-in, and until then nothing is open', async () => {
      const halfWay = await signedIn();
      const full = await all.accounts.signingIn.giveSecondFactor(halfWay, codeNow(), HOME);
      expect([halfWay.needs, full.ok && (await all.visitor(full.token)).needs]).toEqual(['second-factor', undefined]);
    });

    test('changes the token when it is given', async () => {
      const first = await signIn(ANN, PASSWORD);
      const token = first.ok ? first.token : '';
      await all.accounts.signingIn.giveSecondFactor(await all.visitor(token), codeNow(), HOME);
      expect(await all.accounts.sessions.visitorOf(token)).toBeUndefined();
    });

    test('counts each code once', async () => {
      const code = codeNow();
      const twice = [
        await all.accounts.secondFactors.check(visitor.account.id, code),
        await all.accounts.secondFactors.check(visitor.account.id, code),
      ];
      expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
    });

    test('counts each code once also when two come at the same time', async () => {
      const code = codeNow();
      const both = await Promise.all([1, 2].map(() => all.accounts.secondFactors.check(visitor.account.id, code)));
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    test.each([
      [-5, false],
      [5, false],
      [0, true],
    ])('of %i minutes from now is taken: %s', async (minutes, taken) => {
      expect((await all.accounts.secondFactors.check(visitor.account.id, codeNow(minutes))).ok).toBe(taken);
    });

    test('can be replaced by a recovery code, each once and however it is typed', async () => {
      const [code = ''] = recovery;
      const check = (typed: string) => all.accounts.secondFactors.check(visitor.account.id, typed);
      expect([recovery.length, (await check(` ${code.toUpperCase()} `)).ok, (await check(code)).ok]).toEqual([
        10,
        true,
        false,
      ]);
    });

    test('lies in the database in no form that could be used', async () => {
      const row = await database.read.selectFrom('account').select('totp_secret').executeTakeFirst();
      expect([
        row?.totp_secret?.includes(secret),
        Buffer.from(row?.totp_secret ?? '', 'base64').includes(secret),
      ]).toEqual([false, false]);
    });

    test('is throttled like a password', async () => {
      const halfWay = await signedIn();
      for (let i = 0; i < 5; i += 1) await all.accounts.signingIn.giveSecondFactor(halfWay, '000000', HOME);
      expect(message(await all.accounts.signingIn.giveSecondFactor(halfWay, codeNow(), HOME))).toMatch(
        /^Too many attempts/,
      );
    });

    test('must be had where the organisation requires it', async () => {
      const organisation = visitor.seats[0]?.organisation ?? '';
      const bob = await all.member(organisation, visitor, 'bob@larkmoor.example', 'reader');
      await all.accounts.memberships.requireSecondFactor(organisation, 'account:x', true);
      expect([bob.needs, (await signedIn('bob@larkmoor.example')).needs]).toEqual([undefined, 'enrol']);
    });
  });

  test('finds out who it is with as many reads for forty organisations as for one', async () => {
    const { visitor, token } = await all.owner();
    const reads = { count: 0 };
    const counted = database.read.withPlugin({
      transformQuery: ({ node }) => {
        reads.count += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const { sessions } = accountsOn({ ...database, read: counted }).accounts;
    const readsNow = async () => {
      // The first time the records themselves are loaded.
      await sessions.visitorOf(token);
      reads.count = 0;
      await sessions.visitorOf(token);
      return reads.count;
    };
    const one = await readsNow();
    for (let i = 0; i < 39; i += 1) {
      await all.journal.create(`client-${i}`, all.clock.at);
      await database.inTransaction((transaction) =>
        transaction
          .insertInto('membership')
          .values({
            account: visitor.account.id,
            organisation: `client-${i}`,
            role: 'adviser',
            until: '2027-01-01',
            created_at: all.clock.at,
          })
          .execute(),
      );
    }
    expect([await readsNow(), (await all.visitor(token)).seats.length]).toEqual([one, 40]);
  });

  describe('members', () => {
    let ann: Visitor;
    let organisation: string;
    beforeEach(async () => {
      ({ visitor: ann, organisation } = await all.owner());
    });
    const grants = async () => {
      const record = await all.records.open(organisation);
      return record ? listOf(record.holdings, grant).map(({ data }) => [data.role, data.until, data.endedOn]) : [];
    };

    test('come in by an invitation, which the journal remembers', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'contributor');
      expect([bob.seats[0]?.role, (await grants()).at(-1)]).toEqual([
        'contributor',
        ['contributor', undefined, undefined],
      ]);
    });

    test('use an invitation once, also when two accept at the same time', async () => {
      const invited = await all.accounts.invitations.invite(organisation, ann, {
        email: 'bob@larkmoor.example',
        role: 'reader',
      });
      const token = invited.ok ? invited.token : '';
      const both = await Promise.allSettled(
        [1, 2].map(() => all.accounts.invitations.acceptAsNew({ token, name: 'Bob', password: PASSWORD }, HOME)),
      );
      expect(both.map((one) => one.status === 'fulfilled' && one.value.ok).toSorted()).toEqual([false, true]);
      expect(both.filter(({ status }) => status === 'rejected')).toEqual([]);
    });

    test('who were invited twice and accept both at once have one account, and are told to sign in for the other', async () => {
      await all.journal.create('elsewhere', all.clock.at);
      const tokens = await Promise.all(
        [organisation, 'elsewhere'].map(async (into) => {
          const invited = await all.accounts.invitations.invite(into, ann, {
            email: 'bob@larkmoor.example',
            role: 'reader',
          });
          return invited.ok ? invited.token : '';
        }),
      );
      const accept = (token: string) =>
        all.accounts.invitations.acceptAsNew({ token, name: 'Bob', password: PASSWORD }, HOME);
      const both = await Promise.all(tokens.map(accept));
      const refused = both.findIndex((one) => !one.ok);
      expect(both.flatMap((one) => (one.ok ? [] : one.problem.message))).toEqual([
        'Sign in first, then open the invitation again',
      ]);
      // The other invitation is still good for whoever signs in.
      expect(await all.accounts.invitations.find(tokens[refused] ?? '')).toBeDefined();
    });

    test.each([
      [{ email: 'bob', role: 'reader' }, 'Enter an email address in the correct format, like name@example.org'],
      [{ email: 'bob@x.example', role: 'king' }, 'Select a role'],
      [{ email: 'bob@x.example', role: 'adviser' }, 'Enter the day until which the adviser may see the record'],
      [{ email: 'bob@x.example', role: 'adviser', until: '2020-01-01' }, 'Until must be today or in the future'],
      [{ email: ANN, role: 'reader' }, 'This person is a member already'],
    ])('are not invited as %o', async (typed, words) => {
      expect(message(await all.accounts.invitations.invite(organisation, ann, typed))).toBe(words);
    });

    test('cannot use an invitation that is old or was withdrawn', async () => {
      const invite = async (email: string) => {
        const invited = await all.accounts.invitations.invite(organisation, ann, { email, role: 'reader' });
        return invited.ok ? invited.token : '';
      };
      const withdrawn = await invite('bob@larkmoor.example');
      const [row] = await all.accounts.invitations.list(organisation);
      await all.accounts.invitations.withdraw(organisation, 'account:x', row?.id ?? '');
      const old = await invite('cat@larkmoor.example');
      all.clock.pass(7 * 24 * 60 + 1);
      expect([await all.accounts.invitations.find(withdrawn), await all.accounts.invitations.find(old)]).toEqual([
        undefined,
        undefined,
      ]);
    });

    test('who advise have no seat after their last day', async () => {
      const adviser = await all.member(organisation, ann, 'adviser@north.example', 'adviser', '2026-11-21');
      all.clock.pass(2 * 24 * 60);
      const later = await signedIn('adviser@north.example');
      expect([adviser.seats.length, later.seats.length]).toEqual([1, 0]);
    });

    test('keep an owner: the last one can neither leave, step down nor get an end', async () => {
      const change = (role: string, until?: string) =>
        all.accounts.memberships.change(organisation, 'account:x', ann.account.id, {
          role,
          ...(until !== undefined && { until }),
        });
      const words = 'There must be an owner. Make somebody else an owner first';
      expect([
        message(await change('reader')),
        message(await change('owner', '2027-01-01')),
        message(await all.accounts.memberships.remove(organisation, 'account:x', ann.account.id)),
      ]).toEqual([words, words, words]);
    });

    test('of two owners who leave at the same time, one stays', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'owner');
      const both = await Promise.all(
        [ann, bob].map(({ account }) =>
          all.accounts.memberships.remove(organisation, `account:${account.id}`, account.id),
        ),
      );
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    });

    test('who are removed let nobody in any more', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'owner');
      const invited = await all.accounts.invitations.invite(organisation, bob, {
        email: 'bob@elsewhere.example',
        role: 'owner',
      });
      await all.accounts.memberships.remove(organisation, `account:${ann.account.id}`, bob.account.id);
      expect(await all.accounts.invitations.find(invited.ok ? invited.token : '')).toBeUndefined();
    });

    test('who may no longer invite let nobody in by what they invited before', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'owner');
      const invited = await all.accounts.invitations.invite(organisation, bob, {
        email: 'bob@elsewhere.example',
        role: 'owner',
      });
      await all.accounts.memberships.change(organisation, `account:${ann.account.id}`, bob.account.id, {
        role: 'reader',
      });
      expect(await all.accounts.invitations.find(invited.ok ? invited.token : '')).toBeUndefined();
    });

    test('lose their seat at once when they are removed, and the journal says so', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
      await all.accounts.memberships.remove(organisation, `account:${ann.account.id}`, bob.account.id);
      expect([(await signedIn('bob@larkmoor.example')).seats, (await grants()).at(-1)]).toEqual([
        [],
        ['reader', undefined, '2026-11-20'],
      ]);
    });
  });

  describe('API tokens', () => {
    let ann: Visitor;
    let organisation: string;
    beforeEach(async () => {
      ({ visitor: ann, organisation } = await all.owner());
    });
    const create = (by: Visitor, scopes: readonly string[], expiresOn = '2026-12-20', name = 'CI') =>
      all.accounts.tokens.create(organisation, by, { name, scopes, expiresOn });

    test('speak for one organisation with their scopes', async () => {
      const made = await create(ann, ['read-standing']);
      expect(made.ok && (await all.accounts.tokens.holderOf(made.token))).toMatchObject({
        organisation,
        scopes: ['read-standing'],
      });
    });

    test.each([
      [[], '2026-12-20', 'CI', 'Select what the token may do'],
      [['manage-members'], '2026-12-20', 'CI', 'Select what the token may do'],
      [['read-standing'], '2026-11-20', 'CI', 'Expires on must be in the future'],
      [['read-standing'], '2028-01-01', 'CI', 'Expires on must be within a year'],
      [['read-standing'], 'soon', 'CI', 'Expires on must be a real date, such as 20 11 2026'],
      [['read-standing'], '2026-12-20', ' ', 'Enter what the token is for'],
    ])('with %o until %s called "%s" is told: %s', async (scopes, expiresOn, name, words) => {
      expect(message(await create(ann, scopes, expiresOn, name))).toBe(words);
    });

    test('may do no more than whoever makes them', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
      expect(message(await create(bob, ['write-answers']))).toBe('A token may not do what you may not do yourself');
    });

    test('lose what their maker loses', async () => {
      const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'contributor');
      const made = await create(bob, ['read-standing', 'write-answers']);
      const token = made.ok ? made.token : '';
      await all.accounts.memberships.change(organisation, 'account:x', bob.account.id, { role: 'reader' });
      const asReader = await all.accounts.tokens.holderOf(token);
      await all.accounts.memberships.remove(organisation, 'account:x', bob.account.id);
      expect([asReader?.scopes, await all.accounts.tokens.holderOf(token)]).toEqual([['read-standing'], undefined]);
    });

    test.each(['', 'pnl_', 'pnl_guess', 'something else'])('%j is none', async (bearer) => {
      expect(await all.accounts.tokens.holderOf(bearer)).toBeUndefined();
    });

    test('end when they are revoked, and on their last day', async () => {
      const [one, other] = [await create(ann, ['read-standing']), await create(ann, ['read-standing'])];
      if (!one.ok || !other.ok) throw new Error('not made');
      const [row] = await all.accounts.tokens.list(organisation);
      await all.accounts.tokens.revoke(organisation, 'account:x', row?.id ?? '');
      const revoked = await all.accounts.tokens.holderOf(one.token);
      all.clock.pass(31 * 24 * 60);
      expect([revoked, await all.accounts.tokens.holderOf(other.token)]).toEqual([undefined, undefined]);
    });
  });

  test('no secret lies in the database as it was given out', async () => {
    const { organisation, visitor, token } = await all.owner();
    const invited = await all.accounts.invitations.invite(organisation, visitor, {
      email: 'bob@x.example',
      role: 'reader',
    });
    const made = await all.accounts.tokens.create(organisation, visitor, {
      name: 'CI',
      scopes: ['read-standing'],
      expiresOn: '2026-12-20',
    });
    const secrets = [token, invited.ok ? invited.token : '', made.ok ? made.token : '', PASSWORD];
    const rows = await Promise.all(
      (['account', 'session', 'invitation', 'api_token', 'one_time', 'failed_attempt', 'known_address'] as const).map(
        (table) => database.read.selectFrom(table).selectAll().execute(),
      ),
    );
    const text = JSON.stringify(rows);
    expect(secrets.map((secret) => secret !== '' && text.includes(secret))).toEqual([false, false, false, false]);
  });
});
