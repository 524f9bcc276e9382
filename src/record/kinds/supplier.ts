import { odsCodeProblem } from '../ods-code.ts';
import { choice, day, rows, text, texts, yesNo } from './field.ts';
import { defineKind, endsBefore } from './kind.ts';

/** Whether a supplier is known to have data processing terms; undefined while nobody has said. */
export function hasProcessorTerms({
  processorTerms,
  processorTermsOn,
}: {
  readonly processorTerms?: boolean | undefined;
  readonly processorTermsOn?: string | undefined;
}): boolean | undefined {
  return processorTermsOn === undefined ? processorTerms : true;
}

/** Another organisation that works for this one. */
export const supplier = defineKind({
  name: 'supplier',
  plural: 'suppliers',
  label: { one: 'Supplier', many: 'Suppliers' },
  purpose: 'Who works for you, what they see of your data, and what shows that they keep it safe.',
  fields: {
    name: text('Name'),
    service: text('What they do for you').optional(),
    handlesPersonalData: yesNo('Handles personal data for you'),
    data: text('What data they handle').optional(),
    country: text('Country where the data lies', { longest: 60 }).optional(),
    contact: text('Contact', { personal: true }).optional(),
    critical: yesNo('You could not go on without them').optional(),
    contractFrom: day('Contract from').optional(),
    contractUntil: day('Contract until').optional(),
    processorTerms: yesNo('Data processing terms are in place', {
      hint: 'Say yes where they are signed and you do not know the day.',
    }).optional(),
    processorTermsOn: day('Data processing terms signed on', {
      past: true,
      hint: 'The agreement that data protection law asks for with whoever processes personal data for you.',
    }).optional(),
    breachNoticeHours: text('They tell you of a breach within', {
      longest: 60,
      hint: 'Such as "24 hours".',
    }).optional(),
    assurances: rows('What shows that they keep it safe', {
      kind: choice('Kind', {
        dspt: 'DSPT, Standards Met',
        'cyber-essentials': 'Cyber Essentials',
        'cyber-essentials-plus': 'Cyber Essentials Plus',
        'iso-27001': 'ISO/IEC 27001',
        questionnaire: 'Our questionnaire, answered',
        other: 'Something else',
      }),
      reference: text('Number or reference').optional(),
      checkedOn: day('Checked on').optional(),
      expiresOn: day('Valid until').optional(),
    }).optional(),
    odsCode: text('ODS code', {
      longest: 10,
      hint: 'Under which the organisation search of the Toolkit has them, such as 8JX41.',
    }).optional(),
    dsptStatus: choice('What the Toolkit showed of them', {
      met: 'Published: Standards Met',
      exceeded: 'Published: Standards Exceeded',
      approaching: 'Published: Approaching Standards',
      'not-met': 'Published: standards not met',
      nothing: 'Nothing published',
      'not-found': 'Not found in the search',
    }).optional(),
    dsptCheckedOn: day('Day somebody looked that up', {
      past: true,
      hint: 'In the organisation search of the Toolkit.',
    }).optional(),
    subProcessors: texts('Their own subcontractors', { hint: 'Who else gets to see the data, one a line.' }).optional(),
    reviewedOn: day('Last reviewed on', { past: true }).optional(),
    endedOn: day('Ended on').optional(),
  },
  titleOf: ({ name }) => name,
  listed: ['service', 'handlesPersonalData', 'country', 'contractUntil'],
  keyOf: ({ name, endedOn }) => (endedOn ? undefined : name.toLowerCase()),
  invariants: [
    ({ data }) => endsBefore(data.contractFrom, data.contractUntil, 'contractUntil', 'Contract until', 'its first day'),
    ({ data }) => endsBefore(data.contractFrom, data.endedOn, 'endedOn', 'Ended on', 'the first day of the contract'),
    ({ data }) =>
      data.assurances
        ?.map(({ checkedOn, expiresOn }, i) =>
          endsBefore(checkedOn, expiresOn, 'assurances', `Assurance ${i + 1}: valid until`, 'the day it was checked'),
        )
        .find((problem) => problem !== undefined),
    ({ data }) => odsCodeProblem(data),
    ({ data }) =>
      data.processorTerms === false && data.processorTermsOn
        ? {
            field: 'processorTerms',
            message: 'You entered a day on which data processing terms were signed. Select yes, or take the day out',
          }
        : undefined,
    ({ data }) =>
      data.dsptStatus && !data.dsptCheckedOn
        ? { field: 'dsptCheckedOn', message: 'Enter the day somebody looked it up in the Toolkit' }
        : undefined,
    ({ data }) =>
      data.dsptCheckedOn && !data.dsptStatus
        ? { field: 'dsptStatus', message: 'Select what the Toolkit showed of them' }
        : undefined,
  ],
});
