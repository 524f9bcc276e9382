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

  test('is taken back by nobody who may only read', async () => {
    const { body } = await imported(LIST);
    const reader = await server.join('Rita Reed', 'reader');
    const answer = await reader.post(`${suppliers}/import/take-back`, formFields(body, 'import/take-back'));
    expect(answer.statusCode).toBe(403);
  });
});
