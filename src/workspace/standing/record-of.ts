import { setImmediate as turn } from 'node:timers/promises';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { prepareMatcher } from '../../matching/matcher.ts';
import { matchDocument } from '../../matching/suggest.ts';
import { analyseDocument, analyseTogether } from '../../reading/analyse-documents.ts';
import type { ReadFile } from '../../reading/read-one.ts';
import type { Day } from '../../record/day.ts';
import type { ReadDocument, Suggestion, UnreadableFile } from '../../record/document.ts';
import { factsTold, unconfirmedFacts } from '../../record/facts-told.ts';
import type { FindingCode } from '../../record/finding.ts';
import { type HoldingsByKind, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { document } from '../../record/kinds/document.ts';
import { observation } from '../../record/kinds/observation.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import type { Allowance, Answer, Organisation, OrganisationRecord, RecordedDocument } from '../../record/record.ts';
import { REGISTER_PREFIX, registerDocuments } from './register-documents.ts';
import { withHolders } from './register-holders.ts';
import { OWN_DETAILS, ROLE_HOLDERS } from './register-tables.ts';
import { allowanceOf, answerDocuments, checkedIn, observationDocuments } from './statements.ts';

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
  'supplier-unassured',
]);

/**
 * The record on which the standing of a day rests: the documents in use, the registers as further documents, what people
 * observed, and their answers. Gives the thread away between documents, since each takes some milliseconds.
 */
export async function recordOf(
  holdings: HoldingsByKind,
  readings: Readings,
  catalogue: Catalogue,
  on: Day,
): Promise<OrganisationRecord> {
  const matched = (one: ReadDocument) => ({ ...one, ...matchDocument(prepareMatcher(catalogue), one) });
  const laidOver = async (files: readonly ReadFile[], how: Work) => {
    const all: Analysed[] = [];
    for (const file of files) {
      if (!knownOf(file, catalogue, on)) await turn();
      all.push(remembered(file, catalogue, on, how));
    }
    return all;
  };
  const files = await laidOver(readings.files, matched);
  const registers: Analysed[] = [];
  for (const { file, review } of registerDocuments(holdings, on))
    registers.push(
      ...(await laidOver([file], (one) => ({
        ...matched(asRegister(one)),
        kept: review === undefined ? {} : { review },
      }))),
    );
  const observed: RecordedDocument[] = [];
  for (const { file, refs, allowed } of observationDocuments(holdings)) {
    const suggestions = refs.map((ref) => ({ ref, score: 1, reasons: ['Recorded for it.'] }));
    const [one] = await laidOver([file], (analysed) => ({
      ...analysed,
      defects: [],
      suggestions,
      ...(allowed && { allowed: [allowed] }),
    }));
    if (one && !('unreadable' in one)) observed.push(one);
  }
  // What people observed is no document of the organisation's: it refers to none, and none is a copy of it.
  const set = analyseTogether([...files, ...registers], on, organisationOf(holdings));
  const judged = verdictsByPath(holdings);
  return {
    readOn: on,
    organisation: set.organisation,
    documents: [...set.documents.map((one) => withVerdicts(one, judged.get(one.path) ?? [])), ...observed],
    unreadable: [...readings.unreadable, ...set.unreadable],
    answers: answersOf(holdings, catalogue.edition),
    checked: checkedIn(holdings),
    statements: statementsOf(holdings, catalogue, on),
  };
}

type Analysed = RecordedDocument | UnreadableFile;
/** What is made of a document once it has been analysed. */
type Work = (one: ReadDocument) => RecordedDocument;

type Made = {
  readonly path: string;
  readonly writtenBy: Day | undefined;
  readonly catalogue: Catalogue;
  readonly on: Day;
  readonly result: Analysed;
};

/**
 * Documents hardly change, and the day changes once a day: what was made of one is kept while its reading is, so that after a
 * change only what changed is looked at again. Being the same object tells those who go on from it that it is the same. What was
 * made for a day before the latest has a place of its own: a look at the past does not cost today's standing what it rests on.
 */
const latest = new WeakMap<ReadFile['content'], Made>();
const earlier = new WeakMap<ReadFile['content'], Made>();

function placeFor({ content }: ReadFile, on: Day): WeakMap<ReadFile['content'], Made> {
  const known = latest.get(content);
  return known && on < known.on ? earlier : latest;
}

function knownOf(file: ReadFile, catalogue: Catalogue, on: Day): Made | undefined {
  const { content, path, writtenBy } = file;
  const known = placeFor(file, on).get(content);
  const same =
    known?.path === path && known.writtenBy === writtenBy && known.catalogue === catalogue && known.on === on;
  return same ? known : undefined;
}

function remembered(file: ReadFile, catalogue: Catalogue, on: Day, how: Work): Analysed {
  const known = knownOf(file, catalogue, on);
  if (known) return known.result;
  const { content, path, writtenBy } = file;
  const analysed = analyseDocument(file, on);
  const result = 'unreadable' in analysed ? analysed : how(analysed);
  placeFor(file, on).set(content, { path, writtenBy, catalogue, on, result });
  return result;
}

/** What is typed in Settings is what somebody said: it takes the place of no certificate, screenshot or register. */
function asRegister(one: ReadDocument): ReadDocument {
  const defects = one.defects.filter(({ code }) => REGISTER_FAULTS.has(code));
  if (one.path === `${REGISTER_PREFIX}${ROLE_HOLDERS}`) return { ...withHolders(one), defects };
  if (one.path !== `${REGISTER_PREFIX}${OWN_DETAILS}`) return { ...one, defects };
  const profile = { ...one.profile, kind: 'other' as const, kindReason: 'somebody typed it into Settings' };
  return { ...one, defects, profile };
}

function organisationOf(holdings: HoldingsByKind): Organisation {
  const own = listOf(holdings, organisation)[0]?.data;
  return {
    facts: factsTold(holdings),
    unconfirmed: unconfirmedFacts(holdings),
    ...(own && { name: own.name }),
    ...(own?.tradingNames && { tradingNames: own.tradingNames }),
    ...(own?.odsCode !== undefined && { odsCode: own.odsCode }),
  };
}

function answersOf(holdings: HoldingsByKind, edition: string): readonly Answer[] {
  return listOf(holdings, answer).flatMap(({ data }) => {
    const { item, edition: of, said, words, answeredOn, by, approvedBy, carriedFrom } = data;
    const rest = { said, words, answeredOn, by, approvedBy, carriedFrom };
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

function statementsOf(holdings: HoldingsByKind, catalogue: Catalogue, on: Day): readonly RecordedDocument[] {
  return answerDocuments(holdings, catalogue.edition).flatMap((file) => {
    const one = remembered(file, catalogue, on, (analysed) => ({ ...analysed, defects: [], suggestions: [] }));
    return 'unreadable' in one ? [] : one;
  });
}

/** What people decided about a document and an item, and which day they say it speaks of. */
type Verdict = {
  readonly refs: readonly string[];
  readonly shows: boolean;
  readonly datedOn: Day | undefined;
  readonly by: string | undefined;
  readonly allowed: Allowance | undefined;
};

function verdictsByPath(holdings: HoldingsByKind): ReadonlyMap<string, readonly Verdict[]> {
  const paths = new Map(listOf(holdings, document).map(({ id, data }) => [id, data.path]));
  const verdicts = new Map<string, Verdict[]>();
  for (const { data } of listOf(holdings, observation)) {
    const path = data.document === undefined ? undefined : paths.get(data.document);
    if (path === undefined) continue;
    const { items: refs, verdict, effectiveOn: datedOn, collector: by } = data;
    verdicts.set(path, [
      ...(verdicts.get(path) ?? []),
      { refs, shows: verdict === 'shows', datedOn, by, allowed: allowanceOf(data) },
    ]);
  }
  return verdicts;
}

function withVerdicts(one: RecordedDocument, verdicts: readonly Verdict[]): RecordedDocument {
  if (verdicts.length === 0) return one;
  const accepted = verdicts.filter(({ shows }) => shows);
  const rejected = new Set(verdicts.filter(({ shows }) => !shows).flatMap(({ refs }) => refs));
  const bySomeone = accepted.flatMap(({ refs, by }) =>
    refs.map((ref): Suggestion => ({ ref, score: 1, reasons: by === undefined ? [] : [`Accepted by ${by}.`] })),
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
  const refused = [...rejected].filter((ref) => !settled.has(ref));
  const allowed = accepted.flatMap((verdict) => verdict.allowed ?? []);
  return {
    ...one,
    suggestions,
    allowed,
    ...(refused.length > 0 && { refused }),
    profile: { ...one.profile, dates: [...one.profile.dates, ...dates] },
  };
}
