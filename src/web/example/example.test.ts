import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPages, pageRoutes } from '../../../bench/page-finder.ts';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

const BANNER = 'This is an example organisation. Nothing in it is real.';
const LOAD = '/organisations/example';

let server: OwnedServer;
let ben: Browsing;
let example: string;

beforeAll(async () => {
  server = await startOwned();
  ben = await server.join('Ben Hart', 'contributor');
  example = await loaded();
}, 60_000);
afterAll(() => server.stop());

/** Presses the button and waits, as a browser would. Gives the address of the example. */
async function loaded(): Promise<string> {
  let answer = await server.owner.post(LOAD, {});
  for (let i = 0; i < 30 && answer.statusCode === 200; i += 1) {
    expect(answer.body).toMatch(/\d+ of \d+ documents have been read/);
    answer = await server.owner.get(LOAD);
  }
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).replace(/\/example$/, '');
}

describe('the example organisation', { timeout: 120_000 }, () => {
  test('says so on every page there is', async () => {
    const [, , id = ''] = example.split('/');
    const without: string[] = [];
    const get = async (path: string) => {
      const { statusCode: status, headers, body } = await server.owner.get(path);
      const type = String(headers['content-type']);
      if (type.startsWith('text/html') && !body.includes(BANNER)) without.push(path);
      return { status, type, body: Buffer.from(body), location: undefined, encoding: undefined, took: 0 };
    };
    const browser = { get, post: get, close: () => {} };
    // Whatever a page leads to must answer 200, or this throws.
    const found = await findPages(server.routes, {
      organisation: id,
      pastDay: '2026-11-10',
      browser: () => browser,
    });
    expect(without).toEqual([]);
    const missing = pageRoutes(server.routes).filter(({ url }) => !found.some(({ route }) => route.url === url));
    expect(missing).toEqual([]);
    expect(found.length).toBeGreaterThan(100);
  });

  test('is offered to owners, and leads to the one that is there', async () => {
    for (const path of ['/organisations', `/organisations/${server.organisation}/first-hour`]) {
      expect((await server.owner.get(path)).body).toContain(`href="${example}/example"`);
      expect((await ben.get(path)).body).not.toMatch(/example organisation/);
    }
    expect(await loaded()).toBe(example);
    expect((await ben.post(LOAD, {})).statusCode).toBe(403);
    expect((await ben.get(LOAD)).headers.location).toBe('/organisations');
  });

  test('leaves the own organisation as it was', async () => {
    const { body } = await server.owner.get(`/organisations/${server.organisation}`);
    expect(body).not.toContain(BANNER);
    expect((await server.owner.get('/')).headers.location).toBe(`/organisations/${server.organisation}`);
    expect((await server.owner.get(`/organisations/${server.organisation}/example`)).statusCode).toBe(404);
    expect((await server.owner.get('/check')).body).not.toContain('Example: ');
  });

  test('is there for nobody else', async () => {
    for (const path of ['', '/example', '/items', '/registers/people'])
      expect((await ben.get(`${example}${path}`)).statusCode).toBe(404);
    expect((await ben.post(`${example}/example/remove`, { sure: 'yes' })).statusCode).toBe(404);
  });

  test('lets nobody and no program in', async () => {
    const invited = await server.owner.post(`${example}/members/invite`, { email: 'eve@x.example', role: 'reader' });
    expect(invited.statusCode).toBe(422);
    expect(invited.body).toContain('Nobody can be invited to an example organisation');
    const token = {
      name: 'CI',
      scopes: 'read-standing',
      'expiresOn-day': '1',
      'expiresOn-month': '1',
      'expiresOn-year': '2027',
    };
    const made = await server.owner.post(`${example}/tokens`, token);
    expect(made.statusCode).toBe(422);
    expect(made.body).toContain('There are no tokens for an example organisation');
  });

  test('says which day its documents speak of, and can be changed', async () => {
    expect((await server.owner.get(`${example}/example`)).body).toContain('written for 20 November 2026');
    const added = await server.owner.post(`${example}/registers/risks/add`, {
      title: 'Mine',
      likelihood: '1',
      impact: '1',
      treatment: 'treat',
    });
    expect(added.statusCode).toBe(303);
  });

  test('is removed by whoever says that they are sure, and by no other form', async () => {
    const unsure = await server.owner.post(`${example}/example/remove`, {});
    expect(unsure.statusCode).toBe(422);
    expect(unsure.body).toContain('Select “Yes” to remove the example');
    const own = `/organisations/${server.organisation}/example/remove`;
    expect((await server.owner.post(own, { sure: 'yes' })).statusCode).toBe(404);
    const removed = await server.owner.post(`${example}/example/remove`, { sure: 'yes' });
    expect(removed.headers.location).toBe('/organisations?done=example-removed');
    const list = (await server.owner.get('/organisations?done=example-removed')).body;
    expect(list).toContain('The example is removed');
    expect(list).toContain(`action="${LOAD}"`);
    expect((await server.owner.get(example)).statusCode).toBe(404);
    expect(await loaded()).toBe(example);
    expect((await server.owner.get(`${example}/registers/risks`)).body).not.toContain('Mine');
  });
});
