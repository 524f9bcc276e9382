import { choice, day, number, rows, text } from './field.ts';
import { defineKind } from './kind.ts';

/**
 * A self-assessment as it was published. Once sealed it never changes, and what it rests on is named by kind, id and revision:
 * the journal still has each as it was then. When something of it is lawfully erased, the entry with that number stays, with the
 * hash of what was erased: whoever holds a copy can still show that it is what was relied on.
 */
export const submission = defineKind({
  name: 'submission',
  plural: 'submissions',
  label: { one: 'Submission', many: 'Submissions' },
  purpose: 'What you published and when, and exactly what it rested on.',
  fields: {
    edition: text('Edition', { longest: 20 }),
    category: choice('Category', { '2': 'Category 2', '3': 'Category 3', '4': 'Category 4' }),
    level: choice('Level', {
      'standards-met': 'Standards Met',
      'approaching-standards': 'Approaching Standards',
      'standards-not-met': 'Standards Not Met',
    }),
    state: choice('State', { draft: 'Being prepared', sealed: 'Published and sealed' }),
    publishedOn: day('Published on', { past: true }).optional(),
    publishedBy: text('Published by', { personal: true }).optional(),
    restsOn: rows(
      'Rests on',
      {
        kind: text('Kind', { longest: 40 }),
        id: text('Id', { longest: 64 }),
        revision: number('Revision'),
      },
      { most: 5_000 },
    ),
  },
  titleOf: ({ edition }) => `Submission for ${edition}`,
  invariants: [
    ({ data }) =>
      data.state === 'sealed' && !data.publishedOn
        ? { field: 'publishedOn', message: 'Enter the day it was published' }
        : undefined,
  ],
  sealedWhen: ({ state }) => state === 'sealed',
});
