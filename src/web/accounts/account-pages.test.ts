import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
beforeAll(async () => {
  server = await startOwned();
});
afterAll(() => server.stop());

describe('the journal page', () => {
  const journal = async () =>
    (await server.owner.get(`/organisations/${server.organisation}/journal`)).body.replace(/\s+/g, ' ');

  test('says in words that a token was made and revoked', async () => {
    const { tokens } = server.installation.accounts;
    await tokens.create(server.organisation, server.owner.visitor, {
      name: 'CI',
      scopes: ['read-standing'],
      expiresOn: '2027-01-20',
    });
    const [row] = await tokens.list(server.organisation);
    const made = await journal();
    await tokens.revoke(server.organisation, `account:${server.owner.visitor.account.id}`, row?.id ?? '');
    expect([
      made.includes('From now on: the program “CI”'),
      (await journal()).includes('No longer: the program “CI”'),
    ]).toEqual([true, true]);
  });

  test('says in words that a second factor is required', async () => {
    const { memberships } = server.installation.accounts;
    await memberships.requireSecondFactor(server.organisation, 'system', true);
    await memberships.requireSecondFactor(server.organisation, 'system', false);
    const page = await journal();
    expect([
      page.includes('From now on: second factor for everybody'),
      page.includes('No longer: second factor for everybody'),
    ]).toEqual([true, true]);
  });
});

test('the members page says when each last signed in', async () => {
  const { body } = await server.owner.get(`/organisations/${server.organisation}/members`);
  expect(body).toMatch(/Last signed in/);
  expect(body).not.toMatch(/Not in the last 90 days/);
});

test('the page of what happened to an account shows its own events and no address', async () => {
  await server.join('Rhys Alderton', 'reader');
  const { body } = await server.owner.get('/account/security-log');
  expect([body.includes('Sign-in'), body.includes('Firefox on Linux'), body.includes('192.0.2.1')]).toEqual([
    true,
    true,
    false,
  ]);
});
