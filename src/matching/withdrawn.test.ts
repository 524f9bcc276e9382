import { describe, expect, it } from 'vitest';
import { sampleDocument } from './document.samples.ts';
import { isWithdrawn } from './withdrawn.ts';

const at = (path: string) => sampleDocument({ path, title: 'Backup policy', kind: 'policy' });

describe('a document no longer in force', () => {
  it.each([
    'policies/archive/backup-policy.md',
    'Superseded policies/backup.docx',
    'old/backup.md',
    'zz_old versions/backup.md',
    'policies/backup-policy-SUPERSEDED.md',
    'policies/Backup policy (withdrawn).docx',
    'policies/backup_policy_old.docx',
    'policies/Backup policy DO NOT USE.docx',
  ])('is known by where it lies and what its file is called: %s', (path) => {
    expect(isWithdrawn(at(path))).toBe(true);
  });

  it('is known by its own word', () => {
    const document = at('backup.md');
    expect(isWithdrawn({ ...document, profile: { ...document.profile, status: 'withdrawn' } })).toBe(true);
  });

  it.each([
    'registers/obsolete-software.csv',
    'it/old-laptops.csv',
    'archive-room-keys.md',
    'consent/withdrawal of consent.md',
    'records/archiving.md',
  ])('is not taken for one when the word is its subject: %s', (path) => {
    expect(isWithdrawn(at(path))).toBe(false);
  });
});
