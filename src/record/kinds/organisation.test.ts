import { expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { decide } from '../decide.ts';
import { EMPTY_HOLDINGS } from '../holdings.ts';
import { organisation } from './organisation.ts';

const context = { at: '2026-11-20T09:00:00.000Z', today: '2026-11-20', newId: () => 'o1' };

function problemsWith(tradingNames: readonly string[]) {
  const data = { ...KEPT_EXAMPLES.organisation, tradingNames };
  const decided = decide(EMPTY_HOLDINGS, { do: 'add', kind: organisation.name, data }, context);
  return decided.ok || decided.problem.type !== 'invalid' ? [] : decided.problem.problems;
}

test.each(['&', '...', '& Ltd'])('a trading name is more than signs and a legal form: %s', (name) => {
  expect(problemsWith(['Alder', name])).toEqual([
    { field: 'tradingNames', message: `Trading names must have a letter or a number, not only “${name}”` },
  ]);
});

test.each(['Alder & Rowan', '3M', 'Müller'])('%s is a trading name', (name) => {
  expect(problemsWith([name])).toEqual([]);
});
