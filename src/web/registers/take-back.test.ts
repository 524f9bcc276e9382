import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formFields } from '../../../test/support/form-fields.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let suppliers: string;
beforeEach(async () => {
  server = await startOwned();
  suppliers = `/organisations/${server.organisation}/registers/suppliers`;
  await perform({ do: 'add', kind: 'supplier', id: 'quill', data: QUILL });
});
afterEach(() => server.stop());

const QUILL = { name: 'Quill', handlesPersonalData: true, service: 'Letters' };
type Asked = Parameters<typeof server.installation.records.perform>[2];

async function perform(command: Asked) {
  const done = await server.installation.records.perform(server.organisation, 'account:x', command);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}

async function kept() {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('supplier')?.values() ?? [])].map(({ data }) => data);
}

/** The page after an import. */
async function imported(value: string) {
  const columns = await server.owner.upload(`${suppliers}/import`, [{ name: 'table', filename: 'list.csv', value }]);
  const preview = await server.owner.post(`${suppliers}/import/preview`, formFields(columns.body, 'import/preview'));
  const taken = await server.owner.post(`${suppliers}/import/take`, formFields(preview.body, 'import/take'));
  return taken.statusCode === 303 ? server.owner.get(String(taken.headers.location)) : taken;
}

const takeBack = (body: string) =>
  server.owner.post(`${suppliers}/import/take-back`, formFields(body, 'import/take-back'));

const LIST = 'Supplier,Personal data,Service\nQuill,yes,Printing\nInkwell,no,Paper\n';

describe('an import', () => {
  test('is taken back by one button: what it added goes, what it changed is as before', async () => {
    const { body } = await imported(LIST);
    expect((await kept()).length).toBe(2);
    const back = await takeBack(body);
    expect([back.statusCode, back.headers.location]).toEqual([303, `${suppliers}?done=import-undone`]);
    expect(await kept()).toEqual([QUILL]);
  });

  test('is taken back from the page that says which rows were left out, too', async () => {
    const { body } = await imported(`${LIST}Northgate,perhaps,Hosting\n`);
    expect(body).toContain('1 row left out');
    expect((await takeBack(body)).statusCode).toBe(303);
    expect(await kept()).toEqual([QUILL]);
  });

  test('is not taken back once somebody has changed what it brought, and the page says what', async () => {
    const { body } = await imported(LIST);
    const record = await server.installation.records.open(server.organisation);
    const seen = record?.holdings.of.get('supplier')?.get('quill')?.revision ?? 0;
    await perform({ do: 'change', kind: 'supplier', id: 'quill', seen, data: { ...QUILL, service: 'Posters' } });
    const back = await takeBack(body);
    expect([
      back.statusCode,
      back.body.includes('Somebody has changed what the import brought since: “Quill”'),
    ]).toEqual([422, true]);
    expect((await kept()).length).toBe(2);
  });

  test('is taken back once, however often the button is pressed', async () => {
    const { body } = await imported(LIST);
    for (const location of [`${suppliers}?done=import-undone`, `${suppliers}?done=import-undone`])
      expect((await takeBack(body)).headers.location).toBe(location);
    expect(await kept()).toEqual([QUILL]);
  });

  test.each([
    ['what was no import', '1', '2'],
    ['nothing', '', ''],
    ['entries that are not there', '90', '95'],
    ['far too many', '1', '900000'],
  ])('is not what a form names that names %s', async (_, entry, seen) => {
    await imported(LIST);
    expect((await server.owner.post(`${suppliers}/import/take-back`, { entry, seen })).statusCode).toBe(404);
  });

  test.each([
    ['a part of it', 1, 0],
    ['what stands before it as well', -1, 0],
    ['less than all of it', 0, -1],
  ])('is taken back whole: a form that was changed to name %s takes nothing back', async (_, more, less) => {
    const { body } = await imported(LIST);
    const fields = formFields(body, 'import/take-back');
    const changed = { ...fields, entry: String(Number(fields.entry) + more), seen: String(Number(fields.seen) + less) };
    expect((await server.owner.post(`${suppliers}/import/take-back`, changed)).statusCode).toBe(404);
    expect((await kept()).length).toBe(2);
  });

  test('is nothing else that was done in one step, by anybody', async () => {
    const names = ['Fernside', 'Northgate'];
    const commands = names.map((name) => ({ do: 'add' as const, kind: 'supplier', data: { ...QUILL, name } }));
    await perform({ do: 'together', commands });
    const seq = (await server.installation.records.open(server.organisation))?.head.seq ?? 0;
    const form = { entry: String(seq - 1), seen: String(seq) };
    expect((await server.owner.post(`${suppliers}/import/take-back`, form)).statusCode).toBe(404);
    expect((await kept()).length).toBe(3);
  });

  test('is taken back by nobody who may only read', async () => {
    const { body } = await imported(LIST);
    const reader = await server.join('Rita Reed', 'reader');
    const answer = await reader.post(`${suppliers}/import/take-back`, formFields(body, 'import/take-back'));
    expect(answer.statusCode).toBe(403);
  });
});

describe('the journal', () => {
  const journal = async (who = server.owner) =>
    (await who.get(`/organisations/${server.organisation}/journal`)).body.replaceAll('<!-- -->', '');

  test('offers to take an import back beside its last entry, and says how much that is', async () => {
    await imported(LIST);
    const body = await journal();
    expect(body).toContain(
      'The last of an import of 2 entries: Suppliers. It can be taken back as a whole until 20 December 2026',
    );
    expect(body.match(/import\/take-back"/g)).toHaveLength(1);
    const back = await takeBack(body);
    expect([back.statusCode, await kept()]).toEqual([303, [QUILL]]);
    expect(await journal()).not.toContain('import/take-back"');
  });

  test('does not offer it once somebody has changed what it brought, nor after thirty days, nor to a reader', async () => {
    await imported(LIST);
    const reader = await server.join('Rita Reed', 'reader');
    expect(await journal(reader)).not.toContain('import/take-back"');
    const before = server.clock.at;
    server.clock.at = '2026-12-21T09:00:00.000Z';
    expect(await journal()).not.toContain('import/take-back"');
    server.clock.at = before;
    expect(await journal()).toContain('import/take-back"');
    const record = await server.installation.records.open(server.organisation);
    const seen = record?.holdings.of.get('supplier')?.get('quill')?.revision ?? 0;
    await perform({ do: 'change', kind: 'supplier', id: 'quill', seen, data: { ...QUILL, service: 'Posters' } });
    expect(await journal()).not.toContain('import/take-back"');
  });
});
