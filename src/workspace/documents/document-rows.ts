import { covers } from '../../readiness/interval.ts';
import { evidenceIn, SPEAKS_FROM } from '../../readiness/prepare.ts';
import { type Day, dayBefore } from '../../record/day.ts';
import type { Defect, DocumentDate, Suggestion } from '../../record/document.ts';
import { findOf, type Holdings, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { RecordedDocument } from '../../record/record.ts';
import type { Standing } from '../standing/standing.ts';
import { type Decisions, decisionsIn } from './decisions.ts';
import { isHeld, isWithdrawn, type KeptDocument } from './kept-document.ts';
import { type Comparable, type Likeness, likenessesAmong } from './likeness.ts';

export const DOCUMENT_STATES = ['held', 'in-use', 'withdrawn'] as const;

/** A document of the record with what was read in it; of one that is held back, withdrawn or unreadable nothing is known. */
export type DocumentRow = {
  readonly document: KeptDocument;
  readonly state: (typeof DOCUMENT_STATES)[number];
  readonly read: RecordedDocument | undefined;
  /** Why nothing was read, when it was tried. */
  readonly unreadable: string | undefined;
  /** The date that says how fresh it is as proof. */
  readonly dated: DocumentDate | undefined;
  /** The last day by which it is to be reviewed, by its own words. */
  readonly nextReview: Day | undefined;
  readonly overdue: boolean;
  /** Evidence items that somebody accepted it for. */
  readonly acceptedFor: readonly string[];
  /** What nobody has decided yet and is likely: at most three, the likeliest first; none of a README or a blank template. */
  readonly seemsToFit: readonly Suggestion[];
  /** What is wrong in it on the day. */
  readonly faults: readonly Defect[];
};

/** Suggestions of each document that are looked at. */
export const SUGGESTIONS_SHOWN = 3;

export type DocumentRows = {
  /** In the order in which they came in. */
  readonly rows: readonly DocumentRow[];
  readonly byId: ReadonlyMap<string, DocumentRow>;
  /** Which documents in use are copies or older versions of it. */
  readonly likeness: (row: DocumentRow) => Likeness;
};

const known = new WeakMap<Standing, DocumentRows>();

/** Every document of a standing. Worked out once for each. */
export function documentRows(standing: Standing): DocumentRows {
  const before = known.get(standing);
  if (before) return before;
  const made = rowsOf(standing.holdings, standing.on, standing);
  known.set(standing, made);
  return made;
}

/** Every document where there is no standing: nothing is known of what stands in them. */
export function rowsUnread(holdings: Holdings, on: Day): DocumentRows {
  return rowsOf(holdings, on, undefined);
}

function rowsOf(holdings: Holdings, on: Day, standing: Standing | undefined): DocumentRows {
  const evidence = new Map(
    (standing ? evidenceIn(standing.check.record) : []).map((one) => [one.document.path, one] as const),
  );
  const unreadable = new Map(
    standing?.check.record.unreadable.map((one) => [one.path, one.unreadable.reason] as const) ?? [],
  );
  const decisions = decisionsIn(holdings);
  const rows = listOf(holdings, document).map((kept): DocumentRow => {
    const state = isHeld(kept) ? 'held' : isWithdrawn(kept, on) ? 'withdrawn' : 'in-use';
    // A withdrawn document may have the path of the one that took its place.
    const own = state === 'in-use' ? evidence.get(kept.data.path) : undefined;
    const read = own?.document;
    const faults = read?.defects.filter(({ since, until }) => covers({ from: since, until }, on)) ?? [];
    const nextReview = read && nextReviewOf(read, faults);
    return {
      document: kept,
      state,
      read,
      unreadable: state === 'in-use' ? unreadable.get(kept.data.path) : undefined,
      dated: own?.proofDate,
      nextReview,
      overdue: nextReview !== undefined && nextReview < on,
      acceptedFor: state === 'in-use' ? acceptedFor(decisions, kept) : [],
      seemsToFit: read ? likely(read, undecidedOf(read, decisions, kept)) : [],
      faults,
    };
  });
  const inUse = rows.filter(({ state }) => state === 'in-use').map(comparable);
  let likenesses: ReturnType<typeof likenessesAmong> | undefined;
  return {
    rows,
    byId: new Map(rows.map((row) => [row.document.id, row])),
    likeness: (row) => {
      if (row.state !== 'in-use') return { copies: [] };
      likenesses ??= likenessesAmong(inUse, saidToBeOthers(holdings));
      return likenesses(comparable(row));
    },
  };
}

/** Said of the names: a document that has taken the place of one of the two is no more a version of the other. */
function saidToBeOthers(holdings: Holdings): (one: Comparable, other: Comparable) => boolean {
  const said = new Set<string>();
  for (const { data } of listOf(holdings, document))
    for (const id of data.otherThan ?? []) {
      const path = findOf(holdings, document, id)?.data.path;
      if (path !== undefined) said.add(pairOf(data.path, path));
    }
  return (one, other) => said.has(pairOf(one.path, other.path));
}

function pairOf(...paths: readonly [string, string]): string {
  return paths.toSorted().join('\n');
}

/** Suggestions of a document that nobody has decided about. */
export function undecidedOf(
  { suggestions }: RecordedDocument,
  decisions: Decisions,
  { data }: KeptDocument,
): readonly Suggestion[] {
  const decided = decisions.get(data.path);
  return suggestions.filter(({ ref }) => !decided?.has(ref));
}

function acceptedFor(decisions: Decisions, { data }: KeptDocument): readonly string[] {
  return [...(decisions.get(data.path) ?? [])].flatMap(([ref, one]) => (one.data.verdict === 'shows' ? [ref] : []));
}

function likely({ path, profile }: RecordedDocument, undecided: readonly Suggestion[]): readonly Suggestion[] {
  if (profile.kind === 'template' || /(?:^|\/)readme\b[^/]*$/i.test(path)) return [];
  return undecided.slice(0, SUGGESTIONS_SHOWN).filter(({ score }) => score >= SPEAKS_FROM);
}

/** The day it names itself, or the one that its own review cycle led to and that has passed. */
function nextReviewOf({ profile }: RecordedDocument, faults: readonly Defect[]): Day | undefined {
  const named = profile.dates
    .filter(({ meaning }) => meaning === 'next-review')
    .map(({ date }) => date.to)
    .sort()
    .at(-1);
  if (named !== undefined) return named;
  const overdue = faults.find(
    ({ code, subject, since }) => code === 'overdue-review' && subject === profile.title && since,
  );
  return overdue?.since && dayBefore(overdue.since, 'P1D');
}

function comparable({ document: { id, data }, read, dated }: DocumentRow): Comparable {
  const { path, sha256, receivedAt } = data;
  return {
    id,
    path,
    sha256,
    receivedAt,
    ...(read && { kind: read.profile.kind, title: read.profile.title }),
    ...(read?.profile.version !== undefined && { version: read.profile.version }),
    ...(dated && { dated: dated.date.to }),
  };
}
