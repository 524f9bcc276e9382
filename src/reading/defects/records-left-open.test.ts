import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../test/support/made-document.ts';

describe('records without content', () => {
  test('numbered copies without holders', () => {
    const plan =
      '# Continuity plan\n\n## Printed copies\n\n| Copy | Holder | Signature |\n|-|-|-|\n| 1 | | |\n| 2 | | |\n';
    expect(linesOf('empty-record', plan, 'Continuity plan.md')).toContain(5);
    expect(linesOf('unsigned', plan, 'Continuity plan.md')).toEqual([]);
  });

  test('column names with nothing under them in a text file', () => {
    const text =
      'PATCHING PROCEDURE\n\nExceptions in force\nSystem | Update | Reason | Agreed by | Until\n\nMonthly reports show the state.';
    expect(linesOf('empty-record', text, 'Patching procedure.txt')).toEqual([4]);
  });

  test('one row left open where the text says that all is done', () => {
    const note =
      '# Default passwords\n\nAnswer: yes, for every item.\n\n| Item | Changed | By |\n|-|-|-|\n| Firewall | 4 March 2024 | Jo Ward |\n| Switch | 4 March 2024 | Jo Ward |\n| Wi-Fi point | | |\n';
    expect(linesOf('empty-record', note, 'evidence/Default passwords.md')).toEqual([9]);
  });
});

describe('signatures left open', () => {
  test.each([
    [
      'with the label inside the cell',
      '# Agreement\n\n| For us | For Tallow Ltd |\n|-|-|\n| *J. Ward*, 9 May 2024 | Signature:        Date: |\n',
      5,
    ],
    [
      'in a table of roles',
      '# Record\n\n## Closure\n\n| | Signature | Date |\n|-|-|-|\n| Owner | | |\n| Quality manager | J. Ward | 3 May 2026 |\n',
      7,
    ],
    [
      'under "signed by"',
      '# Agreement\n\n| Party | Signed by | Date |\n|-|-|-|\n| Tallow Ltd | R. Pell | 20 May 2024 |\n| Our Firm Ltd | | |\n',
      6,
    ],
  ])('%s', (_, source, line) => {
    expect(linesOf('unsigned', source, 'contracts/Data processing agreement.md')).toEqual([line]);
  });

  test('are what a blank master form is for', () => {
    const form =
      '# Privileged user undertaking\n\nBLANK FORM. Print or copy; do not fill in this master.\n\nName: ______\n\nSignature: ______\n';
    expect(linesOf('unsigned', form, 'forms/Undertaking.md')).toEqual([]);
    expect(linesOf('unfilled-placeholder', form, 'forms/Undertaking.md')).toEqual([]);
  });
});

describe('approvals left open', () => {
  test.each([
    [
      'a note under a list',
      'Activity,Basis\nPay,Contract\nHiring,Contract\n"# read through 2026-07-06; management approval (SIRO):",\n',
      'registers/processing.csv',
      4,
    ],
    [
      'a cell',
      '# Tracker\n\n| Item | Score | Accepted by |\n|-|-|-|\n| Old server | 8 | Jo Ward |\n| Old agent | 6 | Accepted by: |\n',
      'End of support register.md',
      6,
    ],
    [
      'a row of an index',
      '# Policy index\n\n| Title | Version | Approved |\n|-|-|-|\n| Backup Policy | 1.0 | 3 May 2026 |\n| Leave Policy | 0.4 | n/a - draft |\n| Travel Policy | 1.0 | 3 May 2026 |\n',
      'index.md',
      6,
    ],
  ])('%s', (_, source, path, line) => {
    expect(linesOf('not-approved', source, path)).toEqual([line]);
  });

  test('are not seen in the lead of a list', () => {
    const policy = '# Leave policy\n\nVersion: 1.0\n\nWhen needed (approved by the lead):\n\n- overtime\n- travel\n';
    expect(linesOf('not-approved', policy, 'Leave policy.md')).toEqual([]);
  });
});

describe('gaps in other words', () => {
  test.each([
    '| Duty officer | number to follow |',
    '| Retention | (check with Rosalind - 30 or 90?) |',
    '| Date left | XX/XX/2026 |',
  ])('%s', (row) => {
    expect(linesOf('unfilled-placeholder', `# List\n\n| What | Value |\n|-|-|\n${row}\n`, 'register.md')).toEqual([5]);
  });

  test.each([
    'The next export will be taken in <Month Year>.',
    'DPO: *paste the opinion of March here before this goes out*',
    'Tracked in CAPA-3. TODO(jo): attach the query.',
  ])('%s', (line) => {
    expect(linesOf('unfilled-placeholder', `# Note\n\n${line}\n`, 'Review report.md')).toEqual([3]);
  });

  test.each([
    ['a word spoken of', '# House rules\n\nWe do not want TBC in anything an assessor might open.', 'README.md'],
    [
      'a product that shows its fields',
      '# Release notes 5.8\n\nMerge fields such as {{first_name}} now preview.',
      'product/notes.md',
    ],
    [
      'a quotation that is announced',
      '# Guide\n\nMany write these as:\n\n> Archive: [insert title] at [insert address]',
      'Guide.md',
    ],
    ['a prize at a party', '# Summer social\n\nPrize TBC on the day!', 'notes/Summer social.md'],
  ])('are not seen in %s', (_, source, path) => {
    expect(linesOf('unfilled-placeholder', source, path)).toEqual([]);
  });
});

test('a withdrawn document is left alone', () => {
  const old =
    '# Backup policy\n\nSUPERSEDED on 3 May 2024.\n\nNext review: 3 May 2023\n\nWe follow ISO 27001:2013 and run Windows 7. [insert name]';
  expect(linesOf('overdue-review', old)).toEqual([]);
  expect(linesOf('unfilled-placeholder', old)).toEqual([]);
  expect(linesOf('unsupported-asset', old)).toEqual([]);
});
