import { describe, expect, test } from 'vitest';
import { factsIn } from '../../../test/support/facts-of-text.ts';

const told = (type: string, source: string, path?: string) =>
  factsIn(type, source, path).map(({ subject, scope, value }) => [subject, scope ?? '', value]);

describe('a statement becomes a fact', () => {
  test.each([
    ['recovery-target', 'The RTO for the platform is 4 hours.', ['rto', 'main', 4]],
    ['recovery-target', 'We would lose no more than 15 minutes of data.', ['rpo', 'main', 0.25]],
    ['retention-period', 'Call recordings are kept for six months.', ['call recordings', '', 4383]],
    ['retention-period', 'Daily backups are retained for 35 days.', ['backups', 'daily/', 840]],
    ['retention-period', 'Wound photographs are deleted after 2 years.', ['images', '', 17532]],
    ['breach-notice-hours', 'Breaches are reported to the ICO within 72 hours.', ['ICO', '', 72]],
    ['breach-notice-hours', 'Suppliers must notify us of an incident within 24 hours.', ['from suppliers', '', 24]],
    ['patch-target', 'Critical patches are applied within 14 days.', ['critical', '', 336]],
    ['update-interval', 'Laptops take updates automatically every 7 days.', ['automatic updates', '', 168]],
    ['password-rule', 'Administrator passwords have at least 16 characters.', ['minimum length', 'administrators', 16]],
    ['password-rule', 'Accounts are locked after ten failed attempts.', ['lockout attempts', '', 10]],
    ['session-timeout', 'Screens lock after 5 minutes of inactivity.', ['screen lock', '', 5 / 60]],
    ['mfa-state', 'Two-factor authentication is enforced for all users.', ['all accounts', '', 'on']],
    ['hosting-location', 'All patient data is hosted in the UK.', ['data', '', 'GB']],
    ['international-transfer', 'No personal data is transferred outside the UK.', ['transfers', '', 'none']],
    ['certificate', 'We hold Cyber Essentials Plus.', ['cyber-essentials-plus', '', 'held']],
    ['certificate', 'We are working towards ISO 27001 certification.', ['iso-27001', '', 'not held']],
    ['headcount', 'We employ 14 people.', ['people', 'heads', 14]],
    ['leaver-access', "Leavers' accounts are disabled on their last day.", ['removal', '', 0]],
    ['review-cycle', 'Access rights are reviewed quarterly.', ['access review', '', 2191.5]],
    ['incident', 'There were no security incidents in the last 12 months.', ['none', 'incident', 'none']],
    ['ico-registration', 'Our ICO registration number is ZB998877.', ['ico number', '', 'ZB998877']],
  ])('%s: %s', (type, text, expected) => {
    expect(told(type, text)).toContainEqual(expected);
  });

  test('a key and value table reads like a label', () => {
    expect(told('password-rule', '| Setting | Value |\n|---|---|\n| Minimum password length | 14 |')).toEqual([
      ['minimum length', '', 14],
    ]);
  });

  test('a restore log gives one fact a row, with result and minutes', () => {
    const log = 'Date,System,Result,Minutes\n11/03/2026,Patient database,Success,45';
    expect(factsIn('restore-test', log, 'logs/restore-log.csv')).toMatchObject([
      { value: '2026-03-11', scope: 'database', strength: 'recorded', parts: { result: 'passed', minutes: '45' } },
    ]);
  });

  test.each([
    ['Data Processed (Y/N),Personal Data (Y/N)', 'Y,N', 'n'],
    ['Patient data,Personal data', 'No,Staff records', 'staff records'],
    ['Data categories,Patient data (Y/N)', 'Invoices,N', 'n'],
    ['Data,Country of personal data', 'Patient records,UK', 'patient records'],
    ['Special category personal data,Data shared', 'No,Staff records', 'staff records'],
    ['Data location,Data held', 'UK,Staff records', 'staff records'],
  ])(
    'of the columns “%s” of a supplier register the one that says whether a firm has personal data is read',
    (columns, cells, data) => {
      const list = `Supplier,${columns},Contact\nAlder Hosting Ltd,${cells},Ann Hart`;
      expect(factsIn('supplier', list, 'registers/supplier-register.csv')).toMatchObject([{ parts: { data } }]);
    },
  );

  test('a wrapped sentence is quoted by the line its figure stands on', () => {
    const [fact] = factsIn('retention-period', 'Call recordings made by the\nsupport desk are kept for\n12 months.');
    expect(fact).toMatchObject({ where: { line: 3 }, words: '12 months.' });
  });

  test('a plan and a gap prove nothing', () => {
    expect(
      factsIn('mfa-state', 'MFA will be enabled for all users.').every(({ strength }) => strength === 'planned'),
    ).toBe(true);
    expect(
      factsIn('role-holder', 'SIRO: Mina Farrow [to be confirmed]').every(({ strength }) => strength === 'template'),
    ).toBe(true);
  });

  test('a sweeping claim in minutes stays a claim', () => {
    expect(factsIn('mfa-state', '# Board minutes\nMFA is enabled for all accounts.', 'minutes/board.md')).toMatchObject(
      [{ strength: 'stated' }],
    );
  });

  test('an exception is not a claim about all', () => {
    expect(factsIn('mfa-state', 'MFA is required for all users except the break-glass account.')).toEqual([]);
  });

  test("a supplier's certificate is not ours", () => {
    expect(factsIn('certificate', 'Our data centre is ISO 27001 certified.')).toEqual([]);
  });
});
