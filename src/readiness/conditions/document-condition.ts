import type { Condition, Stated } from '../../catalogue/catalogue.ts';
import { periodInWords } from '../../record/day.ts';
import type { Content, DocumentKind } from '../../record/document.ts';
import type { Organisation, RecordedDocument } from '../../record/record.ts';
import { contentStems, shareOfStems, withArticle } from '../../record/words.ts';
import {
  type DocumentEvidence,
  datedInWords,
  freshnessOf,
  kindServes,
  onceUnseen,
  overlap,
  placeIn,
} from '../document-evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import { namedIn } from '../named-in.ts';
import { notSaidOfAll } from '../row-events.ts';
import type { PreparedCondition, Witness } from '../witness.ts';
import { shareSaid } from './said-in-other-words.ts';

type DocumentCondition = Extract<Condition, { is: 'document' }>;

/** Share of a rule's "about" words that a document's title or headings must hold, or its whole text. */
const ABOUT_IN_TITLE = 0.5;
const ABOUT_IN_TEXT = 0.75;
/** Share of a phrase's words that must occur for the phrase to count as said; and of phrases for the condition to be met. */
const PHRASE = 0.6;
const NAMES = 0.5;
/** What is kept here says things in our own words: of these hardly one may be missing. */
const NAMES_KEPT = 0.75;

/**
 * A document of the right kind, on the subject, recent enough, approved where the rule says so, and saying what it must.
 * `speaking` documents speak to the item; the first did so most surely. Words are compared by stem and by what commonly
 * stands for them, so "says" here means that the
 * words occur, not that the statement is sound: what is met by words alone says so in its reason.
 */
export function prepareDocument(
  condition: DocumentCondition,
  speaking: readonly DocumentEvidence[],
  all: EvidenceIndex,
  organisation: Organisation,
): PreparedCondition {
  const about = new Set(contentStems(condition.about));
  const speaks = new Set(speaking.map(({ document }) => document));
  // A document of exactly the kind and title asked for serves, even where it speaks chiefly to other items.
  const titled = all.titled(condition.kinds, about).filter(({ document }) => !speaks.has(document));
  const candidates = [...speaking, ...titled]
    .map((one) => ({ one, named: shareOfStems(about, one.titleStems) }))
    .sort((a, b) => b.named - a.named)
    .map(({ one }) => one);
  const witnesses: Witness[] = [];
  const shortfalls: Shortfall[] = [];
  for (const evidence of candidates) {
    const result = witness(condition, about, evidence, organisation);
    if (!result) continue;
    if ('lacks' in result) shortfalls.push(result);
    else witnesses.push(result);
  }
  const nearest = shortfalls.find(({ far }) => !far) ?? shortfalls[0];
  const because = nearest?.lacks ?? 'we found no such document';
  const asks = documentAsks(condition);
  return {
    condition,
    asks,
    todo: nearest?.mend ?? documentTodo(condition),
    witnesses,
    otherwise: { met: 'no', because },
  };
}

function documentAsks({ kinds, about, within, approved }: DocumentCondition): string {
  const parts = [
    namesItsKind(about, kinds) ? withArticle(about) : `${withArticle(alternatives(kinds))} about “${about}”`,
  ];
  if (approved) parts.push('approved by a named person');
  if (within) parts.push(`not older than ${periodInWords(within)}`);
  return parts.join(', ');
}

function documentTodo({ kinds, about, within, approved }: DocumentCondition): string {
  const what = namesItsKind(about, kinds) ? withArticle(about) : `${withArticle(alternatives(kinds))} about “${about}”`;
  const musts = [
    ...(approved ? ['approved by a named person'] : []),
    ...(within ? [`no older than ${periodInWords(within)}`] : []),
  ];
  const it = what.startsWith('minutes') ? 'They' : 'It';
  return `Add ${what} to your documents.${musts.length === 0 ? '' : ` ${it} must be ${musts.join(' and ')}.`}`;
}

/** "Privacy notice" already says that it is a notice. */
function namesItsKind(about: string, kinds: readonly string[]): boolean {
  return kinds.some((kind) =>
    about
      .toLowerCase()
      .split(/[\s,]+/)
      .includes(kind),
  );
}

function alternatives(kinds: readonly string[]): string {
  return kinds.length < 3 ? kinds.join(' or ') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;
}

/** What keeps a document on the subject from being proof, and what would mend it. */
type Shortfall = {
  readonly lacks: string;
  readonly mend: string;
  /** It lacks what it is there for: one that only lacks an approval or a date is nearer. */
  readonly far?: true;
};

/** What was issued to somebody else proves nothing about us. Without a name of ours nobody can tell. */
function issuedToAnother(
  { namesUs }: DocumentCondition,
  document: RecordedDocument,
  organisation: Organisation,
): Shortfall | undefined {
  const isNamed = namesUs ? namedIn(organisation) : undefined;
  if (isNamed === undefined || isNamed(document)) return undefined;
  return {
    lacks: `${document.path}: it does not name ${organisation.name}`,
    mend: `Put on file the one that names ${organisation.name}, or add the name that ${document.path} gives to your other names.`,
  };
}

/** The witness, or why this document falls short, or nothing when it is about something else. */
function witness(
  condition: DocumentCondition,
  about: ReadonlySet<string>,
  evidence: DocumentEvidence,
  organisation: Organisation,
): Witness | Shortfall | undefined {
  const { document, proofDate, approval, blocked } = evidence;
  const { profile } = document;
  if (!kindServes(profile.kind, condition.kinds)) return undefined;
  if (!isAbout(about, condition, evidence)) return undefined;
  const toAnother = issuedToAnother(condition, document, organisation);
  if (toAnother) return toAnother;
  const short = (lacks: string, mend: string): Shortfall => ({ lacks: `${document.path}: ${lacks}`, mend });
  if (blocked) return short(blocked, `Fill in ${document.path}, or replace it.`);
  const unsaidOfSome = notSaidOfAll(condition.everyone, evidence);
  if (unsaidOfSome !== undefined) return short(unsaidOfSome, `Complete ${document.path}: ${unsaidOfSome}.`);
  const unstated = condition.states && unstatedIn(document, condition.states);
  if (unstated) return { ...short(unstated.lacks, `${unstated.mend} to ${document.path}.`), far: true };
  if (condition.approved && !approval) {
    return profile.approver
      ? short(
          'it has an approver but no approval date',
          `Have ${document.path} approved, and write in who approved it and when.`,
        )
      : short(
          'it names no approver with a date',
          `Have ${document.path} approved, and write in who approved it and when.`,
        );
  }
  if (condition.within && !proofDate)
    return short('it states no date', `Write into ${document.path} when it was last reviewed or issued.`);

  const hasDate = profile.dates.length > 0;
  const said = condition.names.filter((phrase) => shareSaid(phrase, evidence.textStems, hasDate) >= PHRASE);
  const unsaid = condition.names.filter((phrase) => !said.includes(phrase));
  if (condition.names.length > 0 && said.length / condition.names.length < (document.kept ? NAMES_KEPT : NAMES))
    return short(`it does not seem to say: ${unsaid.join('; ')}`, `Add to ${document.path}: ${unsaid.join('; ')}.`);

  const fresh =
    condition.within && proofDate
      ? freshnessOf(evidence, proofDate.date, condition.within)
      : { interval: {}, because: '' };
  const since = condition.approved && approval ? { from: approval.date.date.to } : {};
  const interval = overlap(fresh.interval, since);
  if (!interval)
    return short('it was approved after its proof had lapsed', `Review ${document.path} again, and write in the date.`);
  const dated = proofDate ? `, ${datedInWords(evidence, proofDate.date)}` : '';
  const approvedBy = condition.approved && approval ? `, approved by ${approval.by}` : '';
  return {
    interval,
    because: `${document.path} (${profile.kind}${dated}${approvedBy})${fresh.because}`,
    ...(unsaid.length > 0 && { toCheck: `it also covers: ${unsaid.join('; ')}` }),
    places: [placeIn(document, proofDate?.where ?? approval?.date.where ?? {}, proofDate?.date.text)],
    ...onceUnseen(evidence),
  };
}

const STATING: Readonly<
  Record<Stated, { readonly type: string; readonly least: number; readonly lacks: string; readonly mend: string }>
> = {
  'retention-periods': {
    type: 'retention-period',
    least: 3,
    lacks: 'it does not say of each kind of record how long it is kept',
    mend: 'Add each kind of record, and how long it is kept,',
  },
};

/** What a document on the subject does not state in a way that can be read, though the rule asks for it. */
function unstatedIn({ facts }: RecordedDocument, what: Stated) {
  const { type, least, ...words } = STATING[what];
  const stated = new Set(
    facts.flatMap((fact) => (fact.type === type && fact.strength !== 'template' ? fact.subject : [])),
  );
  return stated.size < least ? words : undefined;
}

/**
 * Whether a document is on the subject: by its title, or by its words. Where a policy on a subject is asked for, one of its sections
 * must be about it, as it begins: every policy speaks a little of everything.
 */
function isAbout(
  about: ReadonlySet<string>,
  { kinds }: DocumentCondition,
  { document, titleStems, textStems }: DocumentEvidence,
): boolean {
  const { content, profile } = document;
  if (!RULES.has(profile.kind) || !kinds.some((kind) => RULES.has(kind)))
    return shareOfStems(about, titleStems) >= ABOUT_IN_TITLE || shareOfStems(about, textStems) >= ABOUT_IN_TEXT;
  const subject = subjectOf(about);
  if (shareOfStems(subject, titleStems) >= ABOUT_IN_TITLE) return true;
  return sectionsOf(content).some(
    ({ heading, beginning }) =>
      shareOfStems(subject, heading) >= ABOUT_IN_TITLE || shareOfStems(subject, beginning) >= ABOUT_IN_TEXT,
  );
}

type Section = { readonly heading: ReadonlySet<string>; readonly beginning: ReadonlySet<string> };
const sections = new WeakMap<Content, readonly Section[]>();

/** What each section is about: the words of its heading, and those with what follows at once. */
function sectionsOf(content: Content): readonly Section[] {
  const known = sections.get(content);
  if (known) return known;
  const found = content.lines.flatMap(({ role, text }, at): readonly Section[] => {
    if (role !== 'heading') return [];
    const lines = content.lines.slice(at, at + SECTION_BEGINS).map((line) => line.text);
    return [{ heading: new Set(contentStems(text)), beginning: new Set(contentStems(lines.join(' '))) }];
  });
  sections.set(content, found);
  return found;
}

/** Kinds in which an organisation says how things are done. */
const RULES: ReadonlySet<DocumentKind> = new Set(['policy', 'procedure']);
/** Lines at which a section is looked at. */
const SECTION_BEGINS = 3;
/** Words that stand in the titles of most policies, and those that say least beside others: "network" of "network security policy". */
const TELL_LITTLE = [
  new Set(contentStems('policy procedure process data information management keeping')),
  new Set(contentStems('security')),
] as const;

/** What of a subject tells it from others, as long as anything is left. */
function subjectOf(about: ReadonlySet<string>): ReadonlySet<string> {
  let left = about;
  for (const little of TELL_LITTLE) {
    const more = new Set([...left].filter((stem) => !little.has(stem)));
    if (more.size > 0) left = more;
  }
  return left;
}
