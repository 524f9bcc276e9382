import { describe, expect, test } from 'vitest';
import { DEEDS, type Deed, isDeed, isRole, may, ROLES } from './may.ts';

/** Written out, so that a change of what somebody may do is a change of a line that a reviewer sees. */
const MATRIX: Readonly<Record<Deed, string>> = {
  'read-standing': 'owner contributor approver reader adviser',
  'read-registers': 'owner contributor approver reader adviser',
  'read-journal': 'owner contributor approver reader adviser',
  'read-policies': 'owner contributor approver reader staff adviser',
  'read-own-training': 'owner contributor approver reader staff adviser',
  'write-own-training': 'owner contributor approver reader staff adviser',
  'report-incidents': 'owner contributor approver reader staff adviser',
  'download-documents': 'owner contributor approver reader adviser',
  'write-answers': 'owner contributor approver adviser',
  'approve-answers': 'owner approver',
  'upload-documents': 'owner contributor approver adviser',
  'release-held-documents': 'owner approver',
  'write-registers': 'owner contributor approver adviser',
  erase: 'owner',
  'manage-members': 'owner',
  'manage-tokens': 'owner',
  'manage-organisation': 'owner',
  export: 'owner',
};

describe.each(DEEDS)('%s', (deed) => {
  test(`is for ${MATRIX[deed]}`, () => {
    expect(ROLES.filter((role) => may(role, deed))).toEqual(MATRIX[deed].split(' '));
  });
});

test.each(['', 'Owner', 'admin', '__proto__', 'constructor'])('%j is neither a role nor a deed', (text) => {
  expect([isRole(text), isDeed(text)]).toEqual([false, false]);
});
