import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { clientsOf } from './clients.ts';

let server: OwnedServer;
beforeAll(async () => {
  server = await startOwned();
});
afterAll(() => server.stop());

const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('only an owner adds another organisation, whose name is asked for and is not one they have', async () => {
  const reader = await server.join('Rita Reed', 'reader');
  const add = (who: typeof reader, organisationName: string) => who.post('/organisations/add', { organisationName });
  const refused = [await add(reader, 'Westbrook Care'), await add(server.owner, '  ')];
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 422]);
  expect(text(refused[1]?.body ?? '')).toContain('Enter the name of the organisation');
  const added = await add(server.owner, 'Westbrook Care');
  expect([added.statusCode, String(added.headers.location)]).toEqual([
    303,
    expect.stringMatching(/^\/organisations\/[^/]+\/first-hour$/),
  ]);
  const again = await add(server.owner, 'westbrook care');
  expect([again.statusCode, text(again.body).includes('You have an organisation of this name already')]).toEqual([
    422,
    true,
  ]);
});

test('the same form sent several times at once begins one organisation', async () => {
  const { body } = await server.owner.get('/organisations');
  const id = /name="form-id" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const form = { organisationName: 'Rowan Clinics', 'form-id': id };
  const sent = await Promise.all([1, 2, 3].map(() => server.owner.post('/organisations/add', form)));
  const again = await server.owner.post('/organisations/add', form);
  expect([...sent, again].map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
  expect(new Set([...sent, again].map(({ headers }) => headers.location)).size).toBe(1);
  const [, ...named] = (await server.owner.get('/organisations')).body.split('>Rowan Clinics<');
  expect(named).toHaveLength(1);
});

test('of several organisations whoever looks sees where each stands, the most urgent first', async () => {
  const done = await server.installation.records.perform(server.organisation, 'system', {
    do: 'add',
    kind: 'action',
    data: { what: 'Restore a backup', due: '2026-01-31' },
  });
  expect(done.ok).toBe(true);
  const { body } = await server.owner.get('/organisations/standings.csv');
  const [heading, first, second] = body.replace('\ufeff', '').split(/\r?\n/);
  expect(heading).toBe('Organisation,Claimed,Defensible,Hours to report a breach,Overdue actions,Next lapse');
  expect([first?.split(',').slice(1), second]).toEqual([
    ['0 of 45', '0 of 45', 'None run', '1', 'None known'],
    'Westbrook Care,0 of 45,0 of 45,None run,0,None known',
  ]);
  expect(text((await server.owner.get('/organisations')).body)).toMatch(
    /Most urgent first.*Overdue actions.*Westbrook/,
  );
});

test('an organisation with an incident whose hours run comes first, with the hours', async () => {
  const other = /organisations\/([^/"]+)[^>]*>Westbrook Care</.exec(
    (await server.owner.get('/organisations')).body,
  )?.[1];
  const done = await server.installation.records.perform(other ?? '', 'system', {
    do: 'add',
    kind: 'incident',
    data: { title: 'Letter astray', severity: 'undecided', foundAt: '2026-11-18T09:30:00.000Z', personalData: true },
  });
  expect(done.ok).toBe(true);
  const [, first] = (await server.owner.get('/organisations/standings.csv')).body.split(/\r?\n/);
  expect(first).toMatch(/^Westbrook Care,\d+ of 45,\d+ of 45,24 hours left,0,/);
});

test('whoever is staff of several organisations is told that their role does not see where each stands', async () => {
  const sam = await server.join('Sam Lee', 'staff');
  const { seats } = sam.visitor;
  expect(
    await clientsOf([...seats, ...seats], server.installation.standings, '2026-11-20', '2026-11-20T09:30:00.000Z'),
  ).toEqual([
    { seat: seats[0], state: 'not-for-role' },
    { seat: seats[0], state: 'not-for-role' },
  ]);
  expect(await clientsOf(seats, server.installation.standings, '2026-11-20', '2026-11-20T09:30:00.000Z')).toEqual([]);
});
