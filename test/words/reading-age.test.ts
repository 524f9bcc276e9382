import { beforeAll, describe, expect, test } from 'vitest';
import { TOLD_TERMS } from '../support/known-words.ts';
import { textBlocks } from '../support/page-text.ts';
import { type ReadPage, readPages } from '../support/read-pages.ts';
import { readingFigures, sentencesOf, wordsOf } from '../support/reading-age.ts';

const OLDEST = 12;
const LONGEST = 30;

let guided: readonly ReadPage[];
let later: readonly ReadPage[];
beforeAll(async () => {
  ({ guided, later } = await readPages());
  // For docs/measurements.md: READING_FIGURES=1 npm test -- test/words/reading-age.test.ts
  if (process.env.READING_FIGURES) process.stdout.write([...guided, ...later].map(figuresInWords).join(''));
});

const figuresOf = ({ html }: ReadPage) =>
  readingFigures(
    textBlocks(html).map(({ text }) => text),
    TOLD_TERMS,
  );

function figuresInWords(page: ReadPage): string {
  const { age, longShare, longest, sentences } = figuresOf(page);
  return `| ${page.name} | ${age.toFixed(1)} | ${Math.round(longShare * 100)}% | ${longest} | ${sentences} |\n`;
}

/** Sentences that are too long, with the page they stand on. */
function tooLong(pages: readonly ReadPage[]): readonly string[] {
  return pages.flatMap(({ name, html }) =>
    textBlocks(html)
      .flatMap(({ text }) => sentencesOf(text))
      .filter((sentence) => wordsOf(sentence).length > LONGEST)
      .map((sentence) => `${name}: ${sentence}`),
  );
}

describe('the guided start', () => {
  test('can be read by a child of twelve', () => {
    const hard = guided.filter((page) => figuresOf(page).age > OLDEST);
    expect(hard.map(figuresInWords)).toEqual([]);
  });

  test('has no sentence of more than thirty words', () => {
    expect(tooLong(guided)).toEqual([]);
  });
});

test('the pages of the days after have no sentence of more than thirty words', () => {
  expect(tooLong(later)).toEqual([]);
});
