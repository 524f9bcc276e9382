import type { Day } from '../../record/day.ts';
import type { DocumentKind } from '../../record/document.ts';
import type { Instant } from '../../record/holdings.ts';

/** A document in use, by what tells whether it is another one again. What could not be read of it is absent. */
export type Comparable = {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly receivedAt: Instant;
  readonly kind?: DocumentKind;
  readonly title?: string;
  readonly version?: string;
  readonly dated?: Day;
};

export type Likeness = {
  /** The same bytes under other names. */
  readonly copies: readonly Comparable[];
  /** The document that it seems to be a newer version of; of several the newest. */
  readonly earlier?: Comparable;
};

/** Of these there is one for each occasion, or it is not known what it is: a date in the name tells two of them apart. */
const ONE_FOR_EACH_DAY: ReadonlySet<DocumentKind> = new Set([
  'log',
  'minutes',
  'report',
  'form',
  'screenshot',
  'email',
  'other',
]);
/** Kinds whose title names one document. Contracts, forms and certificates of different people are called the same. */
const TITLE_TELLS: ReadonlySet<DocumentKind> = new Set([
  'policy',
  'procedure',
  'plan',
  'register',
  'notice',
  'statement',
]);

/**
 * Which of the documents are copies or older versions of one of them. It only suggests, and rather too little: two documents
 * are versions of one when they are of one kind, go by one title or by names that differ only in marks such as "v2", "2026",
 * "(1)" or "final", and neither version, date nor arrival says that the other way round is true. Of those
 * that `areOthers` names, somebody has said that they are different documents.
 */
export function likenessesAmong(
  documents: readonly Comparable[],
  areOthers: (one: Comparable, other: Comparable) => boolean = () => false,
): (one: Comparable) => Likeness {
  const byBytes = Map.groupBy(documents, ({ sha256 }) => sha256);
  const byName = Map.groupBy(documents, nameKey);
  const byTitle = Map.groupBy(documents, titleKey);
  return (one) => {
    const copies = (byBytes.get(one.sha256) ?? []).filter((other) => other.id !== one.id && !areOthers(one, other));
    if (copies.length > 0) return { copies };
    const [name, title] = [nameKey(one), titleKey(one)];
    const named = name === undefined ? [] : (byName.get(name) ?? []).filter((other) => foldersAgree(one, other));
    const titled = title === undefined ? [] : (byTitle.get(title) ?? []);
    const earlier = [...new Set([...named, ...titled])]
      .filter((other) => other.path !== one.path && isLater(one, other) && !areOthers(one, other))
      .reduce<Comparable | undefined>(
        (newest, other) => (newest && !isLater(other, newest) ? newest : other),
        undefined,
      );
    return { copies, ...(earlier && { earlier }) };
  };
}

function nameKey({ path, kind }: Comparable): string | undefined {
  const stem = kind === undefined ? undefined : nameStem(path, !ONE_FOR_EACH_DAY.has(kind));
  return stem === undefined ? undefined : `${kind} ${stem}`;
}

function titleKey({ title, kind }: Comparable): string | undefined {
  if (title === undefined || kind === undefined || !TITLE_TELLS.has(kind)) return undefined;
  const stem = withoutMarks(plain(title), true);
  // One word, such as "Policy", is no name.
  return stem.includes(' ') ? `${kind} ${stem}` : undefined;
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const YEAR = '(?:19|20)\\d\\d';
const VERSION = '(?:v|ver|version|rev|revision|issue)[ .]?\\d{1,4}(?:\\.\\d{1,4}){0,3}';
const VERSION_MARKS = [
  VERSION,
  '\\(\\d{1,3}\\)',
  'copy(?: \\d{1,3})?',
  '(?:final|draft|signed|approved|updated|revised|reviewed|latest|clean)',
];
const DATE_MARKS = [
  `${YEAR}(?:[ ./]?\\d\\d){0,2}`,
  `\\d\\d?[ ./]\\d\\d?[ ./](?:${YEAR}|\\d\\d)`,
  `(?:\\d\\d? )?${MONTH} ${YEAR}`,
  `${YEAR} ${MONTH}`,
];

/** A mark at the beginning or the end, in brackets or not, of words that are plain and parted by single blanks. */
function marksOf(marks: readonly string[]): RegExp {
  const one = `\\(?(?:${marks.join('|')})\\)?`;
  return new RegExp(`^(?:copy of|${one})[ ,:]+|[ ,:.]+${one}$`);
}
const VERSIONS_ONLY = marksOf(VERSION_MARKS);
const VERSIONS_AND_DATES = marksOf([...VERSION_MARKS, ...DATE_MARKS]);

/** The last part of a path without its ending and without marks of version and, where they tell nothing apart, of date. */
function nameStem(path: string, dates: boolean): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const stem = withoutMarks(plain(name), dates);
  return /\p{L}{3}/u.test(stem) ? stem : undefined;
}

/** Characters of a name or title that are looked at. */
const LONGEST = 300;

function plain(text: string): string {
  return text
    .slice(-LONGEST)
    .normalize('NFKC')
    .replace(/([a-z])(?=V\d)/g, '$1 ')
    .toLowerCase()
    .replace(/[\s_–—-]+/g, ' ')
    .trim();
}

function withoutMarks(text: string, dates: boolean): string {
  const mark = dates ? VERSIONS_AND_DATES : VERSIONS_ONLY;
  let left = text;
  for (let next = left.replace(mark, ''); next !== left; next = left.replace(mark, '')) left = next;
  return left;
}

/** A file uploaded by itself has no folder; then its name must say more than one word. */
function foldersAgree(one: Comparable, other: Comparable): boolean {
  const [a, b] = [folderOf(one.path), folderOf(other.path)];
  if (a === b) return true;
  return (a === '' || b === '') && saysMoreThanAWord(one);
}

const saysMoreThanAWord = onceEach(({ path }) => (nameStem(path, true) ?? '').includes(' '));

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Whether nothing says that it is the older one, and something says that it is the newer. */
function isLater(one: Comparable, other: Comparable): boolean {
  const told = [
    compare(versionOf(one), versionOf(other)),
    one.dated === undefined || other.dated === undefined ? 0 : compare([one.dated], [other.dated]),
  ].filter((order) => order !== 0);
  if (told.length === 0) return one.receivedAt > other.receivedAt;
  return told.every((order) => order > 0);
}

const VERSION_IN_NAME = new RegExp(`(?:^|[ (])(${VERSION})(?:$|[ )])`);

/** Asked for each pair of documents, worked out for each document once. */
const versionOf = onceEach(({ version, path }): readonly number[] | undefined => {
  const name = plain(path.slice(path.lastIndexOf('/') + 1).replace(/\.[A-Za-z0-9]{1,5}$/, ''));
  const said = version ?? VERSION_IN_NAME.exec(name)?.[1];
  const numbers = said?.match(/\d+/g)?.map(Number);
  return numbers && numbers.length > 0 ? numbers : undefined;
});

function onceEach<Result>(work: (one: Comparable) => Result): (one: Comparable) => Result {
  const known = new WeakMap<Comparable, { readonly result: Result }>();
  return (one) => {
    const before = known.get(one);
    if (before) return before.result;
    const result = work(one);
    known.set(one, { result });
    return result;
  };
}

/** The first difference: above 0 when the first is the later, 0 when they agree or one is not known. */
function compare<T extends number | string>(a: readonly T[] | undefined, b: readonly T[] | undefined): number {
  if (a === undefined || b === undefined) return 0;
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    if (x !== y) return x > y ? 1 : -1;
  }
  return 0;
}
