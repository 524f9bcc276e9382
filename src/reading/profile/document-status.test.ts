import { describe, expect, test } from 'vitest';
import { madeDocument } from '../../../test/support/made-document.ts';

const status = (path: string, source = '# Backup policy\n\nBackups run nightly.') =>
  madeDocument(path, source).profile.status;

describe('a document that is set aside is withdrawn', () => {
  test.each([
    'policies/archive/Backup policy.md',
    'policies/old versions/Backup policy.md',
    'policies/Superseded/Backup policy.md',
    'policies/Backup-policy-v1.4-SUPERSEDED.md',
    'policies/Backup policy (withdrawn).md',
    'policies/OLD Backup policy.md',
  ])('by its place or name: %s', (path) => {
    expect(status(path)).toBe('withdrawn');
  });

  test.each([
    '> **SUPERSEDED on 11 April 2023 by version 2.**',
    'This policy was withdrawn on 3 March 2025.',
    'Withdrawn: 3 March 2025',
    'This document has been replaced by the Access Control Policy.',
    'Status: Archived',
  ])('by its opening lines: %s', (line) => {
    expect(status('policies/Backup policy.md', `# Backup policy\n\n${line}\n\nBackups run nightly.`)).toBe('withdrawn');
  });

  test.each([
    'Supersedes: issue 3',
    'Superseded by: -',
    'Archived data is kept for six years.',
    'Retired devices are wiped.',
    'Do not use public Wi-Fi without the VPN.',
    'Withdrawn consent is recorded.',
  ])('but not by a word about other things: %s', (line) => {
    expect(status('policies/Backup policy.md', `# Backup policy\n\n${line}\n`)).toBeUndefined();
  });
});

describe('a draft', () => {
  test.each(['PATCHING PROCEDURE          DRAFT', 'DRAFT - for comment'])('is told by its mark: %s', (line) => {
    expect(status('policies/Patching.txt', `${line}\n\nUpdates go in within 14 days.`)).toBe('draft');
  });

  test('is not told by the word in a sentence', () => {
    expect(status('policies/Patching.md', '# Patching\n\nA draft of the report goes to the board.')).toBeUndefined();
  });
});
