import { dataFlow } from '../../record/kinds/data-flow.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import { type AnyKind, fieldsOf } from '../../record/kinds/kind.ts';
import { risk } from '../../record/kinds/risk.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { isAbroad } from './flow-map-layout.ts';
import type { FlowRow, KeptInformation, Scope } from './scope.ts';

/** What can be missing, what matters most first. */
export const GAP_CODES = [
  'no-terms',
  'not-handling',
  'supplier-ended',
  'no-mechanism',
  'encryption-off',
  'not-encrypted',
  'no-country',
  'no-information',
  'not-in-register',
  'no-owner',
  'no-part',
  'no-basis',
  'no-retention',
  'in-no-flow',
  'supplier-in-no-flow',
] as const;
export type GapCode = (typeof GAP_CODES)[number];

/** Something that is not said yet, or not right: about which flow, and the entry and field that mend it. */
export type Gap = {
  readonly code: GapCode;
  readonly kind: AnyKind;
  readonly id: string;
  readonly data: unknown;
  readonly field: string;
  /** The row of the flow that it concerns. */
  readonly number?: number;
};

type GapWords = {
  readonly title: string;
  readonly why: string;
  /** In a cell of the table of flows. */
  readonly short: string;
  /** The register in which something is to be added. */
  readonly add?: AnyKind;
};

export const GAPS: Readonly<Record<GapCode, GapWords>> = {
  'no-terms': {
    title: 'Flows to suppliers for which no processing terms are given',
    why: 'The law asks for a written contract with whoever processes personal data for you. Enter the day it was signed, or that there is one.',
    short: 'No processing terms given for the supplier',
  },
  'not-handling': {
    title: 'Flows to suppliers that are said to handle no personal data',
    why: 'The flow and the supplier register say different things. One of them is wrong.',
    short: 'Supplier is said to handle no personal data',
  },
  'supplier-ended': {
    title: 'Flows to suppliers that have ended',
    why: 'Say where the data goes now, or remove the flow.',
    short: 'Supplier has ended',
  },
  'no-mechanism': {
    title: 'Flows abroad that do not say what allows the transfer',
    why: 'Personal data may only leave the United Kingdom where something allows it. That may be adequacy regulations, by which the government says that a country protects data well enough, or a contract such as the IDTA.',
    short: 'What allows the transfer is missing',
  },
  'encryption-off': {
    title: 'Flows that are not encrypted on the way',
    why: 'Turn encryption on. If that cannot be done, add a risk that says why not and who accepts it.',
    short: 'Not encrypted',
    add: risk,
  },
  'not-encrypted': {
    title: 'Flows of which nobody has said whether they are encrypted',
    why: 'Ask whoever runs the system, then say yes or no.',
    short: 'Not said whether encrypted',
  },
  'no-country': {
    title: 'Flows out without a country',
    why: 'Say which country the data ends up in, so that nobody has to guess whether it leaves the United Kingdom.',
    short: 'No country',
  },
  'no-information': {
    title: 'Flows that do not say which information they carry',
    why: 'Select the information asset. Until then nobody can tell whether it is special category data, such as health.',
    short: 'Which information is missing',
  },
  'not-in-register': {
    title: 'Flows to somebody who is not in the supplier register',
    why: 'If they work for you, add them to the supplier register and select them in the flow. If they are a customer or a public body, nothing is missing.',
    short: 'Not in the supplier register',
    add: supplier,
  },
  'no-owner': {
    title: 'Information assets without an owner',
    why: 'Somebody has to answer for each.',
    short: '',
  },
  'no-part': {
    title: 'Information assets that do not say what your part is',
    why: 'You are controller, joint controller or processor. What the law asks of you follows from it.',
    short: '',
  },
  'no-basis': {
    title: 'Information assets without a lawful basis',
    why: 'Whoever is a controller needs one for each. Where you are a processor, it is your customer’s to name.',
    short: '',
  },
  'no-retention': {
    title: 'Information assets that do not say how long they are kept',
    why: 'Enter how long, such as “8 years after last contact”.',
    short: '',
  },
  'in-no-flow': {
    title: 'Information assets that no flow touches',
    why: 'Personal data comes from somewhere. Add the flow that brings it, and those that pass it on.',
    short: '',
    add: dataFlow,
  },
  'supplier-in-no-flow': {
    title: 'Suppliers that handle personal data and are in no flow',
    why: 'Add the flow by which they get it.',
    short: '',
    add: dataFlow,
  },
};

/** Everything that is missing. `withoutTerms` are the ids of suppliers that handle personal data and of which no terms are known. */
export function scopeGaps(scope: Scope, withoutTerms: ReadonlySet<string>): readonly Gap[] {
  const carried = new Set(scope.flows.map(({ flow }) => flow.data.informationAsset));
  const used = new Set(scope.flows.flatMap((row) => (row.supplier ? [row.supplier.id] : [])));
  return [
    ...scope.flows.flatMap((row) => flowGaps(row, scope, withoutTerms)),
    ...scope.information.flatMap((one) => informationGaps(one, carried)),
    ...scope.suppliers
      .filter(({ id, data }) => data.handlesPersonalData && !used.has(id))
      .map(({ id, data }): Gap => ({ code: 'supplier-in-no-flow', kind: supplier, id, data, field: 'data' })),
  ];
}

function flowGaps(row: FlowRow, { suppliers }: Scope, withoutTerms: ReadonlySet<string>): readonly Gap[] {
  const { number, flow, information, supplier: theirs, country } = row;
  const { direction, encrypted, transferMechanism } = flow.data;
  const personal = information?.data.personalData !== 'none';
  const here = (code: GapCode, field: string): Gap => ({
    code,
    kind: dataFlow,
    id: flow.id,
    data: flow.data,
    field,
    number,
  });
  const there = (code: GapCode, field: string): readonly Gap[] =>
    theirs ? [{ code, kind: supplier, id: theirs.id, data: theirs.data, field, number }] : [];
  const gaps: Gap[] = [];
  if (theirs && !suppliers.includes(theirs)) gaps.push(here('supplier-ended', 'supplier'));
  else if (theirs && personal) {
    if (withoutTerms.has(theirs.id)) gaps.push(...there('no-terms', 'processorTermsOn'));
    if (!theirs.data.handlesPersonalData) gaps.push(...there('not-handling', 'handlesPersonalData'));
  }
  if (personal && isAbroad(country?.name) && !transferMechanism) gaps.push(here('no-mechanism', 'transferMechanism'));
  if (encrypted === false) gaps.push(here('encryption-off', 'encrypted'));
  if (encrypted === undefined) gaps.push(here('not-encrypted', 'encrypted'));
  if (direction === 'out' && !country) gaps.push(here('no-country', 'country'));
  if (!information) gaps.push(here('no-information', 'informationAsset'));
  if (direction === 'out' && !theirs) gaps.push(here('not-in-register', 'supplier'));
  return gaps;
}

function informationGaps({ id, data }: KeptInformation, carried: ReadonlySet<string | undefined>): readonly Gap[] {
  const personal = data.personalData !== 'none';
  const gap = (code: GapCode, field: string, is: boolean): readonly Gap[] =>
    is ? [{ code, kind: informationAsset, id, data, field }] : [];
  return [
    ...gap('no-owner', 'owner', data.owner === undefined),
    ...gap('no-part', 'ourPart', personal && data.ourPart === undefined),
    ...gap('no-basis', 'lawfulBasis', personal && data.ourPart !== 'processor' && data.lawfulBasis === undefined),
    ...gap('no-retention', 'retention', personal && data.retention === undefined),
    ...gap('in-no-flow', 'name', personal && !carried.has(id)),
  ];
}

/** What somebody should open to mend a gap: a field of an entry's form. */
export function fieldOf({ kind, field }: Pick<Gap, 'kind' | 'field'>) {
  return fieldsOf(kind).find(({ name }) => name === field);
}
