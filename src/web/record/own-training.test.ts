import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browsing, type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let rhys: Browsing;
let bryn: Browsing;

beforeAll(async () => {
  server = await startOwned();
  rhys = await server.join('Rhys Alderton', 'staff');
  bryn = await server.join('Bryn Howells', 'staff');
  const own = await keep('person', { name: 'Rhys A.', email: 'Rhys.Alderton@larkmoor.example', employment: 'staff' });
  const other = await keep('person', { name: 'Cai Rees', email: 'cai@larkmoor.example', employment: 'staff' });
  await keep('training-record', {
    person: own,
    course: 'Data security',
    kind: 'data-security',
    completedOn: '2026-03-02',
  });
  await keep('training-record', { person: other, course: 'Lone working', kind: 'other', completedOn: '2026-03-02' });
});
afterAll(() => server.stop());

async function keep(kind: string, data: unknown): Promise<string> {
  const done = await server.installation.records.perform(server.organisation, 'system', { do: 'add', kind, data });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  return done.ids[0] ?? '';
}
const training = async (by: Browsing) => (await by.get(`/organisations/${server.organisation}/training`)).body;

test('somebody sees their own training, and nobody else’s', async () => {
  const body = await training(rhys);
  expect([body.includes('Data security'), body.includes('Lone working')]).toEqual([true, false]);
});

test('whoever is not in the staff list is told what to do', async () => {
  expect(await training(bryn)).toContain('nobody with the email address bryn.howells@larkmoor.example');
});
