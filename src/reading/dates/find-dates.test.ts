import { describe, expect, test } from 'vitest';
import { findDates, parseStatedDate, scanDates } from './find-dates.ts';

const days = (text: string) => findDates(text).map(({ date }) => date.from);

describe('full dates are read the British way', () => {
  test.each([
    ['3/1/26', '2026-01-03'],
    ['03-04-2026', '2026-04-03'],
    ['03/04/2026 14:30', '2026-04-03'],
    ['01.02.2026', '2026-02-01'],
    ['29th November 2025', '2025-11-29'],
    ['29 Nov 25', '2025-11-29'],
    ["29-Nov-'25", '2025-11-29'],
    ['1st of March 2026', '2026-03-01'],
    ['Nov 29, 2025', '2025-11-29'],
    ['March 3rd, 2026', '2026-03-03'],
    ['2026-03-04', '2026-03-04'],
    ['2026-03-04T09:15:00Z', '2026-03-04'],
    ['2026-03-04 09:15', '2026-03-04'],
    ['2026/03/04', '2026-03-04'],
    ['Tuesday 3 March 2026', '2026-03-03'],
    ['Tue, 3 Mar 2026', '2026-03-03'],
  ])('%s is %s', (text, day) => {
    expect(days(text)).toEqual([day]);
    expect(parseStatedDate(text)?.from).toBe(day);
  });

  test('several dates in one sentence are found where they stand', () => {
    const text = 'Opened 1 May 2026, closed 14/05/2026.';
    expect(findDates(text).map((found) => text.slice(found.index, found.index + found.length))).toEqual([
      '1 May 2026',
      '14/05/2026',
    ]);
  });

  test('the weekday written beside a date is kept for checking', () => {
    expect(findDates('Friday 3 March 2026')[0]?.weekday).toBe(5);
  });
});

describe('partial dates stay partial', () => {
  test.each([
    ['Jan 2026', 'month', '2026-01-01', '2026-01-31'],
    ['February 2028', 'month', '2028-02-01', '2028-02-29'],
    ['2026-03', 'month', '2026-03-01', '2026-03-31'],
    ['03/2026', 'month', '2026-03-01', '2026-03-31'],
    ['Q3 2025', 'quarter', '2025-07-01', '2025-09-30'],
    ['2025-Q1', 'quarter', '2025-01-01', '2025-03-31'],
    ['Spring 2026', 'season', '2026-03-01', '2026-05-31'],
    ['Winter 2026', 'season', '2026-12-01', '2027-02-28'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
  ])('%s', (text, precision, from, to) => {
    expect(parseStatedDate(text)).toMatchObject({ precision, from, to });
  });

  test('a year in running text counts only after a word that makes it a time', () => {
    expect(days('We were founded in 2019 and use Windows Server 2022.')).toEqual(['2019-01-01']);
  });
});

describe('doubtful and impossible dates are told apart', () => {
  test('a date that cannot be day first is read month first and marked', () => {
    expect(parseStatedDate('03/25/2026')).toMatchObject({ from: '2026-03-25', ambiguous: true });
  });

  test('a date that could be either is marked only when the document shows month-first order', () => {
    expect(parseStatedDate('03/04/2026')?.ambiguous).toBeUndefined();
    expect(parseStatedDate('03/04/2026', { monthFirstSeen: true })?.ambiguous).toBe(true);
  });

  test.each(['31 June 2026', '29 Feb 2025', '31/06/2026', '2026-02-30', '32/13/2026'])(
    '%s is reported, not dropped',
    (text) => {
      expect(scanDates(`Tested on ${text} by hand`)).toMatchObject({ dates: [], impossible: [{ text }] });
    },
  );
});

describe('numbers that are no dates', () => {
  test.each([
    'version 1.2.26',
    'v12.11.24',
    '10.0.12.26',
    '192.168.10.24',
    'item 7.3.4',
    'ISO 27001:2022',
    'ISO/IEC 27001:2013',
    '020 7946 0958',
    '24/7',
    '50/50',
    '2025/26',
    '2024-2026',
    '2024–25',
    '943 476 5919',
    'SW1A 1AA',
    'Q2 FY26',
    '3/4 of staff',
    'Regulation (EU) 2016/679',
    'A.5.24',
    '12 months',
    '00/00/0000',
    'Windows Server 2016',
    'Data Protection Act 2018',
    'CVE-2021-44228',
    'SP 800-53',
    'INC-2024-001',
    '£2,026.50',
    'Sort code 20-11-26',
    'clause 10.11.12',
  ])('%s', (text) => {
    expect(scanDates(text)).toEqual({ dates: [], impossible: [] });
  });
});
