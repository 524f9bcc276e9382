import { bytesOf, type HostileFile } from './hostile-files.ts';

/** Text, Markdown, CSV, HTML and mail that is broken or made to do harm. */
export function hostileTexts(): HostileFile[] {
  const million = 1_000_000;
  return [
    file('empty.md', 'an empty file', '', ['empty']),
    file('blank.md', 'nothing but spaces and line ends', ' \n\t\n\r\n', ['empty']),
    file('comment.md', 'nothing but a comment', '<!-- to do -->', ['empty']),
    raw('nulls.txt', 'nothing but null bytes', new Uint8Array(4096), ['mislabelled', 'unsupported']),
    raw(
      'some-nulls.md',
      'text with a few null bytes',
      bytesOf(`Backups\0 are tested${' every quarter'.repeat(50)}.\0`),
      ['content'],
    ),
    raw('random.md', 'random bytes named Markdown', noise(20_000), ['mislabelled', 'unsupported']),
    raw('random.pdf', 'random bytes named PDF', noise(20_000), ['mislabelled', 'unsupported']),
    raw('random.docx', 'random bytes named DOCX', noise(20_000), ['mislabelled', 'unsupported']),
    raw(
      'invalid-utf8.md',
      'UTF-8 with broken sequences',
      Buffer.concat([bytesOf('Größe – “quoted” ééééé '), Buffer.from([0xc3, 0x28, 0xff])]),
      ['content'],
    ),
    raw('latin.txt', 'Windows-1252 text', bytesOf('Caf\xe9 policy \x96 owner Zo\xeb', 'latin1'), ['content']),
    raw('utf16.csv', 'UTF-16 without a byte-order mark', bytesOf('Name,Owner\nLaptop,Jane\nTablet,Ann\n', 'utf16le'), [
      'content',
    ]),
    raw('utf16be.md', 'big-endian UTF-16', bytesOf('\ufeff# Policy\n\nText', 'utf16le').reverse().reverse(), [
      'content',
    ]),
    raw('surrogates.txt', 'lone surrogates', bytesOf('\ufeffOwner \ud800 Jane \udfff end', 'utf16le'), ['content']),
    raw(
      'odd-utf16.txt',
      'UTF-16 with half a character at its end',
      bytesOf('\ufeffOwner Jane', 'utf16le').subarray(0, 21),
      ['content'],
    ),
    file('one-line.md', 'one line of five megabytes', 'word '.repeat(million), ['content']),
    file('one-word.txt', 'one word of five megabytes', 'a'.repeat(5 * million), ['content']),
    file('quotes.md', 'ten thousand nested quotes', `${'> '.repeat(10_000)}deep`, ['hostile']),
    file('lists.md', 'ten thousand nested lists', `${'- '.repeat(10_000)}deep`, ['hostile']),
    file(
      'indented-lists.md',
      'lists that step in five hundred times',
      Array.from({ length: 500 }, (_, at) => `${'  '.repeat(at)}- level`).join('\n'),
      ['content'],
    ),
    file('brackets.md', 'a hundred thousand open brackets', '['.repeat(100_000), ['content']),
    file('bracket-lines.md', 'lines of open brackets', `${'['.repeat(15_000)}\n`.repeat(15), ['content']),
    file('links.md', 'half-open links', '[a](<b'.repeat(20_000), ['content']),
    file('stars.md', 'runs of emphasis that never close', '*a **b '.repeat(20_000), ['content']),
    file('underscores.md', 'a line of underscores and words', '_a __b '.repeat(20_000), ['content']),
    file(
      'backticks.md',
      'runs of backticks of every length',
      Array.from({ length: 500 }, (_, at) => '`'.repeat(at)).join('a'),
      ['content'],
    ),
    file('comments.md', 'comments that never close', '<!-- '.repeat(40_000), ['content', 'empty']),
    file('tags.md', 'angle brackets that never close', '<a href="'.repeat(20_000), ['content']),
    file('comment-lines.md', 'twenty thousand comments that never close', '<!-- x\n\n'.repeat(20_000), ['content']),
    file('open-tables.md', 'twenty thousand tables and one end', `${'<table>\n\n'.repeat(20_000)}</table>`, [
      'content',
      'empty',
      'hostile',
    ]),
    file('bars.txt', 'a hundred thousand lines of one bar', '|\n'.repeat(100_000), ['content']),
    file('html-blocks.md', 'opened HTML blocks', '<table>\n'.repeat(5_000), ['content', 'empty', 'hostile']),
    file('entities.md', 'a hundred thousand entities', '&amp;&#x41;&bogus;'.repeat(30_000), ['content']),
    file(
      'references.md',
      'ten thousand link definitions',
      Array.from({ length: 10_000 }, (_, at) => `[r${at}]: x${at}.md`).join('\n'),
      ['content', 'empty'],
    ),
    file('pipes.md', 'a table with a very wide row', `|a|b|\n|-|-|\n${'|x'.repeat(50_000)}|`, ['content']),
    file('rows.md', 'a table of thirty thousand rows', `| a | b |\n|---|---|\n${'| x | y |\n'.repeat(30_000)}`, [
      'content',
    ]),
    file('spaces.md', 'a heading followed by a million spaces', `# Policy${' '.repeat(million)}#\n\nText`, ['content']),
    file('tabs.txt', 'a million tabs and line ends', `${'\t\n'.repeat(million / 2)}end`, ['content']),
    file(
      'bait.txt',
      'bait for slow patterns',
      `${'a'.repeat(50_000)}! ${'1.'.repeat(50_000)} ${'=-'.repeat(50_000)}x`,
      ['content'],
    ),
    file(
      'underlines.txt',
      'lines of equals signs and bars',
      `${'='.repeat(50_000)}\n${'|'.repeat(50_000)}\n${'+-'.repeat(50_000)}`,
      ['content', 'empty'],
    ),
    file('front-matter.md', 'front matter that never ends', `---\n${'a: b\n'.repeat(50_000)}`, ['content']),
    file(
      'yaml-bomb.md',
      'front matter with entities that multiply',
      `---\na: &a [x,x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a,*a]`).join('\n')}\n---\nText`,
      ['content'],
    ),
    file('prototype.md', 'front matter that names object internals', '---\n__proto__: x\nconstructor: y\n---\nText', [
      'content',
    ]),
    file('direction.md', 'text with direction overrides', 'Owner: \u202Eenaj\u202C and \u200B\u200Bzero width', [
      'content',
    ]),
    file(
      'open-quote.csv',
      'a quotation mark that never closes',
      `Name,Owner\n"Laptop,Jane\n${'Tablet,Bob\n'.repeat(20_000)}`,
      ['content'],
    ),
    file('quotes.csv', 'nothing but quotation marks', '"'.repeat(200_000), ['content', 'empty']),
    file(
      'wide.csv',
      'ten thousand columns',
      `${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')}\n${'x,'.repeat(10_000)}\n`,
      ['content'],
    ),
    file('long.csv', 'two hundred thousand rows', `Name,Owner\n${'Laptop,Jane\n'.repeat(200_000)}`, ['content']),
    file('ragged.csv', 'rows of every width', Array.from({ length: 400 }, (_, at) => 'x,'.repeat(at)).join('\n'), [
      'content',
    ]),
    file('no-delimiter.csv', 'no delimiter at all', 'just a line\nand another\n', ['content']),
    file('divs.html', 'a hundred thousand nested elements', '<div>'.repeat(100_000), ['hostile']),
    file('formatting.html', 'formatting that is never closed', '<b><i><a href=x>'.repeat(20_000), [
      'hostile',
      'content',
    ]),
    file('tables.html', 'tables within tables', '<table><tr><td>'.repeat(10_000), ['hostile']),
    file(
      'attributes.html',
      'an element with fifty thousand attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>Text</p>`,
      ['hostile'],
    ),
    file(
      'spans.html',
      'cells that claim a million columns',
      '<table><tr><td colspan=1000000 rowspan=65534>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      ['content'],
    ),
    file('script.html', 'nothing but a script', '<!doctype html><html><script>while(true){}</script></html>', [
      'empty',
    ]),
    file(
      'cut-off.html',
      'a page cut off in the middle of a tag',
      '<!doctype html><html><body><p>Backups are tested<table><tr><td cla',
      ['content'],
    ),
    file('xml-bomb.xml', 'XML entities that multiply', xmlBomb('<a>&lol9;</a>'), ['content']),
    file('nested.json', 'JSON nested fifty thousand deep', '['.repeat(50_000), ['content']),
    file('nested.eml', 'mail parts nested a thousand deep', nestedMail(1_000), [
      'hostile',
      'broken',
      'empty',
      'content',
    ]),
    file(
      'headers.eml',
      'a mail header of two megabytes',
      `From: a@example.com\nSubject: ${'x'.repeat(2 * million)}\n\nText`,
      ['broken', 'content', 'hostile'],
    ),
    file(
      'boundary.eml',
      'a mail whose parts never begin',
      'From: a@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\nnothing',
      ['content'],
    ),
    file('old.rtf', 'rich text', '{\\rtf1 hello}', ['unsupported']),
    file('page.pdf', 'a web page saved as PDF', '<!doctype html><html><body><p>Not found</p></body></html>', [
      'content',
    ]),
    file('plain.docx', 'plain text named DOCX', 'Access policy\n\nText', ['content']),
  ];
}

/** A document type whose entities grow to a thousand million letters when expanded. */
export function xmlBomb(body: string): string {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`).join('');
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY lol0 "lol">${entities}]>${body}`;
}

function nestedMail(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
  ).join('');
  return `From: a@example.com\nMIME-Version: 1.0\n${open}Content-Type: text/plain\n\nText`;
}

/** Bytes without a pattern, the same in every run. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let state = 12345;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

function file(name: string, what: string, text: string, allowed: readonly string[]): HostileFile {
  return { name, what, bytes: bytesOf(text), allowed };
}

function raw(name: string, what: string, bytes: Uint8Array, allowed: readonly string[]): HostileFile {
  return { name, what, bytes: new Uint8Array(bytes), allowed };
}
