import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsOn, HOME, PASSWORD, SITE, type TestAccounts } from '../../../test/support/accounts.ts';
import { databases, opened, type TestPlace } from '../../../test/support/databases.ts';
import { type OidcServer, type Person, startOidcServer } from '../../../test/support/oidc-server.ts';
import type { Database } from '../../storage/database.ts';

const ANN = 'ann@larkmoor.example';
const CALLBACK = `${SITE}/sign-in/provider/back`;
const ANN_THERE: Person = { subject: 'ann-7', email: ANN };

describe.each(databases())('sign-in through a provider on $kind', ({ make }) => {
  let server: OidcServer;
  let place: TestPlace;
  let database: Database;
  let all: TestAccounts;

  beforeAll(async () => {
    server = await startOidcServer(CALLBACK);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = await make();
    database = await opened(place.place);
    const { issuer, clientId, clientSecret } = server;
    all = accountsOn(database, { provider: { issuer, clientId, clientSecret, callback: CALLBACK } });
    await all.owner();
  });
  afterEach(async () => {
    await database.close();
    await place.remove();
  });

  function provider() {
    if (!all.accounts.provider) throw new Error('no provider');
    return all.accounts.provider;
  }
  async function start() {
    const started = await provider().start();
    if (!started.ok) throw new Error(started.problem.message);
    return started;
  }
  async function signIn(person: Person) {
    const { url, token } = await start();
    return provider().finish(await server.signInAs(url, person), token, HOME);
  }

  test('is for an account with the same, verified email address', async () => {
    const result = await signIn(ANN_THERE);
    expect(result.ok && (await all.visitor(result.token)).account.email).toBe(ANN);
  });

  test('knows the person by the provider’s id from then on, whatever their address there', async () => {
    await signIn(ANN_THERE);
    const later = await signIn({ ...ANN_THERE, email: 'ann.new@elsewhere.example' });
    expect(later.ok && (await all.visitor(later.token)).account.email).toBe(ANN);
  });

  test.each<[string, Person]>([
    ['whose address is not verified', { subject: 'eve-1', email: ANN, verified: false }],
    ['without an address', { subject: 'eve-2' }],
    ['who has no account here', { subject: 'eve-3', email: 'eve@elsewhere.example' }],
  ])('lets nobody in %s, and makes no account', async (_, person) => {
    const result = await signIn(person);
    const accounts = await database.read.selectFrom('account').select('email').execute();
    expect([result.ok || result.problem.message, accounts]).toEqual([
      'There is no account for you here yet. Ask an owner of your organisation to invite you',
      [{ email: ANN }],
    ]);
  });

  test('does not take the place of a second factor that the person has here', async () => {
    await database.inTransaction((transaction) =>
      transaction.updateTable('account').set({ totp_confirmed_at: all.clock.at }).execute(),
    );
    const result = await signIn(ANN_THERE);
    expect(result.ok && (await all.visitor(result.token)).needs).toBe('second-factor');
  });

  test('believes nothing that is not signed with the key that the provider publishes', async () => {
    server.tellWrongKeys(true);
    try {
      expect((await signIn(ANN_THERE)).ok).toBe(false);
    } finally {
      server.tellWrongKeys(false);
    }
  });

  test('works once for one return', async () => {
    const { url, token } = await start();
    const back = await server.signInAs(url, ANN_THERE);
    const first = await provider().finish(back, token, HOME);
    expect([first.ok, (await provider().finish(back, token, HOME)).ok]).toEqual([true, false]);
  });

  test('belongs to the browser that began it', async () => {
    const [mine, theirs] = [await start(), await start()];
    const back = await server.signInAs(theirs.url, { subject: 'eve-4', email: ANN });
    expect([
      (await provider().finish(back, mine.token, HOME)).ok,
      (await provider().finish(back, '', HOME)).ok,
    ]).toEqual([false, false]);
  });

  test('ends after ten minutes', async () => {
    const { url, token } = await start();
    const back = await server.signInAs(url, ANN_THERE);
    all.clock.pass(11);
    expect((await provider().finish(back, token, HOME)).ok).toBe(false);
  });

  test.each(['', '?error=access_denied', '?code=guess', '?code=guess&state=guess'])(
    'that comes back with %j gets a sentence',
    async (search) => {
      const { token } = await start();
      const result = await provider().finish(new URL(`${CALLBACK}${search}`), token, HOME);
      expect(result.ok || result.problem.message).toBe(
        'The sign-in did not succeed. Try again, or sign in with your password',
      );
    },
  );

  test('says so when the provider does not answer, and passwords go on working', async () => {
    const none = accountsOn(database, {
      provider: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', callback: CALLBACK },
    });
    const started = await none.accounts.provider?.start();
    const signedIn = await none.accounts.signingIn.signIn({ email: ANN, password: PASSWORD }, HOME);
    expect([started?.ok === false && started.problem.message, signedIn.ok]).toEqual([
      'The sign-in provider does not answer. Try again, or sign in with your password',
      true,
    ]);
  });
});
