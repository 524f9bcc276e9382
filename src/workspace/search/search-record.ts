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

export type SearchHits = { readonly hits: readonly SearchHit[]; readonly more: boolean };

export const MOST_HITS = 100;
/** All there is to look through. */
export const SEARCHED = ['item', 'document', 'entity'] as const;
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
 * Evidence items, documents and entries of registers in which every word stands that was looked for, in any order and as part
 * of longer words: those first whose title has them all. Case and accents make no difference. Others have their turn meanwhile.
 */
export async function searchRecord(
  standing: Standing,
  looked: string,
  among: readonly SearchHit['of'][] = SEARCHED,
): Promise<SearchHits> {
  const wanted = [
    ...new Set(
      folded(looked)
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, WORDS),
    ),
  ];
  if (wanted.length === 0) return { hits: [], more: false };
  const inTitle: SearchHit[] = [];
  const inText: SearchHit[] = [];
  const giveWay = givingWay();
  for (const entry of await indexOf(standing)) {
    await giveWay();
    if (!among.includes(entry.of)) continue;
    const { folded: title, lines, ...hit } = entry;
    const left = wanted.filter((word) => !title.includes(word));
    if (left.length === 0) inTitle.push(hit);
    else {
      const found = left.map((word) => lines.find((line) => line.folded.includes(word)));
      const [first] = found;
      if (first === undefined || found.includes(undefined)) continue;
      const words = excerpt(first.text, first.folded.indexOf(left[0] ?? ''));
      inText.push({ ...hit, words, ...(first.where && { where: first.where }) });
    }
  }
  const hits = [...inTitle, ...inText];
  return { hits: hits.slice(0, MOST_HITS), more: hits.length > MOST_HITS };
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
  for (const { ref, requirement, rule } of check.catalogue.items)
    yield entryOf({ of: 'item', kind: 'item', id: ref, title: `${ref} ${rule?.ask ?? requirement}` }, [
      { text: requirement },
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
