import { describe, expect, test } from 'vitest';
import { found, linesOf, madeDocument, ON } from '../../../test/support/made-document.ts';
import { organisationDefects, referenceDefects } from './set-defects.ts';

const held = [
  madeDocument('controlled/SOP-004.md', '# SOP-004 Leavers\n\nWe close accounts.'),
  madeDocument('controlled/SOP-012.md', '# SOP-012 Changes\n\nWe record changes.'),
];

function missing(path: string, source: string): string[] {
  return referenceDefects([...held, madeDocument(path, source)], ON).map(({ defect }) => defect.subject ?? '');
}

describe('documents that are pointed at and not held', () => {
  test.each([
    ['by number', 'The rules in SOP-019 apply.', ['SOP-019']],
    ['by number after the word for it', 'Retention is set in the data sharing agreement DSA-009.', ['DSA-009']],
    [
      'as an attachment',
      'Attachment: Penetration Test Certificate 2026.pdf',
      ['Penetration Test Certificate 2026.pdf'],
    ],
    ['by what was done with it', 'The Change Control Procedure was used twice.', ['Change Control Procedure']],
  ])('%s', (_, sentence, wanted) => {
    expect(missing('controlled/POL-001.md', `# POL-001 Security\n\n${sentence}`)).toEqual(wanted);
  });

  test('in the rows of an index', () => {
    const index =
      '# Document index\n\n| Ref | Title | Version |\n|-|-|-|\n| SOP-004 | Leavers Procedure | 1 |\n| SOP-012 | Changes Procedure | 1 |\n| SOP-015 | Clear Desk Policy | 1 |\n';
    expect(missing('index.md', index)).toEqual(['Clear Desk Policy']);
  });

  test.each([
    'The rules in SOP-012 apply.',
    'Supersedes: SOP-003',
    'SOP-006 (withdrawn in 2024) said otherwise.',
    'Ticket CL-8802 was closed.',
    'CVE-2026-3094 was fixed.',
    'Transfers rest on the International Data Transfer Agreement in Schedule 2 of the Act.',
  ])('but not: %s', (sentence) => {
    expect(missing('controlled/POL-001.md', `# POL-001 Security\n\n${sentence}`)).toEqual([]);
  });
});

describe("another organisation's name", () => {
  const ours = ['a', 'b', 'c'].map((name) =>
    madeDocument(`${name}.md`, `# ${name}\n\nLarkmoor Health Ltd, dpo@larkmoor.example.`),
  );

  test.each([
    ['a welcome line', 'Welcome to Quillmere Systems! Please read on.'],
    ['all staff of', 'All staff of Merrow Diagnostics Ltd, and contractors working for us, follow this.'],
    ['a signature block', 'For Harbourlight Services Ltd'],
    ['a mailbox', 'The new starter e-mails it@merrowdale.example once signed in.'],
  ])('is found in %s', (_, line) => {
    const policy = madeDocument('policies/Joiners procedure.md', `# Joiners procedure\n\n${line}`);
    expect(organisationDefects([...ours, policy])).toHaveLength(1);
  });

  test.each([
    'Our supplier Merrow Diagnostics Ltd hosts the service.',
    'Report faults to Merrowdale at support@merrowdale.example.',
    'Write to dpo@larkmoor.example.',
  ])('is no slip in: %s', (line) => {
    const policy = madeDocument('policies/Joiners procedure.md', `# Joiners procedure\n\n${line}`);
    expect(organisationDefects([...ours, policy])).toEqual([]);
  });
});

describe('days that run backwards', () => {
  test.each([
    [
      'approved before it was first written',
      '# Backups\n\n| | |\n|-|-|\n| First written | 14 May 2026 |\n| Approved by | Jo Ward, 2 April 2026 |\n',
      6,
    ],
    [
      'closed before it was opened',
      '# CAPA 3\n\n| | |\n|-|-|\n| Opened | 22 May 2026 |\n| Closed | 12 May 2026 |\n',
      6,
    ],
    [
      'signed off before it was held',
      '# Exercise report\n\nHeld: 11 March 2026\n\nAll went well.\n\nSigned off: Jo Ward, 9 March 2026',
      7,
    ],
    [
      'a version written after its approval',
      '# Plan\n\n| | |\n|-|-|\n| Version | 2.0 |\n| Date approved | 6 February 2026 |\n\n| Version | Date | Change |\n|-|-|-|\n| 2.0 | 17 February 2026 | Office move |\n',
      10,
    ],
  ])('%s', (_, source, line) => {
    expect(linesOf('impossible-date', source, 'records/Continuity plan.md')).toContain(line);
  });

  test('a version issued after its approval is in order', () => {
    const plan =
      '# Plan\n\n| | |\n|-|-|\n| Version | 2.0 |\n| Date approved | 6 February 2026 |\n\n| Version | Date | Change |\n|-|-|-|\n| 2.0 | 17 February 2026 | Issued |\n';
    expect(linesOf('impossible-date', plan, 'Plan.md')).toEqual([]);
  });
});

describe('reviews that did not come', () => {
  test.each([
    [
      'every quarter',
      '# Risk register\n\nLast reviewed 11 February 2026. The register is reviewed every quarter.',
      '2026-05-12',
    ],
    [
      'every twelve months',
      '# Privacy notice\n\nLast updated 5 September 2024. We look at this page every twelve months.',
      '2025-09-06',
    ],
    [
      'in a field with its last day',
      '# Retention procedure\n\n| | |\n|-|-|\n| Version | 3 |\n| Review | Reviewed every 24 months, last 03 Feb 2024 |\n',
      '2026-02-04',
    ],
  ])('%s', (_, source, since) => {
    expect(found('overdue-review', source, 'registers/Risk register.md').map((defect) => defect.since)).toEqual([
      since,
    ]);
  });
});

describe('what is past, covered or refused is not called current', () => {
  test.each([
    ['unsupported-asset', 'One machine runs Ubuntu 20.04. It has Ubuntu Pro under contract to 2028.'],
    ['unsupported-asset', 'Laptops run Windows 11 Ent 24H2.'],
    ['outdated-standard', 'An earlier failure (dashboard offered TLS 1.0) was fixed the next day.'],
  ] as const)('%s: %s', (code, sentence) => {
    expect(linesOf(code, `# Note\n\n${sentence}`, 'note.md')).toEqual([]);
  });

  test('though a negation about something else hides nothing', () => {
    expect(
      linesOf(
        'unsupported-asset',
        '# Change\n\nThe database (PostgreSQL 12) is not touched and stays as it is.',
        'change.md',
      ),
    ).toEqual([3]);
    expect(
      linesOf(
        'outdated-standard',
        '# Rules\n\nPasswords are stored as MD5 hashes and never in clear text.',
        'rules policy.md',
      ),
    ).toEqual([3]);
  });

  test('product and version in two columns are read together', () => {
    expect(
      linesOf(
        'unsupported-asset',
        'Product,Version,Where\nWindows Server,2012 R2,cupboard\nUbuntu,24.04,cloud\n',
        'software.csv',
      ),
    ).toEqual([2]);
  });
});

describe('persons in care', () => {
  test('are known by name and date of birth', () => {
    expect(
      linesOf(
        'patient-identifiable',
        '# Answers\n\nMr Harold Binns of 14 Osier Row (born 3 May 1941) missed his visit.',
        'answers.md',
      ),
    ).toEqual([3]);
  });

  test('are not meant by a number said to be a test number', () => {
    expect(
      linesOf(
        'patient-identifiable',
        '# Restore\n\nWe opened the test patient (NHS number 999 000 0018).',
        'restore.md',
      ),
    ).toEqual([]);
  });

  test('are not meant by a staff member', () => {
    expect(
      linesOf(
        'patient-identifiable',
        '# Staff list\n\nJo Ward, date of birth 3 May 1981, visits clients.',
        'hr/staff list.md',
      ),
    ).toEqual([]);
  });
});
