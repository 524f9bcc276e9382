import { isDay, type Period } from '../record/day.ts';
import type { Fact } from '../record/document.ts';
import type { MeasureCondition, MeasureRow } from './conditions/measure-condition.ts';
import { type DocumentEvidence, freshness, placeIn } from './document-evidence.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import type { Interval } from './interval.ts';
import { factsOfType } from './recorded-facts.ts';
import { partyOf, unmentioned } from './unmentioned.ts';

/** How a measure finds its rows: the fact type that makes a row, its label, and when the row counts as done. */
type MeasureRule = {
  readonly type: string;
  /** Which facts of the type tell of one thing; all where nothing is said. */
  readonly only?: (fact: Fact) => boolean;
  readonly label: (fact: Fact) => string;
  readonly done: (fact: Fact, evidence: DocumentEvidence, within: Period | undefined) => Interval | undefined;
};

const named = (fact: Fact) => fact.subject;

const RULES: Readonly<Record<string, MeasureRule>> = {
  'training-completion': {
    type: 'training-completion',
    label: named,
    done: (fact, _, within) => (fact.value === 'not done' || !fact.asOf ? undefined : freshness(fact.asOf, within)),
  },
  'role-training': {
    type: 'role-training',
    label: named,
    done: (fact, _, within) => fact.asOf && freshness(fact.asOf, within),
  },
  'mfa-coverage': { type: 'mfa-state', label: (fact) => fact.scope ?? fact.subject, done: whileReported },
  'encryption-coverage': {
    type: 'encryption-state',
    // What is said of all devices, or of a connection, is no device.
    only: ({ subject, value }) => subject !== 'TLS minimum' && value !== 'all on',
    label: named,
    done: whileReported,
  },
  'antimalware-coverage': { type: 'protection-state', label: named, done: whileReported },
  'leaver-access-removed': { type: 'access-removed', label: named, done: unlessMissing },
  'supported-software': {
    type: 'software-support',
    label: named,
    done: (fact) => untilDay(fact.value) ?? unlessMissing(fact),
  },
  'supplier-assurance': {
    type: 'supplier-assurance',
    label: named,
    done: whileAssured,
  },
};

/** What a contract must say is counted over people or over suppliers, as the rule's own words have it. */
const CONTRACTS: Readonly<Record<'people' | 'suppliers', MeasureRule>> = {
  people: { type: 'signed-terms', label: named, done: unlessMissing },
  suppliers: { type: 'processor-contract', label: named, done: unlessMissing },
};

/** The rows a measure counts, one for each label; where a label has several, the one that counts longest. Planned and template rows are left out. */
export function rowsOfMeasure(condition: MeasureCondition, all: EvidenceIndex): MeasureRow[] {
  const { measure, of, within } = condition;
  const rule = measure === 'contract-clause-coverage' ? CONTRACTS[partyOf(of)] : RULES[measure];
  if (!rule) return [];
  const rows = new Map<string, MeasureRow>();
  for (const { fact, evidence } of factsOfType(rule.type, all)) {
    if (rule.only && !rule.only(fact)) continue;
    const label = rule.label(fact);
    const row: MeasureRow = {
      label,
      done: rule.done(fact, evidence, within),
      place: placeIn(evidence.document, fact.where, fact.words),
    };
    const known = rows.get(label.toLowerCase());
    if (!known || countsLonger(row.done, known.done)) rows.set(label.toLowerCase(), row);
  }
  return rows.size === 0 ? [] : [...rows.values(), ...unmentioned(condition, [...rows.keys()], all)];
}

/** A state shown by a dated export counts while the export is recent enough. */
function whileReported(fact: Fact, { proofDate }: DocumentEvidence, within: Period | undefined): Interval | undefined {
  if (fact.value !== true && fact.value !== 'on') return undefined;
  const date = fact.asOf ?? proofDate?.date;
  return date ? freshness(date, within) : within ? undefined : {};
}

/** ISO/IEC 27001:2013 certificates ended with October 2025, whatever date they carry (rules row 10.2.1). */
const LAST_DAY_OF_ISO_2013 = '2025-10-31';

function whileAssured({ value, parts }: Fact): Interval | undefined {
  const until = untilDay(parts?.expires ?? '');
  return until && /27001:\s?2013/.test(String(value)) ? { until: LAST_DAY_OF_ISO_2013 } : until;
}

const NOT_THERE: ReadonlySet<Fact['value']> = new Set(['missing', 'unsaid', 'off', false]);

function unlessMissing({ value }: Fact): Interval | undefined {
  return NOT_THERE.has(value) ? undefined : {};
}

function untilDay(value: Fact['value']): Interval | undefined {
  return typeof value === 'string' && isDay(value) ? { until: value } : undefined;
}

function countsLonger(a: Interval | undefined, b: Interval | undefined): boolean {
  if (!a) return false;
  return !b || (a.until ?? '9999-12-31') > (b.until ?? '9999-12-31');
}
