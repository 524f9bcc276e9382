import { factsOf } from '../../src/reading/facts/facts-of.ts';
import { readCsv } from '../../src/reading/formats/csv.ts';
import { readMarkdown } from '../../src/reading/formats/markdown.ts';
import { profileOf } from '../../src/reading/profile/profile.ts';
import type { Fact } from '../../src/record/document.ts';

/** The facts of one type that the real readers find in a source text. */
export function factsIn(type: string, source: string, path = 'policies/example.md'): Fact[] {
  const content = path.endsWith('.csv') ? readCsv(source) : readMarkdown(source);
  return factsOf(path, content, profileOf(path, content)).filter((fact) => fact.type === type);
}
