import { describe, expect, test } from 'vitest';
import { buildGapCheck, catalogue } from '../../test/support/gap-check-builder.ts';
import { everythingProven, nothingFound } from '../../test/support/gap-check-examples.ts';
import { headline } from './headline.ts';

const mandatory = catalogue.items.filter((item) => item.mandatory === true).map((item) => item.ref);
const all = (standing: 'claimed' | 'proven') => Object.fromEntries(mandatory.map((ref) => [ref, standing]));

describe('the headline', () => {
  test('says Standards Met when every item would survive a question', () => {
    expect(headline(everythingProven()).verdict).toContain('Standards Met');
  });

  test('says that nothing was found when nothing was', () => {
    expect(headline(nothingFound()).verdict).toBe(
      'Nothing here speaks to any of the 45 mandatory items yet: Standards Not Met.',
    );
  });

  test('warns when Standards Met stands on paper only', () => {
    expect(headline(buildGapCheck({ standings: all('claimed') })).verdict).toBe(
      'On paper this is Standards Met, but only 0 of the 45 mandatory items would survive a question.',
    );
  });

  test('has no distance when the two outcomes are one', () => {
    expect(headline(buildGapCheck({ standings: { '1.1.1': 'proven' } })).distance).toBeUndefined();
  });

  test('counts what lies between by why it would not survive', () => {
    const check = buildGapCheck({
      standings: { '1.1.1': 'claimed', '1.1.2': 'stale', '1.1.3': 'contradicted', '1.1.5': 'claimed' },
    });
    expect(headline(check).distance).toBe(
      'Between the two lie 4 items: 2 said but not shown, 1 out of date and 1 contradicted.',
    );
  });

  test('names the hours and the longest wait to Standards Met', () => {
    expect(headline(nothingFound()).road).toMatch(
      /^About \d+ hours of work and one \d+-day lead time \(for [\d.]+\) to Standards Met\.$/,
    );
  });
});
