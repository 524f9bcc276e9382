import { choice, day, longText, reference, text, texts, yesNo } from './field.ts';
import { defineKind } from './kind.ts';

/** A body of information and what is done with it: a row of the information asset register and of the record of processing. */
export const informationAsset = defineKind({
  name: 'information-asset',
  plural: 'information-assets',
  label: { one: 'Information asset', many: 'Information assets' },
  purpose: 'What information you hold, why, where it lies and for how long.',
  fields: {
    name: text('Name', { hint: 'Such as "Patient records in the appointment system".' }),
    owner: reference('Owner', 'person').optional(),
    personalData: choice('Personal data', {
      none: 'None',
      personal: 'Personal data',
      special: 'Special category data, such as health',
    }),
    ourPart: choice(
      'Our part',
      {
        controller: 'Controller',
        'joint-controller': 'Joint controller',
        processor: 'Processor',
      },
      { hint: 'A controller decides why and how the data is used. A processor uses it only as the controller says.' },
    ).optional(),
    purpose: longText('Purpose of the processing').optional(),
    lawfulBasis: text('Lawful basis', {
      hint: 'The reason in law that lets you use it, such as a contract or consent.',
    }).optional(),
    people: text('Whose data it is').optional(),
    recipients: texts('Recipients').optional(),
    location: text('Where it lies', { hint: 'System and country.' }).optional(),
    retention: text('Kept for', { hint: 'Such as "8 years after last contact".' }).optional(),
    impactAssessment: yesNo('A data protection impact assessment was made').optional(),
    reviewedOn: day('Last reviewed on', { past: true }).optional(),
  },
  titleOf: ({ name }) => name,
  keyOf: ({ name }) => name.toLowerCase(),
});
