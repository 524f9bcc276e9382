import { choice, day, text } from './field.ts';
import { defineKind } from './kind.ts';

/** A link with which a buyer may see the standing. */
export const share = defineKind({
  name: 'share',
  plural: 'shares',
  label: { one: 'Share', many: 'Shares' },
  purpose: 'Who may see your standing through a link, how much of it, and until when.',
  fields: {
    label: text('Who it is for'),
    tokenHash: text('Hash of the link', { longest: 64 }),
    shows: choice('Shows', {
      outcome: 'The outcome only',
      items: 'The outcome and each item',
      proof: 'Also what proof there is',
    }),
    until: day('Works until'),
    withdrawnOn: day('Withdrawn on').optional(),
  },
  titleOf: ({ label }) => label,
  immutable: ['tokenHash'],
  invariants: [
    ({ data }) =>
      /^[0-9a-f]{64}$/.test(data.tokenHash)
        ? undefined
        : { field: 'tokenHash', message: 'Hash of the link must be 64 hexadecimal digits' },
  ],
});
