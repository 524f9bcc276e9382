import { describe, expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';

const texts = (source: string) => readMarkdown(source).lines.map(({ text }) => text);
const numbered = (source: string) => readMarkdown(source).lines.map(({ text, where }) => [where.line, text]);

describe('lines', () => {
  test('each source line of a wrapped paragraph keeps its number and shares the block', () => {
    const { lines } = readMarkdown('\nOne\ntwo\n\nthree');
    expect(lines.map(({ text, where, block }) => [text, where.line, block])).toEqual([
      ['One', 2, 0],
      ['two', 3, 0],
      ['three', 5, 1],
    ]);
  });

  test('markup is taken off', () => {
    expect(texts('**Owner:** the *IT* lead, `sudo -i`, ~~gone~~ and a [link](x.md)')).toEqual([
      'Owner: the IT lead, sudo -i, gone and a link',
    ]);
  });

  test('bold that runs over a line end leaves no stars', () => {
    expect(numbered('A **bold\nphrase** here')).toEqual([
      [1, 'A bold'],
      [2, 'phrase here'],
    ]);
  });

  test('code that runs over a line end does not shift the numbers', () => {
    expect(numbered('A `code\nspan` here\nlast')[2]).toEqual([3, 'last']);
  });

  test.each([
    '[Date]',
    '[ ]',
    '<name>',
    '<Company Name>',
    '{{client}}',
    '__/__/____',
    '____________',
    '[INSERT NAME]',
    '<title>',
  ])('the gap %s stays as it is', (gap) =>
    expect(texts(`Approved by ${gap} today`)).toEqual([`Approved by ${gap} today`]),
  );

  test('a gap alone on its line does not swallow the next line', () => {
    expect(texts('<Company Name>\nSecond line')).toEqual(['<Company Name>', 'Second line']);
  });

  test('a bracket that looks like a link definition but leads nowhere stays text', () => {
    expect(texts('Reviewed [Date] by Jane\n\n[Date]: 12/03/2025')).toEqual([
      'Reviewed [Date] by Jane',
      'Date: 12/03/2025',
    ]);
  });

  test('comments and HTML tags are no text', () => {
    expect(texts('A <b>bold</b> word<!-- secret -->\n\n<!--\nhidden\n-->\n\nEnd')).toEqual(['A bold word', 'End']);
  });

  test('a line of underscores after a label is a gap for a signature', () => {
    expect(texts('Signed:\n________\n\n---')).toEqual(['Signed:', '________']);
  });

  test('code keeps its indent and its line numbers', () => {
    expect(
      readMarkdown('```mermaid\ngraph TD\n  A --> B\n```').lines.map(({ role, text, where }) => [
        role,
        text,
        where.line,
      ]),
    ).toEqual([
      ['code', 'graph TD', 2],
      ['code', '  A --> B', 3],
    ]);
  });

  test('quotes and call-outs are read without their marks', () => {
    expect(readMarkdown('> [!NOTE]\n> Ask first').lines.map(({ role, text }) => [role, text])).toEqual([
      ['quote', 'NOTE'],
      ['quote', 'Ask first'],
    ]);
  });
});

describe('structure', () => {
  test('a heading names the section of what follows, and its own section is the heading that encloses it', () => {
    const { lines } = readMarkdown('# Policy\n\n## Scope\n\nAll staff\n\nRoles\n-----\n\nThe owner');
    expect(lines.map(({ text, section, level }) => [text, section, level])).toEqual([
      ['Policy', -1, 1],
      ['Scope', 0, 2],
      ['All staff', 1, undefined],
      ['Roles', 0, 2],
      ['The owner', 3, undefined],
    ]);
  });

  test('task lists say what is ticked', () => {
    expect(readMarkdown('- [x] Done\n- [ ] Open\n- plain').lines.map(({ text, ticked }) => [text, ticked])).toEqual([
      ['Done', true],
      ['Open', false],
      ['plain', undefined],
    ]);
  });

  test('a line with several boxes keeps them', () => {
    expect(texts('Yes ☐ No ☒')).toEqual(['Yes ☐ No ☒']);
  });

  test('front matter becomes properties, a title and rows with line numbers', () => {
    const { title, properties, tables } = readMarkdown(
      '---\ntitle: "Access policy"\nowner: Jane\ntags:\n  - a\n  - b\n---\n# Heading',
    );
    expect([title, properties, tables[0]?.rows.map(({ where }) => where.line)]).toEqual([
      'Access policy',
      { title: 'Access policy', owner: 'Jane', tags: 'a, b' },
      [2, 3, 4],
    ]);
  });

  test('a rule at the top with prose below is not front matter', () => {
    expect(texts('---\nJust prose here\n---\nMore')).toContain('Just prose here');
  });

  test('links carry target and line', () => {
    expect(readMarkdown('See\n[the plan](bcp.md) and [risks][r]\n\n[r]: risks.csv').links).toEqual([
      { text: 'the plan', target: 'bcp.md', where: { line: 2 } },
      { text: 'risks', target: 'risks.csv', where: { line: 2 } },
      { text: 'r', target: 'risks.csv', where: { line: 4 } },
    ]);
  });
});

describe('tables', () => {
  const shape = (source: string) =>
    readMarkdown(source).tables.map(({ columns, rows }) => [
      columns,
      rows.map(({ cells, where }) => [where.line, ...cells.map(({ text }) => text)]),
    ]);

  test('rows carry their line and cells lose their markup', () => {
    expect(shape('| **Name** | Owner |\n|---|:--:|\n| `a\\|b` | [Jane](x) |')).toEqual([
      [['Name', 'Owner'], [[3, 'a|b', 'Jane']]],
    ]);
  });

  test('the outer bars may be missing', () => {
    expect(shape('Name | Owner\n--|--\nLaptop | Jane')).toEqual([[['Name', 'Owner'], [[3, 'Laptop', 'Jane']]]]);
  });

  test('cells beyond the heading are kept under a column without a name', () => {
    expect(shape('| Name |\n|---|\n| Laptop | Jane |')).toEqual([[['Name', ''], [[3, 'Laptop', 'Jane']]]]);
  });

  test('a heading row that is itself a field becomes a row', () => {
    expect(shape('| Version | 1.0 |\n|---|---|\n| Owner | Jane |')).toEqual([
      [
        ['', ''],
        [
          [1, 'Version', '1.0'],
          [3, 'Owner', 'Jane'],
        ],
      ],
    ]);
  });

  test('the history of versions keeps its heading', () => {
    expect(shape('| Version | Date |\n|---|---|\n| 1.0 | 01/02/2025 |')[0]?.[0]).toEqual(['Version', 'Date']);
  });

  test('an HTML table inside Markdown is read, blank lines and all', () => {
    expect(
      shape('Text\n\n<table>\n<tr><th>Name</th><th>Owner</th></tr>\n\n<tr><td>Laptop</td><td>Jane</td></tr>\n</table>'),
    ).toEqual([[['Name', 'Owner'], [[6, 'Laptop', 'Jane']]]]);
  });

  test('a row is also a line, its cells divided by bars', () => {
    expect(texts('| Name | Owner |\n|---|---|\n| Laptop | |\n| | |')).toEqual(['Name | Owner', 'Laptop |']);
  });
});
