import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountsOn, HOME, SITE, type TestAccounts } from '../../../test/support/accounts.ts';
import { makeSqlite, opened, type TestPlace } from '../../../test/support/databases.ts';
import { type OidcServer, type ProviderPerson, startOidc } from '../../../test/support/oidc-server.ts';
import type { Database } from '../../storage/database.ts';
import type { ProviderSignIn } from './provider-sign-in.ts';

const CALLBACK = `${SITE}/sign-in/provider/back`;
const ANN: ProviderPerson = { sub: 'provider-ann', email: 'ann@larkmoor.example', verified: true };

let server: OidcServer;
let place: TestPlace;
let database: Database;
let all: TestAccounts;
let provider: ProviderSignIn;

beforeAll(async () => {
  server = await startOidc(CALLBACK);
});
afterAll(() => server.stop());
beforeEach(async () => {
  place = await makeSqlite();
  database = await opened(place.place);
  const { issuer, clientId, clientSecret } = server;
  all = accountsOn(database, { provider: { issuer, clientId, clientSecret, callback: CALLBACK } });
  // The provider was given in the line before.
  provider = all.accounts.provider as ProviderSignIn;
  await all.owner();
});
afterEach(async () => {
  await database.close();
  await place.remove();
});

async function start() {
  const started = await provider.start();
  if (!started.ok) throw new Error(started.problem.message);
  return started;
}

async function signIn(as: ProviderPerson) {
  const { url, token } = await start();
  return provider.finish(await server.visit(url, as), token, HOME);
}

test('signs in who has an account with the same, verified address', async () => {
  const done = await signIn(ANN);
  if (!done.ok) throw new Error(done.problem.message);
  expect((await all.visitor(done.token)).account.email).toBe('ann@larkmoor.example');
});

test('knows them afterwards by the provider’s own id, whatever their address', async () => {
  await signIn(ANN);
  expect((await signIn({ ...ANN, email: 'ann@married.example', verified: false })).ok).toBe(true);
});

test.each([
  ['an address that was not verified', { sub: 'other', email: 'ann@larkmoor.example', verified: false }],
  ['an address that nobody here has', { sub: 'other', email: 'eve@elsewhere.example', verified: true }],
])('gives nobody an account or lets them in by %s', async (_, person) => {
  const done = await signIn(person);
  expect(done.ok ? '' : done.problem.message).toBe(
    'There is no account for you here yet. Ask an owner of your organisation to invite you',
  );
});

test('refuses a way back that another browser began', async () => {
  const [mine, theirs] = [await start(), await start()];
  expect((await provider.finish(await server.visit(theirs.url, ANN), mine.token, HOME)).ok).toBe(false);
});

test('refuses the same way back a second time', async () => {
  const { url, token } = await start();
  const back = await server.visit(url, ANN);
  expect([(await provider.finish(back, token, HOME)).ok, (await provider.finish(back, token, HOME)).ok]).toEqual([
    true,
    false,
  ]);
});

test('refuses a way back that is too old', async () => {
  const { url, token } = await start();
  const back = await server.visit(url, ANN);
  all.clock.pass(11);
  expect((await provider.finish(back, token, HOME)).ok).toBe(false);
});

test('refuses a way back that was tampered with', async () => {
  const { url, token } = await start();
  const back = await server.visit(url, ANN);
  back.searchParams.set('state', 'another');
  expect((await provider.finish(back, token, HOME)).ok).toBe(false);
});

test('tells when the provider does not answer', async () => {
  const gone = accountsOn(database, {
    provider: { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'y', callback: CALLBACK },
  });
  const started = await gone.accounts.provider?.start();
  expect(started?.ok === false && started.problem.message).toBe(
    'The sign-in provider does not answer. Try again, or sign in with your password',
  );
});
