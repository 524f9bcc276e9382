import { expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../test/support/kept-examples.ts';
import { unconfirmedFacts } from './facts-told.ts';
import { holdingsOf } from './holdings.ts';

const kept = (kind: string, id: string, data: object) => ({
  ...{ kind, id, revision: 1, revisedAt: '2026-11-20T09:30:00.000Z' },
  data,
});

test('what nobody has confirmed as it is told now waits to be confirmed, and what is no yes or no does not', () => {
  const facts = { 'has-paper-records': false, 'uses-byod': false, 'uses-mobile-phones': true, headcount: 12 };
  const confirmed = (fact: string, said: 'yes' | 'no') =>
    kept('confirmation', fact, { ...KEPT_EXAMPLES.confirmation, fact, said });
  const holdings = holdingsOf(1, [
    kept('organisation', 'organisation', { ...KEPT_EXAMPLES.organisation, facts }),
    confirmed('has-paper-records', 'no'),
    confirmed('uses-byod', 'yes'),
  ]);
  expect(unconfirmedFacts(holdings)).toEqual(['uses-byod', 'uses-mobile-phones']);
});
