import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { readPdf } from './pdf.ts';

type Draw = (document: PDFKit.PDFDocument) => void;

function pdf(...pages: Draw[]): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ autoFirstPage: false, info: { Title: 'Access policy', Author: 'Jane' } });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    for (const draw of pages) draw(document.addPage().fontSize(11));
    document.end();
  });
}

const row = (document: PDFKit.PDFDocument, y: number, cells: readonly string[]) =>
  cells.forEach((text, at) => void document.text(text, 72 + at * 150, y, { width: 140 }));

test('larger type is a heading, and lines are numbered within the page', async () => {
  const { lines } = await readPdf(
    await pdf((page) =>
      page.fontSize(18).text('Scope', 72, 100).fontSize(11).text('All staff are covered by this policy.', 72, 140),
    ),
  );
  expect(lines.map(({ role, text, where }) => [role, text, where])).toEqual([
    ['heading', 'Scope', { page: 1, line: 1 }],
    ['text', 'All staff are covered by this policy.', { page: 1, line: 2 }],
  ]);
});

test('text that lines up in columns is a table, wrapped cells and empty ones included', async () => {
  const { tables } = await readPdf(
    await pdf((page) => {
      page.text('These are the assets that the company owns at present.', 72, 100);
      row(page, 140, ['Name', 'Owner', 'Bought']);
      row(page, 170, ['A laptop with quite a long name', 'Jane', '01/02/2025']);
      row(page, 215, ['Tablet', '', '03/04/2025']);
    }),
  );
  expect(tables.map(({ columns, rows }) => [columns, rows.map(({ cells }) => cells.map(({ text }) => text))])).toEqual([
    [
      ['Name', 'Owner', 'Bought'],
      [
        ['A laptop with quite a long name', 'Jane', '01/02/2025'],
        ['Tablet', '', '03/04/2025'],
      ],
    ],
  ]);
});

test('a table that goes on over the page is one table', async () => {
  const page =
    (first: number): Draw =>
    (document) => {
      row(document, 100, ['Name', 'Owner']);
      for (let at = 0; at < 5; at++) row(document, 130 + at * 30, [`Laptop ${first + at}`, 'Jane']);
    };
  const { tables } = await readPdf(await pdf(page(1), page(6)));
  expect(tables.map(({ rows }) => rows.length)).toEqual([10]);
});

test('what comes back in the margin of every page is furniture', async () => {
  const page =
    (number: number): Draw =>
    (document) => {
      document
        .text('Example Ltd', 72, 40)
        .text(`Page ${number} of 3`, 72, 725, { lineBreak: false })
        .text(`Paragraph ${number} of the policy.`, 72, 200);
    };
  const { lines } = await readPdf(await pdf(page(1), page(2), page(3)));
  expect(lines.map(({ role, text }) => [role, text])).toEqual([
    ['furniture', 'Example Ltd'],
    ['furniture', 'Page 1 of 3'],
    ['text', 'Paragraph 1 of the policy.'],
    ['text', 'Paragraph 2 of the policy.'],
    ['text', 'Paragraph 3 of the policy.'],
  ]);
});

test('a word divided at the end of a line is put together again', async () => {
  const { lines } = await readPdf(await pdf((page) => page.text('Keep the confiden-', 72, 100).text('tiality of it.')));
  expect(lines.map(({ text }) => text)).toEqual(['Keep the confidentiality', 'of it.']);
});

test('bullets are items and links are kept', async () => {
  const { lines, links } = await readPdf(
    await pdf((page) =>
      page.text('• Lock the screen', 72, 100).text('See the plan', { link: 'https://example.com/plan' }),
    ),
  );
  expect([lines[0]?.role, lines[0]?.text, links[0]?.target]).toEqual([
    'item',
    'Lock the screen',
    'https://example.com/plan',
  ]);
});

test('title and author come from its information', async () => {
  const { title, properties } = await readPdf(await pdf((page) => page.text('Text', 72, 100)));
  expect([title, properties.author]).toEqual(['Access policy', 'Jane']);
});

test('pages without text are named', async () => {
  const { marks } = await readPdf(
    await pdf(
      (page) => page.text('Text', 72, 100),
      (page) => page.rect(50, 50, 100, 100).fill('grey'),
    ),
  );
  expect(marks.emptyPages).toEqual([2]);
});

test('a page in two columns is read down the left one first', async () => {
  const words =
    'The company keeps personal data only for as long as it is needed and deletes it from every system afterwards. ';
  const { lines } = await readPdf(
    await pdf((page) =>
      page
        .text(`Left begins. ${words.repeat(3)}`, 72, 100, { width: 210 })
        .text(`Right begins. ${words.repeat(3)}`, 320, 100, { width: 210 }),
    ),
  );
  const [left, right] = ['Left begins.', 'Right begins.'].map((start) =>
    lines.findIndex(({ text }) => text.startsWith(start)),
  );
  expect([left, (right ?? 0) > 5]).toEqual([0, true]);
});

test('a table of two wide columns is no page in two columns', async () => {
  const words = 'Somebody takes a laptop home and leaves it on the train, where nobody finds it again at all.';
  const { tables } = await readPdf(
    await pdf((page) => {
      for (let at = 0; at < 6; at++)
        page.text(words, 72, 100 + at * 60, { width: 200 }).text(words, 320, 100 + at * 60, { width: 200 });
    }),
  );
  expect(tables.map(({ rows }) => rows.length)).toEqual([6]);
});
