import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let journal: string;
beforeEach(async () => {
  server = await startOwned();
  journal = `/organisations/${server.organisation}/journal`;
  await server.owner.post(`/organisations/${server.organisation}/registers/suppliers/add`, {
    name: 'Northgate',
    handlesPersonalData: 'yes',
  });
  server.clock.at = '2026-11-20T15:00:00.000Z';
  const command = { do: 'add' as const, kind: 'person', id: 'ben', data: { name: '=Ben', employment: 'staff' } };
  const done = await server.installation.records.perform(server.organisation, 'system', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
});
afterEach(() => server.stop());

const rowsOf = (body: string) => [...body.matchAll(/<tr class="nhsuk-table__row"/g)].length;
const look = async (query: string) => (await server.owner.get(`${journal}${query}`)).body;

describe('the journal', () => {
  test('shows everything when nothing is asked', async () => {
    const record = await server.installation.records.open(server.organisation);
    expect(rowsOf(await look(''))).toBe(record?.head.seq);
  });

  test.each([
    ['?kind=supplier', ['Northgate'], ['=Ben']],
    ['?actor=system', ['=Ben'], ['Northgate']],
    ['?action=remove', [], ['Northgate', '=Ben']],
    ['?from=2026-11-21', [], ['Northgate', '=Ben']],
    ['?to=2026-11-19', [], ['Northgate', '=Ben']],
    ['?from=2026-11-20&to=2026-11-20', ['Northgate', '=Ben'], []],
    ['?kind=ghost', ['Northgate', '=Ben'], []],
  ])('narrowed to %s', async (query, there, gone) => {
    const body = await look(query);
    expect([there.filter((name) => !body.includes(name)), gone.filter((name) => body.includes(name))]).toEqual([
      [],
      [],
    ]);
  });

  test('since an entry shows only later ones', async () => {
    const { head } = (await server.installation.records.open(server.organisation)) ?? { head: { seq: 0 } };
    expect(rowsOf(await look(`?since=${head.seq - 1}`))).toBe(1);
  });

  test('keeps what was typed when a day is none', async () => {
    const { statusCode, body } = await server.owner.get(`${journal}?from-day=31&from-month=2&from-year=2026`);
    expect([statusCode, body.includes('From must be a real date'), body.includes('value="31"')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  test('comes as CSV, narrowed in the same way and safe to open', async () => {
    const { headers, body } = await server.owner.get(`${journal}/export.csv?kind=person`);
    const [head, ...rows] = body.trim().split('\r\n');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(head).toBe('Entry,When (UTC),Who,What,Action,Kind,Id,Hash');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(
      /^\d+,2026-11-20T15:00:00\.000Z,Perennial itself,Added the person =Ben,add,person,ben,[0-9a-f]{64}$/,
    );
  });

  test('of a thousand entries and more is whole', async () => {
    const commands = Array.from({ length: 2_100 }, (_, at) => ({
      do: 'add' as const,
      kind: 'risk',
      data: { title: `Risk ${at}`, likelihood: 1, impact: 1, treatment: 'treat' },
    }));
    const done = await server.installation.records.perform(server.organisation, 'system', { do: 'together', commands });
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    const { body } = await server.owner.get(`${journal}/export.csv?kind=risk`);
    expect(body.trim().split('\r\n')).toHaveLength(2_101);
  });
});
