import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firmsByName } from './told-by-name.ts';

/** The same by comparing each name with every row. */
function oneByOne() {
  const rows: string[] = [];
  const meant = new Map<string, string>();
  const word = (name: string) => name.split(' ')[0];
  const same = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
  return {
    add: (label: string) => void rows.push(label),
    tells: (name: string) => {
      const others = rows.filter((one) => word(one) === word(name));
      const fits = (one: string) => same(one, name) && same(meant.get(one) ?? name, name);
      const found = others.find((one) => one === name) ?? others.find(fits);
      if (found !== undefined && !meant.has(found)) meant.set(found, name);
      return found !== undefined;
    },
  };
}

describe('firms by their names', () => {
  test('tells the same as comparing each name with every row', () => {
    const name = fc
      .array(fc.constantFrom('a', 'ab', 'b'), { minLength: 1, maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.record({ asked: fc.boolean(), name }), { maxLength: 40 }), (steps) => {
        const [quick, slow] = [firmsByName(), oneByOne()];
        for (const step of steps) {
          if (step.asked) expect(quick.tells(step.name)).toBe(slow.tells(step.name));
          else for (const one of [quick, slow]) one.add(step.name);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Alder', 'Alder Hosting Ltd', true],
    ['Alder Hosting (UK) Limited', 'alder hosting', true],
    ['Aldershot Ltd', 'Alder', false],
    ['Alder Health', 'Alder Healthcare', true],
    ['Alder Health', 'Alder Hosting', false],
  ])('a row that says %s tells of %s: %s', (row, name, expected) => {
    const told = firmsByName();
    told.add(row);
    expect(told.tells(name)).toBe(expected);
  });

  test('one row stands for one of several', () => {
    const told = firmsByName();
    told.add('Alder');
    expect(['Alder Hosting', 'Alder Print', 'Alder Hosting Ltd'].map(told.tells)).toEqual([true, false, true]);
  });

  test.each([
    ['differ in their first 120 signs', 100, false],
    ['differ only after them', 140, true],
  ])('of long names that %s one tells of the other: %s', (_, at, expected) => {
    const long = (sign: string) => `Alder ${'a'.repeat(at)}${sign.repeat(1000)}`;
    const told = firmsByName();
    told.add(long('b'));
    expect([told.tells(long('c')), told.tells(long('b'))]).toEqual([expected, true]);
  });
});
