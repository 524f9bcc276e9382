import { expect, test } from 'vitest';
import { readCsv } from './csv.ts';

const shape = (source: string) =>
  readCsv(source).tables.map(({ columns, rows }) => [
    columns,
    ...rows.map(({ cells, where }) => [where.line, ...cells.map(({ text }) => text)]),
  ]);

test.each([',', ';', '\t', '|'])('the delimiter %j is found', (mark) => {
  expect(shape(`Name${mark}Owner\nLaptop${mark}Jane\n`)[0]).toEqual([
    ['Name', 'Owner'],
    [2, 'Laptop', 'Jane'],
  ]);
});

test('a row has the line it begins on, below cells that span lines', () => {
  expect(shape('Name,Note\nLaptop,"first\nsecond"\n\nTablet,x')).toEqual([
    [
      ['Name', 'Note'],
      [2, 'Laptop', 'first second'],
      [5, 'Tablet', 'x'],
    ],
  ]);
});

test('title rows above the heading are lines, not rows', () => {
  const { lines, tables } = readCsv(
    'Asset register,,\nLast reviewed 01/02/2025,,\n\nName,Owner,Bought\nLaptop,Jane,2024\n',
  );
  expect([lines.slice(0, 2).map(({ text, where }) => [where.line, text]), tables[0]?.columns]).toEqual([
    [
      [1, 'Asset register'],
      [2, 'Last reviewed 01/02/2025'],
    ],
    ['Name', 'Owner', 'Bought'],
  ]);
});

test('fields and values have no heading row', () => {
  expect(shape('Version,1.0\nOwner,Jane\nReview date,2026-01-01')[0]?.[0]).toEqual(['', '']);
});

test('values without names have no heading row', () => {
  expect(shape('2025-01-01,ok\n2025-02-01,ok')[0]?.[0]).toEqual(['', '']);
});

test('a quotation mark that never closes does not swallow the file', () => {
  expect(shape('Name,Owner\n"Laptop,Jane\nTablet,Ann\nPhone,Bob')[0]?.slice(1)).toHaveLength(3);
});

test('a row with more cells than the heading keeps them', () => {
  expect(shape('Name,Owner\nLaptop,Jane,spare')).toEqual([
    [
      ['Name', 'Owner', ''],
      [2, 'Laptop', 'Jane', 'spare'],
    ],
  ]);
});

test("Excel's sep= line names the delimiter and is no row", () => {
  expect(shape('sep=;\nName;Owner\nLaptop;Jane')).toEqual([
    [
      ['Name', 'Owner'],
      [3, 'Laptop', 'Jane'],
    ],
  ]);
});

test.each(['No,What happened,Opened,Closed', '#,What happened,Opened,Closed'])('%s is a heading row', (heading) => {
  expect(readCsv(`${heading}\n1,A letter went astray,01/02/2026,03/02/2026\n`).tables[0]?.columns).toEqual(
    heading.split(','),
  );
});

test('remarks above and below the rows are lines', () => {
  const { lines, tables } = readCsv(
    '# exported by Jo, 1 May 2026\nName,Owner,State\nLaptop,Jo,on\n# checked line by line, by Jo\n',
  );
  expect(lines.filter(({ role }) => role === 'text').map(({ text }) => text)).toEqual([
    '# exported by Jo, 1 May 2026',
    '# checked line by line, by Jo',
  ]);
  expect(tables[0]?.rows.length).toBe(1);
});
