import { expect, test } from 'vitest';
import { catalogue } from '../../test/support/gap-check-builder.ts';
import { askedUnder, askOf } from './ask-of.ts';

test('what an item asks is said short where a proof rule says it, and as the item has it otherwise', () => {
  const [item] = catalogue.items.filter(({ rule }) => rule);
  if (!item) throw new Error('No item has a proof rule');
  const { rule, ...bare } = item;
  expect([askOf(item), askOf(bare)]).toEqual([rule?.ask, item.requirement]);
});

test('nothing is asked under a number that the catalogue does not know', () => {
  expect(askedUnder(catalogue, '99.9.9')).toBe('');
});
