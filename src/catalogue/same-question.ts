import type { EvidenceItem } from './catalogue.ts';

/** What the comparison needs of one of our items: its number and the words we have for it. */
export type Question = Pick<EvidenceItem, 'ref' | 'requirement' | 'typicalEvidence' | 'rule' | 'official'>;

/** A question as someone else words it. */
export type TheirQuestion = { readonly ref: string; readonly text: string; readonly tooltip?: string };

/**
 * How our question of a number relates to theirs of the same number. `same`: carry the proof rule over. `unsure`: a
 * person must confirm. `other`: another of our questions fits clearly better, and `fits` is its number.
 */
export type Sameness = {
  readonly verdict: 'same' | 'unsure' | 'other';
  /** Share of the distinctive words of their text that our words know, 0 to 1. */
  readonly overlap: number;
  /** Number of the best fitting other question of ours, when it fits better than ours. */
  readonly fits?: string;
  readonly because: string;
};

/**
 * Share of known words from which ours and theirs count as one question. Chosen on the 66 numbers category 2 shares with
 * category 3, in another author's words: 45 of 53 same questions pass, and 3 of 13 others, all on the same subject. No
 * other pairs were at hand to check it on, so it leans towards asking a person.
 */
const ENOUGH = 0.5;
/** Share from which another of our questions may be named as the one theirs is. */
const NOTEWORTHY = 0.34;
/** Another question must fit this much better before we say so: neighbours in one assertion share many words. */
const CLEARLY_BETTER = 1.35;

/**
 * Judges whether `ours` and `theirs` ask the same thing, by the words that carry the meaning. Each word counts by how
 * few of `all` our questions use it, so "data" and "security" decide nothing and "penetration" decides much.
 */
export function sameQuestion(ours: Question, theirs: TheirQuestion, all: readonly Question[]): Sameness {
  return questionMatcher(all)(ours, theirs);
}

/** `sameQuestion` with the weighing of `all` done once, for a whole workbook. */
export function questionMatcher(all: readonly Question[]): (ours: Question, theirs: TheirQuestion) => Sameness {
  const vocabularies = new Map(all.map((question) => [question.ref, vocabularyOf(question)]));
  const weightOf = rarityAmong([...vocabularies.values()]);
  return (ours, theirs) => {
    const known = vocabularies.get(ours.ref) ?? vocabularyOf(ours);
    const asked = contentWords(theirs.text);
    if (asked.size === 0) return { verdict: 'unsure', overlap: 0, because: 'their question has no words to compare' };
    const own = shareKnown(asked, known, weightOf);
    let best: { readonly ref: string; readonly overlap: number } | undefined;
    for (const [ref, vocabulary] of vocabularies) {
      if (ref === ours.ref) continue;
      const overlap = shareKnown(asked, vocabulary, weightOf);
      if (!best || overlap > best.overlap) best = { ref, overlap };
    }
    const overlap = Math.round(own * 100) / 100;
    if (best && best.overlap >= NOTEWORTHY && best.overlap > own * CLEARLY_BETTER) {
      const because = `their words fit our ${best.ref} better (${percent(best.overlap)} known) than our ${ours.ref} (${percent(own)})`;
      return { verdict: own >= NOTEWORTHY ? 'unsure' : 'other', overlap, fits: best.ref, because };
    }
    if (own >= ENOUGH)
      return { verdict: 'same', overlap, because: `${percent(own)} of their distinctive words are ours too` };
    return { verdict: 'unsure', overlap, because: `only ${percent(own)} of their distinctive words are ours` };
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Every word we have for a question: what it asks, how we put it, what people show and call it. */
function vocabularyOf(question: Question): ReadonlySet<string> {
  const { rule, official } = question;
  const texts = [question.requirement, ...question.typicalEvidence];
  if (rule) texts.push(rule.ask, ...rule.vocabulary);
  if (official) texts.push(official.text);
  return contentWords(texts.join(' '));
}

function shareKnown(
  asked: ReadonlySet<string>,
  known: ReadonlySet<string>,
  weightOf: (word: string) => number,
): number {
  let total = 0;
  let shared = 0;
  for (const word of asked) {
    const weight = weightOf(word);
    total += weight;
    if (known.has(word)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** Weight of a word by how many vocabularies hold it. One that none holds weighs as one that two hold: it may only be a synonym. */
function rarityAmong(vocabularies: readonly ReadonlySet<string>[]): (word: string) => number {
  const uses = new Map<string, number>();
  for (const vocabulary of vocabularies) for (const word of vocabulary) uses.set(word, (uses.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + vocabularies.length / (uses.get(word) ?? 2));
}

const EMPTY_WORDS = new Set(
  `a about above after all also an and any are as at be been being before both but by can could do does done each either
  etc every example explain for from had has have having how however if in including into is it its itself may might more
  most must no not of off on one only or other our out over own per please provide shall should so such than that the
  their them then there these they this those through to under until up upon use used using was we were what when where
  whether which while who whom whose why will with within without would you your yes confirm details describe give
  organisation organisational organisations place`.split(/\s+/),
);

/** Words that carry meaning, cut to a common stem so that "backups" meets "backup" and "encrypted" meets "encryption". */
export function contentWords(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s\b/g, '')
    .replace(/(\p{L})-(\p{L})/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u);
  return new Set(words.filter((word) => word.length > 2 && !/^20\d\d$/.test(word) && !EMPTY_WORDS.has(word)).map(stem));
}

const ENDINGS = ['ations', 'ation', 'ions', 'ing', 'ion', 'ies', 'ers', 'ed', 'er', 'es', 'ly', 's', 'y', 'e'];

function stem(word: string): string {
  for (const ending of ENDINGS) {
    if (word.length - ending.length >= 4 && word.endsWith(ending)) return undouble(word.slice(0, -ending.length));
  }
  return word;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
