import createMarkdownIt, { type Token } from 'markdown-it';
import { type Block, type BlockDocument, type Cell, type Run, wordsOfRuns } from './blocks.ts';
import { runsOf } from './markdown-inline.ts';

const markdownIt = createMarkdownIt({ html: true });

type List = { readonly ordered: boolean; readonly start: number; readonly list: number; next: number };

/**
 * Reads Markdown as the document somebody would have typed: front matter becomes a table of fields at the top, tick boxes
 * become boxes, HTML comments vanish.
 */
export function blocksOf(markdown: string): BlockDocument {
  const { fields, body } = splitFrontMatter(markdown.replaceAll('\r\n', '\n'));
  const blocks = blocksOfTokens(markdownIt.parse(body, {}));
  const heading = blocks.find((block) => block.is === 'heading');
  const title =
    fields.find(([key]) => key.toLowerCase() === 'title')?.[1] ?? (heading ? wordsOfRuns(heading.runs) : '');
  const table: Block[] =
    fields.length === 0
      ? []
      : [{ is: 'table', header: [], rows: fields.map(([key, value]) => [[{ text: key }], [{ text: value }]]) }];
  return { title, blocks: [...table, ...blocks] };
}

function blocksOfTokens(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  const lists: List[] = [];
  let listCount = 0;
  let quotes = 0;
  let pendingItem = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    switch (token.type) {
      case 'heading_open':
        blocks.push({ is: 'heading', level: headingLevel(token.tag), runs: runsOf(tokens[at + 1]) });
        break;
      case 'paragraph_open': {
        const runs = runsOf(tokens[at + 1]);
        const list = lists.at(-1);
        if (list && pendingItem) blocks.push(item(list, lists.length - 1, runs));
        else if (runs.length > 0) blocks.push({ is: 'paragraph', depth: lists.length, quoted: quotes > 0, runs });
        pendingItem = false;
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1);
        lists.push({ ordered: token.type === 'ordered_list_open', start, list: listCount++, next: start });
        break;
      }
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists.pop();
        pendingItem = false;
        break;
      case 'list_item_open':
        pendingItem = true;
        break;
      case 'blockquote_open':
        quotes++;
        break;
      case 'blockquote_close':
        quotes--;
        break;
      case 'table_open': {
        const end = tokens.findIndex((one, i) => i > at && one.type === 'table_close');
        blocks.push(tableOf(tokens.slice(at, end)));
        at = end;
        break;
      }
      case 'fence':
      case 'code_block':
        blocks.push({ is: 'code', text: token.content.replace(/\n$/, '') });
        break;
      case 'hr':
        blocks.push({ is: 'rule' });
        break;
      case 'html_block': {
        const text = token.content
          .replace(/<!--[\s\S]*?-->/g, '')
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim();
        if (text !== '') blocks.push({ is: 'paragraph', depth: 0, quoted: false, runs: [{ text }] });
        break;
      }
    }
  }
  return blocks;
}

function headingLevel(tag: string): 1 | 2 | 3 | 4 | 5 | 6 {
  const levels = [1, 2, 3, 4, 5, 6] as const;
  return levels[Number(tag.slice(1)) - 1] ?? 6;
}

function item(list: List, depth: number, runs: readonly Run[]): Block {
  const value = list.next++;
  const first = runs[0];
  const box = first && /^\[([ xX])\](?: |$)/.exec(first.text);
  if (first && box) {
    return {
      is: 'item',
      depth,
      mark: { is: 'box', ticked: box[1] !== ' ' },
      runs: [{ ...first, text: first.text.slice(box[0].length) }, ...runs.slice(1)],
    };
  }
  const { ordered, start } = list;
  return {
    is: 'item',
    depth,
    mark: ordered ? { is: 'number', value, start, list: list.list } : { is: 'bullet' },
    runs,
  };
}

/** A heading row whose cells are all empty is the way Markdown writes a table that has none. */
function tableOf(tokens: readonly Token[]): Block {
  const rows: Cell[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(runsOf(tokens[at + 1]));
  }
  const [header = [], ...body] = rows;
  return { is: 'table', header: header.some((cell) => cell.length > 0) ? header : [], rows: body };
}

function splitFrontMatter(markdown: string): {
  readonly fields: readonly (readonly [string, string])[];
  readonly body: string;
} {
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(markdown);
  const lines = match?.[1]?.split('\n') ?? [];
  const fields = lines.flatMap((line): (readonly [string, string])[] => {
    const field = /^([^:#\s][^:]*):\s*(.*)$/.exec(line);
    return field?.[1] !== undefined ? [[field[1], (field[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')]] : [];
  });
  return match && fields.length > 0
    ? { fields, body: markdown.slice(match[0].length) }
    : { fields: [], body: markdown };
}
