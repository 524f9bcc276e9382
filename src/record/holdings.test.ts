import fc from 'fast-check';
import { expect, test } from 'vitest';
import { made } from '../../test/support/made.ts';
import { type Change, draftOf, EMPTY_HOLDINGS, type Holdings, holdingsOf, withChanges } from './holdings.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd');
const kind = fc.constantFrom('person', 'risk');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ action: fc.constantFrom('add' as const, 'change' as const), kind, id, data: fc.nat() }),
  fc.record({ action: fc.constant('remove' as const), kind, id }),
  fc.record({ action: fc.constant('erase' as const), kind, id, data: fc.constant({ reason: 'r', basis: 'b' }) }),
);
const changes = fc.array(change, { maxLength: 60 });

/** In the order in which they are kept; a kind of which nothing is left is as good as none. */
const shown = ({ seq, of }: Holdings) => [
  seq,
  ...[...of].sort().flatMap(([, entities]) => [...entities.values()].map((entity) => entity)),
];

test('it makes no difference in how many portions changes are folded', () => {
  fc.assert(
    fc.property(changes, fc.nat({ max: 60 }), (all, cut) => {
      const oneByOne = all.reduce((holdings, one) => withChanges(holdings, made([one])), EMPTY_HOLDINGS);
      const inTwo = withChanges(withChanges(EMPTY_HOLDINGS, made(all.slice(0, cut))), made(all.slice(cut)));
      const atOnce = shown(withChanges(EMPTY_HOLDINGS, made(all)));
      expect([shown(oneByOne), shown(inTwo)]).toEqual([atOnce, atOnce]);
    }),
  );
});

test('holdings stay as they are when changes are made upon them', () => {
  fc.assert(
    fc.property(changes, changes, (first, then) => {
      const holdings = withChanges(EMPTY_HOLDINGS, made(first));
      const before = JSON.stringify(shown(holdings));
      withChanges(holdings, made(then));
      expect(JSON.stringify(shown(holdings))).toBe(before);
    }),
  );
});

test('the rows of a cold start make the same holdings as the journal', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const folded = withChanges(EMPTY_HOLDINGS, made(all));
      const rows = [...folded.of.values()].flatMap((entities) => [...entities.values()]);
      expect(shown(holdingsOf(folded.seq, rows))).toEqual(shown(folded));
    }),
  );
});

test('a draft shows what has been put in so far', () => {
  const draft = draftOf(EMPTY_HOLDINGS);
  draft.put(made([{ action: 'add', kind: 'person', id: 'ann', data: 1 }]));
  draft.put(made([{ action: 'change', kind: 'person', id: 'ann', data: 2 }]));
  expect(draft.holdings.of.get('person')?.get('ann')).toEqual({
    kind: 'person',
    id: 'ann',
    revision: 2,
    revisedAt: '2026-11-20T09:30:00.000Z',
    data: 2,
  });
});

test('what is changed stays in its place, and what is added again goes to the end', () => {
  const holdings = withChanges(
    EMPTY_HOLDINGS,
    made([
      { action: 'add', kind: 'person', id: 'ann', data: 1 },
      { action: 'add', kind: 'person', id: 'bob', data: 1 },
      { action: 'add', kind: 'person', id: 'cy', data: 1 },
      { action: 'change', kind: 'person', id: 'bob', data: 2 },
      { action: 'remove', kind: 'person', id: 'ann' },
      { action: 'add', kind: 'person', id: 'ann', data: 3 },
    ]),
  );
  expect([...(holdings.of.get('person')?.keys() ?? [])]).toEqual(['bob', 'cy', 'ann']);
});
