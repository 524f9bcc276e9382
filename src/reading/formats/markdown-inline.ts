import type { Env, MarkdownIt, Token } from 'markdown-it';
import { elementOf } from './markdown-syntax.ts';

export type InlineLink = {
  readonly text: string;
  readonly target: string /** Index of the line it begins on. */;
  readonly line: number;
};
export type InlineText = { readonly lines: readonly string[]; readonly links: readonly InlineLink[] };

/** Beyond this, text of one paragraph is kept as it stands: no person wrote it, and parsing it may cost more than it is worth. */
const MAX_PARSED = 50_000;
const MARKUP = /[*_`\\[]|~~|<[a-zA-Z/!]|&[#a-zA-Z]|:\/\//;
// Markup beyond the two simple kinds below. A bracket alone is a gap to fill in, unless some line defines a link of that name.
const RICH_MARKUP = /[_\\]|~~|<[a-zA-Z/!]|&[#a-zA-Z]|:\/\/|\](?:\(|\[)|\[\^/;
const SIMPLE_MARKUP = /\*\*(?=[^\s*])([^*`\n]*[^\s*`\n])\*\*|`([^`\n]+)`/g;
const BARE_LINK = /https?:\/\/[^\s<>()[\]"'|`]+/g;
const FOOTNOTE_MARK = /\[\^[\w-]{1,32}\]:?/g;
// Stands in for the underscores of a gap such as `____`, which Markdown would take for emphasis.
const GAP = '\uE000';
const LONG_GAP = /_{4,}/g;

/** The words of inline Markdown without its markup, one string for each line of the source, with the links in it. */
export function inlineText(markdown: MarkdownIt, env: Env, content: string): InlineText {
  if (!MARKUP.test(content) || content.length > MAX_PARSED) return { lines: content.split('\n'), links: [] };
  const simple = withoutSimpleMarkup(env, content);
  if (simple !== undefined) return { lines: simple.split('\n'), links: [] };
  const count = content.split('\n').length;
  const whole = parsed(markdown, env, content);
  if (whole.lines.length === count) return whole;
  // Code or a link ran over a line end, so lines no longer match the source: read each line by itself.
  const links: InlineLink[] = [];
  const lines = content.split('\n').map((text, line) => {
    const one = parsed(markdown, env, text);
    links.push(...one.links.map((link) => ({ ...link, line })));
    return one.lines.join(' ');
  });
  return { lines, links };
}

/** Most paragraphs hold bold words and code at most. Taking those off directly is many times faster than parsing. */
function withoutSimpleMarkup(env: Env, content: string): string | undefined {
  if (RICH_MARKUP.test(content)) return undefined;
  if (content.includes('[') && hasReferences(env)) return undefined;
  const text = content.replace(SIMPLE_MARKUP, '$1$2');
  return text.includes('*') || text.includes('`') ? undefined : text;
}

function hasReferences({ references }: Env): boolean {
  for (const _ in references) return true;
  return false;
}

function parsed(markdown: MarkdownIt, env: Env, content: string): InlineText {
  const tokens: Token[] = [];
  const guarded = content.includes('____') ? content.replace(LONG_GAP, (gap) => GAP.repeat(gap.length)) : content;
  markdown.inline.parse(guarded, markdown, env, tokens);
  const lines: string[] = [];
  const links: InlineLink[] = [];
  const openLinks: { target: string; line: number; start: number }[] = [];
  const openMarks: { line: number; start: number }[] = [];
  let current = '';
  for (const token of tokens) {
    switch (token.type) {
      case 'softbreak':
      case 'hardbreak':
        lines.push(current);
        current = '';
        break;
      case 'code_inline':
        current += token.content;
        break;
      case 'link_open':
        openLinks.push({ target: String(token.attrGet('href') ?? ''), line: lines.length, start: current.length });
        break;
      case 'link_close': {
        const link = openLinks.pop();
        if (link)
          links.push({
            target: link.target,
            line: link.line,
            text: current.slice(link.line === lines.length ? link.start : 0),
          });
        break;
      }
      case 'image': {
        const target = String(token.attrGet('src') ?? '');
        if (target !== '') links.push({ target, line: lines.length, text: token.content });
        current += token.content;
        break;
      }
      case 'em_open':
      case 'strong_open':
        openMarks.push({ line: lines.length, start: current.length });
        break;
      case 'em_close':
      case 'strong_close': {
        // `__/__/____` is a date to fill in, not emphasis: markers around no letter or digit are text.
        const open = openMarks.pop();
        const inner = open && open.line === lines.length ? current.slice(open.start) : undefined;
        if (open && inner !== undefined && token.markup.startsWith('_') && !/[\p{L}\d]/u.test(inner)) {
          current = current.slice(0, open.start) + token.markup + inner + token.markup;
        }
        break;
      }
      case 'html_inline':
        if (elementOf(token.content) === 'br') current += ' ';
        break;
      case 'text':
        current += withBareLinks(token.content.replace(FOOTNOTE_MARK, ''), openLinks.length > 0, lines.length, links);
        break;
      default:
        current += token.content;
    }
  }
  lines.push(current);
  return { lines: lines.map((line) => line.replaceAll(GAP, '_')), links };
}

function withBareLinks(text: string, insideLink: boolean, line: number, links: InlineLink[]): string {
  if (insideLink || !text.includes('://')) return text;
  for (const [found] of text.matchAll(BARE_LINK)) {
    const target = found.replace(/[.,;:!?]$/, '');
    links.push({ text: target, target, line });
  }
  return text;
}
