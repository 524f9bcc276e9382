import type { Block, BlockDocument, Cell, Run } from './blocks.ts';

const STYLE =
  'body{font:16px/1.5 Arial,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}';

type Item = Extract<Block, { is: 'item' }>;

/** Writes the document as a web page with one main column. */
export function htmlOf({ title, blocks }: BlockDocument): Uint8Array {
  const page = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${bodyOf(blocks).join('\n')}
</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function bodyOf(blocks: readonly Block[]): string[] {
  const html: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.is !== 'item') {
      if (block) html.push(elementOf(block));
      continue;
    }
    const items: Item[] = [];
    for (let next = blocks[at]; next?.is === 'item' && sameList(items[0], next); next = blocks[++at]) items.push(next);
    at--;
    html.push(listOf(items));
  }
  return html;
}

/** A deeper item belongs to the list it stands in; at the same depth the kind and the numbering decide. */
function sameList(first: Item | undefined, item: Item): boolean {
  if (!first || item.depth > first.depth) return true;
  if (item.depth < first.depth) return false;
  return first.mark.is === 'number'
    ? item.mark.is === 'number' && item.mark.list === first.mark.list
    : item.mark.is !== 'number';
}

function listOf(items: readonly Item[]): string {
  const [first] = items;
  if (!first) return '';
  const parts: string[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    let end = at + 1;
    while (end < items.length && (items[end]?.depth ?? 0) > first.depth) end++;
    const inner = bodyOf(items.slice(at + 1, end)).join('');
    if (item) parts.push(`<li>${box(item)}${inline(item.runs)}${inner}</li>`);
    at = end;
  }
  if (first.mark.is !== 'number') return `<ul>\n${parts.join('\n')}\n</ul>`;
  // A paragraph or table inside an item parts the list here; the second half goes on counting.
  const { value } = first.mark;
  return `<ol${value === 1 ? '' : ` start="${value}"`}>\n${parts.join('\n')}\n</ol>`;
}

function box({ mark }: Item): string {
  return mark.is === 'box' ? `<input type="checkbox" disabled${mark.ticked ? ' checked' : ''}> ` : '';
}

function elementOf(block: Exclude<Block, Item>): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level}>${inline(block.runs)}</h${block.level}>`;
    case 'paragraph':
      return block.quoted ? `<blockquote><p>${inline(block.runs)}</p></blockquote>` : `<p>${inline(block.runs)}</p>`;
    case 'table': {
      const row = (cells: readonly Cell[], tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('')}</tr>`;
      const head = block.header.length > 0 ? `<thead>\n${row(block.header, 'th')}\n</thead>\n` : '';
      return `<table>\n${head}<tbody>\n${block.rows.map((cells) => row(cells, 'td')).join('\n')}\n</tbody>\n</table>`;
    }
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    default:
      return block satisfies never;
  }
}

function inline(runs: readonly Run[]): string {
  return runs.map(inlineRun).join('');
}

function inlineRun({ text, bold, italic, code, link }: Run): string {
  let html = escaped(text).replaceAll('\n', '<br>');
  if (code) html = `<code>${html}</code>`;
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  return link ? `<a href="${escaped(link)}">${html}</a>` : html;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
