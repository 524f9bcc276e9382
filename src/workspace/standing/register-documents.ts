import { readMarkdown } from '../../reading/formats/markdown.ts';
import type { ReadFile } from '../../reading/read-one.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import type { HoldingsByKind } from '../../record/holdings.ts';
import { recentlyUsed } from '../recently-used.ts';
import { type RegisterTable, registerTables } from './register-tables.ts';
import type { Standing } from './standing.ts';

/** Where registers stand among the documents: no upload can have such a path. */
export const REGISTER_PREFIX = 'register: ';

/** A register as a document, and the review that makes it newer, in words; no review where there is none. */
export type RegisterFile = { readonly file: ReadFile; readonly review?: string };

/**
 * The registers of a record as documents, so that they are read, matched and compared in the same way as a spreadsheet that
 * was uploaded (ADR 17). Looking at a register makes it no newer (ADR 24).
 */
export function registerDocuments(holdings: HoldingsByKind, on: Day): readonly RegisterFile[] {
  return registerTables(holdings, on).map((table) => {
    const content = contentOf(markdownOf(table));
    const file = { path: `${REGISTER_PREFIX}${table.title}`, bytes: 0, sha256: '', content, kept: true as const };
    return { file, ...(table.review !== undefined && { review: table.review }) };
  });
}

/** Characters of registers whose reading is held. */
const HELD = 4_000_000;
const read = recentlyUsed<ReadFile['content']>(HELD);

/** A register that has not changed since is not read again. */
function contentOf(markdown: string): ReadFile['content'] {
  const known = read.get(markdown);
  if (known) return known;
  const content = readMarkdown(markdown);
  read.put(markdown, content, markdown.length);
  return content;
}

function markdownOf({ title, columns, rows, asAt }: RegisterTable): string {
  const row = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return [
    `# ${title}`,
    '',
    asAt === undefined ? '' : `Last reviewed: ${dayInWords(asAt)}`,
    '',
    row(columns),
    row(columns.map(() => '---')),
    ...rows.map(({ cells }) => row(cells)),
    '',
  ].join('\n');
}

/** The first row of entries stands here. */
const FIRST_ROW = 7;

/** The kind of the entries in a register's document, and their ids in the order of its rows. */
export type RegisterRows = { readonly kind: string; readonly ids: readonly string[] };

const rowsOf = new WeakMap<Standing, ReadonlyMap<string, RegisterRows>>();

/** The registers that a standing rests on, by their paths. Remembered with it: every page that links a finding to its entry asks. */
export function registerRows(standing: Standing): ReadonlyMap<string, RegisterRows> {
  const known = rowsOf.get(standing);
  if (known) return known;
  const tables = registerTables(standing.holdings, standing.on);
  const found = new Map(
    tables.map(({ title, kind, rows }) => [`${REGISTER_PREFIX}${title}`, { kind, ids: rows.map(({ id }) => id) }]),
  );
  rowsOf.set(standing, found);
  return found;
}

/** Which entity a line of a register's document is about. */
export function entityAtLine({ ids }: RegisterRows, line: number): string | undefined {
  return ids[line - FIRST_ROW];
}

/** Text that stays in its cell and is no markup, whatever it holds. */
function cellText(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|~!&]/g, (sign) => (sign === '|' ? '/' : `\\${sign}`));
}
