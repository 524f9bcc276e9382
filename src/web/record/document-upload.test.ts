import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Part } from '../../../test/support/multipart.ts';
import { type OwnedServer, startOwned } from '../../../test/support/web-visitors.ts';
import { zipOf } from '../../../test/support/workbook-builder.ts';
import { listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';

let server: OwnedServer;

beforeAll(async () => {
  server = await startOwned();
});
afterAll(() => server.stop());

/** Sends files and tells under which paths the record has more than before. */
async function upload(parts: readonly Part[]): Promise<readonly string[]> {
  const before = new Set(await kept());
  const { statusCode } = await server.owner.upload(`/organisations/${server.organisation}/documents`, parts);
  expect(statusCode).toBe(200);
  return (await kept()).filter((path) => !before.has(path));
}

async function kept(): Promise<readonly string[]> {
  const record = await server.installation.records.open(server.organisation);
  return record ? listOf(record.holdings, document).map(({ data }) => data.path) : [];
}

/** The paths of all that has not been withdrawn. */
async function inUse(): Promise<readonly string[]> {
  const record = await server.installation.records.open(server.organisation);
  const all = record ? listOf(record.holdings, document) : [];
  return all.flatMap(({ data }) => (data.withdrawnOn === undefined ? [data.path] : []));
}

const file = (name: string, filename: string): Part => ({ name, filename, value: `# ${filename}\n\nSome words.\n` });

test('files of a folder are kept under their paths inside it', async () => {
  const added = await upload([file('folder', 'Ann’s folder/policies/one.md'), file('folder', 'Ann’s folder/two.md')]);
  expect(added).toEqual(['policies/one.md', 'two.md']);
});

test('files are kept under their own names', async () => {
  expect(await upload([file('documents', 'three.md'), file('documents', 'four.md')])).toEqual(['three.md', 'four.md']);
});

test('the list that the page’s script sends ahead says under which paths', async () => {
  const list = { name: 'paths', value: JSON.stringify(['Dropped/a/five.md', 'Dropped/six.md']) };
  expect(await upload([list, file('documents', 'five.md'), file('documents', 'six.md')])).toEqual([
    'a/five.md',
    'six.md',
  ]);
});

test.each([
  ['{', 'a.md', 'a.md'],
  ['[1]', 'b.md', 'b.md'],
  ['"x"', 'c.md', 'c.md'],
  ['[]', 'd.md', 'd.md'],
  ['["../../etc/passwd"]', 'e.md', 'passwd'],
])('a list that is %s leads nowhere else', async (value, filename, path) => {
  expect(await upload([{ name: 'paths', value }, file('documents', filename)])).toEqual([path]);
});

test.each([
  ['minutes.md', 'minutes.md', ['minutes.md', 'minutes (2).md']],
  ['a\u0001b.md', 'a\tb.md', ['ab.md', 'ab (2).md']],
  ['..', '.', ['unnamed', 'unnamed (2)']],
])('two files of one upload that are called %j and %j are both kept', async (first, second, expected) => {
  expect(await upload([file('documents', first), { ...file('documents', second), value: 'Other words.' }])).toEqual(
    expected,
  );
  expect(await inUse()).toEqual(expect.arrayContaining(expected));
});

test('a file of the same name in a later upload takes the place of the older one', async () => {
  await upload([{ ...file('documents', 'agenda.md'), value: 'The first agenda.' }]);
  await upload([{ ...file('documents', 'agenda.md'), value: 'The second agenda.' }]);
  expect((await inUse()).filter((path) => path.startsWith('agenda'))).toEqual(['agenda.md']);
});

test('two archives of one upload with a file of one path are two documents, and stay so when they come again', async () => {
  const zip = async (words: string) =>
    zipOf({ 'letters/to sign.md': `# Letter\n\n${words}\n`, 'letters/more.md': words });
  const parts = [
    { name: 'documents', filename: 'north.zip', value: await zip('For the north.') },
    { name: 'documents', filename: 'south.zip', value: await zip('For the south.') },
  ];
  expect((await upload(parts)).toSorted()).toEqual(['more (2).md', 'more.md', 'to sign (2).md', 'to sign.md']);
  expect(await upload(parts)).toEqual([]);
  expect((await inUse()).filter((path) => path.startsWith('to sign'))).toHaveLength(2);
});
