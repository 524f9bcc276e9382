import { describe, expect, test } from 'vitest';
import type { Profile } from '../../record/document.ts';
import { readCsv } from '../formats/csv.ts';
import { readMarkdown } from '../formats/markdown.ts';
import { readText } from '../formats/text.ts';
import { profileOf } from './profile.ts';

const markdown = (source: string, path = 'doc.md') => profileOf(path, readMarkdown(source));
const dated = (profile: Profile, meaning: string) =>
  profile.dates.filter((date) => date.meaning === meaning).map(({ date }) => date.from);

describe('what a control block says', () => {
  const expected = { title: 'Backup Policy', version: '2.1', owner: 'Jo Ward', approver: 'Board', reviewCycle: 'P12M' };

  test.each([
    [
      'fields down the side',
      '# Backup Policy\n\n| **Version** | 2.1 |\n|---|---|\n| Policy owner | Jo Ward |\n| Approved by | Board |\n| Approval date | 3 March 2026 |\n| Next review | 3 March 2027 |\n| Review cycle | yearly |\n',
    ],
    [
      'fields across the top',
      '# Backup Policy\n\n| Version | Owner | Approved by | Date approved | Next review due | Review cycle |\n|---|---|---|---|---|---|\n| 2.1 | Jo Ward | Board | 03/03/2026 | 03/03/2027 | Annual |\n',
    ],
    [
      'label lines',
      '# Backup Policy\n\n**Version:** 2.1  \n**Owner:** Jo Ward  \n**Approved by:** Board, 3 March 2026  \n**Next review:** 3 March 2027  \n**Review cycle:** every 12 months\n',
    ],
    [
      'labels on one line',
      '# Backup Policy\n\nOwner: Jo Ward | Version: 2.1 | Approved by: Board | Approved on: 3/3/26 | Next review: 3/3/27 | Review cycle: annually\n',
    ],
    [
      'front matter',
      '---\ntitle: Backup Policy\nversion: "2.1"\nowner: Jo Ward\napproved by: Board\napproved: 2026-03-03\nnext review: 2027-03-03\nreview cycle: yearly\n---\nText.\n',
    ],
    [
      'sentences',
      '# Backup Policy\n\nVersion 2.1\n\nOwner: Jo Ward\n\nApproved by the Board on 3 March 2026. Next review is due on 3 March 2027. This policy is reviewed every year.\n',
    ],
  ])('as %s', (_, source) => {
    const profile = markdown(source);
    expect(profile).toMatchObject(expected);
    expect(dated(profile, 'approved')).toEqual(['2026-03-03']);
    expect(dated(profile, 'next-review')).toEqual(['2027-03-03']);
  });

  test('a gap counts as absent', () => {
    const profile = markdown('# Backup Policy\n\nOwner: [Name]\n\nVersion: TBC\n\nApproved by: ____\n');
    expect(profile).not.toHaveProperty('owner');
    expect(profile).not.toHaveProperty('version');
    expect(profile).not.toHaveProperty('approver');
  });

  test('the latest row of a version history gives version and date', () => {
    const profile = markdown(
      '# Backup Policy\n\n| Version | Date | Author | Change |\n|---|---|---|---|\n| 1.1 | 2 May 2025 | JW | Tidied |\n| 1.0 | 1 May 2024 | JW | First |\n',
    );
    expect(profile.version).toBe('1.1');
    expect(profile.dates[0]?.date.from).toBe('2025-05-02');
  });

  test('a review date after the approval is the next review, one before it the last', () => {
    expect(dated(markdown('# P\n\nApproved on: 1 May 2026\n\nReview date: 1 May 2027\n'), 'next-review')).toEqual([
      '2027-05-01',
    ]);
    expect(dated(markdown('# P\n\nApproved on: 1 May 2026\n\nReview date: 1 April 2026\n'), 'reviewed')).toEqual([
      '2026-04-01',
    ]);
  });

  test('status is read from its field, the version or the file name, not from prose', () => {
    expect(markdown('# P\n\nStatus: Draft for comment\n').status).toBe('draft');
    expect(markdown('# P\n\nVersion: 0.4\n').status).toBe('draft');
    expect(markdown('# P\n\nText.\n', 'Policy DRAFT.md').status).toBe('draft');
    expect(markdown('# P\n\nVersion: 1.0\n\nA draft was discussed.\n').status).toBeUndefined();
  });

  test('a file name gives version and date when nothing else does', () => {
    const profile = markdown('Some text.\n', 'Backup proc v3 2026-05-14.md');
    expect(profile.version).toBe('3');
    expect(dated(profile, 'stated')).toEqual(['2026-05-14']);
  });
});

describe('kinds', () => {
  test.each([
    ['policies/01-information-security-policy.md', '# Information Security Policy\n', 'policy'],
    ['backup proc.md', '# How we back up: procedure\n', 'procedure'],
    ['bcp.md', '# Business continuity plan\n', 'plan'],
    ['privacy.md', '# Privacy notice\n', 'notice'],
    ['dpa.md', '# Data processing agreement\n', 'contract'],
    ['templates/dpia.md', '# DPIA\n', 'template'],
    ['access.md', '# Access request form\n', 'form'],
    ['pentest.md', '# Penetration test report\n', 'report'],
    ['ce.md', '# Cyber Essentials certificate\n', 'certificate'],
    ['meeting.md', '# Board, 3 March 2026\n\nPresent: Jo Ward, Tom Lee\n\nApologies: none\n', 'minutes'],
    ['README.md', '# Policies\n', 'other'],
    ['fwd.md', 'From: jo@firm.example\n\nTo: tom@firm.example\n\nSubject: phishing\n\nHello.\n', 'email'],
  ] as const)('%s is told', (path, source, kind) => {
    expect(markdown(source, path)).toMatchObject({ kind });
  });

  test('a table of things held is a register, one of things that happened a log', () => {
    expect(profileOf('kit.csv', readCsv('Asset,Owner,Location,Serial\nLaptop,Jo,York,1\n')).kind).toBe('register');
    expect(
      profileOf(
        'what happened.csv',
        readCsv('Reported,Incident,Outcome,Resolved on\n1 May 2026,Lost phone,Wiped,2 May 2026\n'),
      ).kind,
    ).toBe('log');
  });

  test('every kind comes with its reason', () => {
    expect(profileOf('note.txt', readText('Hello.\n')).kindReason).not.toBe('');
  });
});
