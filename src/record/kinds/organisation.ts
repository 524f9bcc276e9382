import { odsCodeProblem } from '../ods-code.ts';
import { withoutLegalForm } from '../own-names.ts';
import { choice, day, facts, text, texts } from './field.ts';
import { defineKind } from './kind.ts';

/** The organisation itself. There is one. */
export const organisation = defineKind({
  name: 'organisation',
  plural: 'organisation',
  label: { one: 'Organisation', many: 'Organisation' },
  purpose: 'Who you are, and which questions the Toolkit asks you.',
  fields: {
    name: text('Name', { hint: 'The legal name, as it stands on contracts.' }),
    tradingNames: texts('Trading names', { hint: 'Other names in your documents, one a line.' }).optional(),
    odsCode: text('ODS code', {
      longest: 10,
      hint: 'The code NHS England gave you for the Toolkit, such as 8JX41.',
    }).optional(),
    icoNumber: text('ICO registration number', { longest: 12, hint: 'Such as ZA123456.' }).optional(),
    icoUntil: day('ICO registration valid until', { hint: 'The fee is paid for a year at a time.' }).optional(),
    companyNumber: text('Company number', { longest: 12 }).optional(),
    category: choice('Category', {
      '2': 'Category 2: large IT suppliers',
      '3': 'Category 3: other organisations, most suppliers among them',
      '4': 'Category 4: GP practices',
    }),
    edition: text('Edition', { longest: 20, hint: 'Of the Toolkit, such as v8.' }),
    facts: facts('Facts that decide which questions apply', {
      hint: 'Such as whether you have paper records or let people use their own devices.',
    }).optional(),
  },
  titleOf: ({ name }) => name,
  keyOf: () => 'the one',
  invariants: [
    ({ data }) =>
      /^v\d{1,2}$/.test(data.edition) ? undefined : { field: 'edition', message: 'Edition must be like v8' },
    ({ data }) => odsCodeProblem(data),
    ({ data }) => {
      const [none] = (data.tradingNames ?? []).filter((name) => withoutLegalForm(name) === '');
      return none === undefined
        ? undefined
        : { field: 'tradingNames', message: `Trading names must have a letter or a number, not only “${none}”` };
    },
  ],
});
