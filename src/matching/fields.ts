import type { Content, DocumentKind, Profile, Table } from '../record/document.ts';
import { EVERYDAY_HEADINGS, NAMED_BY_NUMBER, NOISE_WORDS } from './form-words.ts';
import { isLittleWord, type Stemmed, titleStems } from './stems.ts';

/** What the matcher is given of a document. */
export type MatchedDocument = { readonly path: string; readonly content: Content; readonly profile: Profile };

/** A heading that says something of its own. `line` is its index in the lines of the content. */
export type Heading = { readonly text: string; readonly words: ReadonlySet<string>; readonly line: number };

export type Column = { readonly text: string; readonly words: ReadonlySet<string> };

/** The columns of a table, or the labels of a form read as columns of one. */
export type NamedTable = { readonly of: 'table' | 'form'; readonly columns: readonly Column[] };

/** Kinds that lay down rules: what stands before a colon there is a topic, and the box at the top is document control. */
const RULES: ReadonlySet<DocumentKind> = new Set(['policy', 'procedure', 'plan', 'notice']);

/** The parts of a document that tell most about its subject, as stems. */
export type Fields = {
  /** Title and file name, in order, without noise such as version marks, months and numbers. */
  readonly title: readonly Stemmed[];
  readonly titleWords: ReadonlySet<string>;
  readonly kind: DocumentKind;
  readonly headings: readonly Heading[];
  readonly tables: readonly NamedTable[];
  /** The share of lines that are rows of a table, from 0 to 1. */
  readonly rowShare: number;
  /** How many different numbers like `7.3.4` stand alone in cells. */
  readonly refsListed: number;
};

export function fieldsOf({ path, content, profile }: MatchedDocument): Fields {
  const title = [...titleStems(profile.title), ...titleStems(nameOf(path))].filter(
    ({ stem, word }, i, words) =>
      !NOISE_WORDS.has(word) && (!/^v?\d+$/.test(stem) || NAMED_BY_NUMBER.has(words[i - 1]?.stem ?? '')),
  );
  return {
    title,
    titleWords: new Set(title.map(({ stem }) => stem)),
    kind: profile.kind,
    headings: headingsOf(content, profile.title),
    tables: tablesOf(content, profile.kind),
    refsListed: refsListed(content),
    rowShare:
      content.lines.length === 0 ? 0 : content.lines.filter(({ role }) => role === 'row').length / content.lines.length,
  };
}

function refsListed(content: Content): number {
  const refs = new Set<string>();
  for (const table of content.tables) {
    for (const { cells } of table.rows)
      for (const { text } of cells.slice(0, 3))
        if (/^(?:DSPT )?(?:10|[1-9])\.\d{1,2}\.\d{1,2}$/.test(text)) refs.add(text);
  }
  return refs.size;
}

/** The file name without folders, ending and the joints people put between words: `02_BackupPolicy-v2.docx` reads `02 Backup Policy v2`. */
export function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_+.]+/g, ' ');
}

function headingsOf(content: Content, title: string): Heading[] {
  const headings: Heading[] = [];
  for (const [line, { role, text }] of content.lines.entries()) {
    if (role !== 'heading' || text === title) continue;
    const words = stemSet(text.replace(/^[\d.]+\s*/, ''));
    if ([...words].some((word) => !EVERYDAY_HEADINGS.has(word) && !isLittleWord(word)))
      headings.push({ text, words, line });
  }
  return headings;
}

/** The names of the columns; of a table without, what its first row holds, which may be a heading row nobody recognised. */
export function namesOf(table: Table): readonly string[] {
  if (table.columns.some((name) => name !== '')) return table.columns;
  return (table.rows[0]?.cells ?? []).map(({ text }) => (text.length > 60 ? '' : text));
}

/** Tables of a document about itself stand under such a heading. */
const ABOUT_ITSELF =
  /\b(?:(?:version|document|revision|amendment|change|review) (?:history|control|record|log)|revisions|amendments|approvals)\b/iu;

function tablesOf(content: Content, kind: DocumentKind): readonly NamedTable[] {
  const { lines, tables } = content;
  const named: NamedTable[] = [];
  const add = (of: NamedTable['of'], names: readonly string[]): void => {
    if (names.length > 0) named.push({ of, columns: names.map((text) => ({ text, words: stemSet(text) })) });
  };
  for (const table of tables)
    if (!RULES.has(kind) || !ABOUT_ITSELF.test(lines[table.section]?.text ?? '')) add('table', namesOf(table));
  add('form', labelsOf(content, kind));
  return named;
}

const LABEL = /^\W*(\p{Lu}[^:.;?!*]{1,38}?)\**\s*(?::|\*\*|\.{3,})\s/u;
const ENOUGH_LABELS = 3;
const MOST_LABELS = 24;

/**
 * What a form or a record in paragraphs calls its parts: words before a colon, and the first column of a table of two. They are
 * the columns of a table with one row.
 */
function labelsOf({ lines, tables }: Content, kind: DocumentKind): readonly string[] {
  if (RULES.has(kind)) return [];
  const labels = new Set<string>();
  for (const { role, text } of lines) {
    const label = role === 'text' || role === 'item' ? LABEL.exec(text)?.[1] : undefined;
    if (label !== undefined) labels.add(label.trim());
  }
  for (const { columns, rows } of tables) {
    if (columns.length !== 2) continue;
    for (const { cells } of rows) {
      const label = cells[0]?.text ?? '';
      if (label !== '' && label.length <= 40) labels.add(label);
    }
  }
  return labels.size < ENOUGH_LABELS ? [] : [...labels].slice(0, MOST_LABELS);
}

function stemSet(text: string): ReadonlySet<string> {
  return new Set(titleStems(text).map(({ stem }) => stem));
}
