import { afterAll, beforeAll, expect, test } from 'vitest';
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
