import type { Fact } from '../../record/document.ts';
import { readCsv } from '../formats/csv.ts';
import { readMarkdown } from '../formats/markdown.ts';
import { profileOf } from '../profile/profile.ts';
import { factsOf } from './facts-of.ts';

/** The facts of one type that the real readers find in a source text. */
export function factsIn(type: string, source: string, path = 'policies/example.md'): Fact[] {
  const content = path.endsWith('.csv') ? readCsv(source) : readMarkdown(source);
  return factsOf(path, content, profileOf(path, content)).filter((fact) => fact.type === type);
}
