import type { Day } from '../record/day.ts';
import type { Defect, ReadDocument } from '../record/document.ts';
import type { Organisation } from '../record/record.ts';
import { defectsOf } from './defects/defects.ts';
import { organisationDefects, referenceDefects } from './defects/set-defects.ts';
import { factsOf } from './facts/facts-of.ts';
import { profileOf } from './profile/profile.ts';
import type { ReadFile } from './read-one.ts';

/** All documents of a set: what each says about itself, the facts in it, its own faults and those that only show beside the others. Pure. */
export function analyseDocuments(files: readonly ReadFile[], on: Day, organisation: Organisation): ReadDocument[] {
  const documents = files.map((file) => analyseDocument(file, on));
  const ownNames = [organisation.name ?? [], organisation.tradingNames ?? []].flat();
  const shared = new Map<string, Defect[]>();
  for (const { path, defect } of [...referenceDefects(documents, on), ...organisationDefects(documents, ownNames)]) {
    shared.set(path, [...(shared.get(path) ?? []), defect]);
  }
  return documents.map((document) => ({ ...document, defects: [...document.defects, ...(shared.get(document.path) ?? [])] }));
}

function analyseDocument({ path, bytes, sha256, content }: ReadFile, on: Day): ReadDocument {
  const profile = profileOf(path, content);
  return { path, bytes, sha256, content, profile, facts: factsOf(path, content, profile), defects: defectsOf({ path, content, profile }, on) };
}
