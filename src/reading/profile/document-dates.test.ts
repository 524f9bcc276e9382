import { describe, expect, test } from 'vitest';
import { madeDocument, ON } from '../../../test/support/made-document.ts';
import { datesInName } from './document-dates.ts';
import { profileOf } from './profile.ts';

function datesOf(path: string, source: string): string[] {
  const { content } = madeDocument(path, source);
  return profileOf(path, content, ON).dates.map(({ meaning, date }) => `${meaning} ${date.from}`);
}

describe('a date in a file name', () => {
  test.each([
    ['reports/anti-virus-2026-11-02.csv', '2026-11-02'],
    ['2026-03 board mins.md', '2026-03-01'],
    ['access_review_oct_2026.csv', '2026-10-01'],
    ['spot-check-2026-q3.md', '2026-07-01'],
    ['backup report 20260914.csv', '2026-09-14'],
    ['training-needs-2026.md', '2026-01-01'],
    ['Minutes 17th September 2026.docx', '2026-09-17'],
  ])('%s is found', (path, day) => {
    expect(datesInName(path).map(({ from }) => from)).toEqual([day]);
  });

  test.each([
    'REC-2026-04.md',
    'incident-log-2025-26.csv',
    'iso-27001-2022.md',
    'Windows Server 2016 note.md',
    'policy-v2.1.md',
  ])('%s gives none', (path) => {
    expect(datesInName(path)).toEqual([]);
  });

  test('dates a record that has no date of its own, and only adds to one that has', () => {
    expect(datesOf('restore test report 2026-05.md', '# Restore test report\n\nAll well.')).toContain(
      'event 2026-05-01',
    );
    expect(datesOf('restore test report 2026-05.md', '# Restore test report\n\nTest date: 14 May 2026')).toContain(
      'stated 2026-05-01',
    );
  });
});

describe('rows date what has no date of its own', () => {
  const log = 'Date,What happened\n03/02/2026,Lost badge\n14/10/2026,Wrong letter\n05/12/2026,Planned drill\n';

  test('a log by its newest row that is not ahead', () => {
    expect(datesOf('incidents/incident log.csv', log)).toEqual(['event 2026-10-14']);
  });

  test('a register by the last time a row was looked at', () => {
    const register =
      'Asset,Owner,Purchased,Last checked\nLaptop 1,Jo Ward,2024-02-01,2026-08-03\nLaptop 2,Al Birtle,2024-02-01,2026-09-07\n';
    expect(datesOf('asset register.csv', register)).toEqual(['reviewed 2026-09-07']);
  });

  test('not when the judgement day is not given', () => {
    const { content } = madeDocument('incident log.csv', log);
    expect(profileOf('incident log.csv', content).dates).toEqual([]);
  });
});

describe('certificates give issue and expiry in their own words', () => {
  test.each([
    ['Date of issue: 9 April 2026\nCertificate expires: 8 April 2027', ['issued 2026-04-09', 'expires 2027-04-08']],
    ['Valid from 9 April 2026 until 8 April 2027.', ['issued 2026-04-09', 'expires 2027-04-08']],
    [
      'This is to certify that Larkmoor was certified on 9 April 2026.\n\nRegistration expires\n\n8 April 2027',
      ['issued 2026-04-09', 'expires 2027-04-08'],
    ],
    [
      '| | |\n|-|-|\n| Organisation | Larkmoor |\n| Date registered | 9 April 2026 |\n| Scope | All of it |\n| Address | Mill Lane |\n| Tier | 1 |\n| Body | Quill |\n| Expiry date | 8 April 2027 |',
      ['issued 2026-04-09', 'expires 2027-04-08'],
    ],
  ])('%s', (words, dates) => {
    expect(datesOf('certificates/Cyber certificate.md', `# Certificate of assurance\n\n${words}`)).toEqual(
      expect.arrayContaining(dates),
    );
  });
});

describe('the date line of a paper', () => {
  test('is the day of the meeting in minutes', () => {
    const minutes =
      '# Minutes of the board\n\n| Meeting | |\n|-|-|\n| Date | 17 September 2026 |\n| Place | Mill Lane |\n';
    expect(datesOf('board minutes.md', minutes)).toContain('event 2026-09-17');
  });

  test('is the day of issue in a letter', () => {
    expect(datesOf('appointment letter.md', '# Letter of appointment\n\n3 February 2026\n\nDear Jo')).toContain(
      'issued 2026-02-03',
    );
  });
});
