import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../support/web-visitors.ts';

const SITE = 'https://perennial.example';
const PASSWORD = 'correct horse battery staple';

let server: OwnedServer;
beforeAll(async () => {
  server = await startOwned({ site: SITE, origin: SITE });
});
afterAll(() => server.stop());

const get = (url: string, method: 'GET' | 'TRACE' | 'PUT' | 'DELETE' | 'PATCH' = 'GET') =>
  server.app.inject({ method: method as 'GET', url, headers: { host: 'perennial.example' } });

describe('over HTTPS', () => {
  test('over HTTPS the session cookie can be set by this host alone and sent only encrypted', async () => {
    const { headers } = await server.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: {
        host: 'perennial.example',
        origin: SITE,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ email: 'ann@larkmoor.example', password: PASSWORD }).toString(),
    });
    const session = [headers['set-cookie']].flat().find((cookie) => cookie?.startsWith('__Host-perennial='));
    expect(session?.split('; ').slice(1).toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  test('over HTTPS browsers are told to stay there for a year', async () => {
    expect((await get('/')).headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });
});

test.each(['/', '/sign-in', '/nothing-here', '/assets/pages.css', '/api/v1/standing', '/health'])(
  'every answer forbids guessing its type, framing it and telling others its address: %s',
  async (url) => {
    const { headers } = await get(url);
    expect([
      headers['x-content-type-options'],
      headers['x-frame-options'],
      headers['referrer-policy'],
      String(headers['content-security-policy']).includes("frame-ancestors 'none'"),
    ]).toEqual(['nosniff', 'DENY', expect.stringMatching(/^(?:same-origin|no-referrer)$/), true]);
  },
);

test.each([
  '/.git/config',
  '/.env',
  '/package.json',
  '/assets/',
  '/assets',
  '/assets/../main.js',
  '/assets/%2e%2e/main.js',
  '/assets/..%2fmain.js',
  '/assets/.git/config',
  '/data/perennial.sqlite',
])('nothing is served but pages and the assets of the build: %s', async (url) => {
  expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400);
});

test.each(['TRACE', 'PUT', 'DELETE', 'PATCH'] as const)('methods that no route has are refused: %s', async (method) => {
  expect([404, 405, 403]).toContain((await get('/sign-in', method)).statusCode);
});
