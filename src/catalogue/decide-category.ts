import type { Category, Confidence, Source } from './catalogue.ts';

/** `it-supplier` means a supplier of IT to health and care, so it supplies digital goods or services unless told otherwise. */
export const ORGANISATION_KINDS = [
  'company',
  'charity',
  'it-supplier',
  'nhs-trust',
  'integrated-care-board',
  'arms-length-body',
  'commissioning-support-unit',
  'operator-of-essential-services',
  'gp-practice',
  'pharmacy',
  'dental',
  'optical',
  'social-care',
  'university',
  'local-authority',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What decides the category. An absent fact is not known, which is never the same as no. */
export type CategoryFacts = {
  readonly kind?: OrganisationKind;
  /** Heads, not full-time equivalents. */
  readonly staff?: number;
  /** Pounds a year. */
  readonly turnoverGbp?: number;
  /** Supplies digital goods or services to health and care. */
  readonly digital?: boolean;
};

/** A fact we lack, and what each answer to it would lead to. */
export type MissingFact = { readonly fact: keyof CategoryFacts; readonly ask: string; readonly changes: string };

export type CategoryDecision = {
  readonly outcome: 'decided' | 'not-assessed-here' | 'cannot-say-yet';
  /** Set when decided. Category 1 uses the CAF-aligned Toolkit, which Perennial does not assess. */
  readonly category?: Category;
  /** Sentences for a person, the decisive one first. */
  readonly reasons: readonly string[];
  readonly missing: readonly MissingFact[];
  /** Where sources contradict each other on what was decided, and what we follow. */
  readonly disputes: readonly string[];
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
};

const STAFF = 50;
const TURNOVER_GBP = 10_000_000;

const CAF_KINDS: Partial<Record<OrganisationKind, string>> = {
  'nhs-trust': 'An NHS trust',
  'integrated-care-board': 'An integrated care board',
  'arms-length-body': "An arm's length body",
  'commissioning-support-unit': 'A commissioning support unit',
  'operator-of-essential-services': 'An operator of essential services',
};

const SECTOR_KINDS: Partial<Record<OrganisationKind, string>> = {
  pharmacy: 'A pharmacy',
  dental: 'A dental practice',
  optical: 'An optical practice',
  'social-care': 'A social care provider',
  university: 'A university',
  'local-authority': 'A local authority',
};

const READ_ON = '2026-11-20';
const THRESHOLD_SOURCES: readonly Source[] = [
  {
    url: 'https://www.creative-n.com/?p=46459',
    readOn: READ_ON,
    gives: 'All three thresholds together make an IT supplier',
  },
  {
    url: 'https://www.periculo.co.uk/security-wiki/nhs-dspt-audit-security-wiki-the-mandatory-assertions-2025-26-edition',
    readOn: READ_ON,
    gives: 'All three thresholds together make an IT supplier',
  },
];
const KIND_SOURCES: readonly Source[] = [
  { url: 'https://tickboxsolutions.co.uk/?p=1777', readOn: READ_ON, gives: 'Kinds of organisation by category' },
  { url: 'https://dsptoolkit.nhs.uk/Help', readOn: READ_ON, gives: 'Index of the official list of organisation types' },
];
const CAF_SOURCES: readonly Source[] = [
  {
    url: 'https://dsptoolkit.nhs.uk/News/162',
    readOn: READ_ON,
    gives: 'Outcomes for these organisations, assertions for IT suppliers',
  },
];

const THRESHOLD_DISPUTE =
  'Sources disagree. Some say that 50 staff or £10 million is enough, others that suppliers are category 4. We follow two independent sources: all three thresholds must hold. Ask the Toolkit helpdesk if it matters.';
const LABEL_DISPUTE =
  'The Toolkit may still offer labels such as "NHS Business Partner" or "Company". We think that the label for a small supplier today is "Other".';

/** Which category of the Toolkit an organisation falls into, or what must be known before that can be said. */
export function decideCategory(facts: CategoryFacts): CategoryDecision {
  const { kind } = facts;
  if (kind === undefined) return kindUnknown(facts);
  const caf = CAF_KINDS[kind];
  if (caf) return cafAligned(caf);
  if (kind === 'gp-practice') return decided(4, ['A GP practice is category 4.'], 'medium', KIND_SOURCES);
  const sector = SECTOR_KINDS[kind];
  if (sector) {
    const pharmacy =
      kind === 'pharmacy' ? ['Pharmacies may see a slightly different set of questions within category 3.'] : [];
    return decided(3, [`${sector} is category 3 ("Others").`], 'medium', KIND_SOURCES, pharmacy);
  }
  return bySize(facts);
}

function cafAligned(who: string): CategoryDecision {
  return {
    outcome: 'not-assessed-here',
    reasons: [
      `${who} was category 1. It now uses the CAF-aligned Toolkit, which asks for outcomes instead of evidence items.`,
      'Perennial does not assess that Toolkit.',
    ],
    missing: [],
    disputes: [
      'Some pages say that the whole Toolkit follows the CAF. The official notice lists assertions for IT suppliers and outcomes for the rest.',
    ],
    confidence: 'high',
    sources: CAF_SOURCES,
  };
}

/** Companies, charities and IT suppliers: category 2 only if all three thresholds hold, so one that fails settles it. */
function bySize(facts: CategoryFacts): CategoryDecision {
  const digital = facts.kind === 'it-supplier' ? (facts.digital ?? true) : facts.digital;
  const tests = [
    {
      fact: 'digital',
      holds: digital,
      yes: 'You supply digital goods or services to health and care.',
      no: 'You do not supply digital goods or services to health and care',
      ask: 'Do you supply digital goods or services to health and care?',
      rule: 'supply no digital goods or services',
    },
    {
      fact: 'staff',
      holds: facts.staff === undefined ? undefined : facts.staff >= STAFF,
      yes: `You have ${people(facts.staff)}, and the limit is ${STAFF}.`,
      no: `You have ${people(facts.staff)}, fewer than ${STAFF}`,
      ask: 'How many people work for you?',
      rule: `have fewer than ${STAFF} staff`,
    },
    {
      fact: 'turnoverGbp',
      holds: facts.turnoverGbp === undefined ? undefined : facts.turnoverGbp >= TURNOVER_GBP,
      yes: `Your turnover is ${pounds(facts.turnoverGbp)}, and the limit is £10 million.`,
      no: `Your turnover is ${pounds(facts.turnoverGbp)}, below £10 million`,
      ask: 'What is your turnover in a year?',
      rule: 'turn over less than £10 million',
    },
  ] as const;
  const failed = tests.filter((test) => test.holds === false);
  if (failed.length > 0) {
    const reasons = [
      ...failed.map((test) => `${test.no}.`),
      `Category 2 needs all three: digital goods or services for health and care, at least ${STAFF} staff, and a turnover of at least £10 million. So you are in category 3 ("Others").`,
    ];
    const audit = 'Category 3 need not have an independent audit.';
    return decided(3, [...reasons, audit], 'medium', THRESHOLD_SOURCES, [THRESHOLD_DISPUTE, LABEL_DISPUTE]);
  }
  const unknown = tests.filter((test) => test.holds === undefined);
  if (unknown.length > 0) {
    return {
      outcome: 'cannot-say-yet',
      reasons: [
        `You are in category 2 or 3. We need ${unknown.length === 1 ? 'one more fact' : `${unknown.length} more facts`} to tell which.`,
      ],
      missing: unknown.map(({ fact, ask, rule }) => ({
        fact,
        ask,
        changes: `If you ${rule}, you are in category 3. Otherwise ${unknown.length === 1 ? 'you are in category 2' : 'the other facts decide'}.`,
      })),
      disputes: [THRESHOLD_DISPUTE],
      confidence: 'medium',
      sources: THRESHOLD_SOURCES,
    };
  }
  const all = [
    'You meet all three thresholds, so you are in category 2 (IT supplier).',
    ...tests.map((test) => test.yes),
  ];
  const audit = 'Category 2 needs an independent audit.';
  return decided(2, [...all, audit], 'medium', THRESHOLD_SOURCES, [THRESHOLD_DISPUTE]);
}

function kindUnknown(facts: CategoryFacts): CategoryDecision {
  const asCompany = bySize({ ...facts, kind: 'company' });
  const otherwise =
    asCompany.outcome === 'decided'
      ? `A company or charity with these facts is category ${asCompany.category}.`
      : 'For a company or charity, its staff, turnover and services decide between categories 2 and 3.';
  return {
    outcome: 'cannot-say-yet',
    reasons: ['We need to know first what kind of organisation you are.'],
    missing: [
      {
        fact: 'kind',
        ask: 'What kind of organisation are you?',
        changes: `A GP practice is category 4. A trust, board or other national body uses the CAF-aligned Toolkit. Pharmacies, dentists, opticians, social care, universities and local authorities are category 3. ${otherwise}`,
      },
      ...asCompany.missing,
    ],
    disputes: [],
    confidence: 'medium',
    sources: KIND_SOURCES,
  };
}

function decided(
  category: Category,
  reasons: readonly string[],
  confidence: Confidence,
  sources: readonly Source[],
  disputes: readonly string[] = [],
): CategoryDecision {
  return { outcome: 'decided', category, reasons, missing: [], disputes, confidence, sources };
}

function people(staff: number | undefined): string {
  if (staff === undefined) return 'an unknown number of staff';
  return staff === 1 ? '1 member of staff' : `${staff.toLocaleString('en-GB')} staff`;
}

function pounds(amount: number | undefined): string {
  return amount === undefined ? 'not known' : `£${amount.toLocaleString('en-GB')}`;
}
