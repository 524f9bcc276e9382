import { choice, day, longText, number, reference, references, text } from './field.ts';
import { defineKind } from './kind.ts';

/** Something done that the Toolkit asks for: a restore test, an exercise, a review. */
export const activity = defineKind({
  name: 'activity',
  plural: 'activities',
  label: { one: 'Activity', many: 'Activities' },
  purpose: 'Tests, exercises, checks and reviews: when they took place, who did them, and what came out.',
  fields: {
    kind: choice('Kind', {
      'restore-test': 'Restore test',
      'continuity-exercise': 'Continuity or incident exercise',
      'spot-check': 'Spot check',
      'access-review': 'Access review',
      'penetration-test': 'Penetration test',
      'vulnerability-scan': 'Vulnerability scan',
      'board-review': 'Board or management review',
      'risk-review': 'Risk review',
      'policy-review': 'Policy review',
      'process-review': 'Process review',
      'supplier-review': 'Supplier review',
      'contract-review': 'Contract review',
      'asset-review': 'Asset review',
      'phishing-test': 'Phishing test',
      'training-needs-analysis': 'Training needs analysis',
      audit: 'Audit',
      other: 'Other',
    }),
    doneOn: day('Done on', { hint: 'A day to come is a plan. Record the result once it has taken place.' }),
    result: choice('Result', { passed: 'Passed', partly: 'Partly', failed: 'Failed', none: 'No result as such' }),
    system: text('System or subject', { hint: 'What was tested or reviewed.' }).optional(),
    scope: text('Scope', { hint: 'What was covered, and what was left out.' }).optional(),
    by: text('Done by', { personal: true }).optional(),
    people: references('Who took part', 'person', { personal: true }).optional(),
    minutesTaken: number('Minutes it took', { hint: 'For a restore test.' }).optional(),
    findings: longText('What was found').optional(),
    document: reference('Record of it', 'document').optional(),
  },
  notYet: ({ doneOn, result }, today) =>
    doneOn > today && result !== 'none'
      ? [{ field: 'result', message: 'Select “No result as such” for what has not taken place yet' }]
      : [],
  titleOf: ({ kind, doneOn }) => `${kind}, ${doneOn}`,
});
