import { choice, day, text } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';

/** That somebody was let in, in which role and until when. The accounts decide who may; this is the organisation's own memory of it. */
export const grant = defineKind({
  name: 'grant',
  plural: 'grants',
  label: { one: 'Grant', many: 'Grants' },
  purpose: 'Who may see and change your record, since when and until when.',
  fields: {
    account: text('Account', { longest: 64 }),
    name: text('Name', { personal: true }),
    role: choice('Role', {
      owner: 'Owner',
      contributor: 'Contributor',
      approver: 'Approver',
      reader: 'Reader',
      staff: 'Staff',
      adviser: 'Adviser',
    }),
    from: day('From'),
    until: day('Until', { hint: 'An adviser has an end date.' }).optional(),
    by: text('Let in by', { personal: true }).optional(),
    endedOn: day('Ended on').optional(),
  },
  titleOf: ({ name, role }) => `${name}, ${role}`,
  keyOf: ({ account, endedOn }) => (endedOn ? undefined : account),
  invariants: [
    ({ data }) =>
      data.role === 'adviser' && !data.until
        ? { field: 'until', message: 'Enter the day until which the adviser may see the record' }
        : undefined,
    ({ data }) => endsBefore(data.from, data.until, 'until', 'Until', 'the first day'),
    ({ data }) => endsBefore(data.from, data.endedOn, 'endedOn', 'Ended on', 'the first day'),
  ],
});
