import { factSaid } from '../fact-words.ts';
import { choice, day, text } from './field.ts';
import { defineKind } from './kind.ts';

/**
 * That somebody else than whoever said it confirms a fact about the organisation. It is about what was said when it was
 * confirmed: a fact that is told anew needs another.
 */
export const confirmation = defineKind({
  name: 'confirmation',
  plural: 'confirmations',
  label: { one: 'Confirmation', many: 'Confirmations' },
  purpose: 'Who has confirmed what somebody else said about you.',
  fields: {
    fact: text('Fact', { longest: 80 }),
    said: choice('What was said', { yes: 'Yes', no: 'No' }),
    by: text('Confirmed by', { personal: true }),
    /** Who confirmed it, as the journal names them: names are not theirs alone. */
    author: text('Author', { longest: 100 }),
    confirmedOn: day('Confirmed on', { past: true }),
  },
  titleOf: ({ fact, said }) => `“${factSaid(fact, said === 'yes')}”`,
  keyOf: ({ fact }) => fact,
});
