import { describe, expect, test } from 'vitest';
import { factsIn } from '../../../test/support/facts-of-text.ts';

/** The value and the scope of each fact of a type, with the name of the thing where it has one. */
function read(type: string, source: string, path?: string): string[] {
  return factsIn(type, source, path).map(({ subject, value, parts }) =>
    [subject, value, parts?.name].filter((part) => part !== undefined && part !== '').join(' '),
  );
}

describe('statements', () => {
  test('take a question and its answer for one statement', () => {
    expect(read('review-cycle', '**How often is the continuity plan rehearsed?**\nEvery six months.')).toEqual([
      'continuity exercise 4383',
    ]);
  });

  test('take a question in a heading together with the answer below it', () => {
    expect(
      read(
        'leaver-access',
        '# Answers\n\n## What becomes of the accounts of leavers?\n\nThey are closed within two days.',
      ),
    ).toEqual(['removal 48']);
  });

  test('read dots that lead to a value as a colon', () => {
    expect(read('asset', 'Laptops under management ........ 21', 'reports/service.md')).toEqual([
      'count of laptops 21',
    ]);
  });

  test('give the lines of a card the name in its first line', () => {
    const card = '# Backup settings\n\njob: ledger-db\nschedule ...... every 4 hours\nkeep ...... 10 days\n';
    expect(read('backup-rule', card)).toEqual(['frequency 4 ledger']);
  });
});

describe('recovery targets', () => {
  test('are told apart by the name of the system in prose', () => {
    expect(
      read(
        'recovery-target',
        'Meadow Diary must be restored within two hours.\n\nMeadow Ledger must be restored within two days.',
      ),
    ).toEqual(['rto 2 diary meadow', 'rto 48 ledger meadow']);
  });

  test('count the next working day as a day', () => {
    expect(read('recovery-target', 'The diary is to be restored by the end of the next working day.')).toEqual([
      'rto 24 diary',
    ]);
  });

  test('read half a day of entries as the loss allowed', () => {
    expect(read('recovery-target', "Up to half a day's entries may have to be typed again.")).toEqual(['rpo 12']);
  });
});

describe('retention', () => {
  test('names a record by its head and not by whose it is', () => {
    const table =
      '# Retention\n\n| Record | Kept for | Then |\n|---|---|---|\n| Call recordings held for a customer whose contract ended | 60 days | deleted |\n';
    expect(read('retention-period', table)).toEqual(['call recordings 1440']);
  });

  test('reads a figure below a heading that asks how long', () => {
    expect(read('retention-period', '# Notice\n\n## How long\n\n- Recordings of calls: four months.')).toEqual([
      'call recordings 2922',
    ]);
  });

  test('takes the rows of a backup policy for backups', () => {
    const table =
      '# Backup policy\n\n| What | How often | Kept for |\n|---|---|---|\n| Diary entries | nightly | 20 days |\n';
    expect(read('retention-period', table)).toEqual(['backups 480 diary entry']);
  });
});

describe('other values', () => {
  test('read a table of who is told of a breach, and when', () => {
    const table =
      '# Incident procedure\n\n## Who is told of a breach\n\n| Who | When |\n|---|---|\n| ICO | 72 hours |\n| The customer | 2 working days |\n';
    expect(read('breach-notice-hours', table)).toEqual(['ICO 72', 'customers 48']);
  });

  test('take the customer for the one who asks to be told', () => {
    expect(read('breach-notice-hours', '**How soon will you tell us of a breach?**\nWithin 36 hours.')).toEqual([
      'customers 36',
    ]);
  });

  test('know a password that is changed only after a compromise', () => {
    expect(read('password-rule', '# Passwords\n\nA password is changed only where compromise is suspected.')).toEqual([
      'forced change 0',
    ]);
  });

  test('read a severity and a time with nothing between them', () => {
    expect(read('patch-target', '# Patching\n\nCritical or high 10 days')).toEqual(['critical 240', 'high 240']);
  });

  test('know the lowest TLS version from what is refused', () => {
    expect(read('encryption-state', 'The gateway refuses anything below TLS 1.3.')).toEqual(['TLS minimum 1.3']);
  });

  test('count people on a day', () => {
    expect(read('headcount', 'There were 19 of us on 3 May 2026.')).toEqual(['people 19']);
  });

  test('do not take an amount with a unit for a number of people', () => {
    expect(
      read('headcount', '# Backup results\n\n| System | Size |\n| --- | --- |\n| Office files | 67.0 GB |'),
    ).toEqual([]);
    expect(read('headcount', '# Company facts\n\n| Fact | Value |\n| --- | --- |\n| Size | 12. |')).toEqual([
      'people 12',
    ]);
  });

  test('do not take the number of a paragraph for a count of suppliers', () => {
    expect(read('asset', '4 Suppliers')).toEqual([]);
  });

  test('know how often a document is looked at again in other words', () => {
    expect(read('review-cycle', '# Policy\n\nThe directors re-examine this policy once in every two years.')).toEqual([
      'review of the document itself 17532',
    ]);
  });

  test('know how many entries a register is said to have', () => {
    expect(read('register-size', 'Key Register (14 keys)')).toEqual(['key register 14']);
  });
});
