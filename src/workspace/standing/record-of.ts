import { setImmediate as turn } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { prepareMatcher } from '../../matching/matcher.ts';
import { matchDocument } from '../../matching/suggest.ts';
import { analyseDocument, analyseTogether } from '../../reading/analyse-documents.ts';
import type { ReadFile } from '../../reading/read-one.ts';
import type { Day } from '../../record/day.ts';
import type { Defect, ReadDocument, Suggestion, UnreadableFile } from '../../record/document.ts';
import type { FindingCode } from '../../record/finding.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { document } from '../../record/kinds/document.ts';
import { observation } from '../../record/kinds/observation.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import type { Answer, Organisation, OrganisationRecord, RecordedDocument } from '../../record/record.ts';
import { REGISTER_PREFIX, registerDocuments } from './register-documents.ts';
import { answerDocuments, observationDocuments } from './statements.ts';

/** What reading the kept documents gave. */
export type Readings = { readonly files: readonly ReadFile[]; readonly unreadable: readonly UnreadableFile[] };

/** Faults that a register kept here can have too. It has no front sheet, and so none of the others. */
const REGISTER_FAULTS: ReadonlySet<FindingCode> = new Set([
  'future-dated-claim',
  'impossible-date',
  'unsupported-asset',
  'unencrypted-device',
  'processor-without-contract',
  'supplier-assurance-lapsed',
]);

/**
 * The record on which the standing of a day rests: the documents in use, the registers as further documents, what people
 * observed, and their answers. Gives the thread away between documents, since each takes some milliseconds.
 */
export async function recordOf(
  holdings: Holdings,
  readings: Readings,
  catalogue: Catalogue,
  on: Day,
): Promise<OrganisationRecord> {
  const observed = observationDocuments(holdings);
  const analysed: (ReadDocument | UnreadableFile)[] = [];
  for (const file of readings.files) {
    analysed.push(analysedOn(file, on));
    await turn();
  }
  for (const file of [...registerDocuments(holdings, on), ...observed.map((one) => one.file)]) {
    const one = analyseDocument(file, on);
    analysed.push('unreadable' in one ? one : withoutFrontSheetFaults(one));
    await turn();
  }
  const set = analyseTogether(analysed, on, organisationOf(holdings));
  const matcher = prepareMatcher(catalogue);
  const fixed = new Map(observed.map(({ file, refs }) => [file.path, refs]));
  const judged = verdictsByPath(holdings);
  const documents: RecordedDocument[] = [];
  for (const one of set.documents) {
    const refs = fixed.get(one.path);
    const matched = refs
      ? { suggestions: refs.map((ref) => ({ ref, score: 1, reasons: ['Recorded for it.'] })) }
      : matchDocument(matcher, one);
    documents.push(withVerdicts({ ...one, ...matched }, judged.get(one.path) ?? []));
    await turn();
  }
  return {
    readOn: on,
    organisation: set.organisation,
    documents,
    unreadable: [...readings.unreadable, ...set.unreadable],
    answers: answersOf(holdings, catalogue.edition),
    statements: statementsOf(holdings, catalogue.edition, on),
  };
}

/** Documents hardly change and the day changes once a day: what was found is kept while the reading is. */
const analysedBefore = new WeakMap<
  ReadFile['content'],
  { readonly key: string; readonly result: ReadDocument | UnreadableFile }
>();

function analysedOn(file: ReadFile, on: Day): ReadDocument | UnreadableFile {
  const key = `${on} ${file.path}`;
  const known = analysedBefore.get(file.content);
  if (known?.key === key) return known.result;
  const result = analyseDocument(file, on);
  analysedBefore.set(file.content, { key, result });
  return result;
}

function withoutFrontSheetFaults(one: ReadDocument): ReadDocument {
  const defects: readonly Defect[] = one.path.startsWith(REGISTER_PREFIX)
    ? one.defects.filter(({ code }) => REGISTER_FAULTS.has(code))
    : [];
  return { ...one, defects };
}

function organisationOf(holdings: Holdings): Organisation {
  const own = listOf(holdings, organisation)[0]?.data;
  return {
    facts: own?.facts ?? {},
    ...(own && { name: own.name }),
    ...(own?.tradingNames && { tradingNames: own.tradingNames }),
    ...(own?.odsCode !== undefined && { odsCode: own.odsCode }),
  };
}

function answersOf(holdings: Holdings, edition: string): readonly Answer[] {
  return listOf(holdings, answer).flatMap(({ data }) => {
    const { item, approvedOn: _, edition: of, ...rest } = data;
    // An answer to another edition says nothing here until it has been carried over.
    return of === edition ? { ref: item, ...withoutUndefined(rest) } : [];
  });
}

/** The optional fields of an answer are there or not there, never undefined. */
function withoutUndefined<T extends object>(data: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  // The same object without the keys whose value is undefined.
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}

function statementsOf(holdings: Holdings, edition: string, on: Day): readonly RecordedDocument[] {
  return answerDocuments(holdings, edition).flatMap((file) => {
    const one = analyseDocument(file, on);
    return 'unreadable' in one ? [] : { ...one, defects: [], suggestions: [] };
  });
}

/** What people decided about a document and an item, and which day they say it speaks of. */
type Verdict = {
  readonly refs: readonly string[];
  readonly shows: boolean;
  readonly datedOn: Day | undefined;
  readonly by: string | undefined;
};

function verdictsByPath(holdings: Holdings): ReadonlyMap<string, readonly Verdict[]> {
  const paths = new Map(listOf(holdings, document).map(({ id, data }) => [id, data.path]));
  const verdicts = new Map<string, Verdict[]>();
  for (const { data } of listOf(holdings, observation)) {
    const path = data.document === undefined ? undefined : paths.get(data.document);
    if (path === undefined) continue;
    const { items: refs, verdict, effectiveOn: datedOn, collector: by } = data;
    verdicts.set(path, [...(verdicts.get(path) ?? []), { refs, shows: verdict === 'shows', datedOn, by }]);
  }
  return verdicts;
}

function withVerdicts(one: RecordedDocument, verdicts: readonly Verdict[]): RecordedDocument {
  if (verdicts.length === 0) return one;
  const accepted = verdicts.filter(({ shows }) => shows);
  const rejected = new Set(verdicts.filter(({ shows }) => !shows).flatMap(({ refs }) => refs));
  const bySomeone = accepted.flatMap(({ refs, by }) =>
    refs.map((ref): Suggestion => ({ ref, score: 1, reasons: [`Accepted${by === undefined ? '' : ` by ${by}`}.`] })),
  );
  const settled = new Set(bySomeone.map(({ ref }) => ref));
  const suggestions = [
    ...bySomeone.filter(({ ref }, i) => bySomeone.findIndex((other) => other.ref === ref) === i),
    ...one.suggestions.filter(({ ref }) => !settled.has(ref) && !rejected.has(ref)),
  ];
  const dates = accepted.flatMap(({ datedOn }) =>
    datedOn === undefined
      ? []
      : {
          meaning: 'event' as const,
          where: {},
          date: { from: datedOn, to: datedOn, precision: 'day' as const, text: datedOn },
        },
  );
  return { ...one, suggestions, profile: { ...one.profile, dates: [...one.profile.dates, ...dates] } };
}
