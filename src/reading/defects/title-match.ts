import type { Content } from '../../record/document.ts';
import { remembered } from '../../record/remembered.ts';
import { fileName, plain } from '../profile/document-kind.ts';
import type { ProfiledDocument } from './defect-rule.ts';
import { SHORT_FORMS, WEAK_WORDS } from './reference-words.ts';

/** What the set of documents answers to: titles, file names and headings as sets of telling words. */
export type TitleIndex = {
  /** True when some document, or a heading within one, plausibly is what a reference names. */
  readonly holds: (title: string) => boolean;
  /** Whether a file is held: by its path, by its name, or, for a mention in text, by a name that says the same. */
  readonly holdsFile: (target: string, from: string, how: 'link' | 'mention') => boolean;
  /** True when the set keeps documents under numbers of this series ("SOP"); of records numbered by the year, several. */
  readonly numbers: (number: string) => boolean;
  /** True when some document bears this number at the head of its title or file name, or in a field of its own. */
  readonly holdsNumber: (number: string) => boolean;
  /** True when the text names a held file whose name has spaces and ends in `part`: "registers/supplier list.csv". */
  readonly endsInText: (part: string, text: string) => boolean;
};

/** The numbers a document goes by: at the head of its file name, its title or an opening line, or in a field that gives it. */
function numbersOf({ path, profile, content }: ProfiledDocument): string[] {
  const opening = content.lines.slice(0, 12).flatMap(({ text, role }, at) => {
    const field = DOCUMENT_FIELD.test(text);
    return field || (at < 4 && role !== 'row' && role !== 'item') ? [text.replace(DOCUMENT_FIELD, '')] : [];
  });
  const fields = ['doc', 'document', 'ref', 'reference', 'id', 'number'].flatMap(
    (key) => content.properties[key] ?? [],
  );
  return [fileName(path), profile.title, ...opening, ...fields].flatMap((text) => NUMBER_FIRST.exec(text)?.[1] ?? []);
}

/** Numbers that head the rows of some list: a risk or device of a register, or a document of an index, where its title is judged. */
function listedNumbers({ tables }: Content): string[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => NUMBER_FIRST.exec(cells[0]?.text ?? '')?.[1] ?? []));
}

function seriesOf(number: string): string {
  return number.replace(/-(?:20\d\d-)?\d+$/, '');
}

const DOCUMENT_FIELD =
  /^(?:doc(?:ument)?(?: (?:no|number|ref|reference|id))?|ref(?:erence)?(?: no)?|number|id)\b[\s:|.]*/i;
const NUMBER_FIRST = /^\W*([A-Z]{2,8}(?:-[A-Z]{1,6})?-(?:20\d\d-)?\d{1,4})(?![\w-])/;

type Named = { readonly words: ReadonlySet<string>; readonly sort: Sort; readonly isHeading: boolean };

/** Sorts of document that answer for one another: a "backup procedure" may be called a policy, but no log. */
type Sort = 'rules' | 'notice' | 'record' | 'form' | 'none';

const SORTS: readonly (readonly [Sort, RegExp])[] = [
  ['notice', /\b(?:notice|statement)\b/i],
  ['record', /\b(?:register|log|inventory|list|tracker|matrix|records?|schedule|timetable|contacts?)\b/i],
  ['form', /\b(?:form|checklist|template|agreement|questionnaire|contract)\b/i],
  [
    'rules',
    /\b(?:polic(?:y|ies)|procedures?|standards?|guidelines?|guide|protocol|plan|runbook|playbook|framework|methodology|strategy|manual|handbook|process|sop|charter|programme)\b/i,
  ],
];

function sortOfTitle(title: string): Sort {
  return SORTS.find(([, pattern]) => pattern.test(title))?.[0] ?? 'none';
}

function name(title: string, isHeading: boolean): Named {
  return { words: telling(title), sort: sortOfTitle(title.replace(/[_-]/g, ' ')), isHeading };
}

export function titleIndex(documents: readonly ProfiledDocument[]): TitleIndex {
  const named: Named[] = [];
  const paths = documents.map(({ path }) => path.toLowerCase());
  for (const { path, profile, content } of documents) {
    named.push(name(`${profile.title} ${fileName(path)}`, false), name(fileName(path), false));
    for (const line of content.lines)
      if (line.role === 'heading' && line.text.length < 90) named.push(name(line.text, true));
    for (const table of content.tables) if (table.title !== undefined) named.push(name(table.title, true));
  }
  const known = new Map<string, boolean>();
  const numbered = new Set(documents.flatMap(numbersOf));
  const series = new Map<string, number>();
  for (const number of numbered) series.set(seriesOf(number), (series.get(seriesOf(number)) ?? 0) + 1);
  for (const number of documents.flatMap(({ content }) => listedNumbers(content))) numbered.add(number);
  return {
    numbers: (number) => (series.get(seriesOf(number)) ?? 0) >= (/-20\d\d-/.test(number) ? 3 : 1),
    holdsNumber: (number) => numbered.has(number),
    holds(title) {
      const key = title.toLowerCase();
      let found = known.get(key);
      if (found === undefined) {
        found = isHeld(telling(title), sortOfTitle(title), named);
        known.set(key, found);
      }
      return found;
    },
    endsInText(part, text) {
      const end = part.toLowerCase();
      const lower = text.toLowerCase();
      return paths.some((path) => path.endsWith(end) && lower.includes(path.split('/').at(-1) ?? path));
    },
    holdsFile: (target, from, how) => fileIsHeld(target.toLowerCase(), from.toLowerCase(), how, paths, named),
  };
}

/**
 * A document's title must share most telling words of the reference. A heading inside a document must hold them all and be
 * of the same sort, and so must a title when only one telling word is left to go by.
 */
function isHeld(wanted: ReadonlySet<string>, sort: Sort, named: readonly Named[]): boolean {
  if (wanted.size === 0) return true;
  return named.some((other) => {
    let shared = 0;
    for (const word of wanted) if (has(other.words, word)) shared += 1;
    if (shared === 0) return false;
    if (other.isHeading) return shared === wanted.size && other.sort === sort;
    if (wanted.size === 1) return sort === other.sort || sort === 'none' || other.sort === 'none';
    // "Data Backup Policy" is the "Backup Policy": a title wholly within the reference, one word short of it.
    return (
      shared / wanted.size > 0.6 || (shared === other.words.size && wanted.size - shared === 1 && sort === other.sort)
    );
  });
}

function has(words: ReadonlySet<string>, wanted: string): boolean {
  if (words.has(wanted)) return true;
  if (wanted.length < 6) return false;
  for (const word of words) if (word.length > 5 && nearly(word, wanted)) return true;
  return false;
}

/** One slip of the pen apart: a letter changed, added or left out, or the same start of a long word. */
function nearly(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return a.slice(at + 1) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at) || a.slice(at) === b.slice(at + 1);
}

/** Words of a title that tell it from others, in a common form: lower case, short forms spelt out, plural and verb endings cut. */
export const telling: (title: string) => ReadonlySet<string> = remembered((title) => {
  const words = new Set<string>();
  for (const raw of plain(
    title.replace(/\.(?:md|csv|docx?|xlsx?|pdf|txt|html?)$/i, '').replace(/\([^)]*\)/g, ' '),
  ).split(/[\s.'&]+/)) {
    for (const word of (SHORT_FORMS[raw] ?? raw).split(' ')) {
      if (word.length < 2 || /^v?\d+$/.test(word) || WEAK_WORDS.has(word)) continue;
      words.add(stem(word));
    }
  }
  return words;
});

function stem(word: string): string {
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:ing|ions?|ments?|ity|s|ed)$/, (ending) => (word.length - ending.length >= 4 ? '' : ending));
}

function fileIsHeld(
  target: string,
  from: string,
  how: 'link' | 'mention',
  paths: readonly string[],
  named: readonly Named[],
): boolean {
  const clean = target
    .replace(/^\.\//, '')
    .replace(/[#?].*$/, '')
    .replace(/\/$/, '');
  if (clean === '' || clean === '.') return true;
  const base = clean.split('/').at(-1) ?? clean;
  const wanted = [resolved(clean, from), clean.replace(/^(?:\.\.\/)+/, '').replace(/^\//, '')];
  if (
    paths.some((path) =>
      wanted.some(
        (each) =>
          path === each || path.endsWith(`/${each}`) || path.startsWith(`${each}/`) || path.includes(`/${each}/`),
      ),
    )
  )
    return true;
  if (/^(?:readme|index|changelog|license)\b/.test(base)) return false;
  if (paths.some((path) => path.endsWith(`/${base}`) || path === base)) return true;
  if (how === 'link') return paths.some((path) => nearly(path.split('/').at(-1) ?? path, base));
  const words = telling(base.replace(/\.[a-z0-9]{2,5}$/, ''));
  if (words.size === 0 || /\.(?:png|jpe?g|svg|gif|drawio|py|sh|json|ya?ml)$/.test(base)) return false;
  // One word alone ("architecture.md") must be all that a file's name says; several may be part of a longer name.
  return named.some(
    (other) =>
      !other.isHeading &&
      [...words].every((word) => has(other.words, word)) &&
      (words.size > 1 || other.words.size === 1),
  );
}

function resolved(target: string, from: string): string {
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
