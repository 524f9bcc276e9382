import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formFields, openMarks } from '../../../test/support/form-fields.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { supplier } from '../../record/kinds/supplier.ts';

let server: OwnedServer;
let suppliers: string;
beforeEach(async () => {
  server = await startOwned();
  suppliers = `/organisations/${server.organisation}/registers/suppliers`;
});
afterEach(() => server.stop());

const CSV = `Vendor,Personal data,Contract end,DSPT status
Northgate,yes,31/03/2027,
Quill,yes,31/02/2027,
Inkwell,perhaps,,
`;

async function bring(content: string) {
  return server.owner.upload(`${suppliers}/import`, [{ name: 'table', filename: 'suppliers.csv', value: content }]);
}

async function previewed(content: string, more: Readonly<Record<string, string>> = {}) {
  const columns = await bring(content);
  return server.owner.post(`${suppliers}/import/preview`, { ...formFields(columns.body, 'import/preview'), ...more });
}

async function kept() {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('supplier')?.values() ?? [])].map(({ data }) => supplier.schema.parse(data));
}

describe('rows that an import leaves out', () => {
  test.each(['csv', 'xlsx'])(
    'come as a file that says what is wrong with each, before and after: %s',
    async (format) => {
      const preview = await previewed(CSV);
      const taken = await server.owner.post(`${suppliers}/import/take`, formFields(preview.body, 'import/take'));
      for (const { body } of [preview, taken]) {
        const form = formFields(body, 'import/refused.csv');
        const file = await server.owner.post(`${suppliers}/import/refused.${format}`, form);
        expect([file.statusCode, file.headers['content-disposition']]).toEqual([
          200,
          expect.stringContaining(`suppliers to mend 2026-11-20.${format}`),
        ]);
        if (format === 'csv')
          expect(file.body.replace(/^\ufeff/, '').split('\r\n')).toEqual([
            'Vendor,Personal data,Contract end,DSPT status,What is wrong with this row',
            'Quill,yes,31/02/2027,,"Contract until must be a real date, such as 20/11/2026, not “31/02/2027”"',
            'Inkwell,perhaps,,,"Handles personal data for you must be yes or no, not “perhaps”"',
            '',
          ]);
      }
    },
  );

  test('are mended in that file and brought again, with no second column about what is wrong', async () => {
    const preview = await previewed(CSV);
    const file = await server.owner.post(
      `${suppliers}/import/refused.csv`,
      formFields(preview.body, 'import/refused.csv'),
    );
    const again = await previewed(file.body.replace('31/02/2027', '28/02/2027'));
    expect([again.body.includes('1 new entry'), again.body.includes('1 row left out')]).toEqual([true, true]);
    const second = await server.owner.post(
      `${suppliers}/import/refused.csv`,
      formFields(again.body, 'import/refused.csv'),
    );
    expect(second.body.match(/What is wrong with this row/g)).toHaveLength(1);
  });

  test('can be taken without the one bad cell that nobody needs, row by row or all at once', async () => {
    const preview = await previewed(CSV);
    expect(preview.body).toContain('Without “Contract until”');
    const offered = openMarks(preview.body, 'leave');
    expect(offered).toEqual(['1 contractUntil']);
    for (const more of [{ leave: offered[0] ?? '' }, { 'leave-all': 'yes' }]) {
      const form = { ...formFields(preview.body, 'import/preview'), ...more };
      const { body } = await server.owner.post(`${suppliers}/import/preview`, form);
      expect(
        ['2 new entries', '1 row left out', 'Without Contract until: it says “31/02/2027”'].filter(
          (words) => !body.includes(words),
        ),
      ).toEqual([]);
      if ('leave' in more) continue;
      await server.owner.post(`${suppliers}/import/take`, formFields(body, 'import/take'));
      expect((await kept()).map(({ name, contractUntil }) => [name, contractUntil])).toEqual([
        ['Northgate', '2027-03-31'],
        ['Quill', undefined],
      ]);
    }
  });

  test('for a rule about two fields can be taken without one of them', async () => {
    const preview = await previewed('Vendor,Personal data,DSPT status\nNorthgate,yes,Published: Standards Met\n');
    expect(preview.body).toContain('Enter the day somebody looked it up in the Toolkit');
    expect(openMarks(preview.body, 'leave')).toEqual(['0 dsptStatus']);
    const said = await previewed('Vendor,Personal data,DSPT status\nNorthgate,yes,Published: Standards Met\n', {
      'same-dsptCheckedOn': '1 November 2026',
    });
    expect(said.body).toContain('1 new entry');
  });

  test('for words that could mean anything are read once somebody has said what they mean', async () => {
    const preview = await previewed('Vendor,Personal data\nNorthgate,perhaps\nQuill,Perhaps\nInkwell,no\n');
    expect([preview.body.includes('what does “perhaps” mean?'), preview.body.includes('2 rows say it')]).toEqual([
      true,
      true,
    ]);
    const form = { ...formFields(preview.body, 'import/preview'), 'meant-as': 'yes' };
    const { body } = await server.owner.post(`${suppliers}/import/preview`, {
      ...form,
      'meant-field': 'handlesPersonalData',
      'meant-text': 'perhaps',
    });
    expect(body).toContain('3 new entries');
    await server.owner.post(`${suppliers}/import/take`, formFields(body, 'import/take'));
    expect((await kept()).map(({ handlesPersonalData }) => handlesPersonalData)).toEqual([true, true, false]);
  });

  test('come as a file even where a cell holds a whole page', async () => {
    const preview = await previewed(`Vendor,Personal data\nNorthgate,${'perhaps '.repeat(1_500)}\n`);
    const form = formFields(preview.body, 'import/refused.csv');
    const { statusCode, body } = await server.owner.post(`${suppliers}/import/refused.csv`, form);
    expect([statusCode, body.includes('must be yes or no')]).toEqual([200, true]);
  });

  test('are not long looked through when a form says the same a great many times', async () => {
    const form = formFields((await bring(CSV)).body, 'import/preview');
    const started = performance.now();
    const leave = [...new Array<string>(50_000).fill('1 contractUntil'), '99999 contractUntil'];
    const { body } = await server.owner.post(`${suppliers}/import/preview`, { ...form, leave });
    expect(body.match(/name="leave" value="1 contractUntil"/g)?.length).toBe(1);
    expect([body.includes('99999 contractUntil'), performance.now() - started < 10_000]).toEqual([false, true]);
  });

  test('are nothing that a form can make up', async () => {
    for (const form of [{}, { rows: '{"columns":["A"],"rows":[]}', why: '["x"]' }, { rows: 'x', why: 'y' }])
      expect((await server.owner.post(`${suppliers}/import/refused.csv`, form)).statusCode).toBe(422);
  });
});

describe('a column that could mean several things', () => {
  test('is asked about, and nothing goes on until somebody has said it', async () => {
    const columns = await bring('Vendor,Personal data,Review of contract\nNorthgate,yes,1 March 2026\n');
    expect([columns.body.includes('Not sure: please select'), columns.body.includes('It could be')]).toEqual([
      true,
      true,
    ]);
    const form = formFields(columns.body, 'import/preview');
    expect(form['column-2']).toBe('ask');
    const stopped = await server.owner.post(`${suppliers}/import/preview`, form);
    expect([stopped.statusCode, stopped.body.includes('Select what “Review of contract” means')]).toEqual([422, true]);
    const left = await server.owner.post(`${suppliers}/import/preview`, { ...form, 'column-2': '' });
    expect([left.statusCode, left.body.includes('Columns that are left out: “Review of contract”')]).toEqual([
      200,
      true,
    ]);
  });
});
