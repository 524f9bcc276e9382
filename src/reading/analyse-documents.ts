import type { Day } from '../record/day.ts';
import type { Defect, ReadDocument, UnreadableFile } from '../record/document.ts';
import type { Organisation } from '../record/record.ts';
import { defectsOf } from './defects/defects.ts';
import { learnOwnNames } from './defects/organisation-names.ts';
import { organisationDefects, referenceDefects } from './defects/set-defects.ts';
import { factsOf } from './facts/facts-of.ts';
import { profileOf } from './profile/profile.ts';
import type { ReadFile } from './read-one.ts';

/** Documents after analysis, and the organisation with its name learnt from them when nobody gave it. */
export type AnalysedSet<Analysed extends ReadDocument = ReadDocument> = {
  readonly documents: readonly Analysed[];
  /** Documents that a fault of ours kept from being analysed: they are told of, and the others go on. */
  readonly unreadable: readonly UnreadableFile[];
  readonly organisation: Organisation;
};

/** All documents of a set: what each says about itself, the facts in it, its own faults and those that only show beside the others. Pure. */
export function analyseDocuments(files: readonly ReadFile[], on: Day, given: Organisation): AnalysedSet {
  return analyseTogether(
    files.map((file) => analyseDocument(file, on)),
    on,
    given,
  );
}

/**
 * The second half of `analyseDocuments`, for documents that have been analysed one by one. Those without a fault that shows
 * beside the others come back as they are.
 */
export function analyseTogether<Analysed extends ReadDocument>(
  analysed: readonly (Analysed | UnreadableFile)[],
  on: Day,
  given: Organisation,
): AnalysedSet<Analysed> {
  const documents: Analysed[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const one of analysed) {
    if ('unreadable' in one) unreadable.push(one);
    else documents.push(one);
  }
  const names = learnOwnNames(documents, [given.name ?? [], given.tradingNames ?? []].flat());
  const organisation = given.name === undefined && names[0] !== undefined ? { ...given, name: names[0] } : given;
  const shared = new Map<string, Defect[]>();
  for (const { path, defect } of [...referenceDefects(documents, on), ...organisationDefects(documents, names)]) {
    shared.set(path, [...(shared.get(path) ?? []), defect]);
  }
  const withShared = documents.map((document) => {
    const more = shared.get(document.path);
    return more === undefined ? document : { ...document, defects: [...document.defects, ...more] };
  });
  return { documents: withShared, unreadable, organisation };
}

/** One document by itself; the other half is what only shows beside others. */
export function analyseDocument(file: ReadFile, on: Day): ReadDocument | UnreadableFile {
  const { path, bytes, content, writtenBy, kept } = file;
  try {
    const profile = profileOf(path, content, on);
    const facts = factsOf(path, content, profile);
    return {
      ...file,
      profile,
      facts,
      defects: defectsOf({ path, content, profile, ...(kept && { kept }) }, on, writtenBy),
    };
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const reason = `It could be opened, but a fault of Perennial kept it from being understood (${what}). Please report it.`;
    return { path, bytes, unreadable: { type: 'broken', reason } };
  }
}
