import type { Finding, FindingCode } from '../record/finding.ts';

/** Findings that make a claim untrue rather than merely weak: a high one of these turns the item "contradicted". */
const UNTRUE: ReadonlySet<FindingCode> = new Set([
  'contradiction',
  'unsupported-claim',
  'future-dated-claim',
  'training-below-target',
  'leaver-with-access',
  'admin-without-agreement',
  'unencrypted-device',
  'unsupported-asset',
  'processor-without-contract',
  'wrong-total',
]);

/** The items that a finding makes untrue. It may touch more: a fault weakens everything near it, but only what it is about is untrue. */
export function speaksAgainst(finding: Finding): readonly string[] {
  return finding.severity === 'high' && UNTRUE.has(finding.code) ? finding.refs : [];
}
