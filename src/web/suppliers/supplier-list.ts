import { type Day, dayAfter, dayInWords } from '../../record/day.ts';
import type { Finding, FindingCode } from '../../record/finding.ts';
import { hasProcessorTerms } from '../../record/kinds/supplier.ts';
import { type Assurance, assurancesOf } from '../../record/supplier-assurances.ts';
import type { Form } from '../route.ts';
import type { EntryFindings } from '../scope/entry-findings.ts';
import { type KeptSupplier, notLookedAt, type Scope } from '../scope/scope.ts';

/** Rules of the engine that speak about a supplier of the register. */
export const SUPPLIER_CODES: readonly FindingCode[] = [
  'processor-without-contract',
  'supplier-unassured',
  'supplier-assurance-lapsed',
];

/** Something a supplier lacks: in words, with the field that mends it and how much it matters, 3 the most. */
export type Lack = { readonly words: string; readonly field: string; readonly weight: 1 | 2 | 3 };

export type SupplierRow = {
  readonly one: KeptSupplier;
  /** Those that were written down. */
  readonly assurances: readonly AssuranceState[];
  /** What somebody saw in the Toolkit, when that shows something. */
  readonly published: AssuranceState | undefined;
  readonly lacks: readonly Lack[];
  readonly without: { readonly terms: boolean; readonly assurance: boolean; readonly review: boolean };
};

export type AssuranceState = Assurance & { readonly state: 'holds' | 'expires-soon' | 'expired' | 'no-end' };

/** How long before it expires an assurance is told of: our own judgement. */
const EXPIRES_SOON = 'P90D';

/** Suppliers that have not ended: those that lack what matters most come first, then those that lack most, then by name. */
export function supplierRows({ suppliers }: Scope, found: EntryFindings, on: Day): readonly SupplierRow[] {
  return suppliers
    .map((one) => supplierRow(one, found.of.get(one.id) ?? [], on))
    .toSorted(
      (a, b) =>
        heaviest(b) - heaviest(a) ||
        b.lacks.length - a.lacks.length ||
        byName.compare(a.one.data.name, b.one.data.name),
    );
}

const byName = new Intl.Collator('en-GB', { numeric: true });

function heaviest({ lacks }: SupplierRow): number {
  return Math.max(0, ...lacks.map(({ weight }) => weight));
}

function supplierRow(one: KeptSupplier, findings: readonly Finding[], on: Day): SupplierRow {
  const { data } = one;
  const has = (code: FindingCode) => findings.some((finding) => finding.code === code);
  const all = assurancesOf(data).map((each) => ({ ...each, state: stateOf(each, on) }));
  const written = data.assurances?.length ?? 0;
  const soon = all.some(({ state }) => state === 'expires-soon') && !all.some(({ state }) => state === 'holds');
  const handles = data.handlesPersonalData;
  const noTerms = has('processor-without-contract');
  const termsUnsaid = handles && hasProcessorTerms(data) === undefined;
  const lapsed = has('supplier-assurance-lapsed');
  const unassured = has('supplier-unassured');
  const review = notLookedAt(data.reviewedOn, on);
  const lack = (is: boolean, weight: Lack['weight'], field: string, words: string): readonly Lack[] =>
    is ? [{ words, field, weight }] : [];
  return {
    one,
    assurances: all.slice(0, written),
    published: all[written],
    without: { terms: noTerms || termsUnsaid, assurance: lapsed || unassured, review },
    lacks: [
      ...lack(noTerms, 3, 'processorTermsOn', 'No data processing terms'),
      ...lack(!noTerms && termsUnsaid, 2, 'processorTermsOn', 'Not said whether there are data processing terms'),
      ...lack(lapsed, 3, 'assurances', 'Assurance has expired'),
      ...lack(unassured, 3, 'assurances', 'Nothing shows that they keep data safe'),
      ...lack(data.contractUntil !== undefined && data.contractUntil < on, 2, 'contractUntil', 'Contract has run out'),
      ...lack(soon, 2, 'assurances', 'Assurance expires within 90 days'),
      ...lack(LACKING_STATUS.has(data.dsptStatus ?? ''), 2, 'dsptStatus', 'Does not meet the Toolkit’s standards'),
      ...lack(
        handles && !data.breachNoticeHours,
        1,
        'breachNoticeHours',
        'Not said how soon they tell you of a breach',
      ),
      ...lack(handles && !data.data, 1, 'data', 'Not said what data they handle'),
      ...lack(handles && !data.country, 1, 'country', 'Not said in which country the data lies'),
      ...lack(review, 1, 'reviewedOn', data.reviewedOn ? 'Review is due' : 'Never reviewed'),
    ],
  };
}

const LACKING_STATUS: ReadonlySet<string> = new Set(['approaching', 'not-met']);

function stateOf({ expiresOn }: Assurance, on: Day): AssuranceState['state'] {
  if (expiresOn === undefined) return 'no-end';
  if (expiresOn < on) return 'expired';
  return expiresOn <= dayAfter(on, EXPIRES_SOON) ? 'expires-soon' : 'holds';
}

/** When an assurance holds, in words. */
export function assuranceWords({ state, expiresOn = '' }: AssuranceState): string {
  switch (state) {
    case 'expired':
      return `expired on ${dayInWords(expiresOn)}`;
    case 'expires-soon':
      return `expires within 90 days, on ${dayInWords(expiresOn)}`;
    case 'holds':
      return `valid until ${dayInWords(expiresOn)}`;
    case 'no-end':
      return 'not said until when';
    default:
      return state satisfies never;
  }
}

/** What an address can ask for, in the order shown. */
export const SUPPLIER_FILTERS = [
  { show: '', words: 'All', keeps: () => true },
  { show: 'personal', words: 'Handle personal data', keeps: ({ one }: SupplierRow) => one.data.handlesPersonalData },
  { show: 'terms', words: 'No terms given', keeps: ({ without }: SupplierRow) => without.terms },
  { show: 'assurance', words: 'No valid assurance', keeps: ({ without }: SupplierRow) => without.assurance },
  { show: 'review', words: 'Review due', keeps: ({ without }: SupplierRow) => without.review },
] as const;

/** Which of them an address asks for. */
export function suppliersAsked(query: Form): (typeof SUPPLIER_FILTERS)[number] {
  return SUPPLIER_FILTERS.find(({ show }) => show === query.text('show')) ?? SUPPLIER_FILTERS[0];
}
