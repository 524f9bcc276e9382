import { type Finding, type FindingCode, SEVERITIES, type Severity } from '../record/finding.ts';

export type FindingGroup = { readonly code: FindingCode; readonly findings: readonly Finding[] };
export type SeverityGroup = {
  readonly severity: Severity;
  readonly count: number;
  /** Largest group first; groups of one size in order of first appearance. */
  readonly groups: readonly FindingGroup[];
};

/** Findings by severity, then by code. A severity without findings is left out. */
export function groupFindings(findings: readonly Finding[]): readonly SeverityGroup[] {
  return SEVERITIES.flatMap((severity) => {
    const those = findings.filter((finding) => finding.severity === severity);
    if (those.length === 0) return [];
    const byCode = Map.groupBy(those, (finding) => finding.code);
    const groups = [...byCode]
      .map(([code, inCode]) => ({ code, findings: inCode }))
      .toSorted((a, b) => b.findings.length - a.findings.length);
    return [{ severity, count: those.length, groups }];
  });
}

/** Number of findings of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = { high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) count[severity] += 1;
  return count;
}

const DAYS =
  /\d[\d/.:,-]*(?:st|nd|rd|th)?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b/gi;

/**
 * Findings of one kind, those together that say the same of different documents and ask for the same, whatever day or quotation
 * each names; in order of first appearance.
 */
export function alikeFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = Map.groupBy(findings, (finding) => {
    const { message, next, seen } = finding;
    const [file, ...others] = new Set(seen.map((place) => place.file));
    if (file === undefined || others.length > 0) return finding;
    return `${next}\n${withoutQuotations(message).replace(DAYS, '').replace(/\s+/g, ' ')}`;
  });
  return [...groups.values()];
}

/** By hand: a pattern would look for the end of a quotation from each sign that begins one. */
function withoutQuotations(text: string): string {
  const [last = '', ...closed] = text.split('”').reverse();
  const before = closed.reverse().map((part) => (part.includes('“') ? part.slice(0, part.indexOf('“') + 1) : part));
  return [...before, last].join('”');
}
