import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import type { Command } from '../../record/decide.ts';

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

  test('says what a change changed, in the words of its form, in its file too', async () => {
    const add = {
      name: 'Acme',
      handlesPersonalData: true,
      contractUntil: '2026-03-01',
      service: `Hosting ${'and care '.repeat(20)}by day`,
    };
    const perform = (command: Command) => server.installation.records.perform(server.organisation, 'system', command);
    const added = await perform({ do: 'add', kind: 'supplier', id: 'acme', data: add });
    const seen = added.ok ? added.record.head.seq : 0;
    const data = {
      ...add,
      contractUntil: '2027-03-01',
      country: 'Wales',
      service: add.service.replace('by day', 'by night'),
    };
    await perform({ do: 'change', kind: 'supplier', id: 'acme', seen, data });
    const body = await look('?kind=supplier&action=change');
    const lines = [...body.matchAll(/<span class="app-because">([^<]*)/g)].map(([, line]) => line);
    expect(lines).toEqual([
      expect.stringMatching(/^What they do for you: ….* by day → ….* by night$/),
      'Country where the data lies: Wales',
      'Contract until: 1 March 2026 → 1 March 2027',
    ]);
    const csv = (await server.owner.get(`${journal}/export.csv?action=change`)).body;
    expect(csv).toContain('Changed the supplier Acme. ');
    expect(csv).toContain('Contract until: 1 March 2026 → 1 March 2027');
  });

  test('says nothing of what was changed once that has been erased', async () => {
    const perform = (command: Command) => server.installation.records.perform(server.organisation, 'system', command);
    const record = await server.installation.records.open(server.organisation);
    const data = { name: 'Benjamin', employment: 'staff', jobTitle: 'Secret gardener' };
    await perform({ do: 'change', kind: 'person', id: 'ben', seen: record?.head.seq ?? 0, data });
    expect(await look('?kind=person')).toContain('Secret gardener');
    await perform({ do: 'erase', kind: 'person', id: 'ben', reason: 'They asked', basis: 'Article 17' });
    const after = `${await look('')}${(await server.owner.get(`${journal}/export.csv`)).body}`;
    expect([after.includes('Secret gardener'), after.includes('Benjamin')]).toEqual([false, false]);
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
