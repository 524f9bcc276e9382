import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A piece of what a page shows: a heading, a cell, something to press or choose, or text; as far as its own words go. */
export type TextBlock = {
  readonly text: string;
  readonly kind: 'heading' | 'cell' | 'control' | 'text';
  /** Seen only once somebody has opened what it stands in. */
  readonly folded: boolean;
  /** Anchors of the glossary that the block explains terms by, each with the words it stands on. */
  readonly explains: readonly { readonly term: string; readonly words: string }[];
};

const BLOCKS = new Set(
  'address article aside blockquote button caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 header label legend li main ol option p section select summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const SKIPPED = new Set(['script', 'style', 'svg', 'template', 'option', 'caption']);
/** Set apart by our styles. */
const SET_APART = /\b(?:nhsuk-caption-l|app-key|app-because)\b/;
/** What stands there is somebody else's: names of files, words out of documents. */
const OF_OTHERS = /\bapp-(?:path|quote|words|preview)\b/;
const KINDS: Readonly<Record<string, TextBlock['kind']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  th: 'cell',
  td: 'cell',
  button: 'control',
  label: 'control',
  legend: 'control',
  summary: 'control',
};

/** What somebody sees of the main part of a page, folded parts included, block by block in the order of the page. */
export function textBlocks(html: string): readonly TextBlock[] {
  const main = find(parse(html), 'main');
  const blocks: TextBlock[] = [];
  let text = '';
  let explains: { term: string; words: string }[] = [];
  const end = (kind: TextBlock['kind'], folded: boolean) => {
    const tidy = text.replace(/\s+/g, ' ').trim();
    if (tidy !== '') blocks.push({ text: tidy, kind, folded, explains });
    text = '';
    explains = [];
  };
  const walk = (node: Tree.Node, kind: TextBlock['kind'], folded: boolean): void => {
    if ('value' in node) text += node.value;
    if (!('childNodes' in node)) return;
    const element = 'tagName' in node ? node : undefined;
    if (element && isUnseen(element)) return;
    const own = KINDS[element?.tagName ?? ''] ?? kind;
    const parts = element !== undefined && (BLOCKS.has(element.tagName) || SET_APART.test(attribute(element, 'class')));
    if (parts) end(kind, folded);
    const folds = element?.tagName === 'details' && !element.attrs.some(({ name }) => name === 'open');
    const from = text.length;
    for (const child of node.childNodes) walk(child, own, folded || (folds && child.nodeName !== 'summary'));
    const term = element?.tagName === 'a' ? /^\/glossary#(.+)$/.exec(attribute(element, 'href'))?.[1] : undefined;
    if (term !== undefined) explains.push({ term, words: text.slice(from) });
    if (parts) end(own, folded);
  };
  if (main) walk(main, 'text', false);
  return blocks;
}

function isUnseen(element: Tree.Element): boolean {
  const classes = attribute(element, 'class');
  return (
    SKIPPED.has(element.tagName) ||
    element.attrs.some(({ name }) => name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    classes.includes('visually-hidden') ||
    OF_OTHERS.test(classes)
  );
}

function attribute({ attrs }: Tree.Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value ?? '';
}

function find(node: Tree.Node, tagName: string): Tree.Element | undefined {
  if ('tagName' in node && node.tagName === tagName) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}
