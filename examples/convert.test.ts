import { Buffer } from 'node:buffer';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { convertMarkdown } from './convert.ts';

const SAMPLE = `# Key Policy

**Owner:** Ada Wren
**Version:** 1.2

See the [list](https://keys.example/list).

1. Count the keys
   - also the small ones
2. Lock the box

- [x] Counted
- [ ] Locked

| Key | Holder |
| --- | --- |
| Front | Ada Wren |
| Back | |
`;

async function wordHtml(markdown: string): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(await convertMarkdown(markdown, 'docx')) })).value;
}

async function pdfPages(markdown: string): Promise<string[]> {
  const pdf = await getDocumentProxy(await convertMarkdown(markdown, 'pdf'));
  return (await extractText(pdf, { mergePages: false })).text;
}

describe('a Word document made from Markdown', () => {
  it('has real headings', async () => {
    expect(await wordHtml(SAMPLE)).toContain('<h1>Key Policy</h1>');
  });

  it('has a real table with its heading row', async () => {
    expect(await wordHtml(SAMPLE)).toMatch(/<thead><tr><th>.*Key.*<\/th>.*<\/thead><tbody>.*Front/);
  });

  it('has numbered and bulleted lists, one inside the other', async () => {
    expect(await wordHtml(SAMPLE)).toContain(
      '<ol><li>Count the keys<ul><li>also the small ones</li></ul></li><li>Lock the box</li></ol>',
    );
  });

  it('shows tick boxes as boxes', async () => {
    expect(await wordHtml(SAMPLE)).toMatch(/☒ Counted.*☐ Locked/);
  });

  it('keeps the target of a link', async () => {
    expect(await wordHtml(SAMPLE)).toContain('href="https://keys.example/list"');
  });

  it('keeps each bold label on its own line', async () => {
    expect(await wordHtml(SAMPLE)).toMatch(/Ada Wren<br \/>(?:<\/?strong>)*Version:/);
  });
});

describe('a PDF made from Markdown', () => {
  it('prints the title and the page number on every page', async () => {
    const pages = await pdfPages(`# Long Policy\n\n${'A paragraph that fills some room on the page.\n\n'.repeat(80)}`);
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, text] of pages.entries())
      expect(text).toMatch(new RegExp(`Long Policy[\\s\\S]*Page ${at + 1} of ${pages.length}`));
  });

  it('loses no word of a cell that is longer than a page', async () => {
    const words = [...Array(2_000).keys()].map((n) => `word${n}`);
    const pages = await pdfPages(`| Long | Short |\n| --- | --- |\n| ${words.join(' ')} | end |\n`);
    const printed = new Set(pages.join(' ').split(/\s+/));
    expect(words.filter((word) => !printed.has(word))).toEqual([]);
  });

  it('breaks a word that is wider than its cell', async () => {
    const pages = await pdfPages(`| A | B |\n| --- | --- |\n| ${'x'.repeat(300)} | end |\n`);
    expect(pages.join('').replace(/[^x]/g, '').length).toBe(300);
  });

  it('prints a plain stand-in for a letter that the standard fonts lack', async () => {
    expect((await pdfPages('At least ≥ 14, then → stop.'))[0]).toContain('At least >= 14, then -> stop.');
  });
});

describe('a web page made from Markdown', () => {
  it('carries the title of the document', async () => {
    expect(await webPage(SAMPLE)).toContain('<title>Key Policy</title>');
  });

  it('nests lists as written', async () => {
    expect(await webPage(SAMPLE)).toContain('<li>Count the keys<ul>\n<li>also the small ones</li>\n</ul></li>');
  });

  it('goes on counting after a paragraph inside a list', async () => {
    expect(await webPage('1. one\n\n   more\n\n2. two\n')).toContain('<ol start="2">\n<li>two</li>');
  });

  it('shows text that looks like markup as text', async () => {
    expect(await webPage('Send to `<name>` & co.')).toContain('<code>&lt;name&gt;</code> &amp; co.');
  });

  it('shows front matter as a table of fields', async () => {
    expect(await webPage('---\ntitle: Key Policy\nowner: Ada Wren\n---\n\nText.\n')).toContain(
      '<tr><td>owner</td><td>Ada Wren</td></tr>',
    );
  });
});

describe('every format', () => {
  it.each(['docx', 'pdf', 'html'] as const)('%s has the same bytes each time', async (format) => {
    const [first, second] = [await convertMarkdown(SAMPLE, format), await convertMarkdown(SAMPLE, format)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it.each(['docx', 'pdf', 'html'] as const)('%s can be made from an empty text', async (format) => {
    expect((await convertMarkdown('', format)).length).toBeGreaterThan(0);
  });
});

async function webPage(markdown: string): Promise<string> {
  return new TextDecoder().decode(await convertMarkdown(markdown, 'html'));
}
