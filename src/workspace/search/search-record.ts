import { askOf } from '../../catalogue/ask-of.ts';
import type { Content, Where } from '../../record/document.ts';
import { document } from '../../record/kinds/document.ts';
import { type AnyKind, type Entity, fieldsOf, titleInWords, valueIn } from '../../record/kinds/kind.ts';
import { KINDS } from '../../record/kinds/kinds.ts';
import { documentsInUse } from '../documents/kept-document.ts';
import { givingWay } from '../giving-way.ts';
import type { Standing } from '../standing/standing.ts';

/** Something in a record that holds the words looked for. `id` is an evidence item's number, or the id of an entity. */
export type SearchHit = {
  readonly of: 'item' | 'document' | 'entity';
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** The words around the first that was found, when they are not in the title. */
  readonly words?: string;
  /** Where in a document that is. */
  readonly where?: Where;
};

/** What was found of one sort: the best first, and how many there are. */
export type SearchGroup = {
  readonly of: SearchHit['of'];
  readonly hits: readonly SearchHit[];
  readonly all: number;
};

/** What was found, the sort with the best match first; `words` are those that were looked for, as they are compared. */
export type SearchHits = { readonly groups: readonly SearchGroup[]; readonly words: readonly string[] };

/** Hits of each sort that are found at most, when others are too. */
const MOST_OF_EACH = 10;
/** All there is to look through. */
export const SEARCHED = ['item', 'entity', 'document'] as const;
const AROUND = 60;
/** Words that are looked for; a longer question finds no more. */
const WORDS = 12;
/** Kinds that nobody looks for: they belong to the program, or stand on the page of what they are about. */
const NOT_LOOKED_FOR: ReadonlySet<string> = new Set([
  'comment',
  'confirmation',
  'document',
  'grant',
  'share',
  'responsibility',
  'absence',
]);

type Entry = Omit<SearchHit, 'words' | 'where'> & {
  readonly folded: string;
  readonly lines: readonly (SearchedLine & { readonly folded: string })[];
};

type SearchedLine = { readonly text: string; readonly where?: Where };

/** Made when somebody first searches a standing, and gone with it. */
const indexes = new WeakMap<Standing, Promise<readonly Entry[]>>();

/**
 * Evidence items, documents and entries of registers in which every word stands that was looked for, in any order: those first
 * whose title has them all, whole words before parts of words; what has them only inside longer words when there is nothing else.
 * Case and accents make no difference. Others have their turn meanwhile.
 */
export async function searchRecord(
  standing: Standing,
  looked: string,
  among: readonly SearchHit['of'][] = SEARCHED,
  most = MOST_OF_EACH,
): Promise<SearchHits> {
  const wanted = wordsLookedFor(looked);
  if (wanted.length === 0) return { groups: [], words: [] };
  const all: { readonly hit: SearchHit; readonly rank: number; readonly inside: boolean }[] = [];
  const giveWay = givingWay();
  for (const entry of await indexOf(standing)) {
    await giveWay();
    if (!among.includes(entry.of)) continue;
    const one = matchOf(entry, wanted);
    if (one) all.push(one);
  }
  const clear = all.filter(({ inside }) => !inside);
  // What stands inside a longer word is seldom meant: “Ada” is not in “degradation”.
  const found = clear.length > 0 ? clear : all;
  const groups = SEARCHED.flatMap((of) => {
    const own = found.filter(({ hit }) => hit.of === of).sort((a, b) => a.rank - b.rank);
    const [best] = own;
    return best ? [{ of, best: best.rank, hits: own.slice(0, most).map(({ hit }) => hit), all: own.length }] : [];
  });
  return {
    groups: groups.sort((a, b) => a.best - b.best).map(({ best: _, ...group }) => group),
    words: wanted,
  };
}

/** The words somebody looks for, as they are compared. */
function wordsLookedFor(looked: string): readonly string[] {
  const all = folded(looked)
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(all.slice(0, WORDS))];
}

/** How good a match is, the best first: the title or the text holds the words, as whole words or as parts of longer ones. */
const RANKS = { title: 0, partOfTitle: 1, text: 2, partOfText: 3 } as const;

function matchOf({ folded: title, lines, ...hit }: Entry, wanted: readonly string[]) {
  const left = wanted.filter((word) => !title.includes(word));
  if (left.length === 0)
    return {
      hit,
      rank: wanted.every((word) => placeOfWhole(title, word) >= 0) ? RANKS.title : RANKS.partOfTitle,
      inside: !wanted.every((word) => begins(title, word)),
    };
  if (!left.every((word) => lines.some((line) => line.folded.includes(word)))) return undefined;
  // Of the lines the one that holds most of the words, and those whole, says best why this was found.
  let best: { readonly line: Entry['lines'][number]; readonly score: number } | undefined;
  const whole = new Set<string>();
  for (const line of lines) {
    let score = 0;
    for (const word of left) {
      if (!line.folded.includes(word)) continue;
      const isWhole = placeOfWhole(line.folded, word) >= 0;
      if (isWhole) whole.add(word);
      score += isWhole ? 3 : 2;
    }
    if (score > (best?.score ?? 0)) best = { line, score };
  }
  if (!best) return undefined;
  const { text, folded: plain, where } = best.line;
  const places = left.map((word) => {
    const at = placeOfWhole(plain, word);
    return at >= 0 ? at : plain.indexOf(word);
  });
  const words = excerpt(text, Math.min(...places.filter((at) => at >= 0)));
  return {
    hit: { ...hit, words, ...(where && { where }) },
    rank: whole.size === left.length ? RANKS.text : RANKS.partOfText,
    inside: !wanted.every((word) => begins(title, word) || lines.some((line) => begins(line.folded, word))),
  };
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where a word stands alone in a text, not as part of a longer one; -1 when it does not. */
function placeOfWhole(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' '];
    if (!LETTER.test(before) && !LETTER.test(after)) return at;
  }
  return -1;
}

/** Whether a word, or a longer one that begins so, stands in a text. */
function begins(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text[at - 1] ?? ' ')) return true;
  return false;
}

/** A text in pieces, each with whether it is one of the words that were looked for. */
export function piecesOf(
  text: string,
  words: readonly string[],
): readonly { readonly text: string; readonly found: boolean }[] {
  const plain = folded(text);
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = plain.indexOf(word); word !== '' && at >= 0; at = plain.indexOf(word, at + word.length))
      marked.fill(true, at, at + word.length);
  const pieces: { text: string; found: boolean }[] = [];
  for (let from = 0; from < text.length; ) {
    const found = marked[from] === true;
    let to = from + 1;
    while (to < text.length && marked[to] === found) to += 1;
    pieces.push({ text: text.slice(from, to), found });
    from = to;
  }
  return pieces;
}

function indexOf(standing: Standing): Promise<readonly Entry[]> {
  const known = indexes.get(standing);
  if (known) return known;
  const made = makeIndex(standing);
  indexes.set(standing, made);
  return made;
}

async function makeIndex(standing: Standing): Promise<readonly Entry[]> {
  const giveWay = givingWay();
  const entries: Entry[] = [];
  for (const part of [itemEntries, documentEntries, entityEntries]) {
    for (const entry of part(standing)) {
      entries.push(entry);
      await giveWay();
    }
  }
  return entries;
}

function* itemEntries({ check }: Standing): Iterable<Entry> {
  for (const item of check.catalogue.items)
    yield entryOf({ of: 'item', kind: 'item', id: item.ref, title: `${item.ref} ${askOf(item)}` }, [
      { text: item.requirement },
    ]);
}

function* documentEntries({ check, holdings, on }: Standing): Iterable<Entry> {
  const read = new Map(check.record.documents.map((one) => [one.path, one]));
  // What was read under a path is of the document in use: an older one, or one held back, has the path too.
  const inUse = new Set(documentsInUse(holdings, on).map(({ id }) => id));
  for (const { id, data } of holdings.of.get(document.name)?.values() ?? []) {
    const path = String(valueIn(data, 'path'));
    const one = inUse.has(id) ? read.get(path) : undefined;
    const entry = entryOf(
      { of: 'document', kind: document.name, id, title: path },
      one ? [{ text: one.profile.title }] : [],
    );
    yield one ? { ...entry, lines: [...entry.lines, ...foldedLines(one.content)] } : entry;
  }
}

/** What was read of a file stays the same object from one standing to the next, and is folded once. */
const foldedContents = new WeakMap<Content, Entry['lines']>();

function foldedLines(content: Content): Entry['lines'] {
  const known = foldedContents.get(content);
  if (known) return known;
  const lines = content.lines.map(({ text, where }) => ({ text, where, folded: folded(text) }));
  foldedContents.set(content, lines);
  return lines;
}

function* entityEntries({ holdings }: Standing): Iterable<Entry> {
  const kinds: readonly AnyKind[] = Object.values(KINDS);
  for (const kind of kinds.filter(({ name }) => !NOT_LOOKED_FOR.has(name)))
    for (const entity of holdings.of.get(kind.name)?.values() ?? [])
      yield entryOf(
        { of: 'entity', kind: kind.name, id: entity.id, title: titleInWords(kind, entity.data) },
        wordsOf(kind, entity),
      );
}

/** What the fields of an entity say that people wrote themselves. */
function wordsOf(kind: AnyKind, { data }: Entity): readonly { readonly text: string }[] {
  return fieldsOf(kind).flatMap(({ name, is, options = [] }) => {
    const value = valueIn(data, name);
    if (is === 'choice') return { text: options.find((one) => one.value === value)?.label ?? '' };
    if (is === 'text' || is === 'long-text') return typeof value === 'string' ? { text: value } : [];
    if (is === 'texts' || is === 'items') return Array.isArray(value) ? { text: value.join(', ') } : [];
    return [];
  });
}

function entryOf(hit: Pick<SearchHit, 'of' | 'kind' | 'id' | 'title'>, lines: readonly SearchedLine[]): Entry {
  return { ...hit, folded: folded(hit.title), lines: lines.map((line) => ({ ...line, folded: folded(line.text) })) };
}

/** What each sign beyond ASCII is without its accent, when that is as long: a text has few different ones. */
const letters = new Map<string, string>();

/** The same length as it was, letter for letter, so that a place in one is a place in the other. */
function folded(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, plainLetter).replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

function plainLetter(letter: string): string {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const same = plain.length === letter.length ? plain : letter;
  letters.set(letter, same);
  return same;
}

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + AROUND);
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1 || from;
  const end = to === text.length ? to : text.lastIndexOf(' ', to);
  const words = text.slice(start, end > start ? end : to).trim();
  return `${start > 0 ? '… ' : ''}${words}${end < text.length ? ' …' : ''}`;
}
