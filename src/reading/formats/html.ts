import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Content, LineRole, Where } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, draftContent } from './content-draft.ts';
import { htmlTable } from './html-table.ts';
import { attribute, boundedTree, isHidden, plainTextOf, refuseEndlessTags } from './html-tree.ts';

/** Gives the place of the next line or row, from the source line it begins on where that is known. */
export type Placing = (sourceLine: number | undefined) => Where;

/** Reads an HTML page. Lines are those of the source; a paragraph has the line on which its words begin. */
export function readHtml(source: string, limits: Limits = DEFAULT_LIMITS): Content {
  const draft = draftContent('html', limits);
  refuseEndlessTags(source);
  const root = parse(source, { sourceCodeLocationInfo: true, treeAdapter: boundedTree(limits) });
  new HtmlWalk(draft, sourceLine(1)).walk(root);
  return draft.finish();
}

/** Adds a piece of HTML from inside another document, such as Markdown, a mail or a converted DOCX. */
export function readHtmlPart(
  draft: ContentDraft,
  html: string,
  place: number | Placing,
  limits: Limits = DEFAULT_LIMITS,
): void {
  const root = parseFragment(html, { sourceCodeLocationInfo: true, treeAdapter: boundedTree(limits) });
  new HtmlWalk(draft, typeof place === 'number' ? sourceLine(place) : place).walk(root);
}

function sourceLine(first: number): Placing {
  return (line) => ({ line: first + (line ?? 1) - 1 });
}

const DROPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'head',
  'colgroup',
  'datalist',
  'canvas',
]);
const BLOCKS = new Set(
  `address article aside blockquote body caption center details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Owns the line being put together while the tree is walked. */
class HtmlWalk {
  readonly #draft: ContentDraft;
  readonly #place: Placing;
  #text = '';
  /** Source line of the first visible character of the line being put together. */
  #from: number | undefined;
  /** Characters of the line that are bold: a line in bold throughout is a heading in all but name. */
  #bold = 0;
  #boldDepth = 0;
  #role: LineRole = 'text';
  #block: number | undefined;
  #level: number | undefined;
  #links: { text: string; target: string }[] = [];
  #hidden = 0;

  constructor(draft: ContentDraft, place: Placing) {
    this.#draft = draft;
    this.#place = place;
  }

  walk(root: Tree.Document | Tree.DocumentFragment): void {
    this.#children(root);
    this.#flush();
  }

  #children(parent: Tree.ParentNode): void {
    for (const child of parent.childNodes) {
      if (this.#draft.full()) return;
      if (defaultTreeAdapter.isTextNode(child)) this.#add(child.value, child.sourceCodeLocation?.startLine);
      else if (defaultTreeAdapter.isElementNode(child)) this.#element(child);
    }
  }

  #element(element: Tree.Element): void {
    if (element.tagName === 'head') this.#head(element);
    else if (isHidden(element)) this.#countHidden(element);
    else if (!DROPPED.has(element.tagName)) this.#visible(element);
  }

  #visible(element: Tree.Element): void {
    const name = element.tagName;
    switch (name) {
      case 'br':
        this.#flush(true);
        break;
      case 'input':
        this.#input(element);
        break;
      case 'select':
        this.#add(selectedOption(element), element.sourceCodeLocation?.startLine);
        break;
      case 'img':
        this.#image(element);
        break;
      case 'a':
        this.#anchor(element);
        break;
      case 'b':
      case 'strong':
        this.#boldDepth++;
        this.#children(element);
        this.#boldDepth--;
        break;
      case 'table':
        this.#table(element);
        break;
      case 'pre':
        this.#code(element);
        break;
      case 'dt':
        this.#term(element);
        break;
      case 'dd':
        if (!this.#text.endsWith(': ')) this.#flush();
        this.#children(element);
        this.#flush();
        break;
      default:
        if (BLOCKS.has(name)) this.#blockElement(element);
        else this.#children(element);
    }
  }

  #blockElement(element: Tree.Element): void {
    this.#flush();
    const [role, level] = [this.#role, this.#level];
    const heading = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (heading) this.#level = Number(heading);
    if (element.tagName === 'blockquote') this.#role = 'quote';
    if (element.tagName === 'li') this.#role = 'item';
    if (element.tagName === 'nav' || element.tagName === 'footer') this.#role = 'furniture';
    this.#children(element);
    this.#flush();
    [this.#role, this.#level] = [role, level];
  }

  #add(value: string, line: number | undefined): void {
    const visible = value.search(/\S/);
    if (this.#text === '' && visible === -1) return;
    if (this.#from === undefined && visible !== -1 && line !== undefined) {
      this.#from = line + value.slice(0, visible).split('\n').length - 1;
    }
    this.#text += value;
    if (this.#boldDepth > 0 || visible === -1) this.#bold += value.length;
  }

  /** Ends the line. After a line break the next line belongs to the same paragraph. */
  #flush(sameBlock = false): void {
    const text = this.#text;
    const links = this.#links;
    if (text.trim() !== '') {
      const where = this.#place(this.#from);
      if (this.#level !== undefined) this.#draft.heading(text, this.#level, where);
      else if (this.#isBoldHeading(text, sameBlock)) this.#draft.heading(text, 5, where);
      else {
        this.#block ??= this.#draft.newBlock();
        this.#draft.line(text, where, { role: this.#role, block: this.#block });
      }
      for (const link of links) this.#draft.link(link.text, link.target, where);
    }
    this.#text = '';
    this.#from = undefined;
    this.#bold = 0;
    this.#links = [];
    if (!sameBlock) this.#block = undefined;
  }

  #isBoldHeading(text: string, sameBlock: boolean): boolean {
    if (sameBlock || this.#block !== undefined || this.#role !== 'text' || this.#bold < text.length) return false;
    const words = text.trim();
    return words.length <= 80 && !/[.:;,?!\]>_]$|:/.test(words) && /\p{L}{3}/u.test(words);
  }

  #head(element: Tree.Element): void {
    for (const child of element.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue;
      if (child.tagName === 'title') this.#draft.title(plainTextOf(child));
      const name = attribute(child, 'name');
      if (child.tagName === 'meta' && name && !/^(?:viewport|theme-color|generator)$/i.test(name)) {
        this.#draft.property(name, attribute(child, 'content') ?? '');
      }
    }
  }

  #countHidden(element: Tree.Element): void {
    if (plainTextOf(element).trim() === '') return;
    this.#hidden++;
    this.#draft.mark('hiddenText', this.#hidden);
  }

  #input(element: Tree.Element): void {
    const line = element.sourceCodeLocation?.startLine;
    const type = attribute(element, 'type')?.toLowerCase();
    if (type === 'checkbox' || type === 'radio') {
      this.#add(attribute(element, 'checked') === undefined ? '[ ] ' : '[x] ', line);
    } else if (type !== 'hidden' && type !== 'submit' && type !== 'button') {
      this.#add(attribute(element, 'value') ?? '', line);
    }
  }

  #image(element: Tree.Element): void {
    const alt = attribute(element, 'alt') ?? '';
    const target = attribute(element, 'src') ?? '';
    if (!alt.endsWith('generated')) this.#add(alt, element.sourceCodeLocation?.startLine);
    if (target !== '' && !target.startsWith('data:')) this.#links.push({ text: alt, target });
  }

  #anchor(element: Tree.Element): void {
    const target = attribute(element, 'href') ?? '';
    // Note marks that a converted DOCX carries: "[1]" in the text and an arrow back from the note.
    if (/^#(?:foot|end)note-/.test(target)) return;
    const start = this.#text.length;
    this.#children(element);
    if (target !== '') this.#links.push({ text: this.#text.slice(start), target });
  }

  #code(element: Tree.Element): void {
    this.#flush();
    const first = element.sourceCodeLocation?.startLine;
    const block = this.#draft.newBlock();
    plainTextOf(element)
      .split('\n')
      .forEach((text, at) => {
        if (text.trim() !== '') {
          this.#draft.line(text, this.#place(first === undefined ? undefined : first + at), { role: 'code', block });
        }
      });
  }

  /** The term of a definition list leads its definition, as "Owner: Jane". */
  #term(element: Tree.Element): void {
    this.#flush();
    this.#children(element);
    this.#text = this.#text.trimEnd();
    if (this.#text !== '') this.#text += this.#text.endsWith(':') ? ' ' : ': ';
  }

  #table(element: Tree.Element): void {
    this.#flush();
    const table = htmlTable(element, this.#place, (link, where) => this.#draft.link(link.text, link.target, where));
    if (table) this.#draft.table(table);
    else this.#children(element);
    this.#flush();
  }
}

function selectedOption(element: Tree.Element): string {
  const options = element.childNodes
    .filter(defaultTreeAdapter.isElementNode)
    .filter(({ tagName }) => tagName === 'option');
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined);
  return chosen ? plainTextOf(chosen) : '';
}
