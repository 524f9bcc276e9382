import { dayInBritain } from '../day.ts';
import { HOURS_TO_TELL_ICO, notYetClosed } from '../incident-clock.ts';
import { choice, day, instant, longText, number, text, yesNo } from './field.ts';
import { defineKind } from './kind.ts';

/** Something that went wrong or nearly did. */
export const incident = defineKind({
  name: 'incident',
  plural: 'incidents',
  label: { one: 'Incident', many: 'Incidents' },
  purpose: 'What went wrong or nearly did, who was told and when, and what was learnt.',
  fields: {
    title: text('What happened'),
    details: longText('In the words of the person who reported it').optional(),
    reportedBy: text('Reported by', { personal: true }).optional(),
    severity: choice('Severity', {
      'near-miss': 'Near miss',
      minor: 'Minor',
      reportable: 'Reportable',
      undecided: 'Not decided yet',
    }),
    happenedOn: day('Happened on', { past: true }).optional(),
    foundAt: instant('Found at', {
      past: true,
      hint: `From here the ${HOURS_TO_TELL_ICO} hours to tell the ICO are counted.`,
    }),
    personalData: yesNo('Personal data was concerned'),
    peopleAffected: number('People affected').optional(),
    managementToldOn: day('Management told on', { past: true }).optional(),
    reportedAt: instant('Reported through the Toolkit or to the ICO at', { past: true }).optional(),
    notReportedBecause: longText('Why it was not reported').optional(),
    customersToldOn: day('Customers told on', { past: true }).optional(),
    peopleToldOn: day('People concerned told on', { past: true }).optional(),
    cause: longText('Cause').optional(),
    lessons: longText('What was learnt and changed').optional(),
    closedOn: day('Closed on', { past: true }).optional(),
  },
  titleOf: ({ title }) => title,
  invariants: [
    ({ data }) =>
      data.happenedOn && data.happenedOn > dayInBritain(data.foundAt)
        ? { field: 'happenedOn', message: 'Happened on must be the same as or before the day it was found' }
        : undefined,
    ({ data }) =>
      data.reportedAt && data.reportedAt < data.foundAt
        ? { field: 'reportedAt', message: 'Reported at must be after it was found' }
        : undefined,
    ({ data }) =>
      data.closedOn && data.closedOn < dayInBritain(data.foundAt)
        ? { field: 'closedOn', message: 'Closed on must be the same as or after the day it was found' }
        : undefined,
    ({ data }) => {
      const message = data.closedOn === undefined ? undefined : notYetClosed(data);
      return message === undefined ? undefined : { field: 'closedOn', message };
    },
  ],
});
