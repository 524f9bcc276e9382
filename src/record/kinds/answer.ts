import { choice, day, item, longText, text } from './field.ts';
import { defineKind } from './kind.ts';

/**
 * What the organisation says to one evidence item of one edition. `unknown` is never the same as `no`. Anybody who may answer
 * can say that an item does not apply; that it counts takes an approval, by somebody whose role allows it.
 */
export const answer = defineKind({
  name: 'answer',
  plural: 'answers',
  label: { one: 'Answer', many: 'Answers' },
  purpose: 'What you say to each evidence item, in your own words, ready for the portal.',
  fields: {
    edition: text('Edition', { longest: 20 }),
    item: item('Evidence item'),
    said: choice(
      'Answer',
      {
        yes: 'Yes, we do this',
        no: 'No, we do not do this',
        'in-progress': 'We are working on it',
        'not-applicable': 'It does not apply to us',
        unknown: 'We do not know yet',
      },
      { missing: 'Select an answer' },
    ),
    words: longText('In your words', {
      hint: 'What you would write in the portal. For "does not apply", the reason.',
    }).optional(),
    answeredOn: day('Answered on'),
    by: text('Answered by', { personal: true }).optional(),
    approvedBy: text('Approved by', { personal: true, hint: 'Needed for "does not apply".' }).optional(),
    approvedOn: day('Approved on').optional(),
    sentBackBecause: longText('Sent back because', { hint: 'What whoever answered should look at again.' }).optional(),
    sentBackBy: text('Sent back by', { personal: true }).optional(),
    sentBackOn: day('Sent back on').optional(),
    carriedFrom: text('Carried from edition', { longest: 20 }).optional(),
  },
  titleOf: ({ item: ref }) => `Answer to ${ref}`,
  keyOf: ({ edition, item: ref }) => `${edition} ${ref}`,
  invariants: [
    ({ data }) =>
      data.said === 'not-applicable' && !data.words
        ? { field: 'words', message: 'Enter the reason it does not apply to you' }
        : undefined,
    ({ data }) =>
      data.approvedOn && !data.approvedBy ? { field: 'approvedBy', message: 'Enter who approved it' } : undefined,
    ({ data }) =>
      data.approvedBy && !data.approvedOn
        ? { field: 'approvedOn', message: 'Enter the day it was approved' }
        : undefined,
    ({ data }) =>
      data.sentBackBy && !data.sentBackBecause
        ? { field: 'sentBackBecause', message: 'Enter why it goes back' }
        : undefined,
    ({ data }) =>
      data.sentBackBecause && data.approvedBy
        ? { field: 'approvedBy', message: 'An answer that was sent back is not approved: answer it again first' }
        : undefined,
    ({ data }) =>
      data.carriedFrom === data.edition
        ? { field: 'carriedFrom', message: 'Carried from edition must be another edition than that of the answer' }
        : undefined,
  ],
});
