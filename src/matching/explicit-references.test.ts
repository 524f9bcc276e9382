import { describe, expect, it } from 'vitest';
import { sampleDocument } from './document.samples.ts';
import { explicitReferences } from './explicit-references.ts';

const refsIn = (lines: readonly string[], path = 'note.md'): string[] => {
  const { content } = sampleDocument({ title: 'Note', path, lines });
  return explicitReferences(path, content).map(({ ref }) => ref);
};

describe('numbers a document gives for itself', () => {
  it.each([
    'DSPT 7.3.4',
    'Evidence for 7.3.4',
    'DSPT evidence item 7.3.4',
    'assertion 7.3.4',
    'Toolkit ref: 7.3.4',
    '(DSPT 7.03.4)',
  ])('are read in "%s"', (line) => {
    expect(refsIn([line])).toEqual(['7.3.4']);
  });

  it.each([
    '# 7.3.4 Restoring',
    'See section 7.3.4.',
    'Version 7.3.4',
    'ISO 27001 A.8.1.2',
    'Evidence was seen on 4.5.2026',
    'DSPT 11.3.4',
  ])('are not read in "%s"', (line) => {
    expect(refsIn([line])).toEqual([]);
  });

  it.each(['7.3.4 restore test.md', 'DSPT-7.3.4-restore.md', 'evidence/7.3.4_restore.pdf', 'restore (DSPT 7.3.4).md'])(
    'are read in the file name "%s"',
    (path) => {
      expect(refsIn(['Text'], path)).toEqual(['7.3.4']);
    },
  );

  it.each(['release 1.3.1.md', 'policy v1.3.1.md'])('are not read in the file name "%s"', (path) => {
    expect(refsIn(['Text'], path)).toEqual([]);
  });

  it('are none when a document names many: it is an index', () => {
    expect(refsIn(['DSPT 1.1.1', 'DSPT 1.1.2', 'DSPT 1.1.3', 'DSPT 1.3.1', 'DSPT 1.3.2'])).toEqual([]);
  });
});
