import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

let server: OwnedServer;
beforeEach(async () => {
  server = await startOwned();
});
afterEach(() => server.stop());

test('a password is changed only by who knows the old one', async () => {
  const { owner, installation } = server;
  const change = (current: string) => owner.post('/account/password', { current, next: 'quite another long password' });
  const refused = await change('a guess at the password');
  const signIn = (password: string) =>
    installation.accounts.signingIn.signIn(
      { email: 'ann@larkmoor.example', password },
      { address: '192.0.2.9', userAgent: 'Firefox' },
    );
  expect([refused.statusCode, (await signIn('quite another long password')).ok]).toEqual([422, false]);
  expect((await change('correct horse battery staple')).statusCode).toBeLessThan(400);
  expect((await signIn('quite another long password')).ok).toBe(true);
});

test('signing out ends the session, and has the browser clear what it holds of the site', async () => {
  const { owner, organisation } = server;
  const done = await owner.post('/sign-out', {});
  expect([done.headers['clear-site-data'], (await owner.get(`/organisations/${organisation}`)).statusCode]).toEqual([
    '"cache", "storage"',
    303,
  ]);
});
