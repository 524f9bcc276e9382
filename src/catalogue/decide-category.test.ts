import { describe, expect, it } from 'vitest';
import { decideCategory, ORGANISATION_KINDS } from './decide-category.ts';

const LARGE = { staff: 50, turnoverGbp: 10_000_000, digital: true } as const;

describe('a company', () => {
  it('is category 2 when it stands exactly on all three thresholds', () => {
    expect(decideCategory({ kind: 'company', ...LARGE }).category).toBe(2);
  });

  it.each([{ staff: 49 }, { turnoverGbp: 9_999_999 }, { digital: false }])(
    'is category 3 when one threshold fails: %o',
    (change) => {
      expect(decideCategory({ kind: 'company', ...LARGE, ...change }).category).toBe(3);
    },
  );

  it('is category 3 by one failing fact even when the others are not known', () => {
    expect(decideCategory({ kind: 'company', staff: 12 }).category).toBe(3);
  });

  it('cannot be placed while a fact that decides is not known, and says what it would change', () => {
    const decision = decideCategory({ kind: 'company', staff: 80, digital: true });
    expect(decision.outcome).toBe('cannot-say-yet');
    expect(decision.missing).toEqual([
      expect.objectContaining({
        fact: 'turnoverGbp',
        changes: expect.stringMatching(/category 3. Otherwise you are in category 2/),
      }),
    ]);
  });

  it.each(['company', 'it-supplier'] as const)('is told of all three thresholds of category 2, once: %s', (kind) => {
    const told = decideCategory({ kind, staff: 12, turnoverGbp: 900_000 }).reasons.join(' ');
    const words = ['fewer than 50', 'at least 50 staff', 'at least £10 million', 'digital goods or services'];
    expect(words.filter((one) => !told.includes(one))).toEqual([]);
    expect(told.split('Category 2 needs all three')).toHaveLength(2);
  });

  it('is told that sources disagree on the thresholds', () => {
    expect(decideCategory({ kind: 'company', staff: 12 })).toMatchObject({
      confidence: 'medium',
      disputes: [expect.stringContaining('Sources disagree'), expect.anything()],
    });
  });
});

describe('an IT supplier', () => {
  it('supplies digital goods or services unless told otherwise', () => {
    expect(decideCategory({ kind: 'it-supplier', staff: 60, turnoverGbp: 12_000_000 }).category).toBe(2);
  });

  it('is category 3 when small', () => {
    expect(decideCategory({ kind: 'it-supplier', staff: 12 }).category).toBe(3);
  });
});

describe('other kinds', () => {
  it.each([
    'nhs-trust',
    'integrated-care-board',
    'arms-length-body',
    'commissioning-support-unit',
    'operator-of-essential-services',
  ] as const)('sends a %s to the CAF-aligned Toolkit without assessing it', (kind) => {
    const decision = decideCategory({ kind });
    expect(decision.outcome).toBe('not-assessed-here');
    expect(decision.reasons[0]).toContain('CAF-aligned');
  });

  it('makes a GP practice category 4 whatever its size', () => {
    expect(decideCategory({ kind: 'gp-practice', ...LARGE }).category).toBe(4);
  });

  it.each(['pharmacy', 'dental', 'optical', 'social-care', 'university', 'local-authority'] as const)(
    'makes a %s category 3 whatever its size',
    (kind) => {
      expect(decideCategory({ kind, ...LARGE }).category).toBe(3);
    },
  );

  it('gives every kind a reason and a source', () => {
    for (const kind of ORGANISATION_KINDS) {
      const decision = decideCategory({ kind });
      expect(decision.reasons.length * decision.sources.length, kind).toBeGreaterThan(0);
    }
  });
});

describe('an organisation of unknown kind', () => {
  it('cannot be placed even when all else is known', () => {
    expect(decideCategory(LARGE)).toMatchObject({ outcome: 'cannot-say-yet', missing: [{ fact: 'kind' }] });
  });
});
