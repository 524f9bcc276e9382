import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import type { Check } from '../../readiness/assessment.ts';
import { waitsForCheck } from './checked-part.tsx';

let server: OwnedServer;
let home: string;
beforeAll(async () => {
  server = await startOwned();
  home = `/organisations/${server.organisation}`;
});
afterAll(() => server.stop());

const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const REF = '9.3.8';
const item = async () => text((await server.owner.get(`${home}/items/${REF}`)).body);
async function standing() {
  const result = await server.installation.standings.on(server.organisation, server.clock.at.slice(0, 10));
  if (!result.ok) throw new Error(result.problem.message);
  return result.standing.check.assessment.items.find((one) => one.item.ref === REF)?.standing;
}

test('a register in which nobody has looked for what an item asks proves nothing of it', async () => {
  const data = { name: 'Infusion pump', type: 'other', location: 'Ward 4' };
  const done = await server.installation.records.perform(server.organisation, 'system', {
    do: 'add',
    kind: 'digital-asset',
    data,
  });
  expect([done.ok, await standing()]).toEqual([true, 'unanswered']);
  const words = await item();
  expect([
    words.includes('does not count until you have checked it'),
    words.includes('I have checked: this is so'),
  ]).toEqual([true, true]);
});

test('it counts from the day on which somebody says that they checked it, for a year, and not once that is taken back', async () => {
  const done = await server.owner.post(`${home}/items/${REF}/checked`, { checked: 'yes' });
  expect([done.headers.location, await standing()]).toEqual([`${home}/items/${REF}?done=checked`, 'proven']);
  expect(await item()).toContain('checked it on 20 November 2026');
  const again = await server.owner.post(`${home}/items/${REF}/checked`, { checked: 'yes' });
  expect([again.statusCode, text(again.body).includes('Nothing waits to be checked')]).toEqual([422, true]);
  const back = await server.owner.post(`${home}/items/${REF}/checked`, { checked: 'no' });
  expect([back.headers.location, await standing()]).toEqual([
    `${home}/items/${REF}?done=check-taken-back`,
    'unanswered',
  ]);
});

test('two people who take a check back at once are both told that it is taken back', async () => {
  await server.owner.post(`${home}/items/${REF}/checked`, { checked: 'yes' });
  const other = await server.join('Ola Nwosu', 'contributor');
  const takers = [server.owner, other, server.owner, other];
  const answers = await Promise.all(takers.map((one) => one.post(`${home}/items/${REF}/checked`, { checked: 'no' })));
  const later = await other.post(`${home}/items/${REF}/checked`, { checked: 'no' });
  const ends = [...answers, later].map(({ headers }) => String(headers.location).split('done=')[1]).sort();
  expect(ends).toEqual([...new Array<string>(4).fill('check-gone'), 'check-taken-back']);
});

test('after a year it waits to be checked again', async () => {
  await server.owner.post(`${home}/items/${REF}/checked`, { checked: 'yes' });
  server.clock.at = '2027-12-01T09:00:00.000Z';
  expect(await standing()).toBe('stale');
});

test('whoever only reads does not say that something was checked', async () => {
  const reader = await server.join('Rita Reed', 'reader');
  expect((await reader.post(`${home}/items/${REF}/checked`, { checked: 'yes' })).statusCode).toBe(403);
});

test('nobody is asked to check while something else is missing', () => {
  const check = (met: Check['met'], toCheck?: string): Check => ({
    ...{ asks: 'a register', todo: 'Keep one.', because: 'it is there', met, places: [] },
    ...(toCheck !== undefined && { toCheck }),
  });
  const found = check('unknown', 'every holder is trained');
  const waits = (...checks: readonly Check[]) => waitsForCheck({ assessed: { checks } });
  expect([waits(found, check('yes')), waits(found, check('no')), waits(check('yes'))]).toEqual([
    ['every holder is trained'],
    [],
    [],
  ]);
});
