import type { ContentDraft, DraftRow } from './content-draft.ts';

const MAX_LINES = 500;

/**
 * Reads front matter (YAML between `---` or TOML between `+++`) at the top of the lines into properties and a two-column
 * table, so that what it states has line numbers. Lists and nested keys join their key's value. Returns how many lines it took.
 */
export function readFrontMatter(draft: ContentDraft, lines: readonly string[]): number {
  const fence = lines[0]?.trimEnd();
  if (fence !== '---' && fence !== '+++') return 0;
  const end = lines.findIndex(
    (line, at) =>
      at > 0 && at < MAX_LINES && (line.trimEnd() === fence || (fence === '---' && line.trimEnd() === '...')),
  );
  if (end === -1) return 0;
  const fields: { key: string; values: string[]; line: number }[] = [];
  for (let at = 1; at < end; at++) {
    const text = lines[at] ?? '';
    const field = /^([A-Za-z][\w .-]{0,60}?)\s*[:=](?:\s+(.*))?$/.exec(text);
    if (field) {
      fields.push({ key: field[1] ?? '', values: [unquoted(field[2] ?? '')], line: at + 1 });
    } else if (text.trim() !== '' && !text.startsWith('#')) {
      // Anything else must continue a key; a block of prose between two rules is not front matter.
      const last = fields.at(-1);
      if (!last || !/^[\s-]/.test(text)) return 0;
      last.values.push(unquoted(text.trim().replace(/^-\s+/, '')));
    }
  }
  if (fields.length === 0) return 0;
  const rows = fields.map(({ key, values, line }): DraftRow => {
    const value = values.filter((text) => text !== '' && !/^[|>][+-]?$/.test(text)).join(', ');
    draft.property(key, value);
    return { cells: [key, value], where: { line } };
  });
  draft.table({ rows, where: { line: 1 } });
  draft.title(
    fields.some(({ key }) => key.toLowerCase() === 'title')
      ? rows.find(({ cells }) => cells[0]?.toLowerCase() === 'title')?.cells[1]
      : undefined,
  );
  return end + 1;
}

function unquoted(value: string): string {
  const text = value.trim();
  const quote = text[0];
  if ((quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote)) return text.slice(1, -1);
  if (text.startsWith('[') && text.endsWith(']') && text.includes(','))
    return text.slice(1, -1).split(',').map(unquoted).join(', ');
  return text.replace(/\s#\s.*$/, '');
}
