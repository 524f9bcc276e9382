import type { Column, Fields, Heading, MatchedDocument, NamedTable } from './fields.ts';
import { fieldsOf } from './fields.ts';
import type { ColumnSet, Matcher } from './matcher.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { findPattern, findPatterns, massOf, type PatternHit } from './pattern.ts';

/** What a document offers for one item. Strengths run from 0 to about 1. */
export type Evidence = {
  title: number;
  titleHit?: PatternHit;
  headings: number;
  /** The heading that says most. */
  heading?: Heading;
  columns: number;
  columnNames?: readonly string[];
  columnsOf?: NamedTable['of'];
  words: number;
  kind: number;
};

export type Weighed = {
  readonly fields: Fields;
  readonly mentions: Mentions;
  /** By index of the item. */
  readonly evidence: readonly Evidence[];
  /** By index of the item, from 0 to 1. */
  readonly scores: Float64Array;
  /** How strongly the title says that this is no evidence, from 0 to 1. */
  readonly aside: number;
};

/** Chosen on folders labelled by hand, where the ranking hardly moves with them: decision record 0006. */
const TUNING = {
  title: 1.9,
  headings: 0.9,
  columns: 1.3,
  words: 1.5,
  /** What a fitting or unfitting kind of document adds or takes, as a share. */
  kind: 0.08,
  /** Weight of phrases at which a text has said half of what it can. */
  wordsHalf: 2.7,
  /** Uses of a phrase, in a text of usual length in words, at which it has said half. */
  saturation: 1.6,
  usualLength: 260,
  columnMass: 1.1,
  /** Brings a clear document to about 0.9. */
  squash: 0.85,
  /** What a title that names no evidence takes away. */
  aside: 0.92,
  /** What mentions lose beside a title that is clear about something else. */
  besideTitle: 0.4,
} as const;

export function weigh(matcher: Matcher, document: MatchedDocument): Weighed {
  const fields = fieldsOf(document);
  const mentions = mentionsIn(matcher.terms, document);
  const evidence: Evidence[] = matcher.items.map(() => ({ title: 0, headings: 0, columns: 0, words: 0, kind: 0 }));
  weighTitle(matcher, fields, evidence);
  weighBareTitle(matcher, fields, evidence);
  weighHeadings(matcher, fields, evidence);
  weighColumns(matcher, fields, evidence);
  weighWords(matcher, mentions, evidence);
  weighKind(matcher, fields, evidence);
  const aside = asideOf(matcher, fields, evidence);
  const clear = Math.min(
    1,
    evidence.reduce((top, one) => Math.max(top, one.title), 0),
  );
  const scores = new Float64Array(evidence.map((one) => scoreOf(one, clear) * (1 - TUNING.aside * aside)));
  return { fields, mentions, evidence, scores, aside };
}

/**
 * Adds up what speaks for an item. Where the title is clear about another item, what the text merely mentions counts less: every
 * policy mentions logs and incidents, and a title that says nothing leaves the text to speak.
 */
function scoreOf(one: Evidence, clear: number): number {
  const besideTitle = 1 - TUNING.besideTitle * Math.max(0, clear - one.title);
  const sum =
    TUNING.title * one.title +
    TUNING.headings * one.headings +
    TUNING.columns * one.columns +
    TUNING.words * one.words * besideTitle;
  return 1 - Math.exp(-TUNING.squash * sum * (1 + one.kind));
}

/** A pattern of two words of subject says nearly all a title can say; `mass` counts them. */
function strengthOf(hit: PatternHit): number {
  return hit.pattern.weight * 1.08 * (1 - Math.exp(-1.1 * hit.mass));
}

function weighTitle(matcher: Matcher, fields: Fields, evidence: readonly Evidence[]): void {
  const hits = findPatterns(matcher.titles, fields.titleWords, fields.kind).map(({ of, hit }) => ({
    of,
    hit,
    strength: strengthOf(hit) * coverage(fields, hit),
  }));
  for (const { of, hit, strength } of hits) {
    const one = evidence[of];
    const outdone = hits.some(
      (other) => other.of !== of && other.hit.pattern.weight >= 0.7 && saysMore(other.hit, hit),
    );
    const counted = outdone ? strength * 0.6 : strength;
    if (!one || counted <= one.title) continue;
    one.title = counted;
    one.titleHit = hit;
  }
}

/** An item without a rule has no patterns: its requirement itself is compared with the title. */
function weighBareTitle(matcher: Matcher, fields: Fields, evidence: readonly Evidence[]): void {
  const subject = [...fields.titleWords].filter((stem) => massOf(stem) === 1);
  for (const [item, wanted] of matcher.bareSubjects) {
    const one = evidence[item];
    const shared = subject.filter((stem) => wanted.has(stem)).length;
    if (one && shared >= 2) one.title = (shared / subject.length) * (0.5 + (0.5 * shared) / wanted.size);
  }
}

/** Whether a pattern rests on every word of subject that another does, and on more: `supplier incident` on `incident`. */
function saysMore(more: PatternHit, less: PatternHit): boolean {
  return more.subject.length > less.subject.length && less.subject.every((stem) => more.on.has(stem));
}

/** A pattern that accounts for all of a title is worth its full strength, one that accounts for little of it somewhat less. */
function coverage(fields: Fields, hit: PatternHit): number {
  return 0.7 + 0.3 * shareOf(fields, hit);
}

/** How much of what the title says a pattern accounts for, from 0 to 1. */
function shareOf(fields: Fields, hit: PatternHit): number {
  let all = 0;
  let covered = 0;
  for (const stem of fields.titleWords) {
    const mass = massOf(stem);
    all += mass;
    if (hit.on.has(stem)) covered += mass;
  }
  return all === 0 ? 1 : covered / all;
}

function weighHeadings(matcher: Matcher, fields: Fields, evidence: readonly Evidence[]): void {
  const best = evidence.map(() => 0);
  for (const heading of fields.headings) {
    const byItem = new Map<number, number>();
    for (const { of, hit } of findPatterns(matcher.titles, heading.words))
      byItem.set(of, Math.max(byItem.get(of) ?? 0, strengthOf(hit)));
    for (const [item, strength] of byItem) {
      const one = evidence[item];
      if (!one) continue;
      one.headings += strength;
      if (strength > (best[item] ?? 0)) {
        best[item] = strength;
        one.heading = heading;
      }
    }
  }
  for (const one of evidence) one.headings = Math.min(1, one.headings / (2 + 0.6 * fields.headings.length));
}

function weighColumns(matcher: Matcher, fields: Fields, evidence: readonly Evidence[]): void {
  const tables = fields.tables.slice(0, 12);
  const filled = 0.45 + 0.55 * fields.rowShare;
  for (const { of, columns } of tables) {
    for (const set of setsFor(matcher, columns)) {
      const found = columnsFound(matcher, set, columns);
      const one = evidence[set.item];
      if (!found || !one) continue;
      const covered = found.names.length / Math.max(3, Math.min(8, columns.length));
      const strength =
        (1 - Math.exp(-TUNING.columnMass * found.mass)) *
        (0.7 + 0.3 * Math.min(1, covered)) *
        filled *
        (tables.length < 3 ? 1 : 0.7);
      if (strength <= one.columns) continue;
      one.columns = strength;
      one.columnNames = found.names;
      one.columnsOf = of;
    }
  }
}

/** The sets whose first column the words of some column can make fit. */
function setsFor(matcher: Matcher, columns: readonly Column[]): ReadonlySet<ColumnSet> {
  const sets = new Set<ColumnSet>();
  for (const { words } of columns)
    for (const stem of words) for (const set of matcher.columnSets.get(stem) ?? []) sets.add(set);
  return sets;
}

/** The columns that make up a set, each used once, and how much they tell: a `Name` is in every table, a `CVE` is not. */
function columnsFound(
  matcher: Matcher,
  set: ColumnSet,
  columns: readonly Column[],
): { names: string[]; mass: number } | undefined {
  const names: string[] = [];
  const used = new Set<Column>();
  let mass = 0;
  for (const wanted of set.columns) {
    let hit: PatternHit | undefined;
    const column = columns.find((one) => {
      hit = used.has(one) ? undefined : findPattern(wanted, one.words);
      return hit !== undefined;
    });
    if (!column || !hit) return undefined;
    used.add(column);
    names.push(column.text);
    mass += Math.max(...[...hit.on].map((stem) => matcher.columnRarity.get(stem) ?? 0));
  }
  return { names, mass };
}

function weighWords(matcher: Matcher, { byTerm, length }: Mentions, evidence: readonly Evidence[]): void {
  const half = TUNING.saturation * (0.4 + (0.6 * length) / TUNING.usualLength);
  for (const [id, { weight }] of byTerm) {
    for (const { item, weight: telling } of matcher.terms.terms[id]?.entries ?? []) {
      const one = evidence[item];
      if (one) one.words += (telling * weight) / (weight + half);
    }
  }
  const most = evidence.reduce((top, one) => Math.max(top, one.words), 0);
  for (const one of evidence)
    one.words = most === 0 ? 0 : (one.words / (one.words + TUNING.wordsHalf)) * Math.sqrt(one.words / most);
}

/** A document of a kind the proofs of an item ask for counts a little more there. */
function weighKind(matcher: Matcher, fields: Fields, evidence: readonly Evidence[]): void {
  for (const [index, one] of evidence.entries()) {
    const kinds = matcher.kinds[index];
    if (kinds && kinds.size > 0) one.kind = kinds.has(fields.kind) ? TUNING.kind : -TUNING.kind;
  }
}

/** A table that names so many items of the Toolkit is an answer sheet or an index of evidence, not evidence. */
const MANY_REFS = 8;

/**
 * How far the title names a document that proves nothing. One about the folder itself, an index or a README, gives way only where its table
 * is built as a register is; any other business of a company where the title names evidence as exactly.
 */
function asideOf(matcher: Matcher, fields: Fields, evidence: readonly Evidence[]): number {
  if (fields.refsListed >= MANY_REFS) return 1;
  let folder = 0;
  let business = 0;
  for (const { of, hit } of findPatterns(matcher.noEvidence, fields.titleWords, fields.kind)) {
    if (of === 'folder') folder = Math.max(folder, strengthOf(hit) * 1.3 * (0.5 + 0.5 * shareOf(fields, hit)));
    else business = Math.max(business, strengthOf(hit) * 1.3);
  }
  const title = evidence.reduce((top, one) => Math.max(top, one.title), 0);
  const columns = evidence.reduce((top, one) => Math.max(top, one.title > 0 ? one.columns : 0), 0);
  return Math.max(0, Math.min(1, Math.max(folder - columns, business - title)));
}
