import { choice, day, number, reference, text } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';

/** Kind of what tells that somebody read a policy. It is no training and never counts as such. */
export const POLICY_READ = 'policy';

/** That somebody took a course, or read a policy. */
export const trainingRecord = defineKind({
  name: 'training-record',
  plural: 'training-records',
  label: { one: 'Training record', many: 'Training records' },
  purpose: 'Who took which course and when, so that nobody is counted who was not trained.',
  fields: {
    person: reference('Person', 'person', { personal: true }),
    course: text('Course'),
    kind: choice('Kind', {
      'data-security': 'Data security and protection, yearly',
      induction: 'Induction',
      role: 'For a role, such as SIRO or Caldicott Guardian',
      policy: 'A policy that was read',
      other: 'Other',
    }),
    completedOn: day('Completed on', { past: true }),
    result: choice('Result', { passed: 'Passed', failed: 'Failed' }).optional(),
    score: number('Score in per cent', { most: 100 }).optional(),
    certificate: text('Certificate number').optional(),
    expiresOn: day('Valid until').optional(),
    document: reference('Certificate', 'document', { hint: 'Or the policy that was read.' }).optional(),
  },
  titleOf: ({ course, completedOn }) => `${course}, ${completedOn}`,
  invariants: [
    ({ data }) => endsBefore(data.completedOn, data.expiresOn, 'expiresOn', 'Valid until', 'the day of completion'),
  ],
});
