import { describe, expect, test } from 'vitest';
import { ignoreRules } from './read-folder-ignore.ts';

describe('rules written as in .gitignore', () => {
  test.each([
    ['draft.md', 'draft.md', true],
    ['draft.md', 'policies/draft.md', true],
    ['/draft.md', 'policies/draft.md', false],
    ['*.tmp', 'a/b.tmp', true],
    ['*.tmp', 'a/b.tmp2', false],
    ['old/*.md', 'old/a.md', true],
    ['old/*.md', 'old/more/a.md', false],
    ['old/**/a.md', 'old/x/y/a.md', true],
    ['**/notes', 'a/b/notes', true],
    ['notes?.md', 'notes1.md', true],
    ['v[0-9].md', 'v3.md', true],
    ['v[!0-9].md', 'v3.md', false],
    ['# draft.md', 'draft.md', false],
    ['\\#a.md', '#a.md', true],
    ['old/', 'old', false],
    ['[', '[', true],
  ])('%j on %j: %s', (rule, path, ignored) => expect(ignoreRules(rule)(path, false)).toBe(ignored));

  test('a rule for folders fits folders', () => expect(ignoreRules('old/')('old', true)).toBe(true));
  test('the last rule that fits decides', () => expect(ignoreRules('*.md\n!keep.md')('keep.md', false)).toBe(false));
  test('a pattern of many stars ends at once', () => {
    expect(ignoreRules(`${'*a'.repeat(50)}b`)('a'.repeat(250), false)).toBe(false);
  });
});
