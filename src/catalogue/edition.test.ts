import { expect, it } from 'vitest';
import { deadlineInWords, type Edition, laterEditions } from './edition.ts';

function edition(name: string, releasedOn: string | null): Edition {
  return {
    edition: name,
    years: '2025-26',
    releasedOn,
    inForce: false,
    deadline: '2026-06-30',
    deadlineBasis: 'published',
    contents: 'reconstructed',
    caveat: null,
    confidence: 'high',
    sources: [],
  };
}
const editions = [edition('v9', '2026-09-01'), edition('v7', '2024-09-02'), edition('v8', '2025-09-01')];

it('lists later editions oldest first', () => {
  expect(laterEditions(editions, 'v7').map((later) => later.edition)).toEqual(['v8', 'v9']);
});

it('takes an edition without a release day for the latest', () => {
  expect(laterEditions([...editions, edition('v10', null)], 'v9').map((later) => later.edition)).toEqual(['v10']);
});

it('says when a deadline is only inferred', () => {
  expect(deadlineInWords({ deadline: '2027-06-30', deadlineBasis: 'by-pattern' })).toBe(
    '30 June 2027 by the pattern of earlier years',
  );
});
