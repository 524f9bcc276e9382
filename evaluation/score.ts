import type { ItemAssessment } from '../src/readiness/assessment.ts';
import type { Finding } from '../src/record/finding.ts';
import type { RecordedDocument } from '../src/record/record.ts';
import type { LabelSet } from './label-set.ts';

/** A share with what it was counted from. */
export type Share = { readonly hits: number; readonly of: number };

export type MatchScore = {
  readonly bestFirst: Share;
  readonly acceptableFirst: Share;
  readonly bestInThree: Share;
  /** Documents that speak to nothing and got no suggestion. */
  readonly noneRight: Share;
  readonly misses: readonly string[];
};

export type FindingScore = {
  readonly defectRecall: Share;
  readonly defectPrecision: Share;
  readonly contradictionRecall: Share;
  readonly contradictionPrecision: Share;
  readonly locatedPrecision: Share;
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
};

/** Codes that name the same gap from different sides: a blank approval is a placeholder, an unsigned form and an unapproved document. */
const SAME_GAP: readonly (readonly string[])[] = [
  ['unfilled-placeholder', 'not-approved', 'unsigned', 'empty-record', 'undated-proof'],
  ['future-dated-claim', 'impossible-date'],
  ['outdated-standard', 'unsupported-asset', 'supplier-assurance-lapsed'],
  ['overdue-review', 'document-control'],
  ['duplicate-rows', 'recycled-file'],
];
/**
 * A defect in the rows of a record is often told as a disagreement with what is claimed of it, and the other way round. Counts
 * for precision only: the finding is true; it does not count as having found the label.
 */
const ALSO_TRUE: readonly string[] = [
  'contradiction',
  'unsupported-claim',
  'wrong-total',
  'training-below-target',
  'document-control',
  'empty-record',
  'owner-left',
  'leaver-with-access',
  'conflicting-roles',
  'processor-without-contract',
  'supplier-unassured',
];

/** Findings about the record as a whole rather than a place in a document; they are left out of the located scores. */
const NOT_LOCATED = new Set([
  'unanswered',
  'no-proof',
  'stale-proof',
  'lapses-soon',
  'key-person',
  'unreadable',
  'different-question',
]);
/** A finding one line off still takes the reader to the right spot. */
const NEAR = 1;

export function scoreMatching(set: LabelSet, documents: readonly RecordedDocument[]): MatchScore {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const labelled = set.documents.filter(({ best }) => best.length > 0);
  const silent = set.documents.filter(({ best }) => best.length === 0);
  const refs = (path: string) => byPath.get(path)?.suggestions.map(({ ref }) => ref) ?? [];
  const count = (test: (label: LabelSet['documents'][number], given: string[]) => boolean) => ({
    hits: labelled.filter((label) => test(label, refs(label.path))).length,
    of: labelled.length,
  });
  return {
    bestFirst: count(({ best }, [first]) => first !== undefined && best.includes(first)),
    acceptableFirst: count(
      ({ best, acceptable }, [first]) => first !== undefined && (best.includes(first) || acceptable.includes(first)),
    ),
    bestInThree: count(({ best }, given) => given.slice(0, 3).some((ref) => best.includes(ref))),
    noneRight: { hits: silent.filter(({ path }) => refs(path).length === 0).length, of: silent.length },
    misses: [
      ...labelled
        .filter(({ path, best }) => !best.includes(refs(path)[0] ?? ''))
        .map(
          ({ path, best, acceptable }) =>
            `${path}: wanted ${best}${acceptable.includes(refs(path)[0] ?? '') ? ' (acceptable given)' : ''}, got ${refs(path).slice(0, 3).join(' ') || 'nothing'}`,
        ),
      ...silent
        .filter(({ path }) => refs(path).length > 0)
        .map(({ path }) => `${path}: wanted nothing, got ${refs(path).slice(0, 3).join(' ')}`),
    ],
  };
}

export function scoreFindings(set: LabelSet, findings: readonly Finding[]): FindingScore {
  const located = findings.filter(({ code, seen }) => !NOT_LOCATED.has(code) && seen.some(({ file }) => file !== ''));
  const complete = set['defects-complete-for'];
  const covered = (file: string) => complete === 'all' || complete.includes(file);

  const missedDefects = set.defects.filter(
    (label) =>
      !located.some(
        (finding) =>
          alike(finding.code, codesOf(label)) && finding.seen.some((seen) => sameSpot(seen, label, label['alt-lines'])),
      ),
  );
  const foundContradictions = set.contradictions.filter((label) =>
    located.some((finding) => isClash(finding) && showsClash(finding, label.places)),
  );

  const judged = located.filter(
    ({ seen }) =>
      seen.every(({ file }) => covered(file)) &&
      !seen.every((spot) => set.neutral.some((one) => sameSpot(spot, one, []))),
  );
  const clashes = judged.filter(isClash);
  const others = judged.filter((finding) => !isClash(finding));
  const trueClash = (finding: Finding) =>
    set.contradictions.some(({ places }) => showsClash(finding, places)) || trueDefect(set, finding);
  const trueOther = (finding: Finding) =>
    trueDefect(set, finding) || set.contradictions.some(({ places }) => spotsHit(finding, places) >= 1);
  const right = (finding: Finding) => (isClash(finding) ? trueClash(finding) : trueOther(finding));
  const share = (list: readonly Finding[]) => ({ hits: list.filter(right).length, of: list.length });

  return {
    defectRecall: { hits: set.defects.length - missedDefects.length, of: set.defects.length },
    defectPrecision: share(others),
    contradictionRecall: { hits: foundContradictions.length, of: set.contradictions.length },
    contradictionPrecision: share(clashes),
    locatedPrecision: share(judged),
    missed: [
      ...missedDefects.map(
        (label) =>
          `${label.code} ${label.file}:${label.line ?? label.cell ?? label.page ?? label.text ?? ''} ${String(label.what ?? '')}`,
      ),
      ...set.contradictions
        .filter((label) => !foundContradictions.includes(label))
        .map(
          (label) =>
            `contradiction ${label.kind ?? ''} ${label.about ?? ''}: ${label.places.map(({ file, line }) => `${file}:${line}`).join(' | ')}`,
        ),
    ],
    falseAlarms: judged
      .filter((finding) => !right(finding))
      .map(
        ({ code, seen, message }) =>
          `${code} ${seen
            .slice(0, 3)
            .map(({ file, line, cell }) => `${file}:${line ?? cell ?? ''}`)
            .join(' | ')} ${message}`,
      ),
  };
}

export type StandingScore = { readonly agreed: Share; readonly misses: readonly string[] };

/** Standings of mandatory items beside those a careful person gave the same documents. */
export function scoreStandings({ expected }: LabelSet, items: readonly ItemAssessment[]): StandingScore {
  const wanted = Object.entries(expected).map(([ref, label]) => ({
    ref,
    label,
    given: items.find(({ item }) => item.ref === ref),
  }));
  const agrees = ({ label, given }: (typeof wanted)[number]) =>
    given !== undefined && [label.standing, ...label.acceptable].includes(given.standing);
  return {
    agreed: { hits: wanted.filter(agrees).length, of: wanted.length },
    misses: wanted
      .filter((one) => !agrees(one))
      .map(
        ({ ref, label, given }) =>
          `${ref}: wanted ${label.standing}, got ${given?.standing}: ${given?.reasons[0] ?? ''}`,
      ),
  };
}

function isClash({ code }: Finding): boolean {
  return (
    code === 'contradiction' || code === 'unsupported-claim' || code === 'owner-left' || code === 'conflicting-roles'
  );
}

function codesOf(label: LabelSet['defects'][number]): string[] {
  return [label.code, ...[label['also-code'] ?? []].flat()];
}

/** A finding is right when most of its places are labelled with its code or one that names the same gap. */
function trueDefect(set: LabelSet, { code, seen }: Finding): boolean {
  const right = seen.filter(
    (spot) =>
      set.defects.some((label) => isTrueFor(code, codesOf(label)) && sameSpot(spot, label, label['alt-lines'])) ||
      set.neutral.some((one) => sameSpot(spot, one, [])),
  );
  return right.length * 2 >= seen.length;
}

function alike(code: string, labels: readonly string[]): boolean {
  return (
    labels.includes(code) ||
    SAME_GAP.some((family) => family.includes(code) && labels.some((label) => family.includes(label)))
  );
}

function isTrueFor(code: string, labels: readonly string[]): boolean {
  return alike(code, labels) || (ALSO_TRUE.includes(code) && labels.some((label) => ALSO_TRUE.includes(label)));
}

type Spot = {
  readonly file: string;
  readonly line?: number | undefined;
  readonly cell?: string | undefined;
  readonly page?: number | undefined;
};

/** `Staff!B4` and `B4` are one cell where a workbook has a single sheet. */
function sameCell(a: string, b: string): boolean {
  const bare = (cell: string) => cell.slice(cell.indexOf('!') + 1);
  return a.includes('!') && b.includes('!') ? a === b : bare(a) === bare(b);
}

function sameSpot(a: Spot, b: Spot, others: readonly number[]): boolean {
  if (a.file !== b.file) return false;
  if (a.cell !== undefined && b.cell !== undefined) return sameCell(a.cell, b.cell);
  if (b.line === undefined || a.line === undefined)
    return b.page === undefined || a.page === undefined || a.page === b.page;
  const line = a.line;
  return [b.line, ...others].some((wanted) => Math.abs(wanted - line) <= NEAR);
}

/**
 * A finding shows a labelled contradiction when it leads to one labelled place exactly and to the document of another: a value
 * that a document states twice may be shown at either place.
 */
function showsClash(finding: Finding, places: readonly Spot[]): boolean {
  const exact = places.filter((place) => finding.seen.some((spot) => sameSpot(spot, place, [])));
  return exact.some((hit) =>
    places.some(
      (other) => other !== hit && finding.seen.some((spot) => spot.file === other.file && !sameSpot(spot, hit, [])),
    ),
  );
}

function spotsHit({ seen }: Finding, places: readonly Spot[]): number {
  return places.filter((place) => seen.some((spot) => sameSpot(spot, place, []))).length;
}
