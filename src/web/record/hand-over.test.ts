import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let people: string;
beforeEach(async () => {
  server = await startOwned();
  people = `/organisations/${server.organisation}/registers/people`;
  const add = (kind: string, data: unknown, id: string) => ({ do: 'add' as const, kind, data, id });
  const done = await server.installation.records.perform(server.organisation, 'account:x', {
    do: 'together',
    commands: [
      add('person', { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'director' }, 'ann'),
      add('person', { name: 'Ben Hart', employment: 'staff' }, 'ben'),
      add('person', { name: 'Cara Moss', employment: 'staff' }, 'cara'),
      add('responsibility', { item: '7.3.4', owner: 'ann' }, 'item'),
      add('appointment', { role: 'siro', person: 'ann', appointedOn: '2025-01-06' }, 'siro'),
      add('action', { what: 'Write the restore procedure', owner: 'ann' }, 'todo'),
    ],
  });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
});
afterEach(() => server.stop());

const LAST_DAY = { 'leftOn-day': '30', 'leftOn-month': '11', 'leftOn-year': '2026' };

async function held() {
  const { of } = (await server.installation.records.open(server.organisation))?.holdings ?? { of: new Map() };
  const data = (kind: string, id: string) => of.get(kind)?.get(id)?.data;
  return {
    leftOn: data('person', 'ann')?.leftOn,
    item: data('responsibility', 'item')?.owner,
    todo: data('action', 'todo')?.owner,
    siro: [...(of.get('appointment')?.values() ?? [])].map((one) => [one.data.person, one.data.endedOn]),
  };
}
const seen = async () =>
  /name="seen" value="(\d+)"/.exec((await server.owner.get(`${people}/ann/hand-over`)).body)?.[1] ?? '';

describe('somebody who leaves', () => {
  test('is led there from their page, and sees all that they look after', async () => {
    const page = await server.owner.get(`${people}/ann`);
    const { body } = await server.owner.get(`${people}/ann/hand-over`);
    expect(page.body).toContain(`${people}/ann/hand-over`);
    expect(
      ['7.3.4', 'Senior Information Risk Owner', 'Write the restore procedure', 'can still sign in'].filter(
        (words) => !body.includes(words),
      ),
    ).toEqual([]);
  });

  test('hands all of it to one person, but for what another takes, in one step', async () => {
    const done = await server.owner.post(`${people}/ann/hand-over`, {
      seen: await seen(),
      ...LAST_DAY,
      to: 'ben',
      'taker-action-todo': 'cara',
    });
    const said = done.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Write the restore procedure (?:Who takes it over )?Cara/);
    expect(said).toMatch(/Senior Information Risk Owner[^:]*(?:Who takes it over )?Ben/);
    expect(done.body).toContain(`/people/ann"`);
    expect([done.statusCode, await held()]).toEqual([
      200,
      {
        leftOn: '2026-11-30',
        item: 'ben',
        todo: 'cara',
        siro: [
          ['ann', '2026-11-30'],
          ['ben', undefined],
        ],
      },
    ]);
  });

  test('may leave things with nobody', async () => {
    await server.owner.post(`${people}/ann/hand-over`, {
      seen: await seen(),
      ...LAST_DAY,
      to: 'nobody',
      'taker-action-todo': 'nobody',
    });
    expect(await held()).toEqual({
      leftOn: '2026-11-30',
      item: undefined,
      todo: undefined,
      siro: [['ann', '2026-11-30']],
    });
  });

  test('shows what each item asks, with the deputy selected where there is one, and asks who takes the rest', async () => {
    const done = await server.installation.records.perform(server.organisation, 'account:x', {
      do: 'together',
      commands: [
        {
          do: 'add',
          kind: 'responsibility',
          id: 'second',
          data: { item: '1.1.1', owner: 'ann', deputy: 'cara' },
        },
        { do: 'add', kind: 'responsibility', id: 'third', data: { item: '1.1.2', owner: 'ben', deputy: 'ann' } },
      ],
    });
    expect(done.ok).toBe(true);
    const { body } = await server.owner.get(`${people}/ann/hand-over`);
    const chosen = [...body.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(([whole, name]) => [
      name,
      /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? '',
    ]);
    expect(chosen).toEqual(
      expect.arrayContaining([
        ['to', ''],
        ['taker-responsibility-second', 'cara'],
        ['taker-responsibility-third', ''],
        ['taker-responsibility-item', ''],
      ]),
    );
    const said = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Responsibility: 7\.3\.4 [A-Za-z]{2,}/);
    expect(said).toMatch(/Responsibility \(as deputy\): 1\.1\.2 [A-Za-z]{2,}/);
    const again = await server.owner.post(`${people}/ann/hand-over`, { seen: await seen(), ...LAST_DAY, to: '' });
    expect([
      again.statusCode,
      again.body.includes('Select who takes over the rest, or that nobody does'),
      again.body.includes('href="#to"'),
      (await held()).leftOn,
    ]).toEqual([422, true, true, undefined]);
  });

  test('is not asked who takes the rest where everything is given to somebody', async () => {
    const taken = { 'taker-responsibility-item': 'cara', 'taker-appointment-siro': 'ben', 'taker-action-todo': 'cara' };
    const form = { seen: await seen(), ...LAST_DAY, to: '', ...taken };
    const { statusCode } = await server.owner.post(`${people}/ann/hand-over`, form);
    expect([statusCode, (await held()).item]).toEqual([200, 'cara']);
  });

  test('keeps what was typed when somebody who was selected is no longer there', async () => {
    const again = await server.owner.post(`${people}/ann/hand-over`, { seen: await seen(), ...LAST_DAY, to: 'gone' });
    expect([again.statusCode, again.body.includes('is not in the list of people any more')]).toEqual([422, true]);
    expect(again.body).toMatch(/name="leftOn-day"[^>]*value="30"/);
    expect((await held()).leftOn).toBeUndefined();
  });

  test('has no deputy selected who has left, nor made the owner of what nobody takes', async () => {
    const data = { item: '1.1.1', owner: 'ann', deputy: 'cara' };
    const left = { name: 'Cara Moss', employment: 'staff', leftOn: '2026-09-30' };
    const { records } = server.installation;
    const found = (await records.open(server.organisation))?.holdings.of.get('person')?.get('cara')?.revision ?? 0;
    await records.perform(server.organisation, 'account:x', {
      do: 'together',
      commands: [
        { do: 'add', kind: 'responsibility', id: 'second', data },
        { do: 'change', kind: 'person', id: 'cara', seen: found, data: left },
      ],
    });
    const { body } = await server.owner.get(`${people}/ann/hand-over`);
    const [select = ''] = /<select[^>]*name="taker-responsibility-second".*?<\/select>/s.exec(body) ?? [];
    expect(/<option value="([^"]*)" selected/.exec(select)?.[1]).toBe('');
    await server.owner.post(`${people}/ann/hand-over`, { seen: await seen(), ...LAST_DAY, to: 'nobody' });
    const { of } = (await records.open(server.organisation))?.holdings ?? {};
    expect([(await held()).leftOn, of?.get('responsibility')?.has('second')]).toEqual(['2026-11-30', false]);
  });

  test.each([
    ['no day', {}, 'Enter their last day'],
    ['no real day', { ...LAST_DAY, 'leftOn-day': '31' }, 'Left on must be a real date'],
  ])('is asked again when there is %s, with what was chosen', async (_, day, message) => {
    const again = await server.owner.post(`${people}/ann/hand-over`, { seen: await seen(), ...day, to: 'ben' });
    expect([
      again.statusCode,
      again.body.includes(message),
      /<option value="ben" selected/.test(again.body),
      (await held()).leftOn,
    ]).toEqual([422, true, true, undefined]);
  });

  test('is not handed over upon what somebody else has changed meanwhile', async () => {
    const before = await seen();
    await server.owner.post(`${people}/ann`, {
      seen: before,
      name: 'Ann Reyes',
      email: 'ann@larkmoor.example',
      employment: 'director',
    });
    const conflict = await server.owner.post(`${people}/ann/hand-over`, { seen: before, ...LAST_DAY, to: 'ben' });
    expect([
      conflict.statusCode,
      conflict.body.includes('changed this person meanwhile'),
      (await held()).leftOn,
    ]).toEqual([409, true, undefined]);
  });

  test('who is not there is not found', async () => {
    expect((await server.owner.get(`${people}/nobody/hand-over`)).statusCode).toBe(404);
  });
});
