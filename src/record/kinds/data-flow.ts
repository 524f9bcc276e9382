import { choice, day, reference, text, yesNo } from './field.ts';
import { defineKind } from './kind.ts';

/** Personal data that goes from one place to another. */
export const dataFlow = defineKind({
  name: 'data-flow',
  plural: 'data-flows',
  label: { one: 'Data flow', many: 'Data flows' },
  purpose: 'Where personal data goes to and comes from, and how it is kept safe on the way.',
  fields: {
    name: text('What flows', { missing: 'Enter what flows' }),
    from: text('From', { missing: 'Enter where it comes from' }),
    to: text('To', { missing: 'Enter where it goes to' }),
    direction: choice(
      'Direction',
      { in: 'Comes in', out: 'Goes out', within: 'Stays within' },
      {
        missing: 'Select whether it comes in, goes out or stays within',
      },
    ),
    method: text('How it is sent', { hint: 'Such as "API over TLS" or "NHSmail".' }).optional(),
    encrypted: yesNo('Encrypted on the way').optional(),
    informationAsset: reference('Information asset', 'information-asset').optional(),
    supplier: reference('Supplier', 'supplier').optional(),
    country: text('Country it ends up in', { longest: 60 }).optional(),
    transferMechanism: text('What allows the transfer', {
      hint: 'For countries outside the UK, such as the International Data Transfer Agreement (IDTA).',
    }).optional(),
    reviewedOn: day('Last reviewed on', { past: true }).optional(),
  },
  titleOf: ({ name, from, to }) => `${name}: ${from} to ${to}`,
});
