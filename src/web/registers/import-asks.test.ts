import { afterEach, beforeEach, expect, test } from 'vitest';
import { formFields, openMarks } from '../../../test/support/form-fields.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';

let server: OwnedServer;
let registers: string;
beforeEach(async () => {
  server = await startOwned();
  registers = `/organisations/${server.organisation}/registers`;
});
afterEach(() => server.stop());

const bring = (register: string, value: string) =>
  server.owner.upload(`${registers}/${register}/import`, [{ name: 'table', filename: 'list.csv', value }]);
const preview = (register: string, fields: Record<string, string>) =>
  server.owner.post(`${registers}/${register}/import/preview`, fields);

test('a choice that every row needs and the file does not have is asked once, and the preview asks it too', async () => {
  const columns = await bring('people', 'Name,Email\nAnn Lee,ann@x.example\nBen Ray,ben@x.example\n');
  expect(columns.body).toContain('Employment: for all rows, use');
  expect(columns.body).not.toMatch(/name="same-name"|every row needs these/i);
  const unsaid = await preview('people', formFields(columns.body, 'import/preview'));
  expect([unsaid.body.includes('2 rows left out'), unsaid.body.includes('Employment: for all rows, use')]).toEqual([
    true,
    true,
  ]);
  const said = await preview('people', { ...formFields(unsaid.body, 'import/preview'), 'same-employment': 'Employee' });
  expect(said.body).toContain('2 new entries');
});

test('two people of one email address are told apart, and the second can be taken without it', async () => {
  const columns = await bring(
    'people',
    'Name,Email,Employment\nAnn Lee,office@x.example,Employee\nBen Ray,office@x.example,Employee\n',
  );
  const shared = await preview('people', formFields(columns.body, 'import/preview'));
  expect(shared.body).toContain('has the same email address. If this is another person, take the row without');
  const [leave = ''] = openMarks(shared.body, 'leave');
  expect(leave).toBe('1 email');
  const taken = await preview('people', { ...formFields(shared.body, 'import/preview'), leave });
  expect(taken.body).toContain('2 new entries');
});

test('a column that is not known and says something is asked about, and only a person leaves it out', async () => {
  const columns = await bring('suppliers', 'Who we buy from,Personal data,Colour,Empty\nQuill,yes,Red,\n');
  const fields = formFields(columns.body, 'import/preview');
  expect([fields['column-0'], fields['column-2'], fields['column-3']]).toEqual(['name', 'ask', '']);
  expect((await preview('suppliers', fields)).statusCode).toBe(422);
  const left = await preview('suppliers', { ...fields, 'leave-unsure': 'yes' });
  expect([left.statusCode, left.body.includes('Columns that are left out: “Colour”')]).toEqual([200, true]);
});
