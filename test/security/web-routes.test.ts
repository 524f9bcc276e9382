import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Visitor } from '../../src/workspace/accounts/accounts.ts';
import { type Deed, isDeed, may, ROLES, type Role } from '../../src/workspace/may.ts';
import { HOME, PASSWORD } from '../support/accounts.ts';
import { type FoundRoute, startWeb, type TestServer } from '../support/web-server.ts';

const SITE = 'http://localhost';

let server: TestServer;
let app: FastifyInstance;
let organisation: string;
let elsewhere: string;
const tokens = new Map<Role | 'stranger', string>();

beforeAll(async () => {
  server = await startWeb();
  app = server.app;
  const { accounts, journal, records } = server.installation;
  const link = (await accounts.settingUp.setUpToken()) ?? '';
  const done = await accounts.settingUp.setUp(
    {
      token: link,
      organisationName: 'Larkmoor Health',
      name: 'Ann Okafor',
      email: 'ann@larkmoor.example',
      password: PASSWORD,
    },
    HOME,
  );
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  organisation = done.organisation;
  tokens.set('owner', done.token);
  const owner = await visitor(done.token);
  for (const role of ROLES) if (role !== 'owner') tokens.set(role, await join(owner, organisation, role));
  // Another organisation on the same installation, whose member has no place in the first.
  elsewhere = 'elsewhere';
  await journal.create(elsewhere, server.clock.at);
  await records.perform(elsewhere, 'system', {
    do: 'add',
    kind: 'organisation',
    data: { name: 'Northgate Care', category: '3', edition: 'v8' },
  });
  await server.installation.database.inTransaction((transaction) =>
    transaction
      .insertInto('membership')
      .values({
        account: owner.account.id,
        organisation: elsewhere,
        role: 'owner',
        until: null,
        created_at: server.clock.at,
      })
      .execute(),
  );
  tokens.set('stranger', await join(await visitor(done.token), elsewhere, 'contributor'));
  await server.installation.database.inTransaction((transaction) =>
    transaction
      .deleteFrom('membership')
      .where('account', '=', owner.account.id)
      .where('organisation', '=', elsewhere)
      .execute(),
  );
});
afterAll(() => server.stop());

async function visitor(token: string): Promise<Visitor> {
  const one = await server.installation.accounts.sessions.visitorOf(token);
  if (!one) throw new Error('nobody is signed in');
  return one;
}

async function join(by: Visitor, into: string, role: Role): Promise<string> {
  const { invitations } = server.installation.accounts;
  const typed = { email: `${role}@${into}.example`, role, ...(role === 'adviser' && { until: '2027-01-01' }) };
  const invited = await invitations.invite(into, by, typed);
  if (!invited.ok) throw new Error(invited.problem.message);
  const joined = await invitations.acceptAsNew({ token: invited.token, name: role, password: PASSWORD }, HOME);
  if (!joined.ok) throw new Error(joined.problem.message);
  return joined.token;
}

/** Addresses with something in the place of every parameter. */
function addressOf(url: string): string {
  return url.replace(':organisation', organisation).replace(/:\w+/g, 'x').replace('*', 'x');
}

let sent = 0;
type Sent = {
  readonly as?: Role | 'stranger';
  readonly headers?: Record<string, string>;
  readonly payload?: string | Buffer;
};

function send({ method, url }: FoundRoute, { as, headers = {}, payload }: Sent = {}) {
  const cookies = as === undefined ? {} : { perennial: tokens.get(as) ?? '' };
  sent += 1;
  return app.inject({
    method: method as 'GET' | 'POST',
    url: addressOf(url),
    cookies,
    // No address asks so often that it is told to wait: there are more routes than that.
    remoteAddress: `10.0.${Math.floor(sent / 400)}.1`,
    headers: {
      host: 'localhost',
      ...(method === 'POST' && {
        origin: SITE,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      }),
      ...headers,
    },
    ...(method === 'POST' && { payload: payload ?? '' }),
  });
}

const routes = (): readonly FoundRoute[] =>
  server.routes.filter(({ url }) => !url.startsWith('/api/') && !url.startsWith('/assets/'));
const guarded = () => routes().filter(({ needs }) => needs !== 'anyone');
const ofOrganisations = () => routes().filter(({ needs }) => isDeed(needs));

/** Runs the same check on every route and names those that fail it. */
async function wrong(
  all: readonly FoundRoute[],
  right: (route: FoundRoute) => Promise<boolean>,
): Promise<readonly string[]> {
  const failing: string[] = [];
  for (const route of all) if (!(await right(route))) failing.push(`${route.method} ${route.url}`);
  return failing;
}

describe('every route of the pages', () => {
  test('is in the table, with what it needs', () => {
    expect(routes().length).toBeGreaterThan(40);
    expect(
      routes().filter(({ needs }) => !['anyone', 'half-way', 'signed-in'].includes(needs) && !isDeed(needs)),
    ).toEqual([]);
  });

  test('that is open to anyone is one of these', () => {
    const open = [
      ...new Set(
        routes()
          .filter(({ needs }) => needs === 'anyone')
          .map(({ url }) => url),
      ),
    ].sort();
    expect(open).toEqual([
      '/',
      '/check',
      '/glossary',
      '/health',
      '/invitations/:token',
      '/new-password',
      '/set-up',
      '/sign-in',
      '/sign-in/passkey',
      '/sign-in/passkey/start',
      '/sign-in/provider',
      '/sign-in/provider/back',
    ]);
  });

  test('leads whoever is signed out to the sign-in page and shows nothing', async () => {
    expect(
      await wrong(guarded(), async (route) => {
        const { statusCode, headers, body } = await send(route);
        return statusCode === 303 && String(headers.location).startsWith('/sign-in?next=') && body === '';
      }),
    ).toEqual([]);
  });

  test('takes a session that never was for none', async () => {
    expect(
      await wrong(guarded(), async (route) => {
        const { statusCode } = await send(route, { headers: { cookie: 'perennial=guess' } });
        return statusCode === 303;
      }),
    ).toEqual([]);
  });

  test('of an organisation is not there for members of another', async () => {
    expect(
      await wrong(ofOrganisations(), async (route) => (await send(route, { as: 'stranger' })).statusCode === 404),
    ).toEqual([]);
  });

  test.each(ROLES)(
    'of an organisation is forbidden to a %s whose role does not include it, and to no other',
    async (role) => {
      expect(
        await wrong(ofOrganisations(), async (route) => {
          const { statusCode } = await send(route, { as: role });
          return (statusCode === 403) === !may(role, route.needs as Deed);
        }),
      ).toEqual([]);
    },
  );

  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }],
    ['from another host of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }],
    ['from another origin, by an older browser', { 'sec-fetch-site': '', origin: 'http://evil.example' }],
    ['that does not say where it comes from', { 'sec-fetch-site': '', origin: '' }],
  ])('refuses a form %s', async (_, headers) => {
    const posts = routes().filter(({ method }) => method === 'POST');
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const none = Object.fromEntries(Object.entries(headers).filter(([, value]) => value === ''));
    expect(
      await wrong(posts, async ({ method, url }) => {
        const { statusCode } = await app.inject({
          method: method as 'POST',
          url: addressOf(url),
          cookies: { perennial: tokens.get('owner') ?? '' },
          headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...sent },
          payload: '',
        });
        // The open check carries no session and is held by the looser rule of its own.
        return statusCode === 403 || (url === '/check' && Object.keys(none).length === 2);
      }),
    ).toEqual([]);
  });

  test('refuses more than a form may hold', async () => {
    const posts = routes().filter(({ method, url }) => method === 'POST' && url !== '/check');
    expect(
      await wrong(posts, async (route) => {
        const payload = `x=${'y'.repeat(route.bodyBytes)}`;
        const { statusCode } = await send(route, { as: 'owner', payload });
        return statusCode === 413 || statusCode === 415 || statusCode === 400 || statusCode === 406;
      }),
    ).toEqual([]);
  });

  test.each([
    ['text/plain', 'hello'],
    ['application/json', '{"__proto__":{"x":1}}'],
    ['application/json', '{'],
    ['multipart/form-data; boundary=x', 'hello'],
    ['application/x-www-form-urlencoded', '%%%=%zz&&&='],
    ['', '\u0000\u0001'],
  ])('survives a body that is %s %j', async (type, payload) => {
    const posts = routes().filter(({ method }) => method === 'POST');
    expect(
      await wrong(posts, async (route) => {
        const { statusCode } = await send(route, { as: 'owner', payload, headers: { 'content-type': type } });
        return statusCode < 500;
      }),
    ).toEqual([]);
  });

  test('carries the strict policy and is kept by nobody', async () => {
    expect(
      await wrong(routes(), async (route) => {
        const { headers } = await send(route, { as: 'owner' });
        const policy = String(headers['content-security-policy']);
        return (
          policy.includes("default-src 'none'") && !policy.includes('unsafe') && headers['cache-control'] === 'no-store'
        );
      }),
    ).toEqual([]);
  });

  test('never leads to another site, whatever it is told', async () => {
    const steered = [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/%09/evil.example',
      '/..//evil.example',
      '/.//evil.example',
      '/./\\evil.example',
      '/x/..//evil.example',
      '/%2e%2e//evil.example',
      'javascript:alert(1)',
    ];
    for (const next of steered) {
      const { headers } = await app.inject({
        url: `/sign-in?next=${encodeURIComponent(next)}`,
        cookies: { perennial: tokens.get('owner') ?? '' },
        headers: { host: 'localhost' },
      });
      expect(new URL(String(headers.location), SITE).host).toBe('localhost');
    }
  });
});
