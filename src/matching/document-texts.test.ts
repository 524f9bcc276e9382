import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load-catalogue.ts';
import { CODED_TITLES } from './coded-titles.samples.ts';
import { sampleDocument } from './document.samples.ts';
import { samplesOf } from './document-titles.samples.ts';
import type { MatchedDocument } from './fields.ts';
import { prepareMatcher } from './matcher.ts';
import { SMALL_COMPANY } from './small-company.samples.ts';
import { suggest } from './suggest.ts';

const loaded = await loadCatalogue('catalogue');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const matcher = prepareMatcher(loaded.value);

type Sample = { readonly document: MatchedDocument; readonly wanted: readonly string[] };

const coded = samplesOf(CODED_TITLES).map(([title = '', ...rest]) => sampleOf([title, title, ...rest]));
const smallCompany = samplesOf(SMALL_COMPANY).map(sampleOf);

function sampleOf([path = '', title = '', kind = '', text = '', refs = '']: readonly string[]): Sample {
  const [columns = [], ...rows] = text.split(' // ').map((row) => row.split('; '));
  const built = rows.length > 0 ? { columns, rows } : { lines: [`# ${title}`, text] };
  return { document: sampleDocument({ path, title, kind, ...built }), wanted: refs === '' ? [] : refs.split(', ') };
}

/** The share of documents of which one of the first suggestions is wanted. */
function share(samples: readonly Sample[], first: number): number {
  const speaking = samples.filter(({ wanted }) => wanted.length > 0);
  const right = speaking.filter(({ document, wanted }) =>
    suggest(matcher, document)
      .slice(0, first)
      .some(({ ref }) => wanted.includes(ref)),
  );
  return right.length / speaking.length;
}

describe('a document whose title is a number', () => {
  it('is filed by its text, nearly always rightly', () => {
    expect(share(coded, 1)).toBeGreaterThanOrEqual(0.9);
  });

  it('has the right item among the first three', () => {
    expect(share(coded, 3)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a document whose title half says what it is', () => {
  it('is filed by title and text together', () => {
    expect(share(smallCompany, 1)).toBeGreaterThanOrEqual(0.97);
  });
});

describe('a document of other business', () => {
  it.each([...coded, ...smallCompany].filter(({ wanted }) => wanted.length === 0))(
    'gets no suggestion: $document.path',
    ({ document }) => {
      expect(suggest(matcher, document)).toEqual([]);
    },
  );
});
