import { describe, expect, it } from 'vitest';
import { findPattern, findPatterns, indexPatterns, parsePattern } from './pattern.ts';
import { titleStems } from './stems.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(titleStems(text).map(({ stem }) => stem));
const fits = (pattern: string, title: string): boolean =>
  findPattern(parsePattern(pattern), wordsOf(title)) !== undefined;

describe('a title pattern', () => {
  it('needs a word of every group, in any order and form', () => {
    expect(fits('backup policy|plan', 'Our plan for backups')).toBe(true);
    expect(fits('backup policy|plan', 'Backup jobs')).toBe(false);
  });

  it('takes words joined by a low line as one', () => {
    expect(fits('data_protection|privacy fee', 'Fee for data protection')).toBe(true);
    expect(fits('data_protection|privacy fee', 'Data fee')).toBe(false);
  });

  it('is kept away by a forbidden word', () => {
    expect(fits('incident log -supplier', 'Supplier incident log')).toBe(false);
  });

  it('can ask for a kind of document', () => {
    const pattern = parsePattern('restore @report|log');
    expect(findPattern(pattern, wordsOf('Restore'), 'report')).toBeDefined();
    expect(findPattern(pattern, wordsOf('Restore'), 'policy')).toBeUndefined();
  });

  it('counts a word of form for less than a word of subject', () => {
    const words = wordsOf('Supplier incident log');
    const mass = (pattern: string): number => findPattern(parsePattern(pattern), words)?.mass ?? 0;
    expect(mass('supplier incident')).toBeGreaterThan(mass('incident log'));
  });

  it('is refused when it asks for nothing', () => {
    expect(() => parsePattern('-supplier')).toThrow('is no pattern');
  });

  it('is found through the index', () => {
    const index = indexPatterns([
      { pattern: parsePattern('backup|snapshot policy'), of: 'a' },
      { pattern: parsePattern('risk register'), of: 'b' },
    ]);
    expect(findPatterns(index, wordsOf('Snapshot policy')).map(({ of }) => of)).toEqual(['a']);
  });
});

describe('words', () => {
  it('meet over hyphens, spaces and endings', () => {
    for (const text of ['back-up', 'back ups', 'Backups']) expect(wordsOf(text)).toEqual(new Set(['backup']));
    expect(wordsOf('encryption')).toEqual(wordsOf('encrypted'));
  });
});
