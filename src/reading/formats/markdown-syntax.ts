import createMarkdownIt, { type MarkdownIt, type StateBlock, type StateInline, type Token } from 'markdown-it';
import { BLOCK_ELEMENTS, HTML_ELEMENTS, PLACEHOLDER_ELEMENTS } from './html-elements.ts';

/** How far away the end of a table, a comment or a script is taken to belong to its beginning. */
const MAX_HTML_CHARACTERS = 200_000;
const TAG = /^<\/?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])/;

/**
 * Markdown with tables and with HTML, except that angle brackets around anything that is not an HTML element stay text:
 * `<company name>` is a gap somebody should have filled in. Inline parsing is left to `parseInline`, line by line where needed.
 */
export function markdownParser(): MarkdownIt {
  const markdown = new createMarkdownIt('default', { html: false, linkify: false, typographer: false });
  markdown.normalizeLink = (url) => url;
  markdown.validateLink = () => true;
  markdown.block.State = PlainTokenState;
  markdown.core.ruler.disable('inline');
  markdown.block.ruler.at('table', table, { alt: ['paragraph', 'reference'] });
  markdown.block.ruler.at('html_block', htmlBlock, { alt: ['paragraph', 'reference', 'blockquote'] });
  markdown.inline.ruler.at('html_inline', htmlInline);
  return markdown;
}

/**
 * Makes its tokens as plain values. The parser's own constructor defines a dozen properties by reflection, which took a sixth
 * of the time of reading a folder; block rules and this reader only use the fields.
 */
class PlainTokenState extends createMarkdownIt.StateBlock {
  override push(type: string, tag: string, nesting: Token['nesting']): Token {
    if (nesting < 0) this.level--;
    // A token in all but its constructor: the fields follow at once.
    const token = Object.create(createMarkdownIt.Token.prototype) as Token;
    token.type = type;
    token.tag = tag;
    token.nesting = nesting;
    token.level = this.level;
    token.attrs = null;
    token.map = null;
    token.children = null;
    token.content = '';
    token.markup = '';
    token.info = '';
    token.meta = null;
    token.block = true;
    token.hidden = false;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
}

/** The HTML element a tag names; undefined for closing brackets of other kinds and for placeholders. */
export function elementOf(tag: string): string | undefined {
  const name = TAG.exec(tag)?.[1]?.toLowerCase();
  return name !== undefined && HTML_ELEMENTS.has(name) ? name : undefined;
}

/**
 * One token for a whole table, its lines as content; the cells are divided later. Unlike GitHub's rule, rows may hold more cells
 * than the heading, and text right under a table is a paragraph rather than a row.
 */
function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const indented = (line: number) => (state.sCount[line] ?? 0) - state.blkIndent;
  const at = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const rule = startLine + 1;
  if (rule >= endLine || indented(startLine) >= 4 || indented(rule) < 0 || indented(rule) >= 4) return false;
  if (!at(startLine).includes('|') || !isDelimiterRow(at(rule))) return false;
  if (silent) return true;
  let end = rule + 1;
  const terminators = state.md.block.ruler.getRules('blockquote');
  while (end < endLine && indented(end) >= 0 && indented(end) < 4 && at(end).includes('|')) {
    const line = end;
    if (terminators.some((terminates) => terminates(state, line, endLine, true))) break;
    end++;
  }
  state.line = end;
  const token = state.push('table', '', 0);
  token.map = [startLine, end];
  token.content = state.getLines(startLine, end, state.blkIndent, false);
  return true;
}

function isDelimiterRow(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}

function htmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const at = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  const first = at(startLine);
  if (first.charCodeAt(0) !== 0x3c || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const end = blockEnd(state, first, startLine, endLine);
  if (end === undefined) return false;
  if (silent) return true;
  state.line = end;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, end];
  token.content = state.getLines(startLine, end, state.blkIndent, true);
  return true;
}

function blockEnd(state: StateBlock, first: string, startLine: number, endLine: number): number | undefined {
  if (first.startsWith('<!--')) return lineAfter(state, '-->', startLine, endLine);
  if (/^<!doctype/i.test(first)) return startLine + 1;
  const name = elementOf(first);
  if (name === undefined || !BLOCK_ELEMENTS.has(name)) return undefined;
  if (PLACEHOLDER_ELEMENTS.has(name) && !first.includes('</')) return undefined;
  if (name === 'script' || name === 'style' || name === 'pre' || name === 'textarea') {
    return lineAfter(state, `</${name}`, startLine, endLine) ?? startLine + 1;
  }
  const tableEnd = name === 'table' ? lineAfter(state, '</table', startLine, endLine) : undefined;
  if (tableEnd !== undefined) return tableEnd;
  let line = startLine + 1;
  while (line < endLine && !state.isEmpty(line)) line++;
  return line;
}

/** The line after the one that holds `words`, which are in lower case; undefined when they do not follow. */
function lineAfter(state: StateBlock, words: string, startLine: number, endLine: number): number | undefined {
  const start = state.bMarks[startLine] ?? 0;
  const found = nextOccurrence(state, words, start);
  if (found === -1 || found - start > MAX_HTML_CHARACTERS) return undefined;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < found) line++;
  return line < endLine ? line + 1 : undefined;
}

type Occurrences = { readonly lowered: string; readonly next: Map<string, { from: number; at: number }> };
const occurrences = new WeakMap<object, Occurrences>();

/** Position of `words` from `start` on, remembered: else a thousand comments that never close cost a thousand searches. */
function nextOccurrence({ src, env }: StateBlock, words: string, start: number): number {
  const known: Occurrences = (env && occurrences.get(env)) ?? { lowered: lowerCase(src), next: new Map() };
  if (env) occurrences.set(env, known);
  const last = known.next.get(words);
  if (last && last.from <= start && (last.at === -1 || last.at >= start)) return last.at;
  const at = known.lowered.indexOf(words, start);
  known.next.set(words, { from: start, at });
  return at;
}

/** In lower case, each letter in its place: `toLowerCase` makes some letters of other alphabets longer. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function htmlInline(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== 0x3c) return false;
  const comment = src.startsWith('<!--', pos);
  const close = comment ? src.indexOf('-->', pos + 4) : src.indexOf('>', pos + 1);
  if (close === -1 || (!comment && close - pos > 2_000)) return false;
  const end = comment ? close + 3 : close + 1;
  const content = src.slice(pos, end);
  if (!comment) {
    const name = elementOf(content);
    if (name === undefined || content.indexOf('<', 1) !== -1) return false;
    if (PLACEHOLDER_ELEMENTS.has(name) && !src.includes(`</${name}`)) return false;
  }
  if (!silent) {
    const token = state.push('html_inline', '', 0);
    token.content = content;
  }
  state.pos = end;
  return true;
}
