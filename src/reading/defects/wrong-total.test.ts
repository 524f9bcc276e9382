import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../test/support/made-document.ts';

const wrong = (source: string, path = 'reports/Audit report.md') => linesOf('wrong-total', source, path);

describe('figures that their own parts contradict', () => {
  test.each([
    ['a sum of money', '# Minutes\n\nSpend was £18,400: support £9,600, testing £5,200, training £2,900.', 3],
    [
      'an overall share under a table',
      '# Audit\n\n| Area | Asked | Met |\n|-|-|-|\n| Desks | 10 | 9 |\n| Mail | 10 | 8 |\n| All | 20 | 17 |\n\nOverall conformity: 95%.',
      9,
    ],
    ['grades with the word first', '# Test\n\nFindings: Critical 0, High 1, Medium 3, Low 4. Total 9.', 3],
    [
      'a length of time',
      '# Restore\n\n| System | Started | Ended | Minutes |\n|-|-|-|-|\n| Mail | 09:05 | 10:05 | 60 |\n| Rota | 13:00 | 14:10 | 80 |\n',
      6,
    ],
  ])('%s', (_, source, line) => {
    expect(wrong(source)).toEqual([line]);
  });

  test('shares in report lines', () => {
    const report =
      'MONTHLY REPORT\n\n   Laptops managed ......... 34\n   Up to date .............. 31\n   Compliance .............. 97.3%\n';
    expect(wrong(report, 'it/monthly report.txt')).toEqual([5]);
  });

  test('counts noted under a list', () => {
    const list =
      'Tag,Type,Holder\nA1,Phone,Jo Ward\nA2,Phone,Al Birtle\nA3,Laptop,Jo Ward\nPhones: 3,,\nLaptops: 1,,\nTotal entries: 3,,\n';
    expect(wrong(list, 'registers/devices.csv')).toEqual([5]);
  });
});

describe('figures that are right', () => {
  test.each([
    'Score: 51 of 53 observations satisfactory, or 96.2%.',
    'Last year it was 23 of 23 on 30 June 2025, which is 100%.',
    'Findings: Critical 0, High 1, Medium 3, Low 4. Total 8.',
    'Spend was £17,700: support £9,600, testing £5,200, training £2,900.',
    'Training stands at 19 of 22, which is 86%.',
  ])('%s', (sentence) => {
    expect(wrong(`# Audit\n\n${sentence}`)).toEqual([]);
  });
});
