import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load-catalogue.ts';
import { sampleDocument } from './document.samples.ts';
import { NO_EVIDENCE, PROSE, samplesOf, TABLES } from './document-titles.samples.ts';
import type { MatchedDocument } from './fields.ts';
import { prepareMatcher } from './matcher.ts';
import { BARE_TITLES, PLAIN_WORDS } from './plain-titles.samples.ts';
import { suggest } from './suggest.ts';

const SPEAKS_TO = 0.35;
const loaded = await loadCatalogue('catalogue');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const matcher = prepareMatcher(loaded.value);

const listOf = (cell: string | undefined, by: RegExp): string[] => (cell ?? '').split(by).filter((one) => one !== '');
const fileNameOf = (title: string): string => `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.md`;

/** The item a document speaks to first; empty when it speaks to none. */
function firstOf(document: MatchedDocument): string {
  const [first] = suggest(matcher, document);
  return first && first.score >= SPEAKS_TO ? first.ref : '';
}

function prose([kind = '', title = '', headings, says = '']: readonly string[]): MatchedDocument {
  const lines = [`# ${title}`, says, ...listOf(headings, /; /).map((heading) => `## ${heading}`)];
  return sampleDocument({ path: fileNameOf(title), title, kind, lines });
}

describe('documents as suppliers name them', () => {
  it.each(samplesOf(PROSE))('files a %s called "%s"', (...cells) => {
    expect(listOf(cells[4], /[,;] /)).toContain(firstOf(prose(cells)));
  });

  it('puts the item an assessor would choose first nearly always', () => {
    const samples = samplesOf(PROSE);
    const right = samples.filter((cells) => firstOf(prose(cells)) === listOf(cells[4], /[,;] /)[0]);
    expect(right.length / samples.length).toBeGreaterThanOrEqual(0.97);
  });

  it.each(samplesOf(NO_EVIDENCE))('finds no evidence in a %s called "%s"', (...cells) => {
    expect(firstOf(prose(cells))).toBe('');
  });

  it.each(samplesOf(TABLES))('files a table called %s by its columns', (path = '', columns, row, refs) => {
    const cells = { columns: listOf(columns, /; /), rows: [listOf(row, /; /)] };
    const document = sampleDocument({ path, title: path.replace('.csv', ''), kind: 'register', ...cells });
    expect(listOf(refs, /[,;] /)).toContain(firstOf(document));
  });

  it('files documents by a bare title, and sets aside those of other business', () => {
    const samples = samplesOf(BARE_TITLES);
    const right = samples.filter(([title = '', refs]) => {
      const first = firstOf(
        sampleDocument({ path: `${title}.md`, title, lines: [`# ${title}`, 'Owner: the directors.'] }),
      );
      return refs === '' ? first === '' : listOf(refs, /, /).includes(first);
    });
    expect(right.length / samples.length).toBeGreaterThanOrEqual(0.95);
  });

  it('files most documents whose writers avoid every word of the Toolkit', () => {
    const samples = samplesOf(PLAIN_WORDS);
    const right = samples.filter(([title = '', text = '', ref = '']) => {
      return firstOf(sampleDocument({ path: `${title}.md`, title, lines: [`# ${title}`, text] })) === ref;
    });
    expect(right.length / samples.length).toBeGreaterThanOrEqual(0.85);
  });
});
