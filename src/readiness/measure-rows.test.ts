import { expect, test } from 'vitest';
import { aDocument, aFact, on } from '../../test/support/record-builder.ts';
import type { MeasureCondition } from './conditions/measure-condition.ts';
import { documentEvidence } from './document-evidence.ts';
import { indexEvidence } from './evidence-index.ts';
import { rowsOfMeasure } from './measure-rows.ts';

const TODAY = '2026-11-20';
const ENCRYPTED: MeasureCondition = {
  is: 'measure',
  measure: 'encryption-coverage',
  atLeast: 1,
  of: 'laptops in the register',
};

const labels = (...facts: readonly (readonly [subject: string, value: string])[]) => {
  const stated = facts.map(([subject, value]) => aFact('encryption-state', { subject, value, asOf: on(TODAY) }));
  const all = indexEvidence([documentEvidence(aDocument('encryption.md', { facts: stated }), TODAY)]);
  return rowsOfMeasure(ENCRYPTED, all).map(({ label }) => label);
};

test('what is said of all laptops, or of a connection, is no laptop to be counted', () => {
  expect(labels(['all laptops', 'all on'], ['TLS minimum', '1.2'])).toEqual([]);
  expect(labels(['all laptops', 'all on'], ['LM-01', 'on'], ['LM-02', 'off'])).toEqual(['LM-01', 'LM-02']);
});
