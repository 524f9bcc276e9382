import type { Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { type Passage, passagesOf, whereAt } from '../profile/passages.ts';
import { type LocatedDefect, type ProfiledDocument, place } from './defect-rule.ts';
import { documentsOfAnother } from './documents-of-another.ts';
import { firstWord, learnOwnNames, namesIn } from './organisation-names.ts';
import { sentenceAt } from './sentences.ts';

/** A sentence in which the named organisation is the one that speaks or owns. */
const OWN_BEFORE =
  /\b(?:property of|belong\w* to|employ(?:ees|ed) (?:of|by)|(?:staff|directors|board|policy|people|everyone|information security|systems?|data) (?:of|at)|on behalf of|data held by|owned by|work(?:s|ing)? (?:for|at)|we at|here at|policies of|welcome to|joining|issued by|provided by|visitors? to|(?:carried out|written|prepared) for and on behalf of)\s*(?:the )?$/i;
const OWN_AFTER =
  /^(?:['’]s? (?:\w+ ){0,2}(?:images|polic\w+|staff|employees?|systems?|servers?|data|information|board|directors?|network|customers|patients|services|premises|offices?|people|devices|laptops|assets|procedures?|records|security|equipment|intellectual property|business)\b| (?:is committed|recogni[sz]es|takes|will|must|shall|is required|has (?:a duty|appointed|adopted|a legal)|requires|remains|are committed|expects|staff|employees|policy|(?:\(|["“])|,? \(?(?:hereafter|hereinafter|the ["“]?(?:company|organi[sz]ation)|["“]?we\b)))/i;
const OTHERS =
  /\b(?:suppliers?|vendors?|providers?|customers?|clients?|auditors?|assessors?|certif\w+|insur\w+|hosted|contractors?|subcontract\w*|processors?|controller|between|partners?|acquired|formerly|invoice\w*|tester|testers|reported by|audit\w*|assessed by|tested by|supplied by|bought from|purchased|third part\w+|landlord|bank|solicitors?|accountants?|references?|example|such as|source|according to|report by|threat)\b/i;

/**
 * Another organisation's name where our own belongs (fact types, D11): left over from a template or an earlier client. A name
 * that stands in several documents, or that a sentence calls supplier, customer or auditor, is no slip.
 */
export function wrongOrganisations(
  documents: readonly ProfiledDocument[],
  given: readonly string[] = [],
): LocatedDefect[] {
  const own = learnOwnNames(documents, given);
  /** The document of every mention, one entry a mention. */
  const seenIn = new Map<string, string[]>();
  for (const { path, content } of documents) {
    for (const { text } of content.lines) {
      for (const name of namesIn(text)) {
        const paths = seenIn.get(name.bare);
        if (paths === undefined) seenIn.set(name.bare, [path]);
        else paths.push(path);
      }
    }
  }
  const others = documentsOfAnother(documents, own, (document, bare) =>
    passagesOf(document.content).some((passage) =>
      [...namesIn(passage.text)].some((one) => one.bare === bare && isInOurVoice(passage, one.index, one.words)),
    ),
  );
  const anothers = new Set(others.map(({ path }) => path));
  const ours = documents.filter(({ path }) => !anothers.has(path));
  return [
    ...others,
    ...ours.flatMap((document) => [...inDocument(document, own, seenIn), ...foreignMailboxes(document, own)]),
  ];
}

const MAILBOX =
  /\b((?:it|ithelp|help ?desk|service ?desk|hr|people|dpo|privacy|data\.?protection|ig|info(?:sec)?|security|incidents?|office|reception|enquiries)@([a-z\d-]{4,})\.[a-z.]{2,})/gi;

/** "Staff write to it@other-firm": an office of ours under a domain that is neither ours nor that of anybody the text names. */
function foreignMailboxes({ path, profile, content }: ProfiledDocument, own: readonly string[]): LocatedDefect[] {
  if (own.length === 0 || !['policy', 'procedure', 'plan'].includes(profile.kind) || profile.status === 'withdrawn')
    return [];
  const mails = content.lines.flatMap(({ text, where }) =>
    text.includes('@')
      ? [...everyMatch(text, MAILBOX)].map((match) => ({
          mail: match[1] ?? '',
          domain: (match[2] ?? '').toLowerCase(),
          text,
          where,
        }))
      : [],
  );
  if (mails.length === 0) return [];
  const said = content.lines.map(({ text }) => text.replace(/[\w.+-]+@[\w.-]+/g, '').toLowerCase()).join('\n');
  return mails.flatMap(({ mail, domain, text, where }) => {
    if (
      own.some((name) => domain.startsWith(firstWord(name).replace(/\W/g, ''))) ||
      /^(?:nhs|gov|ico|gmail|outlook)/.test(domain)
    )
      return [];
    if (
      said.includes(domain.slice(0, 6)) ||
      !/\b(?:e-?mails?|mail(?:s|ed)?|writes?|contacts?|report(?:s|ed)?|tell|told|send|sent)\b/i.test(text)
    )
      return [];
    return [{ path, defect: leftover(mail, own, [place(where, text)], profile.kind) }];
  });
}

function inDocument(
  document: ProfiledDocument,
  own: readonly string[],
  seenIn: ReadonlyMap<string, readonly string[]>,
): LocatedDefect[] {
  const { profile, content, path } = document;
  if (
    own.length === 0 ||
    profile.status === 'withdrawn' ||
    ![
      'policy',
      'procedure',
      'plan',
      'notice',
      'statement',
      'contract',
      'form',
      'report',
      'other',
      'register',
      'log',
    ].includes(profile.kind)
  )
    return [];
  const found = new Map<string, { readonly words: string; readonly places: Defect['places'][number][] }>();
  for (const passage of passagesOf(content)) {
    if (passage.role === 'cell' || passage.role === 'column') continue;
    for (const { bare, words, index } of namesIn(passage.text)) {
      if (isOwn(bare, own)) continue;
      const mentions = seenIn.get(bare) ?? [];
      const reviews = REVIEWER.test(passage.text.slice(0, index));
      const certain = isOursBeyondDoubt(passage, index, words) && (mentions.length < 2 || !reviews);
      if (!certain && (new Set(mentions).size > 1 || !isInOurVoice(passage, index, words))) continue;
      const spot = place(whereAt(passage, index), passage.text);
      const known = found.get(bare);
      if (known === undefined) found.set(bare, { words, places: [spot] });
      else if (!known.places.some((other) => other.line === spot.line)) known.places.push(spot);
    }
  }
  return [...found.values()].map(({ words, places }) => ({ path, defect: leftover(words, own, places, profile.kind) }));
}

function leftover(name: string, own: readonly string[], places: Defect['places'], kind: string): Defect {
  return {
    code: 'wrong-organisation',
    severity: kind === 'contract' ? 'high' : 'medium',
    message: `“${name}” stands where our own name (${own[0]}) would; it looks left over from another organisation's text.`,
    next: 'Put our own name in, and read the rest for other leftovers.',
    places,
    subject: name,
    effect: kind === 'contract' ? 'blocks' : 'doubt',
  };
}

/** "All staff of X", "Welcome to X": nobody writes so of a supplier in their own rules, however often X is named elsewhere. */
const BEYOND_DOUBT =
  /\b(?:(?:all|every|our) (?:staff|employees|personnel|colleagues|workers) (?:of|at)|^(?:staff|employees|directors) (?:of|at)|welcome to|(?:devices?|phones?|laptops?|equipment|tablets?) (?:issued|provided|owned) by|(?:policy|handbook|rules) of)\s*(?:the )?$/i;

/** Whoever reviews or approves our papers is one of us, or is named somewhere else too. */
const REVIEWER = /^(?:reviewed|approved|authorised|signed off|checked|ratified) by\s*:\s*$/i;

function isOursBeyondDoubt(passage: Passage, index: number, words: string): boolean {
  const { text, index: from } = sentenceAt(passage.text, index);
  const before = text.slice(0, index - from).trimStart();
  if (BEYOND_DOUBT.test(before))
    return !/\b(?:suppliers?|customers?|clients?|processors?|contract with|provider)\b[^,]*$/i.test(before);
  if (REVIEWER.test(before)) return passage.text.length < index + words.length + 3 && passage.cell === undefined;
  // A signature block of our own rules, closed for somebody else.
  return (
    /^(?:signed )?(?:for|for and on behalf of|on behalf of)\s*$/i.test(before) &&
    passage.text.length < index + words.length + 4
  );
}

function isInOurVoice(passage: Passage, index: number, words: string): boolean {
  const sentence = sentenceAt(passage.text, index).text;
  if (OTHERS.test(sentence)) return false;
  const before = passage.text.slice(Math.max(0, index - 40), index);
  const after = passage.text.slice(index + words.length, index + words.length + 60);
  if (OWN_AFTER.test(after)) return true;
  return OWN_BEFORE.test(before);
}

function isOwn(name: string, own: readonly string[]): boolean {
  return own.some((each) => each.toLowerCase() === name.toLowerCase() || firstWord(each) === firstWord(name));
}
