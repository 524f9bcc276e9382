import { beforeAll, describe, expect, test } from 'vitest';
import { GLOSSARY, type TermId, termsIn } from '../../src/report/glossary.ts';
import { EVERYDAY } from '../support/known-words.ts';
import { type TextBlock, textBlocks } from '../support/page-text.ts';
import { type ReadPage, readPages } from '../support/read-pages.ts';

let pages: readonly ReadPage[];
beforeAll(async () => {
  const { guided, later } = await readPages();
  pages = [...guided, ...later.filter(({ explained }) => explained)];
});

/** A page with so many terms explains those that come first, and leads to the glossary for the others. */
const ENOUGH = 6;

/**
 * Terms of a page that it never explains, or only after it has used them in running text. Where it leads on to the glossary, it
 * still owes those that come first.
 */
function unexplained(blocks: readonly TextBlock[]): readonly string[] {
  const wrong = withoutExplanation(blocks);
  const leadsOn = blocks.some(({ text }) => /Others are in the list of words and what they mean/.test(text));
  if (!leadsOn) return wrong;
  const owed = firstTerms(blocks);
  return wrong.filter((term) => owed.has(term));
}

/**
 * The terms that a reader meets first, in the order of the page; not in what is folded away, nor in the line that says what
 * words mean.
 */
function firstTerms(blocks: readonly TextBlock[]): ReadonlySet<string> {
  const met = blocks
    .filter(({ text, folded }) => !folded && !text.startsWith('What these words mean'))
    .flatMap(({ text }) => termsIn(text).map(({ id }) => id));
  return new Set([...new Set(met)].slice(0, ENOUGH));
}

function withoutExplanation(blocks: readonly TextBlock[]): readonly string[] {
  const explained = new Set<string>();
  const late = new Set<TermId>();
  const used = new Set<TermId>();
  for (const { text, kind, explains } of blocks) {
    for (const { term } of explains) explained.add(term);
    for (const { id } of termsIn(text)) {
      used.add(id);
      if (kind === 'text' && !explained.has(id)) late.add(id);
    }
  }
  return [...used].filter((id) => !explained.has(id) || late.has(id));
}

describe('every page of the first days', () => {
  test('explains the terms it uses, where they first stand in a text', () => {
    const wrong = pages.map(({ name, html }) => `${name}: ${unexplained(textBlocks(html)).join(', ')}`);
    expect(wrong.filter((one) => !one.endsWith(': '))).toEqual([]);
  });

  test('gives no list of words to learn first', () => {
    const lists = pages.flatMap(({ name, html }) =>
      textBlocks(html)
        .filter(({ text }) => text.startsWith('What these words mean'))
        .map(({ explains }) => ({ name, words: explains.length })),
    );
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.filter(({ words }) => words > ENOUGH)).toEqual([]);
  });

  test('leads from a term to the very word in the glossary', () => {
    const ids = new Set<string>(GLOSSARY.map(({ id }) => id));
    const dead = pages.flatMap(({ name, html }) =>
      textBlocks(html)
        .flatMap(({ explains }) => explains)
        .filter(({ term }) => !ids.has(term))
        .map(({ term }) => `${name}: ${term}`),
    );
    expect(dead).toEqual([]);
  });

  test('uses no abbreviation that is neither explained nor known to everybody', () => {
    const explained = new Set(
      GLOSSARY.flatMap(({ word, forms = [] }) => [word, ...forms].flatMap((form) => form.split(/[^A-Z]+/))),
    );
    const found = pages.flatMap(({ name, html }) =>
      textBlocks(html)
        .flatMap(({ text }) => text.match(/\b[A-Z]{2,}\b/g) ?? [])
        .filter((one) => !explained.has(one) && !EVERYDAY.has(one))
        .map((one) => `${name}: ${one}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });
});

test('a term that comes late, in a label alone, or not at all is told', () => {
  const link = '<a href="/glossary#siro">SIRO</a>';
  const of = (main: string) => unexplained(textBlocks(`<main>${main}</main>`));
  expect([
    of(`<h1>The SIRO</h1><p>The ${link} and the SIRO</p>`),
    of(`<p>The SIRO</p><p>${link}</p>`),
    of('<label>SIRO</label>'),
    of('<p>Nobody</p><footer>SIRO</footer><p hidden>SIRO</p>'),
  ]).toEqual([[], ['siro'], ['siro'], ['siro']]);
});

test('a page that leads on to the glossary must explain the terms that come first', () => {
  const words = GLOSSARY.flatMap(({ id, forms: [form] = [] }) => (form === undefined ? [] : [{ id, form }])).slice(
    0,
    9,
  );
  const of = (explained: typeof words, folded = '') => {
    const links = explained.map(({ id, form }) => `<a href="/glossary#${id}">${form}</a>`).join(', ');
    const line = `<p>What these words mean: ${links}. Others are in the list of words and what they mean.</p>`;
    const texts = words.map(({ form }) => `<p>A word: ${form}</p>`).join('');
    return unexplained(textBlocks(`<main>${line}${folded}${texts}</main>`));
  };
  const ids = words.map(({ id }) => id);
  expect([of(words.slice(0, 6)), of(words.slice(1, 7)), of(words.slice(3))]).toEqual([[], [ids[0]], ids.slice(0, 3)]);
  const last = `<details><summary>More</summary><p>A word: ${words.at(-1)?.form}</p></details>`;
  expect([of(words.slice(0, 6), last), of(words.slice(0, 6), last.replace('<details', '<details open'))]).toEqual([
    [],
    [ids.at(-1)],
  ]);
});
