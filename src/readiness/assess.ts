import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Day } from '../record/day.ts';
import { type Finding, SEVERITIES } from '../record/finding.ts';
import type { OrganisationRecord } from '../record/record.ts';
import type { Assessment, ItemAssessment, Outcome, Standing } from './assessment.ts';
import { contradictions } from './contradictions/contradictions.ts';
import { documentFindings, foldersWithEvidence, mistrustedFindings, unreadableFinding } from './document-findings.ts';
import { covers } from './interval.ts';
import { itemFindings } from './item-findings.ts';
import { type PreparedItem, prepareItems } from './prepare.ts';
import { speaksAgainst } from './speaks-against.ts';
import { CLAIMED, DEFENSIBLE, standingOf } from './standing.ts';
import { unconfirmedFindings } from './unconfirmed.ts';

/** A record made ready for one catalogue: every day can be assessed from it without reading a document again. */
export type PreparedRecord = {
  readonly items: readonly PreparedItem[];
  /** Findings that do not follow from an item's standing, with the days on which each holds. */
  readonly findings: readonly Finding[];
  /** For each item, the findings that make a claim untrue while they hold. */
  readonly against: ReadonlyMap<string, readonly Finding[]>;
};

const preparedRecords = new WeakMap<OrganisationRecord, WeakMap<Catalogue, PreparedRecord>>();

/**
 * The standing of an organisation on a day: every item with its reasons, the findings, and the two outcomes. A pure function:
 * the same catalogue, record and day give the same assessment. What does not depend on the day is worked out once for each
 * record value and remembered while that value lives.
 */
export function assess(catalogue: Catalogue, record: OrganisationRecord, on: Day): Assessment {
  const { items, findings, against } = prepareRecord(catalogue, record);
  const assessed = items.map((item) => standingOf(item, record, sentencesAgainst(against, item.item.ref, on), on));
  const holding = findings.filter((finding) => covers({ from: finding.since, until: finding.until }, on));
  return {
    edition: catalogue.edition,
    category: catalogue.category,
    on,
    items: assessed,
    findings: [
      ...holding,
      ...assessed.flatMap((item) => itemFindings(item, on)),
      ...unconfirmedFindings(assessed),
    ].sort(byWeight),
    outcome: { claimed: outcomeOf(assessed, CLAIMED), defensible: outcomeOf(assessed, DEFENSIBLE) },
  };
}

export function prepareRecord(catalogue: Catalogue, record: OrganisationRecord): PreparedRecord {
  const known = preparedRecords.get(record)?.get(catalogue);
  if (known) return known;
  const folders = foldersWithEvidence(record.documents);
  const findings = [
    ...onceEach(record.documents.flatMap((document) => documentFindings(document, catalogue, folders))),
    ...contradictions([...record.documents, ...(record.statements ?? [])], record.readOn, (certificate) =>
      catalogue.items.filter(({ exemptBy }) => exemptBy.some((one) => one === certificate)).map(({ ref }) => ref),
    ),
    ...mistrustedFindings(record.documents),
    ...record.unreadable.map(unreadableFinding),
  ];
  const against = groupAgainst(findings, switchedOff(catalogue, record));
  const prepared = { items: prepareItems(catalogue, record), findings, against };
  const byCatalogue = preparedRecords.get(record) ?? new WeakMap<Catalogue, PreparedRecord>();
  byCatalogue.set(catalogue, prepared);
  preparedRecords.set(record, byCatalogue);
  return prepared;
}

/** The same product past its support, in several documents or registers, is one thing to mend, seen in each of them. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const byMessage = Map.groupBy(findings, ({ code, subject, message }) =>
    code === 'unsupported-asset' ? message : `${code} ${subject} ${message}`,
  );
  return [...byMessage.values()].flatMap((same) => {
    const [first] = same;
    if (first?.code !== 'unsupported-asset') return same;
    const refs = [...new Set(same.flatMap((one) => one.refs))];
    return { ...first, refs, seen: same.flatMap(({ seen }) => seen) };
  });
}

/** The sentences that speak against an item on a day. */
export function sentencesAgainst(against: PreparedRecord['against'], ref: string, on: Day): string[] {
  return (against.get(ref) ?? [])
    .filter((finding) => covers({ from: finding.since, until: finding.until }, on))
    .map((finding) => finding.message);
}

export function outcomeOf(items: readonly ItemAssessment[], counts: ReadonlySet<Standing>): Outcome {
  const mandatory = items.filter(({ item }) => item.mandatory === true);
  const missing = mandatory.filter(({ standing }) => !counts.has(standing)).map(({ item }) => item.ref);
  const met = missing.length === 0 && mandatory.length > 0;
  return {
    met,
    level: met ? 'Standards Met' : 'Standards Not Met',
    mandatory: mandatory.length,
    counting: mandatory.length - missing.length,
    missing,
  };
}

/** The items that would not apply by what was told, under the name of each fact. */
function switchedOff({ items }: Catalogue, { organisation: { facts } }: OrganisationRecord): readonly string[][] {
  const off = items.flatMap(({ ref, rule }) => {
    const fact = rule?.appliesWhen;
    return fact !== undefined && facts[fact] === false ? [{ ref, fact }] : [];
  });
  return [...Map.groupBy(off, ({ fact }) => fact).values()].map((same) => same.map(({ ref }) => ref));
}

/** What speaks against one of several items that were switched off together speaks against all of them. */
function groupAgainst(findings: readonly Finding[], together: readonly (readonly string[])[]): Map<string, Finding[]> {
  const byRef = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const ref of speaksAgainst(finding)) byRef.set(ref, [...(byRef.get(ref) ?? []), finding]);
  }
  for (const refs of together) {
    const all = [...new Set(refs.flatMap((ref) => byRef.get(ref) ?? []))];
    for (const ref of refs) byRef.set(ref, all);
  }
  return byRef;
}

/** The order in which findings are shown: gravest first, then by code and subject, so that a report is the same every time. */
export function byWeight(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.code, b.code) ||
    compare(a.subject, b.subject) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
