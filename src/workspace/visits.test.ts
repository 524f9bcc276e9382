import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../test/support/web-visitors.ts';
import { createVisitStore } from '../storage/visit-store.ts';
import { createVisits, type Seen, type Visits } from './visits.ts';

let server: OwnedServer;
let visits: Visits;
beforeEach(async () => {
  server = await startOwned();
  visits = createVisits(createVisitStore(server.installation.database));
});
afterEach(() => server.stop());

function look(time: string, standing = 'gap'): Promise<Seen | undefined> {
  const { id } = server.owner.visitor.account;
  return visits.look(server.organisation, id, {
    at: `2026-11-${time}:00.000Z`,
    seq: 1,
    standings: { '7.3.4': standing },
  });
}

test('the first visit has nothing before it', async () => {
  expect(await look('20T09:00')).toBeUndefined();
  expect(await look('20T09:20')).toBeUndefined();
});

test('a visit tells what was seen at the end of the last one, as long as it lasts', async () => {
  await look('18T09:00', 'gap');
  await look('18T09:25', 'claimed');
  const first = await look('20T09:00', 'proven');
  const again = await look('20T09:25', 'stale');
  expect([first?.standings['7.3.4'], again?.standings['7.3.4'], again?.at]).toEqual([
    'claimed',
    'claimed',
    '2026-11-18T09:25:00.000Z',
  ]);
});

test('whoever comes back later on the same day is told what they saw before', async () => {
  await look('20T09:00', 'gap');
  expect((await look('20T09:45', 'proven'))?.at).toBe('2026-11-20T09:00:00.000Z');
});

test('looks that follow each other closely are one', async () => {
  await look('18T09:00', 'gap');
  await look('18T09:01', 'proven');
  expect((await look('20T09:00'))?.standings['7.3.4']).toBe('gap');
});

test('whoever has no place any more leaves nothing behind', async () => {
  await look('18T09:00');
  const reader = await server.join('Rita Reed', 'reader');
  const { id } = reader.visitor.account;
  await visits.look(server.organisation, id, { at: '2026-11-18T09:00:00.000Z', seq: 1, standings: {} });
  await server.installation.accounts.memberships.remove(server.organisation, 'account:x', id);
  await visits.look(server.organisation, id, { at: '2026-11-20T09:00:00.000Z', seq: 1, standings: {} });
  const store = createVisitStore(server.installation.database);
  expect(await store.get(server.organisation, id)).toBeUndefined();
});

test('what cannot be read any more is as a first visit', async () => {
  const store = createVisitStore(server.installation.database);
  await store.put(server.organisation, server.owner.visitor.account.id, { seen: '{"old":1}', before: 'x' });
  expect(await look('20T09:00')).toBeUndefined();
});
