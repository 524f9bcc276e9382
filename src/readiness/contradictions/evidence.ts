import type { Day } from '../../record/day.ts';
import type { Fact, Place, ReadDocument } from '../../record/document.ts';
import { remembered } from '../../record/remembered.ts';

/** A fact with the document it stands in. */
export type Sighting = { readonly fact: Fact; readonly document: ReadDocument };

/** The facts of a folder by type, without those that can contradict nothing: plans, examples, withdrawn and replaced documents. */
export type Evidence = {
  readonly on: Day;
  readonly documents: readonly ReadDocument[];
  /** Sightings of a type in document order; only those read with at least `confidence` (0.55 unless given). */
  readonly of: (type: string, confidence?: number) => readonly Sighting[];
  /** Sightings of a type that only speak of a plan. They prove nothing, but a result cannot stand beside them. */
  readonly planned: (type: string) => readonly Sighting[];
  /** The items that a certificate of ours exempts; none for one that exempts nothing. */
  readonly exemptedBy: (certificate: string) => readonly string[];
};

/** Puts the facts of documents in order for comparison on a day. */
export function evidenceOf(
  documents: readonly ReadDocument[],
  on: Day,
  exemptedBy: Evidence['exemptedBy'] = () => [],
): Evidence {
  const current = withoutReplaced(documents);
  const byType = new Map<string, Sighting[]>();
  const plans = new Map<string, Sighting[]>();
  for (const document of current) {
    if (
      document.profile.kind === 'template' ||
      document.profile.status === 'withdrawn' ||
      SET_ASIDE.test(document.path)
    )
      continue;
    for (const fact of document.facts) {
      if (fact.strength === 'template') continue;
      const into = fact.strength === 'planned' ? plans : byType;
      const list = into.get(fact.type);
      if (list === undefined) into.set(fact.type, [{ fact, document }]);
      else list.push({ fact, document });
    }
  }
  return {
    on,
    documents: current,
    of: (type, confidence = 0.55) => (byType.get(type) ?? []).filter((one) => one.fact.confidence >= confidence),
    planned: (type) => plans.get(type) ?? [],
    exemptedBy,
  };
}

const SET_ASIDE = /(?:^|[/ _-])(?:templates?|archived?|superseded|obsolete|withdrawn|old versions?)(?=[/ _.-]|$)/i;

const SUPPLIER =
  /\b(?:suppliers?|vendors?|processors?|dpa|questionnaire|third[- ]part(?:y|ies)|data processing agreement)\b/i;
const ITS_WORDS: ReadonlySet<string> = new Set(['contract', 'form', 'certificate', 'statement', 'report', 'other']);

/** A document that tells what a supplier does, such as a data processing agreement or its answers to questions. */
export function isAboutSupplier({ path, profile }: ReadDocument): boolean {
  return ITS_WORDS.has(profile.kind) && SUPPLIER.test(`${path.replace(/[/_-]/g, ' ')} ${profile.title}`);
}

const VARIANT = /\b([\w-]{2,20})[ _-](?:version|edition|variant|addendum|supplement)\b/i;

/**
 * The special reader a document is written for, when its file name or title says so ("DCC version"): what it says holds for them
 * only, and is compared with documents of the same kind.
 */
export function variantOf({ path, profile }: ReadDocument): string {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replaceAll('_', ' ');
  return variantIn(name) ?? variantIn(profile.title) ?? '';
}

const variantIn = remembered((name): string | undefined => {
  const word = VARIANT.exec(name)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  return /^(?:final|draft|new|old|latest|current|first|second|this|web|pdf|word|\d.*)$/.test(word) ? '' : word;
});

/** A newer version replaces an older one of the same document; it never replaces a different document. */
function withoutReplaced(documents: readonly ReadDocument[]): readonly ReadDocument[] {
  const newest = new Map<string, ReadDocument>();
  for (const document of documents) {
    const key = versionlessKey(document);
    const other = newest.get(key);
    if (other === undefined || isNewer(document, other)) newest.set(key, document);
  }
  return documents.filter((one) => {
    const other = newest.get(versionlessKey(one));
    return other === one || other === undefined || !isNewer(other, one);
  });
}

function versionlessKey(document: ReadDocument): string {
  const { kind, title } = document.profile;
  return kind === 'policy' || kind === 'procedure' || kind === 'plan'
    ? `${kind} ${title
        .toLowerCase()
        .replace(/\bv?\d+(?:\.\d+)*\b|\b(?:final|draft|version|copy)\b|[^a-z ]/g, '')
        .replace(/\s+/g, ' ')
        .trim()}`
    : document.path;
}

function isNewer(a: ReadDocument, b: ReadDocument): boolean {
  if (a === b || a.profile.status === 'draft') return false;
  const [x, y] = [
    Number.parseFloat(a.profile.version?.replace(/^[^\d]*/, '') ?? ''),
    Number.parseFloat(b.profile.version?.replace(/^[^\d]*/, '') ?? ''),
  ];
  return Number.isFinite(x) && Number.isFinite(y) && x > y;
}

/** The last day, not after `on`, on which the document says it was approved, reviewed, issued or took effect. */
export function documentDay(document: ReadDocument, on: Day): Day | undefined {
  let last: Day | undefined;
  for (const { meaning, date } of document.profile.dates) {
    if (meaning === 'next-review' || meaning === 'expires' || meaning === 'stated' || date.to > on) continue;
    if (last === undefined || date.from > last) last = date.from;
  }
  return last ?? (isHistorical(document) ? namedDay(document, on) : undefined);
}

const IN_NAME = /(?<!\b[A-Z]{2,6}[- ])\b(20\d\d)[-_. ](0[1-9]|1[0-2])(?:[-_. ]([0-2]\d|3[01]))?\b/;

/** The day in the file name of minutes or a report, or the first day such a document states anywhere. */
function namedDay({ path, profile }: ReadDocument, on: Day): Day | undefined {
  const name = IN_NAME.exec(path.slice(path.lastIndexOf('/') + 1));
  if (name !== null) {
    const month = `${name[1]}-${name[2]}`;
    const stated = profile.dates.find(({ date }) => date.precision === 'day' && date.from.startsWith(month));
    // The month alone: by its end what happened in it was known.
    return name[3] === undefined ? (stated?.date.from ?? `${month}-28`) : `${month}-${name[3]}`;
  }
  return profile.dates.find(({ meaning, date }) => meaning === 'stated' && date.to <= on)?.date.from;
}

const OF_ONE_DAY: ReadonlySet<string> = new Set([
  'minutes',
  'email',
  'report',
  'log',
  'certificate',
  'form',
  'screenshot',
]);

/** True for a document that speaks of one day and is not kept up to date afterwards, such as minutes. */
export function isHistorical(document: ReadDocument): boolean {
  return OF_ONE_DAY.has(document.profile.kind);
}

export function placeOf({ fact, document }: Sighting): Place {
  return { file: document.path, ...fact.where, text: fact.words };
}

/** `bcp.md line 31`; `staff.xlsx Staff!B4`. The folder is left out when the file name alone is clear. */
export function inWords(place: Place): string {
  const name = place.file.slice(place.file.lastIndexOf('/') + 1);
  if (place.line !== undefined) return `${name} line ${place.line}`;
  if (place.cell !== undefined) return `${name} ${place.cell}`;
  return place.page === undefined ? name : `${name} page ${place.page}`;
}
