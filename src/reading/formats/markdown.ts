import type { Env, Token } from 'markdown-it';
import type { Content, LineRole } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, type DraftRow, draftContent } from './content-draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHtmlPart } from './html.ts';
import { inlineText } from './markdown-inline.ts';
import { markdownParser } from './markdown-syntax.ts';
import { pipeCells } from './pipe-table.ts';
import { UnreadableError } from './unreadable-error.ts';

const markdown = markdownParser();
/** Where the parser stops descending. */
const MAX_NESTING = 100;

/** Reads Markdown (GitHub's tables and task lists, front matter, HTML within). Line numbers are those of the source, from 1. */
export function readMarkdown(source: string, limits: Limits = DEFAULT_LIMITS): Content {
  const draft = draftContent('markdown', limits);
  const lines = source.split('\n');
  const skipped = readFrontMatter(draft, lines);
  const body = skipped === 0 ? source : `${'\n'.repeat(skipped)}${lines.slice(skipped).join('\n')}`;
  const env: Env = {};
  const tokens = markdown.parse(body, env);
  for (const [label, { href }] of Object.entries(env.references ?? {}))
    if (!leadsSomewhere(href)) delete env.references?.[label];
  new MarkdownWalk(draft, lines, env).walk(tokens);
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1))
    draft.cutShort(`Text nested more than ${MAX_NESTING} levels deep was left out.`);
  const content = draft.finish();
  if (content.lines.length === 0 && content.marks.cutShort) {
    throw new UnreadableError('hostile', `Its lists or quotes are nested more than ${MAX_NESTING} levels deep.`);
  }
  return content;
}

/** Whether a link definition's target can be one: an address, an anchor, a path or a file name. `[Date]: 12/03/2025` has none. */
function leadsSomewhere(target: string): boolean {
  return /^(?:[a-z][a-z+.-]{1,20}:|#|\.{0,2}\/)/i.test(target) || /\.[a-z]{2,5}(?:[#?]|$)/i.test(target);
}

/** Owns the position within the token stream: open quotes, and how far the source has been accounted for. */
class MarkdownWalk {
  readonly #draft: ContentDraft;
  readonly #source: readonly string[];
  readonly #env: Env;
  #quotes = 0;
  /** Set between the start of a list item and its first paragraph. */
  #itemStarts = false;
  /** Index of the first source line not yet accounted for. */
  #next = 0;
  #lastText = '';

  constructor(draft: ContentDraft, source: readonly string[], env: Env) {
    this.#draft = draft;
    this.#source = source;
    this.#env = env;
  }

  walk(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length && !this.#draft.full(); at++) {
      const token = tokens[at];
      if (!token) break;
      if (token.map && token.nesting >= 0 && token.type !== 'inline') this.#keepReferences(token.map[0]);
      switch (token.type) {
        case 'list_item_open':
          this.#itemStarts = true;
          break;
        case 'blockquote_open':
          this.#quotes++;
          break;
        case 'blockquote_close':
          this.#quotes--;
          break;
        case 'heading_open':
          this.#heading(token, tokens[at + 1]);
          at++;
          break;
        case 'inline':
          this.#paragraph(token);
          break;
        case 'fence':
        case 'code_block':
          this.#code(token);
          break;
        case 'html_block':
          readHtmlPart(this.#draft, token.content, (token.map?.[0] ?? 0) + 1);
          break;
        case 'table':
          this.#table(token);
          break;
        case 'hr':
          this.#rule(token);
          break;
      }
      if (
        token.map &&
        token.type !== 'bullet_list_open' &&
        token.type !== 'ordered_list_open' &&
        token.type !== 'list_item_open' &&
        token.type !== 'blockquote_open'
      ) {
        this.#next = Math.max(this.#next, token.map[1]);
      }
    }
    this.#keepReferences(this.#source.length);
  }

  /** `[label]: words` is a link definition in Markdown. When the words lead nowhere, a person meant them as text. */
  #keepReferences(until: number): void {
    for (; this.#next < until; this.#next++) {
      const found = /^[\s>]{0,20}\[([^\]]{1,200})\]:\s*(\S.*)$/.exec(this.#source[this.#next] ?? '');
      if (!found) continue;
      const [, label = '', words = ''] = found;
      const where = { line: this.#next + 1 };
      const target = words.replace(/^<|>.*$/g, '').split(/\s/)[0] ?? '';
      if (leadsSomewhere(target)) {
        this.#draft.link(label, target, where);
      } else {
        this.#draft.line(label.startsWith('^') ? words : `${label}: ${words}`, where);
      }
    }
  }

  #heading(token: Token, inline: Token | undefined): void {
    const line = (token.map?.[0] ?? 0) + 1;
    const { lines, links } = inlineText(markdown, this.#env, inline?.content ?? '');
    this.#draft.heading(lines.join(' '), Number(token.tag.slice(1)), { line });
    for (const link of links) this.#draft.link(link.text, link.target, { line: line + link.line });
  }

  #paragraph(token: Token): void {
    const first = (token.map?.[0] ?? 0) + 1;
    const { lines, links } = inlineText(markdown, this.#env, token.content);
    const role: LineRole = this.#itemStarts ? 'item' : this.#quotes > 0 ? 'quote' : 'text';
    const block = this.#draft.newBlock();
    lines.forEach((text, at) => {
      // `> [!NOTE]` is GitHub's mark for a call-out, not a gap to fill in.
      const words = this.#quotes > 0 ? text.replace(/^\[!([A-Z]{1,20})\]/, '$1') : text;
      this.#draft.line(words, { line: first + at }, { role, block });
      this.#lastText = words;
    });
    for (const link of links) this.#draft.link(link.text, link.target, { line: first + link.line });
    this.#itemStarts = false;
  }

  #code(token: Token): void {
    const first = (token.map?.[0] ?? 0) + (token.type === 'fence' ? 2 : 1);
    const block = this.#draft.newBlock();
    const lines = token.content.split('\n');
    for (let at = 0; at < lines.length; at++)
      this.#draft.line(lines[at] ?? '', { line: first + at }, { role: 'code', block });
    this.#itemStarts = false;
  }

  /** A rule of underscores after "Signed:" is a gap for a signature. */
  #rule(token: Token): void {
    const line = token.map?.[0] ?? 0;
    const text = (this.#source[line] ?? '').trim();
    if (text.startsWith('____') && this.#lastText.trimEnd().endsWith(':')) this.#draft.line(text, { line: line + 1 });
  }

  #table(token: Token): void {
    const first = (token.map?.[0] ?? 0) + 1;
    const rows = token.content.split('\n').map((source, at): DraftRow => {
      const line = first + at;
      return { cells: at === 1 ? [] : pipeCells(source).map((cell) => this.#cell(cell, line)), where: { line } };
    });
    const [head, , ...rest] = rows;
    if (head) this.#draft.table({ head, rows: rest, where: { line: first } });
    this.#itemStarts = false;
  }

  #cell(content: string, line: number): string {
    const { lines, links } = inlineText(markdown, this.#env, content);
    for (const link of links) this.#draft.link(link.text, link.target, { line });
    return lines.join(' ');
  }
}
