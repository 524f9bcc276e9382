import type { Day } from '../record/day.ts';
import type { ReadDocument } from '../record/document.ts';
import type { Organisation } from '../record/record.ts';
import { defectsOf } from './defects/defects.ts';
import { factsOf } from './facts/facts-of.ts';
import { profileOf } from './profile/profile.ts';
import type { ReadFile } from './read-one.ts';

/** What one document says about itself, the facts in it and what is wrong with it on the day. Pure. */
export function analyseDocument({ path, bytes, sha256, content }: ReadFile, on: Day): ReadDocument {
  const profile = profileOf(path, content);
  return {
    path,
    bytes,
    sha256,
    content,
    profile,
    facts: factsOf(path, content, profile),
    defects: defectsOf({ path, content, profile }, on),
  };
}

/** All documents of a set, with the faults that only show beside the others. Pure. */
export function analyseDocuments(files: readonly ReadFile[], on: Day, _organisation: Organisation): ReadDocument[] {
  return files.map((file) => analyseDocument(file, on));
}
