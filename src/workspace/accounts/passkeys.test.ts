import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsOn, HOME, PASSWORD, SITE, type TestAccounts } from '../../../test/support/accounts.ts';
import { type Authenticator, createAuthenticator, type Said } from '../../../test/support/authenticator.ts';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import type { Database } from '../../storage/database.ts';
import type { Visitor } from './accounts.ts';

const ANN = 'ann@larkmoor.example';

describe.each(databases())('passkeys on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let all: TestAccounts;
  let ann: Visitor;
  let organisation: string;
  let device: Authenticator;

  beforeEach(async () => {
    place = await make();
    database = await opened(place.place);
    all = accountsOn(database);
    ({ visitor: ann, organisation } = await all.owner());
    device = createAuthenticator(SITE);
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  async function register(said: Said = {}, by = ann) {
    const { options, token } = await all.accounts.passkeys.startRegistration(by);
    return all.accounts.passkeys.register(by, token, device.register(options, said), 'Office laptop');
  }
  async function signIn(said: Said = {}) {
    const { options, token } = await all.accounts.passkeys.startSignIn();
    return all.accounts.passkeys.signIn(token, device.signIn(options, said), HOME);
  }

  test('open a session that counts as both factors', async () => {
    await register();
    const result = await signIn();
    const visitor = result.ok && (await all.visitor(result.token));
    expect(visitor).toMatchObject({ account: { email: ANN }, session: { secondFactor: true } });
  });

  test('are listed by the name they were given, and no longer work once removed', async () => {
    await register();
    const [row] = await all.accounts.passkeys.list(ann.account.id);
    await all.accounts.passkeys.remove(ann, row?.id ?? '');
    expect([row?.name, (await signIn()).ok]).toEqual(['Office laptop', false]);
  });

  test('are removed by nobody else', async () => {
    await register();
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'owner');
    const [row] = await all.accounts.passkeys.list(ann.account.id);
    await all.accounts.passkeys.remove(bob, row?.id ?? '');
    expect((await signIn()).ok).toBe(true);
  });

  const WRONG: readonly (readonly [string, Said])[] = [
    ['made for another page', { origin: 'https://larkmoor.example.net' }],
    ['for another name', { rpId: 'example.net' }],
    ['to another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['without recognising the person', { verified: false }],
  ];
  test.each(WRONG)('are not kept when the answer is %s', async (_, said) => {
    expect([(await register(said)).ok, await all.accounts.passkeys.list(ann.account.id)]).toEqual([false, []]);
  });
  test.each([...WRONG, ['from a copy whose counter went back', { counter: 1 }]] as const)(
    'open nothing when the answer is %s',
    async (_, said) => {
      await register();
      await signIn();
      expect((await signIn(said)).ok).toBe(false);
    },
  );

  test('open one session with one answer, also when it comes twice at the same time', async () => {
    await register();
    const { options, token } = await all.accounts.passkeys.startSignIn();
    const answer = device.signIn(options);
    const both = await Promise.all([1, 2].map(() => all.accounts.passkeys.signIn(token, answer, HOME)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('open nothing after five minutes', async () => {
    await register();
    const { options, token } = await all.accounts.passkeys.startSignIn();
    all.clock.pass(6);
    expect((await all.accounts.passkeys.signIn(token, device.signIn(options), HOME)).ok).toBe(false);
  });

  test('are registered by whoever asked, not by another who has the challenge', async () => {
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    const { options, token } = await all.accounts.passkeys.startRegistration(ann);
    const done = await all.accounts.passkeys.register(bob, token, device.register(options), 'Mine');
    expect([done.ok, await all.accounts.passkeys.list(bob.account.id)]).toEqual([false, []]);
  });

  test('are given another name by their owner and by nobody else', async () => {
    await register();
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    const [row] = await all.accounts.passkeys.list(ann.account.id);
    const { rename, list } = all.accounts.passkeys;
    await rename(ann.account.id, row?.id ?? '', 'Old laptop');
    await rename(bob.account.id, row?.id ?? '', 'Bob’s');
    const empty = await rename(ann.account.id, row?.id ?? '', ' ');
    expect([(await list(ann.account.id)).map(({ name }) => name), empty.ok]).toEqual([['Old laptop'], false]);
  });

  test('say when they were last used', async () => {
    await register();
    const before = await all.accounts.passkeys.list(ann.account.id);
    await signIn();
    const after = await all.accounts.passkeys.list(ann.account.id);
    expect([before[0]?.usedAt, after[0]?.usedAt]).toEqual([undefined, all.clock.at]);
  });

  test('that are sent in twice are told apart from ones that are wrong', async () => {
    await register();
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    const { token, options } = await all.accounts.passkeys.startRegistration(bob);
    const again = await all.accounts.passkeys.register(bob, token, device.register(options), 'Mine');
    expect(again.ok || again.problem.message).toBe('This passkey is in use already. Add another');
  });

  test('belong to one account', async () => {
    await register();
    const bob = await all.member(organisation, ann, 'bob@larkmoor.example', 'reader');
    expect((await register({}, bob)).ok).toBe(false);
  });

  test.each([undefined, null, '', 'x', {}, [], { id: 7 }, { id: '__proto__', response: {} }])(
    'meet %j with a sentence',
    async (nonsense) => {
      const { token } = await all.accounts.passkeys.startSignIn();
      const { token: other } = await all.accounts.passkeys.startRegistration(ann);
      const results = [
        await all.accounts.passkeys.signIn(token, nonsense, HOME),
        await all.accounts.passkeys.register(ann, other, nonsense, ''),
      ];
      expect(results.map((one) => !one.ok && one.problem.type)).toEqual(['refused', 'refused']);
    },
  );

  describe('beside a password that leaked', () => {
    let thief: Visitor;
    beforeEach(async () => {
      await register();
      const result = await all.accounts.signingIn.signIn({ email: ANN, password: PASSWORD }, HOME);
      thief = await all.visitor(result.ok ? result.token : '');
    });

    test('keep codes from an app from being added', async () => {
      expect((await all.accounts.secondFactors.enrol(thief)).ok).toBe(false);
    });

    test('are what is asked for where the organisation requires a second factor', async () => {
      await all.accounts.memberships.requireSecondFactor(organisation, 'account:x', true);
      const half = await all.accounts.signingIn.signIn({ email: ANN, password: PASSWORD }, HOME);
      const whole = await signIn();
      const needs = async (result: typeof half) => result.ok && (await all.visitor(result.token)).needs;
      expect([await needs(half), await needs(whole)]).toEqual(['second-factor', undefined]);
    });

    test('keep another passkey from being added', async () => {
      device = createAuthenticator(SITE);
      expect((await register({}, thief)).ok).toBe(false);
    });
  });
});
