import { describe, expect, test } from 'vitest';
import { digitalAsset } from '../../record/kinds/digital-asset.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { trainingRecord } from '../../record/kinds/training-record.ts';
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

  test('that could be several are all of them', () => {
    expect(meant(supplier, 'dsptStatus', 'Published').length).toBeGreaterThan(1);
  });

  test.each(['astronaut', '', '…', 'never'])('that are none are none: %j', (cell) => {
    expect(meant(person, 'employment', cell)).toEqual([]);
  });
});
