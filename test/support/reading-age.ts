/**
 * How hard a text is to read.
 *
 * Grade: Flesch-Kincaid, 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59, as in Kincaid, Fishburne, Rogers and
 * Chissom, "Derivation of new readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975. It is a
 * grade of American schools, which children reach at five years more: reading age = grade + 5.
 *
 * A long word has three syllables or more. Words that the reader is told (terms of the glossary) and proper names (words
 * with a capital letter that begin no sentence) count with two at most: they are not what makes our sentence hard.
 */
export type ReadingFigures = {
  readonly sentences: number;
  readonly words: number;
  readonly grade: number;
  /** Years. */
  readonly age: number;
  /** Share of sentences with more than 20 words, from 0 to 1: what the NHS and GOV.UK style guides call long. */
  readonly longShare: number;
  /** Words of the longest sentence. */
  readonly longest: number;
};

/** Words above which a sentence counts as long. */
const LONG_SENTENCE = 20;
/** A block of fewer words names a thing (a button, a label, a link); counted as sentences they would flatter every page. */
const FEWEST_WORDS = 4;
const MOST_SYLLABLES_OF_A_KNOWN_WORD = 2;

/**
 * The figures of a text given as its blocks: a block is a paragraph, a list item or the like, and ends a sentence. `terms` are
 * those that the reader is told, of one word or several.
 */
export function readingFigures(blocks: readonly string[], terms: readonly string[] = []): ReadingFigures {
  const told = terms.map((term) => wordsOf(term).map(plain));
  const sentences = blocks
    .flatMap(sentencesOf)
    .map(wordsOf)
    .filter(({ length }) => length >= FEWEST_WORDS);
  const words = sentences.flat().length;
  const syllables = sentences.flatMap((all) => syllablesThatCount(all, told)).reduce((sum, one) => sum + one, 0);
  const grade = words === 0 ? 0 : (0.39 * words) / sentences.length + (11.8 * syllables) / words - 15.59;
  return {
    sentences: sentences.length,
    words,
    grade,
    age: grade + 5,
    longShare:
      sentences.length === 0 ? 0 : sentences.filter(({ length }) => length > LONG_SENTENCE).length / sentences.length,
    longest: Math.max(0, ...sentences.map(({ length }) => length)),
  };
}

/** A block taken apart at full stops, question and exclamation marks that a new sentence follows. */
export function sentencesOf(block: string): readonly string[] {
  return block
    .replace(/^\s*\d+\.\s+/, '')
    .split(/(?<=[.!?][”’")]?)\s+(?=[“‘"(]?[A-Z0-9])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words with what stands around them taken off. A word with a hyphen is one. */
export function wordsOf(sentence: string): readonly string[] {
  return sentence
    .split(/[\s–—]+/)
    .map((word) => word.replace(/^[^A-Za-z0-9£]+|[^A-Za-z0-9%]+$/g, ''))
    .filter((word) => /[A-Za-z0-9]/.test(word));
}

function syllablesThatCount(words: readonly string[], told: readonly (readonly string[])[]): readonly number[] {
  const small = words.map(plain);
  const known = new Set(
    told.flatMap((term) =>
      small.flatMap((_, from) =>
        term.every((word, at) => small[from + at] === word) ? term.map((_, at) => from + at) : [],
      ),
    ),
  );
  return words.map((word, at) => {
    const isName = at > 0 && /^[A-Z]/.test(word);
    return known.has(at) || isName ? Math.min(syllablesOf(word), MOST_SYLLABLES_OF_A_KNOWN_WORD) : syllablesOf(word);
  });
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[’']s$/, '');
}

/** Counted by rules of English spelling and a list of words that break them; right for nearly all words of our pages. */
export function syllablesOf(word: string): number {
  // Numbers, codes and addresses are looked at, not read out.
  if (/[\d@/_]/.test(word) || /^[A-Z]{2,}s?$/.test(word)) return 1;
  return word
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .split(/[^a-z]+/)
    .filter((part) => part !== '')
    .reduce((sum, part) => sum + syllablesOfPart(part), 0);
}

const IRREGULAR: Readonly<Record<string, number>> = {
  any: 2,
  anybody: 4,
  anyone: 3,
  anything: 3,
  area: 3,
  areas: 3,
  being: 2,
  business: 2,
  businesses: 3,
  create: 2,
  created: 3,
  creates: 2,
  doesnt: 2,
  element: 3,
  every: 2,
  everybody: 4,
  everyone: 3,
  everything: 3,
  friend: 1,
  friends: 1,
  idea: 3,
  ideas: 3,
  implement: 3,
  isnt: 2,
  people: 2,
  peoples: 2,
  poem: 2,
  quiet: 2,
  real: 1,
  really: 2,
  science: 2,
  simile: 3,
  sometimes: 2,
  video: 3,
  whose: 1,
  recipe: 3,
};
const SILENT_E_WITHIN = /^(some|where|there|home|safe|life|fire|care|time|name|file)(?=[bcdfghjklmnpqtvw])/;

function syllablesOfPart(part: string): number {
  const irregular = IRREGULAR[part];
  if (irregular !== undefined) return irregular;
  const spoken = part
    .replace(SILENT_E_WITHIN, (first) => first.slice(0, -1))
    .replace(/(?<=[aeiouy][^aeiouy]*[^aeiouyl])e(?=(?:ment|ful|less|ly|ness)s?$)/, '')
    .replace(/(?<=[^aeiouytd])ed$/, 'd')
    .replace(/(?<=[^aeiouysxzcgl])es$/, 's')
    .replace(/(?<=[aeiouy]l)es$/, 's')
    .replace(/(?<=[^cs]h)es$/, 's')
    .replace(/(?<=[^aeiouyl])e$/, '')
    .replace(/(?<=[aeiouy]l)e$/, '')
    .replace(/(?<=rl)e$/, '');
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const apart =
    spoken.match(
      /(?<![ct])ia|(?<![tscgx])io|(?<![ct])iu|(?<![ct])ien|(?<=[a-z]{2})ier|(?<=[a-z]{2})iest|[aeiouy]ing|(?<![qg])ua|(?<!q)uou/g,
    )?.length ?? 0;
  return Math.max(1, groups + apart);
}
