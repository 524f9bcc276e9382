import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepingSettingsAt } from '../../../test/support/kept-place.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { letIn } from './let-in.ts';

const NEW = 'quite another long password';
const FROM = { address: '192.0.2.7', userAgent: 'Firefox' };

let server: OwnedServer;
beforeEach(async () => {
  server = await startOwned();
});
afterEach(() => server.stop());

async function link(withoutSecondFactor = false, email = 'Ann@Larkmoor.example'): Promise<string> {
  const settings = { ...keepingSettingsAt(server.dataDir), now: () => server.clock.at };
  const made = await letIn(
    settings,
    email,
    { withoutSecondFactor },
    { random: (bytes) => randomBytes(bytes), passwordLink: (token) => `/new-password?token=${token}` },
  );
  return made.ok ? made.link : made.problem.message;
}

const send = (method: 'GET' | 'POST', url: string, fields: Record<string, string> = {}) =>
  server.app.inject({
    method,
    url,
    headers: {
      host: 'localhost',
      'sec-fetch-site': 'same-origin',
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { payload: new URLSearchParams(fields).toString() }),
  });
const tokenOf = (made: string) => made.split('token=')[1] ?? '';
const signIn = (password: string) =>
  server.installation.accounts.signingIn.signIn({ email: 'ann@larkmoor.example', password }, FROM);

describe('somebody who lost their password', () => {
  test('chooses a new one by the link, and is signed out everywhere else', async () => {
    const made = await link();
    expect((await send('GET', made)).body).toContain('Choose a new password');
    const done = await send('POST', '/new-password', { token: tokenOf(made), password: NEW });
    expect([done.statusCode, (await signIn(NEW)).ok, (await signIn('correct horse battery staple')).ok]).toEqual([
      303,
      true,
      false,
    ]);
    expect((await server.owner.get(`/organisations/${server.organisation}`)).headers.location).toContain('/sign-in');
  });

  test('may mistype without losing the link', async () => {
    const made = await link();
    const short = await send('POST', '/new-password', { token: tokenOf(made), password: 'short' });
    expect([short.statusCode, short.body.includes('12 characters or more')]).toEqual([422, true]);
    expect((await send('POST', '/new-password', { token: tokenOf(made), password: NEW })).statusCode).toBe(303);
  });

  test('uses it once, within the hour, and only the last one made', async () => {
    const first = await link();
    const second = await link();
    const renew = async (made: string) =>
      (await send('POST', '/new-password', { token: tokenOf(made), password: NEW })).statusCode;
    expect([await renew(first), await renew(second), await renew(second)]).toEqual([404, 303, 404]);
    const late = await link();
    server.clock.at = '2026-11-20T10:31:00.000Z';
    expect(await renew(late)).toBe(404);
  });

  test('still gives the second factor, unless it was taken away too', async () => {
    const { secondFactors, sessions } = server.installation.accounts;
    await server.installation.database.inTransaction((transaction) =>
      transaction.updateTable('account').set({ totp_secret: 'sealed', totp_confirmed_at: server.clock.at }).execute(),
    );
    const enter = async (made: string) => {
      const done = await send('POST', '/new-password', { token: tokenOf(made), password: NEW });
      const cookie = String(done.headers['set-cookie']).split(';')[0]?.split('=')[1] ?? '';
      return (await sessions.visitorOf(cookie))?.needs;
    };
    expect([await enter(await link()), await enter(await link(true))]).toEqual(['second-factor', undefined]);
    expect(await secondFactors.has(server.owner.visitor.account.id)).toBe(false);
  });

  test('is told of it in what happened to the account', async () => {
    await send('POST', '/new-password', { token: tokenOf(await link(true)), password: NEW });
    const rows = await server.installation.accounts.securityLog.list(server.owner.visitor.account.id);
    expect(rows.map(({ what, device }) => [what, device])).toEqual(
      expect.arrayContaining([
        ['password-changed', expect.any(String)],
        ['codes-removed', 'whoever runs the server'],
      ]),
    );
  });

  test('has an account, or there is no link', async () => {
    expect(await link(false, 'bob@larkmoor.example')).toBe('bob@larkmoor.example has no account here');
  });
});
