import { expect, test } from 'vitest';
import { aDocument, aFact } from '../../../test/support/record-builder.ts';
import { documentEvidence } from '../document-evidence.ts';
import { indexEvidence } from '../evidence-index.ts';
import { prepareFact } from './fact-condition.ts';

const answer = (fact: string, ...facts: Parameters<typeof aFact>[]) => {
  const document = aDocument('risks.md', { facts: facts.map((one) => aFact(...one)) });
  const all = indexEvidence([documentEvidence(document, '2026-11-20')]);
  return prepareFact({ is: 'fact', fact }, all, false).witnesses.length > 0;
};

test('the three biggest risks are not stated by one risk, however often it stands there', () => {
  const risk = (subject: string): Parameters<typeof aFact> => ['risk', { subject }];
  expect([
    answer('top-three-risks', risk('theft'), risk('theft'), risk('theft')),
    answer('top-three-risks', risk('theft'), risk('fire'), risk('phishing')),
  ]).toEqual([false, true]);
});

test('what is only planned, or a blank to fill in, answers nothing', () => {
  const registration = (strength: 'stated' | 'planned' | 'template') =>
    answer('ico-registration', ['ico-registration', { subject: 'ZA123456', strength }]);
  expect([registration('stated'), registration('planned'), registration('template')]).toEqual([true, false, false]);
});
