import type { ProfiledDocument } from '../../src/reading/defects/defect-rule.ts';
import { defectsOf } from '../../src/reading/defects/defects.ts';
import { readCsv } from '../../src/reading/formats/csv.ts';
import { readMarkdown } from '../../src/reading/formats/markdown.ts';
import { readText } from '../../src/reading/formats/text.ts';
import { profileOf } from '../../src/reading/profile/profile.ts';
import type { Defect } from '../../src/record/document.ts';
import type { FindingCode } from '../../src/record/finding.ts';

/** A document for tests, read by the real reader of its file ending. */
export function madeDocument(path: string, source: string): ProfiledDocument {
  const content = path.endsWith('.csv')
    ? readCsv(source)
    : path.endsWith('.txt')
      ? readText(source)
      : readMarkdown(source);
  return { path, content, profile: profileOf(path, content) };
}

/** The judgement day of the tests. */
export const ON = '2026-11-20';

/** Defects of one code in a document made from source text. */
export function found(code: FindingCode, source: string, path = 'policies/Backup Policy.md'): readonly Defect[] {
  return defectsOf(madeDocument(path, source), ON).filter((defect) => defect.code === code);
}

/** The lines on which defects of one code stand, in order and without repeats. */
export function linesOf(code: FindingCode, source: string, path?: string): number[] {
  const lines = found(code, source, path).flatMap(({ places }) => places.flatMap(({ line }) => line ?? []));
  return [...new Set(lines)].sort((a, b) => a - b);
}
