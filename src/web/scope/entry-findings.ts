import type { Finding, FindingCode } from '../../record/finding.ts';
import type { AnyKind } from '../../record/kinds/kind.ts';
import { entityAtLine, REGISTER_PREFIX, registerRows } from '../../workspace/standing/register-documents.ts';
import type { Standing } from '../../workspace/standing/standing.ts';

/** Findings of some codes by the id of the entry of a register that they were seen in, and those that were seen in documents. */
export type EntryFindings = {
  readonly of: ReadonlyMap<string, readonly Finding[]>;
  readonly elsewhere: readonly Finding[];
};

export const NO_FINDINGS: EntryFindings = { of: new Map(), elsewhere: [] };

export function entryFindings(standing: Standing, kind: AnyKind, codes: readonly FindingCode[]): EntryFindings {
  const registers = registerRows(standing);
  const wanted = standing.check.assessment.findings.filter(({ code }) => codes.includes(code));
  const of = new Map<string, Finding[]>();
  for (const finding of wanted) {
    const ids = finding.seen.flatMap(({ file, line }) => {
      const rows = registers.get(file);
      const id = rows?.kind === kind.name && line !== undefined ? entityAtLine(rows, line) : undefined;
      return id === undefined ? [] : [id];
    });
    for (const id of new Set(ids)) of.set(id, [...(of.get(id) ?? []), finding]);
  }
  return { of, elsewhere: wanted.filter(({ seen }) => seen.some(({ file }) => !file.startsWith(REGISTER_PREFIX))) };
}
