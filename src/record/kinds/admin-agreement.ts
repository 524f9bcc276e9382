import { day, reference, text } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';

/** That somebody with special rights in a system has signed what they may do with them. */
export const adminAgreement = defineKind({
  name: 'admin-agreement',
  plural: 'admin-agreements',
  label: { one: 'Administrator agreement', many: 'Administrator agreements' },
  purpose: 'Who holds administrator rights, in which system, and whether they signed an agreement.',
  fields: {
    person: reference('Person', 'person').optional(),
    supplier: reference('Supplier', 'supplier', { hint: 'When a firm holds the rights.' }).optional(),
    system: text('System'),
    privilege: text('Rights', { hint: 'Such as "global administrator".' }).optional(),
    grantedOn: day('Rights given on').optional(),
    signedOn: day('Agreement signed on', { past: true, hint: 'Leave empty while there is none.' }).optional(),
    endedOn: day('Rights taken away on').optional(),
    document: reference('Agreement', 'document').optional(),
  },
  titleOf: ({ system, privilege }) => (privilege ? `${system}: ${privilege}` : system),
  invariants: [
    ({ data }) =>
      (data.person === undefined) === (data.supplier === undefined)
        ? { field: 'person', message: 'Select either a person or a supplier' }
        : undefined,
    ({ data }) =>
      endsBefore(data.grantedOn, data.endedOn, 'endedOn', 'Rights taken away on', 'the day they were given'),
  ],
});
