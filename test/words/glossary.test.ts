import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GLOSSARY, termsIn } from '../../src/report/glossary.ts';
import { EVERYDAY, TOLD_TERMS } from '../support/known-words.ts';
import { readingFigures, sentencesOf, wordsOf } from '../support/reading-age.ts';
import { startWeb } from '../support/web-server.ts';

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '..', '..', 'docs', 'glossary.md'), 'utf8');

/** Word and meaning of every row below a heading of docs/glossary.md. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, after = ''] = DOCUMENT.split(`## ${heading}\n`);
  const [table = ''] = after.split('\n## ');
  return [...table.matchAll(/^\| (?!Word|---)(.+?) \| (.+) \|$/gm)].map(([, word = '', meaning = '']) => [
    word,
    meaning,
  ]);
}

describe('the glossary', () => {
  test.each([
    ['toolkit', "The Toolkit's words"],
    ['perennial', 'Our words on pages'],
  ])('says of the words of the %s what docs/glossary.md says', (of, heading) => {
    const entries = GLOSSARY.filter((entry) => entry.of === of).map(({ word, meaning }) => [word, meaning]);
    const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(': ')).sort();
    expect(sorted(rowsBelow(heading))).toEqual(sorted(entries));
  });

  test('has no word of the program that pages use in another sense', () => {
    const ours = new Set(GLOSSARY.map(({ word }) => word.toLowerCase()));
    expect(rowsBelow('Words of the program').filter(([word = '']) => ours.has(word.toLowerCase()))).toEqual([]);
  });

  test('has every word and every form once', () => {
    const all = GLOSSARY.flatMap(({ id, forms = [] }) => forms.map((form) => `${form.toLowerCase()} ${id}`));
    const forms = all.map((one) => one.slice(0, one.lastIndexOf(' ')));
    expect([new Set(GLOSSARY.map(({ id }) => id)).size, new Set(forms).size]).toEqual([GLOSSARY.length, forms.length]);
  });

  test.each(GLOSSARY.map(({ word, meaning }) => [word, meaning]))('explains %s shortly', (_word, meaning) => {
    const sentences = sentencesOf(meaning);
    expect(sentences.length).toBeLessThanOrEqual(2);
    expect(Math.max(...sentences.map((one) => wordsOf(one).length))).toBeLessThanOrEqual(25);
  });

  test('uses no abbreviation that it does not explain', () => {
    const explained = new Set(GLOSSARY.flatMap(({ word, forms = [] }) => [word, ...forms].flatMap(wordsOf)));
    const used = GLOSSARY.flatMap(({ meaning }) => meaning.match(/\b[A-Z]{2,}\b/g) ?? []);
    expect(used.filter((one) => !explained.has(one) && !EVERYDAY.has(one))).toEqual([]);
  });

  test('can be read by a child of twelve', () => {
    expect(
      readingFigures(
        GLOSSARY.map(({ meaning }) => meaning),
        TOLD_TERMS,
      ).age,
    ).toBeLessThanOrEqual(12);
  });
});

describe('the terms of a text', () => {
  test('are told by whole words, the longest first, once each', () => {
    const text = 'Special category data is no category. The SIRO and the DPIA; a categorys, a sub-processor, SIRO.';
    expect(termsIn(text).map(({ id, written }) => [id, written])).toEqual([
      ['special-category-data', 'Special category data'],
      ['category', 'category'],
      ['siro', 'SIRO'],
      ['dpia', 'DPIA'],
      ['sub-processor', 'sub-processor'],
    ]);
  });

  test('end before a sign that is part of none', () => {
    expect(termsIn('Either CE+, or ISO/IEC 27001:2022.').map(({ id }) => id)).toEqual(['ce-plus', 'iso-27001']);
  });
});

describe('the page of the glossary', () => {
  test('is open to anybody, and every footer leads to it', async () => {
    const server = await startWeb();
    try {
      const get = (url: string) => server.app.inject({ url, headers: { host: 'localhost' } });
      const { statusCode, body } = await get('/glossary');
      expect(statusCode).toBe(200);
      expect(GLOSSARY.filter(({ id }) => !body.includes(`id="${id}"`)).map(({ id }) => id)).toEqual([]);
      const linked = [...body.matchAll(/href="#([^"]+)"/g)].map(([, anchor = '']) => anchor);
      expect(linked.filter((anchor) => !body.includes(`id="${anchor}"`))).toEqual([]);
      expect((await get('/sign-in')).body).toMatch(/<footer.*href="\/glossary"/s);
    } finally {
      await server.stop();
    }
  });
});
