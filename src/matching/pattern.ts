import { DOCUMENT_KINDS, type DocumentKind } from '../record/document.ts';
import { FORM_WORDS } from './form-words.ts';
import { isLittleWord, titleStems } from './stems.ts';

/** One way of wording a group: stems that must all be there. */
type Wording = readonly string[];

/** A pattern of `Signals.titles` or one column of `Signals.columns`, ready to be laid over words. */
export type Pattern = {
  readonly groups: readonly (readonly Wording[])[];
  readonly without: readonly Wording[];
  readonly kinds: readonly DocumentKind[];
  readonly weight: number;
};

/** What a pattern found: the stems it rests on and how telling they are, 1 for one word of subject. */
export type PatternHit = {
  readonly pattern: Pattern;
  readonly on: ReadonlySet<string>;
  /** Those of `on` that name a subject rather than a form. */
  readonly subject: readonly string[];
  readonly mass: number;
};

/** Parses the notation that `Signals` explains. Throws on a pattern that asks for nothing, as only our own data comes here. */
export function parsePattern(source: string): Pattern {
  const groups: Wording[][] = [];
  const without: Wording[] = [];
  const kinds: DocumentKind[] = [];
  let weight = 1;
  for (const part of source.trim().split(/\s+/)) {
    if (part.startsWith('*')) weight = Number(part.slice(1));
    else if (part.startsWith('@')) kinds.push(...part.slice(1).split('|').map(kindNamed));
    else if (part.startsWith('-')) without.push(...wordings(part.slice(1)));
    else groups.push(wordings(part));
  }
  if (groups.length === 0 || groups.some((group) => group.length === 0) || !(weight > 0))
    throw new Error(`"${source}" is no pattern`);
  return { groups, without, kinds, weight };
}

function kindNamed(name: string): DocumentKind {
  const kind = DOCUMENT_KINDS.find((one) => one === name);
  if (kind === undefined) throw new Error(`"${name}" is no kind of document`);
  return kind;
}

function wordings(alternatives: string): Wording[] {
  return alternatives
    .split('|')
    .map((one) => titleStems(one.replaceAll('_', ' ')).map(({ stem }) => stem))
    .filter((one) => one.length > 0);
}

/** Lays a pattern over the stems of a title, a heading or a column name; undefined when it does not fit. */
export function findPattern(pattern: Pattern, words: ReadonlySet<string>, kind?: DocumentKind): PatternHit | undefined {
  if (pattern.kinds.length > 0 && (kind === undefined || !pattern.kinds.includes(kind))) return undefined;
  const chosen: Wording[] = [];
  for (const group of pattern.groups) {
    const wording = longestFound(group, words);
    if (wording === undefined) return undefined;
    chosen.push(wording);
  }
  if (longestFound(pattern.without, words) !== undefined) return undefined;
  const on = new Set(chosen.flat());
  const subject: string[] = [];
  let mass = pattern.kinds.length > 0 ? 0.3 : 0;
  for (const stem of on) {
    const one = massOf(stem);
    mass += one;
    if (one === 1) subject.push(stem);
  }
  return { pattern, on, subject, mass };
}

/** What one word adds to a pattern: a word of subject 1, a word of form less, a little word less again. */
export function massOf(stem: string): number {
  if (FORM_WORDS.has(stem)) return 0.45;
  return isLittleWord(stem) ? 0.25 : 1;
}

function longestFound(group: readonly Wording[], words: ReadonlySet<string>): Wording | undefined {
  let best: Wording | undefined;
  for (const wording of group) {
    if (wording.length > (best?.length ?? 0) && allIn(wording, words)) best = wording;
  }
  return best;
}

function allIn(wording: Wording, words: ReadonlySet<string>): boolean {
  for (const stem of wording) if (!words.has(stem)) return false;
  return true;
}

/** Patterns by the words that can make them fit, so that a heading meets only the few that could. */
export type PatternIndex<T> = ReadonlyMap<string, readonly { readonly pattern: Pattern; readonly of: T }[]>;

/** Files every pattern under the first stem of each wording of its rarest group. */
export function indexPatterns<T>(patterns: readonly { readonly pattern: Pattern; readonly of: T }[]): PatternIndex<T> {
  const uses = new Map<string, number>();
  for (const { pattern } of patterns) {
    for (const [first] of pattern.groups.flat()) if (first !== undefined) uses.set(first, (uses.get(first) ?? 0) + 1);
  }
  const index = new Map<string, { pattern: Pattern; of: T }[]>();
  const cost = (group: readonly Wording[]): number =>
    group.reduce((most, [first = '']) => Math.max(most, uses.get(first) ?? 0), 0);
  for (const entry of patterns) {
    const { groups } = entry.pattern;
    const rarest = groups.reduce((best, group) => (cost(group) < cost(best) ? group : best), groups[0] ?? []);
    for (const first of new Set(rarest.map(([stem = '']) => stem))) {
      const filed = index.get(first);
      if (filed) filed.push(entry);
      else index.set(first, [entry]);
    }
  }
  return index;
}

/** Every pattern of an index that fits the words. */
export function findPatterns<T>(
  index: PatternIndex<T>,
  words: ReadonlySet<string>,
  kind?: DocumentKind,
): { readonly of: T; readonly hit: PatternHit }[] {
  const found: { of: T; hit: PatternHit }[] = [];
  const seen = new Set<Pattern>();
  for (const word of words) {
    for (const { pattern, of } of index.get(word) ?? []) {
      if (seen.has(pattern)) continue;
      seen.add(pattern);
      const hit = findPattern(pattern, words, kind);
      if (hit) found.push({ of, hit });
    }
  }
  return found;
}
