import { expect, test } from 'vitest';
import { catalogue } from '../../test/support/gap-check-builder.ts';
import { askedFacts, certificatesOf, factsToFindOut } from './asked-facts.ts';
import { needsToolkit, REASONS_TO_NEED_IT } from './category-facts.ts';

test('each fact is asked for once, with every item that it decides about', () => {
  const asked = askedFacts(catalogue);
  const decided = catalogue.items.filter(({ rule }) => rule?.appliesWhen !== undefined);
  expect(new Set(asked.map(({ fact }) => fact)).size).toBe(asked.length);
  expect(asked.reduce((sum, { items }) => sum + items.length, 0)).toBe(decided.length);
});

test('a fact is to be found out when somebody was asked and did not know, and decides about an item', () => {
  const told = { 'has-paper-records': 'not-known', 'uses-byod': false, 'of-no-item': 'not-known' };
  expect(factsToFindOut(catalogue, told)).toEqual(['has-paper-records']);
});

test('certificates are told with how many items each may stand in for', () => {
  const [[kind, count] = ['', 0]] = certificatesOf(catalogue);
  expect(count).toBe(catalogue.items.filter(({ exemptBy }) => exemptBy.some((one) => one === kind)).length);
});

test.each([
  [[true, false, undefined], true],
  [[false, false, false], false],
  [[false, undefined, false], undefined],
] as const)('with the reasons %j the Toolkit is needed: %s', (known, needed) => {
  const told = REASONS_TO_NEED_IT.flatMap((name, at) => (known[at] === undefined ? [] : [[name, known[at]] as const]));
  expect(needsToolkit(Object.fromEntries(told))).toBe(needed);
});
