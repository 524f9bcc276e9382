import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
beforeAll(async () => {
  server = await startOwned();
});
afterAll(() => server.stop());

test.each([
  ['suppliers', 'Suppliers'],
  ['people', 'People'],
  ['incidents', 'Incidents'],
  ['risks', 'Risks'],
  ['activities', 'Activities'],
  ['data-flows', 'Scope'],
  ['digital-assets', 'Scope'],
  ['information-assets', 'Scope'],
  ['appointments', 'Registers'],
])('an import into %s stands in the room it belongs to', async (register, room) => {
  const { body } = await server.owner.get(`/organisations/${server.organisation}/registers/${register}/import`);
  const current = [...body.matchAll(/<a [^>]*aria-current="(?:page|true)"[^>]*>([^<]*)/g)].map(([, name]) => name);
  expect(current).toEqual([room]);
});

describe('a page that is not there', () => {
  const MENU = 'aria-label="Main"';

  test('has the menu of whoever is signed in, and of the organisation they are in', async () => {
    const home = `/organisations/${server.organisation}`;
    for (const path of ['/nope', '/items/99.9.9', '/plan/actions/none']) {
      const { statusCode, body } = await server.owner.get(`${home}${path}`);
      expect([statusCode, body.includes(MENU), body.includes(`${home}/plan"`)]).toEqual([404, true, true]);
    }
    const { statusCode, body } = await server.owner.get('/nope');
    expect([statusCode, body.includes(MENU)]).toEqual([404, true]);
  });

  test('has none for somebody who is not', async () => {
    const url = `/organisations/${server.organisation}/nope`;
    const { statusCode, body } = await server.app.inject({ url, headers: { host: 'localhost' } });
    expect([statusCode, body.includes(MENU)]).toEqual([404, false]);
  });
});
