import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';

const lines = (source: string) => readHtml(source).lines.map(({ role, text }) => [role, text]);

test('a paragraph has the line on which its words begin', () => {
  expect(readHtml('<p>\n\n  Backups\n are kept</p>').lines.map(({ text, where }) => [where.line, text])).toEqual([
    [3, 'Backups are kept'],
  ]);
});

test('a line break divides a paragraph without ending its block', () => {
  expect(readHtml('<p>One<br>two</p>').lines.map(({ text, block }) => [text, block])).toEqual([
    ['One', 0],
    ['two', 0],
  ]);
});

test('a short paragraph in bold throughout is a heading in all but name', () => {
  expect(lines('<p><b>Scope</b></p><p><b>Owner:</b> Jane</p>')).toEqual([
    ['heading', 'Scope'],
    ['text', 'Owner: Jane'],
  ]);
});

test('scripts, styles and hidden parts are left out, and the hidden ones counted', () => {
  const { lines: read, marks } = readHtml(
    '<style>p{}</style><script>x</script><p hidden>a</p><p style="display: none">b</p><p>c</p>',
  );
  expect([read.map(({ text }) => text), marks.hiddenText]).toEqual([['c'], 2]);
});

test('check boxes show whether they are ticked', () => {
  expect(
    readHtml('<li><input type=checkbox checked> Encrypted</li>').lines.map(({ text, ticked }) => [text, ticked]),
  ).toEqual([['Encrypted', true]]);
});

test('a definition follows its term', () =>
  expect(lines('<dl><dt>Owner</dt><dd>Jane</dd></dl>')).toEqual([['text', 'Owner: Jane']]));

test('title and description come from the head', () => {
  const { title, properties } = readHtml('<title>Policy</title><meta name=Author content=Jane>');
  expect([title, properties]).toEqual(['Policy', { author: 'Jane' }]);
});

describe('tables', () => {
  const shape = (source: string) =>
    readHtml(source).tables.map(({ columns, rows }) => [
      columns,
      ...rows.map(({ cells }) => cells.map(({ text }) => text)),
    ]);

  test('a heading over two columns names both, and two heading rows become one', () => {
    const head =
      '<thead><tr><th rowspan=2>Name</th><th colspan=2>Training</th></tr><tr><th>Date</th><th>Result</th></tr></thead>';
    expect(shape(`<table>${head}<tr><td>Jane</td><td>2025</td><td>Pass</td></tr></table>`)).toEqual([
      [
        ['Name', 'Training Date', 'Training Result'],
        ['Jane', '2025', 'Pass'],
      ],
    ]);
  });

  test('a cell over several rows stands in the first and shifts nobody', () => {
    expect(
      shape(
        '<table><tr><th>A</th><th>B</th></tr><tr><td rowspan=2>x</td><td>1 a</td></tr><tr><td>2 b</td></tr></table>',
      ),
    ).toEqual([
      [
        ['A', 'B'],
        ['x', '1 a'],
        ['', '2 b'],
      ],
    ]);
  });

  test('a table that only lays out the page gives up its contents', () => {
    expect(
      shape(
        '<table><tr><td><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
      ),
    ).toEqual([
      [
        ['A', 'B'],
        ['1', '2'],
      ],
    ]);
  });
});
