import { expect, test } from 'vitest';
import { aCatalogue, aDocument, aFact, anItem, aRecord, aRule, on } from '../../test/support/record-builder.ts';
import type { Condition } from '../catalogue/catalogue.ts';
import { activityDemands } from './activity-demands.ts';
import { gapCheck } from './gap-check.ts';

const TODAY = '2026-11-20';

const restoreTest = (within: string): Condition => ({
  is: 'activity',
  activity: 'restore-test',
  outcome: 'success',
  within,
});
const policy: Condition = {
  is: 'document',
  kinds: ['policy'],
  about: 'backup policy',
  within: 'P36M',
  approved: true,
  names: [],
};
/** A test within three months by itself, or one within a year beside a policy. */
const catalogue = aCatalogue([
  anItem('7.3.4', { rule: aRule('7.3.4', [[restoreTest('P3M')], [policy, restoreTest('P12M')]]) }),
]);
const tested = aDocument('restore-log.csv', {
  kind: 'log',
  speaksTo: ['7.3.4'],
  facts: [aFact('restore-test', { asOf: on('2026-06-01'), parts: { result: 'passed' } })],
});
const backupPolicy = aDocument('backup-policy.md', {
  text: 'Backup policy',
  title: 'Backup policy',
  dates: { approved: '2026-01-10' },
  profile: { approver: 'The board' },
  speaksTo: ['7.3.4'],
});

test.each([
  ['the first where nothing is shown', [], 'P3M', undefined],
  ['the first where it lapsed and the other is short of a policy', [tested], 'P3M', '2026-09-01'],
  ['the other once that is met', [tested, backupPolicy], 'P12M', '2027-06-01'],
])(
  'of two ways to prove an item that ask for tests within different times, counts %s',
  (_, documents, within, until) => {
    const demands = activityDemands('restore-test', gapCheck(catalogue, aRecord(documents), TODAY), TODAY);
    expect(demands.map((one) => [one.within, one.witnesses[0]?.interval.until])).toEqual([[within, until]]);
  },
);
