import type { FactsTold } from '../record/facts-told.ts';
import { type CategoryFacts, ORGANISATION_KINDS, type OrganisationKind } from './decide-category.ts';

/** Facts of which any one means that NHS buyers ask for the Toolkit. */
export const REASONS_TO_NEED_IT = [
  'works-under-nhs-contract',
  'handles-nhs-patient-data',
  'connects-to-nhs-systems',
] as const;

/** Facts of an organisation that the category follows from, by the names they are kept under. */
export const CATEGORY_FACTS = {
  kind: 'organisation-kind',
  staff: 'staff',
  turnoverGbp: 'turnover-gbp',
  digital: 'supplies-digital-to-care',
} as const;

/** What is kept of the kind of an organisation of which nobody here knows it. */
export const KIND_NOT_KNOWN = 'not known yet' as const;

export const ORGANISATION_KIND_NAMES: Readonly<Record<OrganisationKind, string>> = {
  company: 'Company',
  charity: 'Charity',
  'it-supplier': 'Company that supplies IT to health and care',
  'gp-practice': 'GP practice',
  pharmacy: 'Pharmacy',
  dental: 'Dental practice',
  optical: 'Optical practice',
  'social-care': 'Social care provider',
  university: 'University',
  'local-authority': 'Local authority',
  'nhs-trust': 'NHS trust',
  'integrated-care-board': 'Integrated care board',
  'arms-length-body': 'Arm’s length body of the Department of Health',
  'commissioning-support-unit': 'Commissioning support unit',
  'operator-of-essential-services': 'Operator of essential services',
};

/** What is known of the organisation, for the rule that decides its category. */
export function categoryFactsOf(told: FactsTold): CategoryFacts {
  const kind = ORGANISATION_KINDS.find((one) => one === told[CATEGORY_FACTS.kind]);
  const [staff, turnoverGbp, digital] = [
    told[CATEGORY_FACTS.staff],
    told[CATEGORY_FACTS.turnoverGbp],
    told[CATEGORY_FACTS.digital],
  ];
  return {
    ...(kind && { kind }),
    ...(typeof staff === 'number' && { staff }),
    ...(typeof turnoverGbp === 'number' && { turnoverGbp }),
    ...(typeof digital === 'boolean' && { digital }),
  };
}

/** Whether the Toolkit is asked for: yes when one reason holds, no when none does, undefined (not known) otherwise. */
export function needsToolkit(told: FactsTold): boolean | undefined {
  const known = REASONS_TO_NEED_IT.map((name) => told[name]);
  if (known.includes(true)) return true;
  return known.every((one) => one === false) ? false : undefined;
}
