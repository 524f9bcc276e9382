import { emailProblem } from '../email-address.ts';
import { choice, day, text, yesNo } from './field.ts';
import { defineKind } from './kind.ts';

/** Somebody who works for or with the organisation: what the staff list holds. */
export const person = defineKind({
  name: 'person',
  plural: 'people',
  label: { one: 'Person', many: 'People' },
  purpose: 'Everyone who works for you or with you, so that training, access and handovers can be told.',
  fields: {
    name: text('Name', { personal: true }),
    email: text('Email address', {
      personal: true,
      hint: 'Used for reminders and to match them with their account.',
    }).optional(),
    jobTitle: text('Job title').optional(),
    employment: choice(
      'Employment',
      {
        staff: 'Employee',
        director: 'Director',
        contractor: 'Contractor',
        volunteer: 'Volunteer',
        supplier: 'Works for a supplier',
      },
      { missing: 'Select how they work for you' },
    ),
    startedOn: day('Started on').optional(),
    leftOn: day('Left on', { hint: 'The last day they work for you.' }).optional(),
    accessRemovedOn: day('Access removed on', {
      past: true,
      hint: 'The day on which the last of their accounts was closed.',
    }).optional(),
    accessesPersonalData: yesNo('Has access to personal data').optional(),
  },
  titleOf: ({ name }) => name,
  listed: ['jobTitle', 'employment', 'startedOn', 'leftOn'],
  keyOf: ({ email }) => email?.toLowerCase(),
  invariants: [
    ({ data }) =>
      data.startedOn && data.leftOn && data.leftOn < data.startedOn
        ? { field: 'leftOn', message: 'Left on must be the same as or after the day they started' }
        : undefined,
    ({ data }) => {
      const message = data.email === undefined ? undefined : emailProblem(data.email);
      return message === undefined ? undefined : { field: 'email', message };
    },
  ],
});
