import { describe, expect, test } from 'vitest';
import { readingFigures, sentencesOf, syllablesOf, wordsOf } from '../support/reading-age.ts';

describe('the reading age of a text', () => {
  test.each([
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = 2.34 + 11.8 − 15.59.
    [['The cat sat on the mat.'], -1.45],
    // 10 words, 2 sentences, 1+1+3+1 | 1+2+1+1+3+1 = 6 + 9 = 15 syllables: 0.39 × 5 + 11.8 × 1.5 − 15.59.
    [['Keep all policies here. The laptop is not encrypted now.'], 4.06],
    // 7 words, 1 sentence, 6+2+1+4+4+1+3 = 21 syllables: 0.39 × 7 + 11.8 × 3 − 15.59 = 2.73 + 35.4 − 15.59.
    [['Organisational laptops need mandatory security for evidence.'], 22.54],
  ])('%j has the grade worked out by hand', (blocks, grade) => {
    expect(readingFigures(blocks).grade).toBeCloseTo(grade, 2);
    expect(readingFigures(blocks).age).toBeCloseTo(grade + 5, 2);
  });

  test('a term that is explained and a proper name count with two syllables at most', () => {
    // 5 words: a 1, Caldicott 2 of 3, guardian 2 of 3, is 1, here 1, so 7: 1.95 + 16.52 − 15.59.
    expect(readingFigures(['A Caldicott guardian is here.'], ['guardian']).grade).toBeCloseTo(2.88, 2);
    // Guardian counts in full, so 8: 1.95 + 18.88 − 15.59.
    expect(readingFigures(['A Caldicott guardian is here.']).grade).toBeCloseTo(5.24, 2);
  });

  test('a term of several words is one only where all of them stand together', () => {
    // 6 words: we 1, keep 1, a 1, privacy 2 of 3, notice 2, here 1, so 8: 2.34 + 15.7333 − 15.59.
    expect(readingFigures(['We keep a privacy notice here.'], ['privacy notice']).grade).toBeCloseTo(2.483, 2);
    // 6 words, privacy in full, so 9: 2.34 + 17.7 − 15.59.
    expect(readingFigures(['We keep a privacy notice here.'], ['notice of privacy']).grade).toBeCloseTo(4.45, 2);
  });

  test('labels and buttons are no sentences', () => {
    expect(readingFigures(['Save', 'Email address', 'You can change each answer later.'])).toMatchObject({
      sentences: 1,
      words: 6,
    });
  });

  test('a sentence of 21 words is long, and one of 20 is not', () => {
    const of = (words: number) => `${'a '.repeat(words - 1)}b.`;
    expect(readingFigures([of(21), of(20), of(20), of(20)])).toMatchObject({ longShare: 0.25, longest: 21 });
  });

  test('an empty page has no figures', () => {
    expect(readingFigures([])).toMatchObject({ sentences: 0, words: 0, grade: 0, longShare: 0, longest: 0 });
  });
});

test.each([
  ['Say it. Then stop! Why? “Now.” Go', ['Say it.', 'Then stop!', 'Why?', '“Now.”', 'Go']],
  ['1. Look at item 7.3.4, of v8.', ['Look at item 7.3.4, of v8.']],
])('%j is taken apart into its sentences', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('words lose what stands around them, and dashes part them', () => {
  expect(wordsOf('“Two-thirds” – £5,000 (at most), 95%.')).toEqual(['Two-thirds', '£5,000', 'at', 'most', '95%']);
});

/** Counted by ear. */
const BY_EAR = [
  [1, 'the have done these asked made cause whole five closed rules hours names'],
  [
    2,
    'data people wanted mended table tables answer statement safely being boxes changes patient special client trial',
  ],
  [2, 'create business supplies rely somewhere sometimes laptop likely'],
  [3, 'evidence policies policy annual agreement supplier period exercise somebody completely area earlier'],
  [4, 'category security material information reliable mandatory experience activity'],
  [5, 'organisation'],
  [6, 'confidentiality vulnerability'],
] as const;
test.each(BY_EAR.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)))(
  '"%s" has %i syllables',
  (word, count) => expect(syllablesOf(word)).toBe(count),
);

test.each(['7.3.4', 'ann@example.com', 'DSPT', '2025-26'])('%s is looked at, not read out', (word) => {
  expect(syllablesOf(word)).toBe(1);
});
