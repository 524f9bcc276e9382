import { type Day, dayAfter, dayInWords, type Period, periodInWords, type StatedDate } from '../record/day.ts';
import type { Content, DateMeaning, DocumentDate, DocumentKind, Place, Where } from '../record/document.ts';
import type { RecordedDocument } from '../record/record.ts';
import { contentStems, withArticle } from '../record/words.ts';
import type { Interval } from './interval.ts';
import type { Witness } from './witness.ts';

/** A document with what the proof rules ask of it, worked out once. */
export type DocumentEvidence = {
  readonly document: RecordedDocument;
  /** The day it was written by: a result dated later was no result then. */
  readonly readOn: Day;
  readonly titleStems: ReadonlySet<string>;
  /** Worked out when first asked for: most documents are never looked into. */
  readonly textStems: ReadonlySet<string>;
  /** The date that says how fresh it is as proof; absent when the document states none. */
  readonly proofDate?: DocumentDate;
  readonly approval?: { readonly by: string; readonly date: DocumentDate };
  /** Its own faults that keep it from proving anything, one sentence. */
  readonly blocked?: string;
  /** For how long it counts for the item that is looked at, where somebody allowed more than the catalogue does. */
  readonly allowed?: Period;
};

/** Kinds that people use for one another: a rule that asks for the first is satisfied by the others. */
const NEAR_KINDS: Readonly<Partial<Record<DocumentKind, readonly DocumentKind[]>>> = {
  policy: ['procedure', 'plan', 'statement'],
  procedure: ['policy', 'plan', 'form'],
  plan: ['procedure', 'policy'],
  register: ['log', 'report'],
  log: ['register', 'report', 'form'],
  report: ['log', 'form', 'minutes', 'statement', 'register'],
  form: ['log', 'contract', 'report'],
  statement: ['notice', 'email', 'report'],
  screenshot: ['report', 'register', 'log'],
  certificate: ['statement', 'report'],
  contract: ['form'],
  minutes: ['report'],
  notice: ['email', 'statement'],
};

/** Review and approval dates come before issue dates; a file's own time stamps never count. */
const PROOF_DATES: readonly (readonly DateMeaning[])[] = [
  ['approved', 'reviewed'],
  ['event', 'issued', 'effective'],
  ['created', 'stated'],
];

/** For a record of something done, the day it was done comes first. */
const RECORD_DATES: readonly (readonly DateMeaning[])[] = [
  ['event', 'issued'],
  ['approved', 'reviewed'],
  ['created', 'effective', 'stated'],
];

/** Kinds that record something done: the day it was done is what counts. */
const RECORDS: ReadonlySet<DocumentKind> = new Set([
  'report',
  'log',
  'minutes',
  'form',
  'certificate',
  'screenshot',
  'email',
]);

/** Everything about a document that conditions ask for. It was read on `on`, so it was written by then, or by the day it came in. */
export function documentEvidence(document: RecordedDocument, on: Day): DocumentEvidence {
  const { content, profile, path, defects, writtenBy = on } = document;
  const readOn = writtenBy < on ? writtenBy : on;
  const headings = content.lines.filter((line) => line.role === 'heading').map((line) => line.text);
  const proofDate = notAfter(dateOfProof(document), readOn);
  const approval = approvalOf(document);
  const anothers = defects.find(({ code, effect }) => code === 'wrong-organisation' && effect === 'blocks');
  const blocking =
    profile.kind === 'template'
      ? 'it is a blank template'
      : profile.status === 'withdrawn'
        ? 'it is withdrawn'
        : anothers && `it speaks for ${anothers.subject ?? 'another organisation'}, not for you`;
  const empty = defects.find((defect) => defect.code === 'empty-record' && defect.effect === 'blocks');
  const blocked = blocking ?? (empty && RECORDS.has(profile.kind) ? 'its record is empty' : undefined);
  return {
    document,
    readOn,
    get textStems() {
      return stemsOfText(content);
    },
    titleStems: new Set(contentStems([profile.title, path.replace(/[/_.-]/g, ' '), ...headings.slice(0, 3)].join(' '))),
    ...(proofDate && { proofDate }),
    ...(approval && { approval }),
    ...(blocked && { blocked }),
  };
}

const stemsOf = new WeakMap<Content, ReadonlySet<string>>();

function stemsOfText(content: Content): ReadonlySet<string> {
  const known = stemsOf.get(content);
  if (known) return known;
  const stems = new Set(content.lines.flatMap((line) => contentStems(line.text)));
  stemsOf.set(content, stems);
  return stems;
}

function dateOfProof({ profile }: RecordedDocument): DocumentDate | undefined {
  for (const meanings of RECORDS.has(profile.kind) ? RECORD_DATES : PROOF_DATES) {
    const found = profile.dates.filter((date) => meanings.includes(date.meaning));
    if (found.length > 0) return found.reduce((a, b) => (b.date.from > a.date.from ? b : a));
  }
  return undefined;
}

/** "November 2026", read on the 20th, was written by the 20th; a date that is wholly in the future stays there. */
function notAfter(dated: DocumentDate | undefined, readOn: Day): DocumentDate | undefined {
  if (!dated || dated.date.from > readOn || dated.date.to <= readOn) return dated;
  return { ...dated, date: { ...dated.date, to: readOn } };
}

function approvalOf({ profile, defects }: RecordedDocument): DocumentEvidence['approval'] {
  if (!profile.approver || profile.status === 'draft') return undefined;
  if (defects.some((defect) => defect.code === 'not-approved' && defect.effect === 'blocks')) return undefined;
  const dated = profile.dates.filter((date) => ['approved', 'reviewed', 'effective', 'issued'].includes(date.meaning));
  const date = dated.find((one) => one.meaning === 'approved') ?? dated[0];
  return date && { by: profile.approver, date };
}

/** True when the document's kind will do where one of `kinds` is asked for. */
export function kindServes(kind: DocumentKind, kinds: readonly DocumentKind[]): boolean {
  return kinds.includes(kind) || kinds.some((wanted) => NEAR_KINDS[wanted]?.includes(kind));
}

/** The same evidence as it counts for one item: with what was allowed for it, and nothing where somebody refused it. */
export function evidenceFor(ref: string, evidence: DocumentEvidence): DocumentEvidence {
  const { document } = evidence;
  if (document.refused?.includes(ref))
    return differing(evidence, { blocked: 'somebody said that it does not show this' });
  const allowed = document.allowed?.find(({ refs }) => refs.includes(ref))?.within;
  return allowed === undefined ? evidence : differing(evidence, { allowed });
}

/** A copy that differs in this. What is worked out when it is first asked for stays so. */
function differing(evidence: DocumentEvidence, what: Partial<DocumentEvidence>): DocumentEvidence {
  return Object.create(evidence, Object.getOwnPropertyDescriptors(what));
}

/** True of a document that does not count alike for every item. */
export function countsByItem({ allowed = [], refused = [] }: RecordedDocument): boolean {
  return allowed.length > 0 || refused.length > 0;
}

/** The days on which a document's date is recent enough, with what was allowed for it, and that in words when it adds to them. */
export function freshnessOf(
  { allowed }: DocumentEvidence,
  date: StatedDate,
  within: Period | undefined,
): { readonly interval: Interval; readonly because: string } {
  const asked = freshness(date, within);
  const longer = allowed === undefined ? asked : freshness(date, allowed);
  return asked.until !== undefined && longer.until !== undefined && allowed !== undefined && longer.until > asked.until
    ? { interval: longer, because: `; allowed to count for ${periodInWords(allowed)}, longer than is asked` }
    : { interval: asked, because: '' };
}

/** The days on which something dated `date` is recent enough. The last day of the window still counts. */
export function freshness(date: StatedDate, within: Period | undefined): Interval {
  return { from: date.to, until: within === undefined ? undefined : dayAfter(date.from, within) };
}

/** The date of a proof as its reason gives it: what is kept here is as recent as what somebody did to it. */
export function datedInWords({ document }: DocumentEvidence, date: StatedDate): string {
  return `${document.kept?.review === undefined ? 'dated' : 'last changed or reviewed on'} ${dayInWords(date.from)}`;
}

/** Of a register kept here that nobody has seen to for too long: that, and how to make it count again. */
export function onceUnseen({ document, proofDate }: DocumentEvidence): Pick<Witness, 'lapsed'> {
  const { kept, profile } = document;
  if (kept?.review === undefined || !proofDate) return {};
  const since = dayInWords(proofDate.date.from);
  return {
    lapsed: {
      because: `${profile.title}: nobody has changed it or recorded a review of it since ${since}`,
      todo: `Look through “${profile.title}”, mend what is wrong, and record ${withArticle(kept.review)} under Activities.`,
    },
  };
}

export function placeIn(document: { readonly path: string }, where: Where, text?: string): Place {
  return { file: document.path, ...where, ...(text !== undefined && { text }) };
}

/** The days in both intervals; undefined when there are none. */
export function overlap(a: Interval, b: Interval): Interval | undefined {
  const from = a.from === undefined || (b.from !== undefined && b.from > a.from) ? b.from : a.from;
  const until: Day | undefined =
    a.until === undefined || (b.until !== undefined && b.until < a.until) ? b.until : a.until;
  return from !== undefined && until !== undefined && from > until ? undefined : { from, until };
}
