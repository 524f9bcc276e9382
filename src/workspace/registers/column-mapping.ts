import { type AnyKind, type Field, fieldsOf } from '../../record/kinds/kind.ts';
import { stem, wordsOf } from '../../record/words.ts';
import { HEADINGS, HEADINGS_ANYWHERE } from './field-headings.ts';
import { LIGHT_WORDS, SAME_WORDS } from './heading-words.ts';
import { halfOfName, halvesOf, nameField } from './name-halves.ts';
import { dayFieldsOf } from './row-cells.ts';

/**
 * For each column of a table, the field it fills, or nothing when it is left out. Each field is filled by one column at most, or
 * by the two halves of a person's name; see `name-halves.ts`.
 */
export type Mapping = readonly (string | undefined)[];

/** The column that an export writes so that rows find their way back. */
export const ID_COLUMN = 'Perennial id';
/** Stands in a mapping for that column. */
export const ID = 'id';
/** The column that a file of refused rows has besides their own: it says what is wrong, and is left out when the file comes back. */
export const WRONG_COLUMN = 'What is wrong with this row';

/** The fields of a kind that a column can fill, in the order of its form; the facts of an organisation are none. */
export function fillableFields(kind: AnyKind): readonly Field[] {
  return fieldsOf(kind).flatMap((field) => (field.is === 'facts' ? [] : [field, ...dayFieldsOf(field)]));
}

/** What the cells of a row say for a field: the cell of its column, or "First Last" out of two. */
export function cellFor(field: string, mapping: Mapping, cells: readonly string[]): string {
  const at = mapping.indexOf(field);
  if (at >= 0) return cells[at] ?? '';
  return halvesOf(field)
    .map((half) => (cells[mapping.indexOf(half)] ?? '').trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** Whether some column fills a field, or two together do. */
export function isFilled(field: string, mapping: Mapping): boolean {
  return mapping.includes(field) || halvesOf(field).every((half) => mapping.includes(half));
}

/** What a column is taken for: one field, surely; or else those that it could be, the likeliest first, for a person to say. */
export type ColumnGuess = { readonly to?: string; readonly could: readonly string[] };

/** So much alike, from 0 to 1, that nobody need be asked, unless another field is nearly as much so. */
const SURE = 0.75;
const CLEARLY = 0.15;
/** So much alike that it is worth a question. */
const PERHAPS = 0.4;
const MOST_ASKED = 3;

/**
 * Which column fills which field, judged by the headings alone: the field's own label and name, and what people write
 * for it. What is not sure is left to a person.
 */
export function guessColumns(
  kind: AnyKind,
  columns: readonly string[],
  /** Whether what stands in a column can be read as that field; a column that cannot is asked about. */
  fits: (at: number, field: string) => boolean = () => true,
): readonly ColumnGuess[] {
  const known = fillableFields(kind).map((field) => ({
    name: field.name,
    called: namesOf(kind, field),
    counts: field.is === 'number',
  }));
  const whole = nameField(kind);
  const halves = columns.map((column) => (whole === undefined ? undefined : halfOfName(plain(column))));
  const inHalves = halves.some((half) => half !== undefined);
  const scores = columns.map((column, at) => {
    if (plain(column) === plain(WRONG_COLUMN)) return [];
    // Half a name may be all there is of it: that is for a person to say.
    if (halves[at] !== undefined && whole !== undefined) return [{ name: whole, score: PERHAPS }];
    const heading = read(column);
    return known
      .map(({ name, called, counts }) => {
        // The number of a thing is not its name: "Staff no".
        const alike = called.filter(({ words }) => counts || !heading.words.has('number') || words.has('number'));
        return { name, score: Math.max(0, ...alike.map((one) => likeness(heading, one))) };
      })
      .filter(({ score }) => score >= PERHAPS)
      .map((one) => (inHalves && plain(column) === 'title' ? { ...one, score: PERHAPS } : one))
      .sort((a, b) => b.score - a.score);
  });
  const pairs = scores
    .flatMap((own, at) => {
      const [best, next] = own;
      const lead = (best?.score ?? 0) - (next?.score ?? 0);
      const sure = best && fits(at, best.name) && best.score >= SURE && lead > 0 && (best.score > 1 || lead >= CLEARLY);
      return sure ? [{ at, ...best }] : [];
    })
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const taken = new Map<number, string>();
  columns.forEach((column, at) => {
    if (plain(column) === plain(ID_COLUMN)) taken.set(at, ID);
  });
  const [first, last] = [halves.indexOf('first'), halves.indexOf('last')];
  const sole = (half: string) => halves.filter((one) => one === half).length === 1;
  if (whole !== undefined && sole('first') && sole('last') && !pairs.some(({ name }) => name === whole)) {
    const [ofFirst, ofLast] = halvesOf(whole);
    taken.set(first, ofFirst).set(last, ofLast);
  }
  const used = new Set(taken.values());
  if (whole !== undefined && isFilled(whole, [...used])) used.add(whole);
  for (const { at, name } of pairs) {
    if (taken.has(at) || used.has(name)) continue;
    taken.set(at, name);
    used.add(name);
  }
  return columns.map((_, at) => {
    const to = taken.get(at);
    if (to !== undefined) return { to, could: [] };
    const could = (scores[at] ?? []).filter(({ name }) => !used.has(name));
    return { could: could.slice(0, MOST_ASKED).map(({ name }) => name) };
  });
}

type Heading = { readonly plain: string; readonly words: ReadonlySet<string>; readonly own: boolean };

function namesOf(kind: AnyKind, { name, label }: Field): readonly Heading[] {
  const others = [...(HEADINGS[kind.name]?.[name] ?? []), ...(HEADINGS_ANYWHERE[name] ?? [])];
  return [
    ...[label, name].map((own) => ({ ...read(own), own: true })),
    ...others.map((other) => ({ ...read(other), own: false })),
  ];
}

/** The same words are surest; after them the same meanings, and then the share of those that both have. */
function likeness(heading: Heading, name: Heading): number {
  if (heading.plain === '') return 0;
  if (heading.plain === name.plain) return name.own ? 1.2 : 1.1;
  if (heading.words.size === 0 || name.words.size === 0) return 0;
  const both = weight([...heading.words].filter((word) => name.words.has(word)));
  return both / weight([...new Set([...heading.words, ...name.words])]);
}

function weight(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (LIGHT_WORDS[word] ?? 1), 0);
}

function read(text: string): Heading {
  const whole = plain(text);
  return { plain: whole, words: meaningsIn(whole), own: false };
}

/** Signs of a heading that are looked at: none is longer that anybody reads. */
const LONGEST = 300;

/** A heading without case and punctuation. What stands in brackets is left out, unless it is all there is. */
function plain(whole: string): string {
  const heading = whole.slice(0, LONGEST);
  const bare = heading.replace(/\(.*?\)/g, ' ');
  const text = (bare.trim() === '' ? heading : bare).trim().replaceAll('#', ' number ');
  // A heading out of another program: `contractEnd`.
  return wordsOf(/\s/.test(text) ? text : text.replace(/([a-z])([A-Z])/g, '$1 $2')).join(' ');
}

/** Words that tell nothing of a column. Those of direction and place stay: "from" and "where" are headings themselves. */
const EMPTY = new Set(
  'a an the of is are was were be been do does did has have had they them their we our us you your it its this that in on at for by with and or any if to please current s'.split(
    ' ',
  ),
);

const meanings = new Map(
  SAME_WORDS.flatMap((words) => words.map((word): [string, string] => [stemmed(word), words[0] ?? word])),
);

function stemmed(words: string): string {
  return words.split(' ').map(stem).join(' ');
}

function meaningsIn(heading: string): ReadonlySet<string> {
  const stems = heading.split(' ').map(stem);
  const found = new Set<string>();
  for (let at = 0; at < stems.length; at += 1) {
    const [one = '', next = ''] = [stems[at], stems[at + 1]];
    const pair = meanings.get(`${one} ${next}`);
    if (pair !== undefined) {
      found.add(stemmed(pair));
      at += 1;
    } else if (!EMPTY.has(one)) found.add(stemmed(meanings.get(one) ?? one));
  }
  return found;
}
