import {
  CheckBox,
  CommentRangeStart,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readDocx } from './docx.ts';
import { readXlsx } from './xlsx.ts';
import { numberStyle, shownNumber } from './xlsx-numbers.ts';

describe('Word files', () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    title: 'Access policy',
    creator: 'Jane Smith',
    comments: { children: [{ id: 0, author: 'Ann', children: [new Paragraph('Really?')] }] },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Example Ltd, confidential')] }) },
        footers: { default: new Footer({ children: [new Paragraph('Version 1.2')] }) },
        children: [
          new Paragraph({ text: 'Access policy', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Scope', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('All staff'),
              new InsertedTextRun({ text: ' and contractors', id: 1, author: 'Ann', date: '2026-01-01T00:00:00Z' }),
            ],
          }),
          new Paragraph({ children: [new CheckBox({ checked: true }), new TextRun(' Read by all')] }),
          new Table({
            rows: [
              ['Name', 'Owner'],
              ['Laptop', 'Jane'],
            ].map((row) => new TableRow({ children: row.map(cell) })),
          }),
        ],
      },
    ],
  });
  const read = async () => readDocx(new Uint8Array(await Packer.toBuffer(document)));

  test('paragraphs, headings and rows are numbered in reading order', async () => {
    const { lines } = await read();
    expect(lines.filter(({ role }) => role !== 'furniture').map(({ text, where }) => [where.line, text])).toEqual([
      [1, 'Access policy'],
      [2, 'Scope'],
      [3, 'All staff and contractors'],
      [4, 'Read by all'],
      [5, 'Name | Owner'],
      [6, 'Laptop | Jane'],
    ]);
  });

  test('headers and footers are furniture', async () => {
    expect((await read()).lines.filter(({ role }) => role === 'furniture').map(({ text }) => text)).toEqual([
      'Example Ltd, confidential',
      'Version 1.2',
    ]);
  });

  test('a ticked box is ticked', async () => {
    expect((await read()).lines.find(({ text }) => text === 'Read by all')?.ticked).toBe(true);
  });

  test('tracked changes and comments are counted', async () => {
    expect((await read()).marks).toEqual({ trackedChanges: 1, comments: 1 });
  });

  test('title and author come from the properties', async () => {
    const { title, properties } = await read();
    expect([title, properties.author]).toEqual(['Access policy', 'Jane Smith']);
  });
});

describe('workbooks', () => {
  const assets = [
    [{ value: 'Asset register', columnSpan: 3 }],
    [],
    ['Name', 'Bought', 'Share'],
    [
      'Laptop',
      { value: new Date(Date.UTC(2025, 2, 4)), type: Date, format: 'mm/dd/yyyy' },
      { value: 0.85, type: Number, format: '0%' },
    ],
    [null, null, { value: 0.1 + 0.2, type: Number }],
  ];
  const read = async () =>
    readXlsx(
      new Uint8Array(
        await writeExcelFile([
          { data: assets, sheet: 'Assets' },
          {
            data: [
              ['Version', '1.0'],
              ['Owner', 'Jane'],
            ],
            sheet: 'Control',
          },
        ]).toBuffer(),
      ),
    );

  test('cells are named after sheet, column and row', async () => {
    const [first] = (await read()).tables;
    expect(first?.rows[0]?.cells.map(({ text, where }) => [where.cell, text])).toEqual([
      ['Assets!A4', 'Laptop'],
      ['Assets!B4', '04/03/2025'],
      ['Assets!C4', '85%'],
    ]);
  });

  test('the heading row is found below the title', async () => {
    expect((await read()).tables.map(({ title, columns }) => [title, columns])).toEqual([
      ['Assets', ['Name', 'Bought', 'Share']],
      ['Control', ['', '']],
    ]);
  });

  test('numbers lose the noise of binary fractions', async () => {
    expect((await read()).tables[0]?.rows[1]?.cells[2]?.text).toBe('0.3');
  });

  test.each([
    [45_720, 'dd/mm/yyyy', false, '04/03/2025'],
    [44_258, 'd-mmm-yy', true, '04/03/2025'],
    [45_720.75, 'yyyy-mm-dd hh:mm', false, '04/03/2025 18:00'],
    [45_717, 'mmm-yy', false, 'Mar 2025'],
    [0.5, 'h:mm', false, '12:00'],
    [1.5, '[h]:mm', false, '36:00'],
    [7, '0000', false, '0007'],
    [12, '"day" 0', false, '12'],
    [45_720, '[$-809]dd mmmm yyyy;@', false, '04/03/2025'],
    [1, 'dd/mm/yyyy', false, '01/01/1900'],
  ])('%d shown as %s (1904: %s) is %s', (value, code, from1904, shown) => {
    expect(shownNumber(value, numberStyle(164, new Map([[164, code]])), from1904)).toBe(shown);
  });
});
