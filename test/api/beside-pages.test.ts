import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCOPES } from '../../src/workspace/accounts/api-tokens.ts';
import { HOME, PASSWORD } from '../support/accounts.ts';
import { startWeb, type TestServer } from '../support/web-server.ts';
import { fileForm } from './good-requests.ts';

describe('the API in the program itself, beside its pages', () => {
  let web: TestServer;
  let headers: { readonly authorization: string };
  beforeAll(async () => {
    web = await startWeb();
    const { settingUp, sessions, tokens } = web.installation.accounts;
    const token = (await settingUp.setUpToken()) ?? '';
    const person = { name: 'Ann Okafor', email: 'ann@larkmoor.example', password: PASSWORD };
    const done = await settingUp.setUp({ token, organisationName: 'Larkmoor Health Software Ltd', ...person }, HOME);
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
    const owner = await sessions.visitorOf(done.token);
    if (!owner) throw new Error('nobody is signed in');
    const made = await tokens.create(done.organisation, owner, {
      name: 'Test',
      scopes: SCOPES,
      expiresOn: '2027-01-31',
    });
    if (!made.ok) throw new Error(made.problem.message);
    headers = { authorization: `Bearer ${made.token}` };
  });
  afterAll(() => web.stop());

  test.each([
    ['/api/v1/organisation', 200],
    ['/api/v1/standing', 200],
    ['/api/v1/openapi.json', 200],
    ['/api/v1/nothing', 404],
    ['/api/v2/organisation', 404],
    ['/api/', 404],
    ['/api', 404],
    ['/api/v1/%ff', 404],
    ['/api/v1/items/%c0%ae', 404],
  ])('%s is answered in JSON: %i', async (url, status) => {
    const called = await web.app.inject({ url, headers });
    expect([
      called.statusCode,
      String(called.headers['content-type']).includes('json'),
      called.body.includes('<!'),
    ]).toEqual([status, true, false]);
  });

  test('takes its own bodies and none of theirs', async () => {
    const form = fileForm('beside.md', '# Beside\n');
    const sent = await web.app.inject({
      method: 'POST',
      url: '/api/v1/documents',
      payload: form.payload,
      headers: { ...headers, ...form.headers },
    });
    const encoded = await web.app.inject({
      method: 'POST',
      url: '/api/v1/registers/risks',
      payload: 'title=x',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([sent.statusCode, encoded.statusCode]).toEqual([201, 415]);
  });

  test('answers a browser on another site in JSON, and gives it no leave', async () => {
    const called = await web.app.inject({
      method: 'POST',
      url: '/api/v1/registers/risks',
      payload: {},
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect([called.statusCode, called.json().status, called.headers['access-control-allow-origin']]).toEqual([
      401,
      401,
      undefined,
    ]);
  });

  test.each(['/api/v1/organisation', '/api/v1/nothing'])(
    '%s is not to be shown, framed or kept by a proxy',
    async (url) => {
      const called = await web.app.inject({ url, headers });
      expect([
        called.headers['x-content-type-options'],
        String(called.headers['content-security-policy']).startsWith("default-src 'none'"),
        /no-store|private/.test(String(called.headers['cache-control'])),
      ]).toEqual(['nosniff', true, true]);
    },
  );
});
