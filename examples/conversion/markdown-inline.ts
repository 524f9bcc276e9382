import type { Token } from 'markdown-it';
import type { Run } from './blocks.ts';

type Style = { readonly bold?: true; readonly italic?: true; readonly link?: string };

/** The runs of one inline token. A line that begins with a bold label ("**Owner:** …") keeps its own line. */
export function runsOf(inline: Token | undefined): Run[] {
  const runs: Run[] = [];
  const styles: Style[] = [{}];
  const tokens = inline?.children ?? [];
  for (const [at, token] of tokens.entries()) {
    const style = styles.at(-1) ?? {};
    switch (token.type) {
      case 'text':
      case 'text_special':
        add(runs, { text: token.content, ...style });
        break;
      case 'code_inline':
        add(runs, { text: token.content, code: true, ...style });
        break;
      case 'softbreak':
        add(runs, { text: beginsWithLabel(tokens, at + 1) ? '\n' : ' ', ...style });
        break;
      case 'hardbreak':
        add(runs, { text: '\n', ...style });
        break;
      case 'html_inline':
        if (/^<br\s*\/?>$/i.test(token.content)) add(runs, { text: '\n', ...style });
        break;
      case 'image':
        add(runs, { text: token.content, ...style });
        break;
      case 'strong_open':
        styles.push({ ...style, bold: true });
        break;
      case 'em_open':
        styles.push({ ...style, italic: true });
        break;
      case 'link_open':
        styles.push({ ...style, link: String(token.attrGet('href') ?? '') });
        break;
      case 'strong_close':
      case 'em_close':
      case 'link_close':
        styles.pop();
        break;
      default:
        if (token.content) add(runs, { text: token.content, ...style });
    }
  }
  return runs;
}

function beginsWithLabel(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at).filter((token) => token.type !== 'text' || token.content !== '');
  return rest[0]?.type === 'strong_open' && /:\s*$/.test(rest[1]?.content ?? '');
}

function add(runs: Run[], run: Run): void {
  if (run.text !== '') runs.push(run);
}
