import { describe, expect, test } from 'vitest';
import { activity } from '../../record/kinds/activity.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { incident } from '../../record/kinds/incident.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
import { valueOfCell } from './cell-value.ts';
import { optionsMeant } from './choice-words.ts';

function meant(kind: AnyKind, name: string, cell: string): readonly string[] {
  const field = fieldsOf(kind).find((one) => one.name === name);
  return field ? optionsMeant(field, cell).map(({ value }) => value) : [];
}

describe('words in a cell of a choice', () => {
  test.each([
    [supplier, 'dsptStatus', 'Published: Standards Met', 'met'],
    [supplier, 'dsptStatus', 'PUBLISHED - standards met.', 'met'],
    [supplier, 'dsptStatus', 'Standards Met (2024-25)', 'met'],
    [supplier, 'dsptStatus', 'Met', 'met'],
    [supplier, 'dsptStatus', 'Not met', 'not-met'],
    [supplier, 'dsptStatus', 'Standards not met', 'not-met'],
    [supplier, 'dsptStatus', 'Approaching', 'approaching'],
    [person, 'employment', 'Full-time', 'staff'],
    [person, 'employment', 'Employees', 'staff'],
    [person, 'employment', 'Freelancer', 'contractor'],
    [digitalAsset, 'type', 'MacBook', 'laptop'],
    [digitalAsset, 'type', 'iPad', 'phone'],
    [digitalAsset, 'mfa', 'Enforced', 'enforced'],
    [trainingRecord, 'kind', 'Induction training', 'induction'],
  ])('are read generously: %#', (kind, name, cell, value) => {
    expect(meant(kind, name, cell)).toEqual([value]);
  });

  test.each([
    [digitalAsset, 'mfa', 'Required for everyone', 'enforced'],
    [digitalAsset, 'mfa', 'All users', 'enforced'],
    [digitalAsset, 'mfa', 'Not supported', 'not-offered'],
    [informationAsset, 'personalData', 'Patient data', 'special'],
    [informationAsset, 'personalData', 'Yes (special category)', 'special'],
    [informationAsset, 'personalData', 'No personal data', 'none'],
    [appointment, 'role', 'Senior Information Risk Owner', 'siro'],
    [appointment, 'role', 'DPO', 'dpo'],
    [activity, 'kind', 'Restore test', 'restore-test'],
    [activity, 'result', 'Partial', 'partly'],
    [activity, 'result', 'Pass', 'passed'],
    [supplier, 'dsptStatus', 'Standards Met 2024-25', 'met'],
  ])('that prove something are taken when they say the whole of it: %#', (kind, name, cell, value) => {
    expect(meant(kind, name, cell)).toEqual([value]);
  });

  test.each([
    [digitalAsset, 'mfa', 'Yes'],
    [digitalAsset, 'mfa', 'On'],
    [digitalAsset, 'mfa', 'Enabled'],
    [digitalAsset, 'mfa', 'Enabled for admins'],
    [digitalAsset, 'mfa', 'Yes - admins only'],
    [digitalAsset, 'mfa', 'Enforced for most users'],
    [digitalAsset, 'mfa', 'Enforced 80%'],
    [digitalAsset, 'mfa', 'All users except the board'],
    [digitalAsset, 'mfa', 'No'],
    [appointment, 'role', 'Data protection lead'],
    [appointment, 'role', 'Deputy SIRO'],
    [appointment, 'role', 'Board'],
    [informationAsset, 'personalData', 'Yes'],
    [informationAsset, 'personalData', 'No patient data'],
    [informationAsset, 'personalData', 'No special category data'],
    [informationAsset, 'personalData', 'Some personal data'],
    [trainingRecord, 'kind', 'Annual fire safety'],
    [trainingRecord, 'kind', 'Cyber'],
    [trainingRecord, 'result', 'Yes'],
    [activity, 'kind', 'Backup'],
    [activity, 'kind', 'Phishing training'],
    [activity, 'kind', 'Penetration test planned'],
    [activity, 'result', 'Partly passed'],
    [activity, 'result', 'Passed with conditions'],
    [supplier, 'dsptStatus', 'Standards Met, expired'],
    [supplier, 'dsptStatus', 'Met some of the assertions'],
    [supplier, 'dsptStatus', 'Compliant'],
    [incident, 'severity', 'Low'],
    [person, 'employment', 'Temporary'],
    [person, 'employment', 'Formerly contractor'],
  ])('that could claim too much are asked about: %#', (kind, name, cell) => {
    expect(meant(kind, name, cell)).not.toHaveLength(1);
  });

  test.each([
    ['Yes', true],
    ['Y', true],
    ['✓', true],
    ['Yes, BitLocker', true],
    ['No', false],
    ['✗', false],
    ['Not yet', false],
    ['N/A', undefined],
    ['Yes, except the server', 'asked'],
    ['Yes - admins only', 'asked'],
    ['Yes?', 'asked'],
    ['Partly', 'asked'],
    ['Enabled on 80% of laptops', 'asked'],
    ['1 of 5', 'asked'],
    ['On order', 'asked'],
  ])('of a yes or no are a yes only when nothing takes it back: %s', (cell, value) => {
    const field = fieldsOf(digitalAsset).find(({ name }) => name === 'encrypted');
    const read = field && valueOfCell(field, cell, () => []);
    expect(read?.ok ? read.value : 'asked').toBe(value);
  });

  test('that could be several are all of them', () => {
    expect(meant(supplier, 'dsptStatus', 'Published').length).toBeGreaterThan(1);
  });

  test.each(['astronaut', '', '…', 'never'])('that are none are none: %j', (cell) => {
    expect(meant(person, 'employment', cell)).toEqual([]);
  });
});
