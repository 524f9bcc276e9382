import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formFields, openMarks } from '../../../test/support/form-fields.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let registers: string;
beforeEach(async () => {
  server = await startOwned();
  registers = `/organisations/${server.organisation}/registers`;
});
afterEach(() => server.stop());

const step = (register: string, name: string, fields: Record<string, string | readonly string[]>) =>
  server.owner.post(`${registers}/${register}/import/${name}`, fields as Record<string, string>);

async function columnsOf(register: string, value: string) {
  return server.owner.upload(`${registers}/${register}/import`, [{ name: 'table', filename: 'list.csv', value }]);
}

async function previewed(register: string, value: string) {
  const columns = await columnsOf(register, value);
  return step(register, 'preview', formFields(columns.body, 'import/preview'));
}

async function kept(kind: string): Promise<readonly Record<string, unknown>[]> {
  const record = await server.installation.records.open(server.organisation);
  return [...(record?.holdings.of.get(kind)?.values() ?? [])].map(({ data }) => Object(data));
}

const MIXED = `Supplier,Personal data,Contract end
Quill,perhaps,
Inkwell,,
Northgate,yes,31/02/2027
Fernside,yes,31/03/2027
`;

describe('the preview of an import', () => {
  test('is one form that brings the table once, with one button that reads the rows again', async () => {
    const { body } = await previewed('suppliers', MIXED);
    expect(body.match(/name="rows"/g)).toHaveLength(1);
    expect(body.match(/Read the rows again/g)).toHaveLength(1);
    expect(body.match(/<form[^>]*import[^>]*>/g)).toHaveLength(1);
  });

  test('keeps what was chosen in every part, whichever button is pressed', async () => {
    const { body } = await previewed('suppliers', MIXED);
    const chosen = {
      ...formFields(body, 'import/take'),
      'same-handlesPersonalData': 'No',
      'meant-as': 'yes',
      leave: openMarks(body, 'leave')[0] ?? '',
    };
    for (const [name, more] of [
      ['preview', {}],
      ['preview', { 'leave-all': 'yes' }],
      ['take', {}],
    ] as const) {
      const read = await step('suppliers', name, { ...chosen, ...more });
      expect(read.body).toContain('4 new entries');
    }
    const columns = await step('suppliers', 'columns', chosen);
    const back = await step('suppliers', 'preview', formFields(columns.body, 'import/preview'));
    expect(back.body).toContain('4 new entries');
    expect(await kept('supplier')).toEqual([]);
  });

  test('imports nothing that it has not shown: what was chosen since is read first', async () => {
    const { body } = await previewed('suppliers', MIXED);
    const chosen = { ...formFields(body, 'import/take'), 'same-handlesPersonalData': 'No' };
    const first = await step('suppliers', 'take', chosen);
    expect([first.statusCode, first.body.includes('You chose something after we read the rows')]).toEqual([422, true]);
    expect(await kept('supplier')).toEqual([]);
    const second = await step('suppliers', 'take', formFields(first.body, 'import/take'));
    expect(second.statusCode).toBe(200);
    expect((await kept('supplier')).map(({ name }) => name)).toEqual(['Inkwell', 'Fernside']);
  });
});

describe('what we add to new entries ourselves', () => {
  const STAFF = 'Name,Email,Employment\nAnn Lee,ann@x.example,Employee\nBen Ray,ben@x.example,Contractor\n';

  test('is said with the number of rows, and taken when nobody says otherwise', async () => {
    const { body } = await previewed('people', STAFF);
    expect(body).toContain('We add “Has access to personal data: Yes” to 1 new entry that does not say it');
    await step('people', 'take', formFields(body, 'import/take'));
    expect((await kept('person')).map(({ accessesPersonalData }) => accessesPersonalData)).toEqual([true, undefined]);
  });

  test.each([
    ['no', 'We add “Has access to personal data: No” to 1 new entry', false],
    ['open', 'We leave “Has access to personal data” empty in 1 new entry', undefined],
  ])('is %s when somebody says so once for all', async (usual, sentence, value) => {
    const { body } = await previewed('people', STAFF);
    const read = await step('people', 'preview', { ...formFields(body, 'import/take'), usual });
    expect(read.body).toContain(sentence);
    const columns = await step('people', 'columns', formFields(read.body, 'import/take'));
    const back = await step('people', 'preview', formFields(columns.body, 'import/preview'));
    await step('people', 'take', formFields(back.body, 'import/take'));
    expect((await kept('person')).map(({ accessesPersonalData }) => accessesPersonalData)).toEqual([value, undefined]);
  });

  test('is nothing when the file says it of everybody', async () => {
    const { body } = await previewed('people', 'Name,Employment,Personal data access\nAnn Lee,Employee,No\n');
    expect(body).not.toContain('What we add ourselves');
  });
});

describe('a yes where a day is asked', () => {
  test('is kept as that, and a day as a day', async () => {
    const { body } = await previewed(
      'suppliers',
      'Supplier,Personal data,DPA signed\nQuill,yes,Y\nInkwell,yes,N\nNorthgate,yes,3 Feb 2025\nFernside,yes,\n',
    );
    expect(body).toContain('4 new entries');
    await step('suppliers', 'take', formFields(body, 'import/take'));
    expect(
      (await kept('supplier')).map(({ processorTerms, processorTermsOn }) => [processorTerms, processorTermsOn]),
    ).toEqual([
      [true, undefined],
      [false, undefined],
      [undefined, '2025-02-03'],
      [undefined, undefined],
    ]);
  });
});

describe('first name and surname in two columns', () => {
  const STAFF = 'Staff no,Surname,Forename,Employment\n17,Lee,Ann,Employee\n18,Ray,Ben,Employee\n';

  test('are taken together for the name, and the page says so', async () => {
    const columns = await columnsOf('people', STAFF);
    expect(columns.body).toContain('“Forename” and “Surname” are taken together for the name, such as “Ann Lee”');
    const fields = formFields(columns.body, 'import/preview');
    expect([fields['column-0'], fields['column-1'], fields['column-2']]).toEqual(['ask', 'name:last', 'name:first']);
    const preview = await step('people', 'preview', { ...fields, 'column-0': '' });
    expect(preview.body).toContain('taken together for the name');
    await step('people', 'take', formFields(preview.body, 'import/take'));
    expect((await kept('person')).map(({ name }) => name)).toEqual(['Ann Lee', 'Ben Ray']);
  });

  test('find the person that a training record is about', async () => {
    await step(
      'people',
      'take',
      formFields((await previewed('people', 'Name,Employment\nAnn Lee,Employee\n')).body, 'import/take'),
    );
    const { body } = await previewed(
      'training-records',
      'First name,Last name,Course,Kind,Completed\nAnn,Lee,IG,Induction,1 May 2026\n',
    );
    expect(body).toContain('1 new entry');
  });

  test('are asked about when there is one of them alone', async () => {
    const columns = await columnsOf('people', 'First name,Employment\nAnn,Employee\n');
    const fields = formFields(columns.body, 'import/preview');
    expect(fields['column-0']).toBe('ask');
    const half = await step('people', 'preview', { ...fields, 'column-0': 'name:first' });
    expect([half.statusCode, half.body.includes('“First name” is half a name')]).toEqual([422, true]);
    const whole = await step('people', 'preview', { ...fields, 'column-0': 'name' });
    expect(whole.body).toContain('1 new entry');
  });

  test('give way to a column that has the whole name', async () => {
    const columns = await columnsOf('people', 'Name,First name,Surname,Employment\nAnn Lee,Ann,Lee,Employee\n');
    const fields = formFields(columns.body, 'import/preview');
    expect([fields['column-0'], fields['column-1'], fields['column-2']]).toEqual(['name', 'ask', 'ask']);
    const both = await step('people', 'preview', { ...fields, 'column-1': 'name:first', 'column-2': 'name:last' });
    expect([both.statusCode, both.body.includes('Another column has the whole name')]).toEqual([422, true]);
  });
});
