import { choice, day, longText, number, reference, text } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';

/** A row of the risk register. */
export const risk = defineKind({
  name: 'risk',
  plural: 'risks',
  label: { one: 'Risk', many: 'Risks' },
  purpose: 'What could go wrong, how bad it would be, and what you do about it.',
  fields: {
    title: text('Risk'),
    likelihood: number('Likelihood, 1 to 5', { least: 1, most: 5, hint: '1 is hardly ever, 5 is almost certain.' }),
    impact: number('Impact, 1 to 5', { least: 1, most: 5, hint: '1 is hardly noticed, 5 is serious harm.' }),
    owner: reference('Owner', 'person').optional(),
    treatment: choice('Treatment', { treat: 'Reduce', tolerate: 'Accept', transfer: 'Transfer', terminate: 'Stop' }),
    measures: longText('What is done about it').optional(),
    acceptedBy: reference('Accepted by', 'person').optional(),
    raisedOn: day('Raised on').optional(),
    reviewedOn: day('Last reviewed on', { past: true }).optional(),
    reviewOn: day('Next review on').optional(),
    closedOn: day('Closed on', { past: true }).optional(),
  },
  titleOf: ({ title }) => title,
  invariants: [
    ({ data }) =>
      data.treatment === 'tolerate' && !data.acceptedBy
        ? { field: 'acceptedBy', message: 'Select who accepts this risk' }
        : undefined,
    ({ data }) => endsBefore(data.raisedOn, data.closedOn, 'closedOn', 'Closed on', 'the day it was raised'),
    ({ data }) => endsBefore(data.reviewedOn, data.reviewOn, 'reviewOn', 'Next review on', 'the last review'),
  ],
});
