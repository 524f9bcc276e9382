import { expect, test } from 'vitest';
import { aFact } from '../../test/support/record-builder.ts';
import { handlesPersonalData } from './supplier-rows.ts';

test.each([
  ['n', false],
  ['N', false],
  ['no', false],
  ['y', true],
  ['names of patients', true],
])('a supplier of which a list says “%s” under personal data handles some: %s', (data, expected) => {
  expect(handlesPersonalData(aFact('supplier', { value: 'current', parts: { data } }))).toBe(expected);
});
