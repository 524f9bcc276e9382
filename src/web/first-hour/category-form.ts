import { type CategoryFacts, ORGANISATION_KINDS, type OrganisationKind } from '../../catalogue/decide-category.ts';
import { NOT_KNOWN } from '../../record/fact-words.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import type { Form } from '../route.ts';

/** Whether something is so, as far as anybody knows. */
export type Known = boolean | undefined;

/** The questions that tell whether NHS buyers ask for the Toolkit, by the name of the fact. */
export const REASONS = {
  'works-under-nhs-contract': 'Do NHS organisations buy from you, or will they soon?',
  'handles-nhs-patient-data': 'Do you see, hold or pass on data of NHS patients?',
  'connects-to-nhs-systems': 'Do your systems connect to NHS systems, such as NHS login or NHSmail?',
} as const;
export type Reason = keyof typeof REASONS;
export const REASON_NAMES = Object.keys(REASONS).filter((name): name is Reason => name in REASONS);

/** What is kept of the kind of an organisation of which nobody here knows it. */
export const KIND_NOT_KNOWN = 'not known yet' as const;

/** Facts of an organisation that the category follows from, by the names they are kept under. */
export const CATEGORY_FACTS = {
  kind: 'organisation-kind',
  staff: 'staff',
  turnoverGbp: 'turnover-gbp',
  digital: 'supplies-digital-to-care',
} as const;

export const KIND_WORDS: Readonly<Record<OrganisationKind, string>> = {
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

type Facts = Readonly<Record<string, unknown>>;

/** What is known of the organisation, for the rule that decides its category. */
export function categoryFactsOf(facts: Facts): CategoryFacts {
  const kind = ORGANISATION_KINDS.find((one) => one === facts[CATEGORY_FACTS.kind]);
  const [staff, turnoverGbp, digital] = [
    facts[CATEGORY_FACTS.staff],
    facts[CATEGORY_FACTS.turnoverGbp],
    facts[CATEGORY_FACTS.digital],
  ];
  return {
    ...(kind && { kind }),
    ...(typeof staff === 'number' && { staff }),
    ...(typeof turnoverGbp === 'number' && { turnoverGbp }),
    ...(typeof digital === 'boolean' && { digital }),
  };
}

/** Whether the Toolkit is asked for: yes when one reason holds, no when none does, not known otherwise. */
export function needsToolkit(facts: Facts): Known {
  const known = REASON_NAMES.map((name) => facts[name]);
  if (known.includes(true)) return true;
  return known.every((one) => one === false) ? false : undefined;
}

/** The values of a form that shows what is known. */
export function formOfFacts(facts: Facts): Form {
  const words = (name: string): string => {
    const value = facts[name];
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return value === undefined ? '' : String(value);
  };
  return { text: words, all: (name) => [words(name)] };
}

/** The facts that a form says; what was left open is undefined, which takes away what was known. */
export function factsTyped(form: Form): {
  readonly facts: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly mistakes: readonly FormMistake[];
} {
  const mistakes: FormMistake[] = [];
  const number = (field: string, message: string): number | undefined => {
    const typed = form.text(field).trim().replace(/^£/, '').replaceAll(/[\s,]/g, '');
    if (typed === '') return undefined;
    if (/^\d{1,12}$/.test(typed)) return Number(typed);
    mistakes.push({ field, message });
    return undefined;
  };
  const chosen = form.text(CATEGORY_FACTS.kind);
  const kind = [...ORGANISATION_KINDS, KIND_NOT_KNOWN].find((one) => one === chosen);
  const facts = {
    ...Object.fromEntries(REASON_NAMES.map((name) => [name, answerIn(form.text(name))])),
    [CATEGORY_FACTS.kind]: kind,
    [CATEGORY_FACTS.staff]: number(
      CATEGORY_FACTS.staff,
      'How many people work for you must be a whole number, such as 12',
    ),
    [CATEGORY_FACTS.turnoverGbp]: number(
      CATEGORY_FACTS.turnoverGbp,
      'Turnover must be a whole number of pounds, such as 850,000',
    ),
    [CATEGORY_FACTS.digital]: answerIn(form.text(CATEGORY_FACTS.digital)),
  };
  return { facts, mistakes };
}

/** What was chosen; undefined when nothing was. */
export function answerIn(text: string): boolean | typeof NOT_KNOWN | undefined {
  return text === 'yes' ? true : text === 'no' ? false : text === NOT_KNOWN ? NOT_KNOWN : undefined;
}

/** Facts with those of a form put in; an undefined one is taken out. */
export function mergedFacts(known: Facts, typed: Facts): Record<string, unknown> {
  const merged = { ...known, ...typed };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}
