import { day, reference } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';

/** A time in which somebody is away: reminders go to the deputy, and a long one takes them out of training counts. */
export const absence = defineKind({
  name: 'absence',
  plural: 'absences',
  label: { one: 'Absence', many: 'Absences' },
  purpose: 'Who is away and when, so that their deputy is asked instead.',
  fields: {
    person: reference('Person', 'person', { personal: true }),
    from: day('First day away'),
    until: day('Last day away', { hint: 'Leave empty when it is not known.' }).optional(),
  },
  titleOf: ({ from }) => `Away from ${from}`,
  invariants: [({ data }) => endsBefore(data.from, data.until, 'until', 'Last day away', 'the first day')],
});
