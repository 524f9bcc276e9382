import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { formFields } from '../../../test/support/form-fields.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let suppliers: string;
beforeEach(async () => {
  server = await startOwned();
  suppliers = `/organisations/${server.organisation}/registers/suppliers`;
});
afterEach(() => server.stop());

const CSV = `Vendor,Service,Personal data,Country,Contract end
Northgate Hosting,Hosting,yes,United Kingdom,31/03/2027
Inkwell,Printing,no,,
Quill,Transcription,perhaps,,31/02/2027
`;

function bring(content: string | Buffer, filename = 'suppliers.csv') {
  return server.owner.upload(`${suppliers}/import`, [{ name: 'table', filename, value: content }]);
}

async function names(): Promise<readonly unknown[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('supplier')?.values() ?? [])].map(({ data }) =>
    Reflect.get(Object(data), 'name'),
  );
}

describe('a spreadsheet taken into a register', () => {
  test('is brought, understood, shown and only then taken in', async () => {
    const columns = await bring(CSV);
    expect([columns.statusCode, columns.body.includes('What do the columns mean?')]).toEqual([200, true]);
    const preview = await server.owner.post(`${suppliers}/import/preview`, formFields(columns.body, 'import/preview'));
    expect(await names()).toEqual([]);
    expect(
      ['2 new entries', '1 row left out', 'line 4', 'must be yes or no', 'must be a real date'].filter(
        (words) => !preview.body.includes(words),
      ),
    ).toEqual([]);
    const taken = await server.owner.post(`${suppliers}/import/take`, formFields(preview.body, 'import/take'));
    expect([taken.statusCode, taken.body.includes('1 row left out')]).toEqual([200, true]);
    expect(await names()).toEqual(['Northgate Hosting', 'Inkwell']);
    const again = await server.owner.post(`${suppliers}/import/take`, formFields(preview.body, 'import/take'));
    expect([again.statusCode, again.headers.location]).toEqual([303, `${suppliers}?done=taken-in&entry=3&seen=4`]);
  });

  test('a second time changes what is different and adds nothing twice', async () => {
    for (const text of [CSV, CSV.replace('Hosting,yes', 'Hosting and backup,yes')]) {
      const columns = await bring(text);
      const preview = await server.owner.post(
        `${suppliers}/import/preview`,
        formFields(columns.body, 'import/preview'),
      );
      await server.owner.post(`${suppliers}/import/take`, formFields(preview.body, 'import/take'));
    }
    expect(await names()).toEqual(['Northgate Hosting', 'Inkwell']);
    expect((await server.owner.get(`${suppliers}?find=backup`)).body).toContain('1 of 2 entries');
  });

  test('does not go over what somebody changed after the preview', async () => {
    const take = async (text: string) => {
      const columns = await bring(text);
      const preview = await server.owner.post(
        `${suppliers}/import/preview`,
        formFields(columns.body, 'import/preview'),
      );
      return formFields(preview.body, 'import/take');
    };
    await server.owner.post(`${suppliers}/import/take`, await take(CSV));
    const late = await take(CSV.replace('Hosting,yes', 'Backup,yes'));
    await server.owner.post(`${suppliers}/import/take`, await take(CSV.replace('Hosting,yes', 'Hosting in Wales,yes')));
    const refused = await server.owner.post(`${suppliers}/import/take`, late);
    expect([refused.statusCode, refused.body.includes('Hosting in Wales')]).toEqual([409, true]);
    const again = await server.owner.post(`${suppliers}/import/take`, formFields(refused.body, 'import/take'));
    expect([again.statusCode, again.body.includes('1 changed entry')]).toEqual([200, true]);
  });

  test('can be a workbook, or cells pasted in', async () => {
    const book = await writeExcelFile([
      ['Supplier', 'Personal data'],
      ['Quill', 'Yes'],
    ]).toBuffer();
    expect((await bring(Buffer.from(book), 'list.xlsx')).body).toContain('1 row in 2 columns');
    const pasted = await server.owner.upload(`${suppliers}/import`, [
      { name: 'table', filename: '', value: '' },
      { name: 'pasted', value: 'Supplier\tPersonal data\nQuill\tYes\n' },
    ]);
    expect(pasted.body).toContain('1 row in 2 columns');
  });

  test('what the file does not say of any row can be said for all', async () => {
    const columns = await bring('Supplier\nQuill\nInkwell\n,\n');
    const fields = { ...formFields(columns.body, 'import/preview'), 'same-handlesPersonalData': 'No' };
    const preview = await server.owner.post(`${suppliers}/import/preview`, fields);
    expect(preview.body).toContain('2 new entries');
  });

  test.each([
    ['nothing', '', '', 'Select a file, or paste a table'],
    ['a file without a table', 'notes.md', '# Notes\n\nNo table here.\n', 'holds no table'],
    ['a broken workbook', 'list.xlsx', 'PK\u0003\u0004 broken', 'could not be read'],
  ])('%s gets a sentence beside the field', async (_, filename, content, sentence) => {
    const { statusCode, body } = await bring(content, filename);
    expect([statusCode, body.includes(sentence), body.includes('id="table-error"')]).toEqual([422, true, true]);
  });

  test('two columns taken for one field are a question beside the second, at every step', async () => {
    const columns = await bring('Supplier,Trading name,Personal data\nQuill,Quill Ltd,yes\n');
    const fields = { ...formFields(columns.body, 'import/preview'), 'column-1': 'name' };
    for (const step of ['preview', 'take']) {
      const { statusCode, body } = await server.owner.post(`${suppliers}/import/${step}`, fields);
      expect([
        statusCode,
        body.includes('href="#column-1"'),
        /id="column-1-*error-message"/.test(body),
        body.match(/Two columns are both taken for Name\. Leave one of them out/g)?.length,
      ]).toEqual([422, true, true, 2]);
      expect(formFields(body, 'import/preview')).toMatchObject({ 'column-0': 'name', 'column-1': 'name' });
    }
    expect(await names()).toEqual([]);
  });

  test('a day that could be either, in a column that writes others month first, is told row by row', async () => {
    const columns = await bring('Name,Personal data,Contract until\nAcme,yes,03/04/2026\nBeta,yes,12/31/2026\n');
    const preview = await server.owner.post(`${suppliers}/import/preview`, formFields(columns.body, 'import/preview'));
    expect(
      ['1 new entry', '1 row left out', 'could be 3 April 2026 or 4 March 2026', '31 December 2026'].filter(
        (words) => !preview.body.includes(words),
      ),
    ).toEqual([]);
  });

  test('too many rows get a sentence that says what to do', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => `Firm ${at},yes`).join('\n');
    const { statusCode, body } = await bring(`Supplier,Personal data\n${rows}\n`);
    expect([statusCode, body.includes('6,000 rows'), body.includes('split the file')]).toEqual([422, true, true]);
  });

  test.each(['', '{', '{"columns":[],"rows":[{}]}', 'null'])('a form whose table is %j starts again', async (rows) => {
    const { statusCode, body } = await server.owner.post(`${suppliers}/import/take`, { rows });
    expect([statusCode, body.includes('Bring the file again')]).toEqual([422, true]);
  });

  test('a reader may not', async () => {
    const reader = await server.join('Rita Reed', 'reader');
    expect((await reader.get(`${suppliers}/import`)).statusCode).toBe(403);
  });
});
