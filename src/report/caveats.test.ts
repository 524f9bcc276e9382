import { expect, test } from 'vitest';
import { catalogue } from '../../test/support/gap-check-builder.ts';
import { reportCaveats, shortCaveat } from './caveats.ts';

test('the short caveat names the later edition that is in force', () => {
  expect(shortCaveat(catalogue)).toContain('Version 9 is in force and not known here; this is v8.');
});

test('the short caveat says nothing of a later edition when there is none', () => {
  const { laterInForce: _, ...last } = catalogue;
  expect(shortCaveat(last)).not.toContain('in force');
});

test('the caveats count the items we are less sure of', () => {
  const unsure = catalogue.items.filter((item) => item.confidence !== 'high').length;
  expect(reportCaveats(catalogue).join(' ')).toContain(`${unsure} items of ${catalogue.items.length}`);
});
