import { choice, day, text } from './field.ts';
import { type DataOf, defineKind, endsBefore } from './kind.ts';

/**
 * That somebody was let in, in which role and until when; or an invitation, a program's token, or a rule about who may. The
 * accounts decide who may; this is the organisation's own memory of it. It holds no secret and no address.
 */
export const grant = defineKind({
  name: 'grant',
  plural: 'grants',
  label: { one: 'Grant', many: 'Grants' },
  purpose: 'Who may see and change your record, since when and until when.',
  fields: {
    account: text('Account', { longest: 64 }),
    what: choice('What', {
      person: 'Person',
      invitation: 'Invitation',
      token: 'API token',
      rule: 'Rule',
    }).optional(),
    name: text('Name', { personal: true }),
    role: choice('Role', {
      owner: 'Owner',
      contributor: 'Contributor',
      approver: 'Approver',
      reader: 'Reader',
      staff: 'Staff',
      adviser: 'Adviser',
    }).optional(),
    from: day('From'),
    until: day('Until', { hint: 'An adviser has an end date.' }).optional(),
    by: text('Let in by', { personal: true }).optional(),
    endedOn: day('Ended on').optional(),
  },
  titleOf: ({ name, role }) => (role === undefined ? name : `${name}, ${role}`),
  keyOf: ({ account, endedOn }) => (endedOn ? undefined : account),
  invariants: [
    ({ data }) =>
      data.role === undefined && data.what !== 'token' && data.what !== 'rule'
        ? { field: 'role', message: 'Select a role' }
        : undefined,
    ({ data }) =>
      data.role === 'adviser' && !data.until
        ? { field: 'until', message: 'Enter the day until which the adviser may see the record' }
        : undefined,
    ({ data }) => endsBefore(data.from, data.until, 'until', 'Until', 'the first day'),
    ({ data }) => endsBefore(data.from, data.endedOn, 'endedOn', 'Ended on', 'the first day'),
  ],
});

export type Grant = DataOf<typeof grant>;
