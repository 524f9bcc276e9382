import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { holdingsOf } from '../../record/holdings.ts';
import type { SearchHit } from '../../workspace/search/search-record.ts';
import { SearchPage } from './search-page.tsx';

test('calls the result of a check by what it is', () => {
  const data = {
    items: ['7.3.4'],
    kind: 'check',
    verdict: 'shows',
    receivedAt: '2026-11-19T09:30:00.000Z',
    source: 'Quillfeather backup check',
  };
  const holdings = holdingsOf(1, [
    { kind: 'observation', id: 'one', revision: 1, revisedAt: '2026-11-19T09:30:00.000Z', data },
  ]);
  const hit: SearchHit = { of: 'entity', kind: 'observation', id: 'one', title: data.source };
  const page = renderToStaticMarkup(
    <SearchPage
      seat={{ organisation: 'larkmoor', organisationName: 'Larkmoor', role: 'owner' }}
      standing={{ holdings }}
      looked="quillfeather"
      only={undefined}
      found={{ groups: [{ of: 'entity', hits: [hit], all: 1 }], words: ['quillfeather'] }}
    />,
  );
  expect([/A check(?:'|&#x27;)s result/.test(page), page.includes('Observation')]).toEqual([true, false]);
});
