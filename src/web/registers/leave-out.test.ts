import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formFields, openMarks } from '../../../test/support/form-fields.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let suppliers: string;
beforeEach(async () => {
  server = await startOwned();
  suppliers = `/organisations/${server.organisation}/registers/suppliers`;
});
afterEach(() => server.stop());

const CSV = `Supplier,Personal data,Service
Quill,yes,Letters
Inkwell,no,Paper
Fernside,no,Cleaning
Total: 3,,
End of report,,
`;

const step = (name: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
  server.owner.post(`${suppliers}/import/${name}`, fields as Record<string, string>);

async function previewed(value: string) {
  const columns = await server.owner.upload(`${suppliers}/import`, [{ name: 'table', filename: 'list.csv', value }]);
  return step('preview', formFields(columns.body, 'import/preview'));
}

/** The form of a preview with these boxes ticked, as a browser sends it. */
function formOf(body: string, out: readonly string[] = ticked(body)) {
  return { ...formFields(body, 'import/take'), out };
}

function ticked(body: string): readonly string[] {
  const boxes = [...body.matchAll(/<input[^>]*name="out"[^>]*>/g)].map(([box]) => box);
  return boxes.flatMap((box) =>
    box.includes('checked=""') || box.includes('type="hidden"') ? [/value="(\d+)"/.exec(box)?.[1] ?? ''] : [],
  );
}

async function names(): Promise<readonly unknown[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get('supplier')?.values() ?? [])].map(({ data }) =>
    Reflect.get(Object(data), 'name'),
  );
}

describe('rows that somebody leaves out of an import', () => {
  test('are a total and the end of the list by themselves, each named with its place', async () => {
    const { body } = await previewed(CSV);
    expect(
      [
        '3 new entries',
        '2 rows left out',
        'that look like totals or the end of the list: line 5 (“Total: 3”) and line 6 (“End of report”)',
      ].filter((words) => !body.includes(words)),
    ).toEqual([]);
    expect([openMarks(body, 'out'), ticked(body)]).toEqual([
      ['3', '4', '0', '1', '2'],
      ['3', '4'],
    ]);
    const taken = await step('take', formOf(body));
    expect([taken.statusCode, taken.body.includes('line 5 (“Total: 3”)')]).toEqual([200, true]);
    expect(await names()).toEqual(['Quill', 'Inkwell', 'Fernside']);
  });

  test('stay in when the box is unticked', async () => {
    const { body } = await previewed('Supplier,Personal data\nQuill,no\nTotal,\n');
    const form = { ...formOf(body, []), 'same-handlesPersonalData': 'No' };
    const again = await step('preview', form);
    expect([again.body.includes('2 new entries'), again.body.includes('No row left out')]).toEqual([true, true]);
    await step('take', formOf(again.body));
    expect(await names()).toEqual(['Quill', 'Total']);
  });

  test('are those ticked, and nothing is imported before it was shown without them', async () => {
    const { body } = await previewed(CSV);
    const first = await step('take', formOf(body, ['1', '3', '4']));
    expect([
      first.statusCode,
      first.body.includes('You chose something after we read the rows'),
      first.body.includes('because you said so: line 3 (“Inkwell”)'),
    ]).toEqual([422, true, true]);
    expect(await names()).toEqual([]);
    const columns = await step('columns', formOf(first.body));
    const back = await step('preview', { ...formFields(columns.body, 'import/preview'), out: ticked(columns.body) });
    expect(ticked(back.body)).toEqual(['1', '3', '4']);
    await step('take', formOf(back.body));
    expect(await names()).toEqual(['Quill', 'Fernside']);
  });

  test('are given by their numbers, however long the table is', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `Firm ${at + 2},no,`).join('\n');
    const { body } = await previewed(`Supplier,Personal data,Service\n${rows}\n`);
    const read = await step('preview', { ...formOf(body), 'out-rows': '200, 50-299' });
    expect([read.body.includes('50 new entries'), read.body.includes('250 rows left out')]).toEqual([true, true]);
    expect(ticked(read.body)).toHaveLength(250);
    const none = await step('preview', { ...formOf(read.body), 'out-none': 'yes' });
    expect(none.body).toContain('300 new entries');
    await step('take', formOf(read.body));
    expect((await names()).slice(-3)).toEqual(['Firm 49', 'Firm 300', 'Firm 301']);
  });

  test.each([
    ['words', 'the third', 'Enter the numbers of rows, such as 12, 15-20'],
    ['a row that is not there', '900', 'No row of the file has the number 900'],
    ['rows that are not there', '1-2, 70 to 90', 'No row of the file has the number 70 to 90'],
    ['more than we read', '2,'.repeat(1_001), 'The numbers of rows must be 2,000 characters or fewer'],
  ])('are asked again where the numbers cannot be read: %s', async (_, typed, sentence) => {
    const { body } = await previewed(CSV);
    for (const name of ['preview', 'take', 'columns']) {
      const again = await step(name, { ...formOf(body), 'out-rows': typed });
      expect([
        again.statusCode,
        again.body.includes(sentence),
        again.body.includes(`value="${typed}"`),
        again.body.includes('href="#out-rows"'),
      ]).toEqual([422, true, true, true]);
    }
    expect(await names()).toEqual([]);
  });

  test('are looked for where two new people have one name', async () => {
    const people = suppliers.replace('suppliers', 'people');
    const value = 'Name,Employment,Job title\nBen Carter,staff,Nurse\nAnn Lee,staff,Nurse\nben carter,staff,Driver\n';
    const columns = await server.owner.upload(`${people}/import`, [{ name: 'table', filename: 'list.csv', value }]);
    const { body } = await server.owner.post(`${people}/import/preview`, formFields(columns.body, 'import/preview'));
    expect(body).toContain('“Ben Carter” in line 2 and line 4. Leave rows out below if they mean the same.');
    expect((await previewed(CSV)).body).not.toContain('The same name more than once');
  });
});
