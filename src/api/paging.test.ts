import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Page, pageAfter, readCursor, writeCursor } from './paging.ts';

const positionOf = (one: string) => [one];
const list = (page: Page<string>) => (page.ok ? page.list : undefined);
const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 });

describe('pages', () => {
  test('show everything that stays exactly once, whatever comes and goes between them', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 9 }), (stays, comes, limit) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let n = 0; n < 100; n += 1) {
          // Each page meets another share of what comes and goes.
          const now = [...new Set([...stays, ...comes.filter((_, i) => (i + n) % 2 === 0)])];
          const page = pageAfter(now, positionOf, { limit: String(limit), cursor });
          if (!page.ok) throw new Error('a cursor of ours was not taken');
          seen.push(...page.list);
          cursor = page.next;
          if (cursor === undefined) break;
        }
        expect([new Set(seen).size, stays.filter((one) => !seen.includes(one))]).toEqual([seen.length, []]);
      }),
    );
  });

  test('end without a cursor, also when the last one is full', () => {
    expect(pageAfter(['a', 'b'], positionOf, { limit: '2' })).toEqual({ ok: true, list: ['a', 'b'], next: undefined });
  });

  test('of an empty list are empty under any cursor', () => {
    expect(list(pageAfter([], positionOf, { cursor: writeCursor(['x']) }))).toEqual([]);
  });

  test('of another list are refused', () => {
    expect(pageAfter(['a'], positionOf, { cursor: writeCursor([7]) }).ok).toBe(false);
  });
});

describe('a cursor', () => {
  test('says what it was made from', () => {
    const position = fc.array(fc.oneof(fc.string({ maxLength: 100 }), fc.nat()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(position, (at) => {
        expect(readCursor(writeCursor(at))).toEqual(at);
      }),
    );
  });

  test('that is made up is null, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (made) => {
        readCursor(made);
      }),
    );
    expect(['', '=', 'e30', 'W10', 'WzEuNV0', 'WyJhIixudWxsXQ'].map(readCursor)).toEqual(Array(6).fill(null));
  });
});
