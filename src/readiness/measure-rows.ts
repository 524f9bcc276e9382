import { isDay, type Period } from '../record/day.ts';
import type { Fact } from '../record/document.ts';
import type { MeasureRow } from './conditions/measure-condition.ts';
import { type DocumentEvidence, freshness, placeIn } from './document-evidence.ts';
import type { Interval } from './interval.ts';

type Located = { readonly fact: Fact; readonly evidence: DocumentEvidence };

/** How a measure finds its rows: the fact type that makes a row, its label, and when the row counts as done. */
type MeasureRule = {
  readonly type: string;
  readonly label: (fact: Fact) => string;
  readonly done: (fact: Fact, evidence: DocumentEvidence, within: Period | undefined) => Interval | undefined;
};

const ON = /^(?:on|yes|true|enforced|enabled|encrypted|full|current|active|installed|signed|complete[d]?)$/i;

const RULES: Readonly<Record<string, MeasureRule>> = {
  'training-completion': { type: 'training-completion', label: (fact) => fact.subject, done: (fact, _, within) => fact.asOf && freshness(fact.asOf, within) },
  'role-training': { type: 'role-training', label: (fact) => fact.subject, done: (fact, _, within) => fact.asOf && freshness(fact.asOf, within) },
  'mfa-coverage': { type: 'mfa-state', label: (fact) => fact.scope ?? fact.subject, done: whileReported },
  'encryption-coverage': { type: 'encryption-state', label: (fact) => fact.subject, done: whileReported },
  'antimalware-coverage': { type: 'protection-state', label: (fact) => fact.subject, done: whileReported },
  'default-passwords-changed': { type: 'protection-state', label: (fact) => fact.subject, done: whileReported },
  'admin-agreement-coverage': { type: 'admin-holder', label: (fact) => fact.subject, done: (fact) => (fact.parts?.agreement ? {} : undefined) },
  'leaver-access-removed': { type: 'access-removed', label: (fact) => fact.subject, done: (fact) => (fact.asOf ? { from: fact.asOf.to } : undefined) },
  'supported-software': { type: 'software-support', label: (fact) => fact.subject, done: (fact) => untilDay(fact.value) },
  'supplier-assurance': { type: 'supplier-assurance', label: (fact) => fact.subject, done: (fact) => untilDay(fact.parts?.expires ?? fact.parts?.expiry ?? '') },
  'contract-clause-coverage': { type: 'processor-contract', label: (fact) => fact.subject, done: (fact) => (ON.test(String(fact.value)) ? {} : undefined) },
};

/** The rows a measure counts, one for each label; where a label has several, the one that counts longest. Planned and template rows are left out. */
export function rowsOfMeasure(measure: string, all: readonly DocumentEvidence[], within: Period | undefined): MeasureRow[] {
  const rule = RULES[measure];
  if (!rule) return [];
  const rows = new Map<string, MeasureRow>();
  for (const { fact, evidence } of factsOfType(rule.type, all)) {
    const label = rule.label(fact);
    const row: MeasureRow = { label, done: rule.done(fact, evidence, within), place: placeIn(evidence.document, fact.where, fact.words) };
    const known = rows.get(label.toLowerCase());
    if (!known || countsLonger(row.done, known.done)) rows.set(label.toLowerCase(), row);
  }
  return [...rows.values()];
}

function factsOfType(type: string, all: readonly DocumentEvidence[]): Located[] {
  return all.flatMap((evidence) =>
    evidence.document.facts
      .filter((fact) => fact.type === type && (fact.strength === 'recorded' || fact.strength === 'configured'))
      .map((fact) => ({ fact, evidence })),
  );
}

/** A state shown by a dated export counts while the export is recent enough. */
function whileReported(fact: Fact, { proofDate }: DocumentEvidence, within: Period | undefined): Interval | undefined {
  if (fact.value !== true && !ON.test(String(fact.value))) return undefined;
  const date = fact.asOf ?? proofDate?.date;
  return date ? freshness(date, within) : within ? undefined : {};
}

function untilDay(value: Fact['value']): Interval | undefined {
  return typeof value === 'string' && isDay(value) ? { until: value } : undefined;
}

function countsLonger(a: Interval | undefined, b: Interval | undefined): boolean {
  if (!a) return false;
  return !b || (a.until ?? '9999-12-31') > (b.until ?? '9999-12-31');
}
