import { choice, day, reference } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';
import { person } from './person.ts';

/** Roles that one person holds at a time: two SIROs on one day is a mistake, two cyber leads is not. */
const EXCLUSIVE: ReadonlySet<string> = new Set(['siro', 'caldicott-guardian', 'dpo']);

export function isExclusiveRole(role: string): boolean {
  return EXCLUSIVE.has(role);
}

/** The roles that the Toolkit asks for, in the order in which a small organisation names them. */
export const TOOLKIT_ROLES = {
  siro: 'Senior Information Risk Owner (SIRO)',
  'caldicott-guardian': 'Caldicott Guardian',
  dpo: 'Data Protection Officer',
  'ig-lead': 'Information governance lead',
  'it-lead': 'IT lead',
  'cyber-lead': 'Cyber security lead',
  'board-lead': 'Board lead for data security',
  'clinical-safety-officer': 'Clinical Safety Officer',
} as const;
export type ToolkitRole = keyof typeof TOOLKIT_ROLES;

/** Who holds one of the roles the Toolkit asks for, and since when. */
export const appointment = defineKind({
  name: 'appointment',
  plural: 'appointments',
  label: { one: 'Appointment', many: 'Appointments' },
  purpose: 'Who holds the roles the Toolkit asks for, and who stands in.',
  fields: {
    role: choice('Role', TOOLKIT_ROLES),
    person: reference('Person', 'person'),
    deputy: reference('Deputy', 'person').optional(),
    appointedOn: day('Appointed on'),
    endedOn: day('Ended on', { hint: 'The last day in the role.' }).optional(),
    document: reference('Letter or minute', 'document').optional(),
  },
  titleOf: ({ role }) => role,
  invariants: [
    ({ data }) =>
      data.deputy === data.person
        ? { field: 'deputy', message: 'Deputy must be somebody else than the person in the role' }
        : undefined,
    ({ data }) => endsBefore(data.appointedOn, data.endedOn, 'endedOn', 'Ended on', 'the day of the appointment'),
    (entity, { findOther }) => {
      const { role, appointedOn, endedOn } = entity.data;
      if (!isExclusiveRole(role)) return undefined;
      const other = findOther(
        entity,
        (one) =>
          one.data.role === role &&
          one.data.appointedOn <= (endedOn ?? '9999') &&
          appointedOn <= (one.data.endedOn ?? '9999'),
      );
      return other
        ? { field: 'appointedOn', message: 'Somebody else holds this role at that time. End that appointment first' }
        : undefined;
    },
    ({ data }, { find }) => {
      const holder = find(person, data.person)?.data;
      return holder?.leftOn && (data.endedOn ?? '9999') > holder.leftOn
        ? { field: 'person', message: `${holder.name} has left. Select somebody else, or end the appointment by then` }
        : undefined;
    },
  ],
});
