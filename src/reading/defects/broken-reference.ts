import type { Content, Defect } from '../../record/document.ts';
import { everyMatch } from '../../record/every-match.ts';
import { headingsOver, type Passage, passagesOf, whereAt } from '../profile/passages.ts';
import { type DefectPlace, type LocatedDefect, type ProfiledDocument, place, shortened } from './defect-rule.ts';
import { keptApart, unheldNumbers, unheldRows } from './numbered-references.ts';
import { DOCUMENT_NOUN, OTHERS_BEFORE, OUTSIDE_TITLE } from './reference-words.ts';
import { type TitleIndex, titleIndex } from './title-match.ts';

/** A document that is pointed at, by its title, file name or number, and where. */
export type Reference = { readonly wanted: string; readonly place: DefectPlace };

/**
 * References to documents, files and appendices that are not in the set (fact types, D09). Only definite ones count: links,
 * file names, "Appendix B", and capitalised titles after words such as "see" or under a heading of related documents.
 */
export function brokenReferences(documents: readonly ProfiledDocument[]): LocatedDefect[] {
  // A single file says nothing about its neighbours.
  if (documents.length < 2) return [];
  const index = titleIndex(documents);
  return documents.flatMap((document) => {
    if (document.profile.kind === 'template' || document.profile.status === 'withdrawn') return [];
    const missing = new Map<string, { shown: string; places: DefectPlace[] }>();
    for (const { wanted, place: spot } of referencesOf(document, index)) {
      const key = wanted.toLowerCase();
      const known = missing.get(key);
      if (known === undefined) missing.set(key, { shown: wanted, places: [spot] });
      else if (
        !known.places.some((other) => other.line === spot.line && other.cell === spot.cell && other.page === spot.page)
      )
        known.places.push(spot);
    }
    return [...missing.values()].map(({ shown, places }) => ({
      path: document.path,
      defect: missingDocument(shown, places),
    }));
  });
}

function missingDocument(wanted: string, places: readonly DefectPlace[]): Defect {
  return {
    code: 'broken-reference',
    severity: 'low',
    message: `It refers to “${wanted}”, which is not among the documents given; it may simply not be in this folder.`,
    next: 'Add the document to the folder, correct the reference, or take it out if the document does not exist.',
    places,
    subject: wanted,
    effect: 'doubt',
  };
}

function* referencesOf(document: ProfiledDocument, index: TitleIndex): Generator<Reference> {
  const { content, path } = document;
  yield* links(content, path, index);
  yield* unheldRows(document, index);
  for (const passage of passagesOf(content)) {
    if (passage.role === 'column' || passage.role === 'furniture') continue;
    yield* fileNames(passage, document, index);
    yield* attachments(passage, document, index);
    yield* appendices(passage, document);
    yield* titles(passage, content, index);
    yield* unheldNumbers(passage, document, index);
    yield* keptApart(passage, content, index);
  }
}

function* links(content: Content, path: string, index: TitleIndex): Generator<Reference> {
  for (const { target, text, where } of content.links) {
    if (/^(?:[a-z][a-z0-9+.-]*:|#|\/\/|www\.)/i.test(target) || target === '') continue;
    const plainTarget = decoded(target);
    if (!index.holdsFile(plainTarget, path, 'link'))
      yield { wanted: plainTarget.replace(/[#?].*$/, ''), place: place(where, text === '' ? target : text) };
  }
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const FILE_NAME =
  /(?<![\w/.:@-])(?:\.{1,2}\/)?(?:[\w-]+\/){0,6}[A-Za-z][\w-]{2,60}\.(?:md|docx?|xlsx?|pptx?|csv|pdf)\b/g;
const PRODUCED =
  /\b(?:generat\w+|creat\w+|output\w*|produc\w+|export\w*|save[ds]?|sav(?:ed|ing)|named|rename\w*|naming|written to|filed? as|upload\w*|attach\w*|e\.g\.?|example|such as|format)\b/i;

function* fileNames(passage: Passage, { content, path }: ProfiledDocument, index: TitleIndex): Generator<Reference> {
  if (!passage.text.includes('.')) return;
  if (
    passage.cell !== undefined &&
    /\bfile(?: ?name)?s?\b/i.test(content.tables[passage.cell.table]?.columns[passage.cell.column] ?? '')
  ) {
    const only = /^[\w ./-]+\.(?:md|docx?|xlsx?|pptx?|csv|pdf|txt|html?|png|svg|jpe?g|drawio|vsdx?)$/i.exec(
      passage.text,
    )?.[0];
    if (only !== undefined && !index.holdsFile(only, path, 'mention'))
      yield { wanted: only, place: place(passage.where, passage.text) };
    return;
  }
  for (const match of everyMatch(passage.text, FILE_NAME)) {
    if (
      PRODUCED.test(passage.text.slice(Math.max(0, match.index - 60), match.index)) ||
      index.holdsFile(match[0], path, 'mention') ||
      index.endsInText(match[0], passage.text)
    )
      continue;
    yield { wanted: match[0], place: place(whereAt(passage, match.index), passage.text) };
  }
}

const ATTACHED =
  /\b(?:attach(?:ed|ment)s?|enclos(?:ed|ure)s?|file|document|see)\s*:?\s+["“]?([A-Z][\w'’&()-]*(?: [\w'’&()-]+){1,9}\.(?:pdf|docx?|xlsx?|csv|pptx?|md|png|jpe?g))\b/g;

/** A file named with spaces after "Attachment:" or "see". */
function* attachments(passage: Passage, { path, profile }: ProfiledDocument, index: TitleIndex): Generator<Reference> {
  if (profile.kind === 'email' || !/\.\w{2,4}\b/.test(passage.text)) return;
  for (const match of passage.text.matchAll(new RegExp(ATTACHED.source, 'gi'))) {
    const name = match[1] ?? '';
    if (!index.holdsFile(name, path, 'mention'))
      yield { wanted: name, place: place(whereAt(passage, match.index), passage.text) };
  }
}

const APPENDIX =
  /\b(?:see|in|at|to|per|from|using|under|and|with|of)\s+(?:the )?(Appendix|Annex|Schedule|Attachment) ([A-Z]|\d{1,2})\b(?!\.?\d)(?!\s+(?:of|to) (?:the )?(?:[\w ]{0,40})(?:Act|GDPR|Regulations?|Directive|Code|agreement|contract|IDTA|standard|ISO))/g;

function* appendices(passage: Passage, { content }: ProfiledDocument): Generator<Reference> {
  if (passage.role === 'heading' || !/\b(?:Appendix|Annex|Schedule|Attachment) (?:[A-Z]|\d)/.test(passage.text)) return;
  for (const match of everyMatch(passage.text, APPENDIX)) {
    const [, word = '', letter = ''] = match;
    if (word === 'Annex' && /\b(?:ISO|27001|27002|Annex A)\b/.test(passage.text)) continue;
    if (
      /\b(?:Act|GDPR|Regulation|law|DSPT|Toolkit)\b/.test(
        passage.text.slice(Math.max(0, match.index - 40), match.index),
      )
    )
      continue;
    const name = new RegExp(`^(?:\\d+[.)]\\s*)?(?:${word}|Appendix|Annex|Schedule)\\s+${letter}\\b`, 'i');
    const inLine = new RegExp(`(?:^|[.;:]\\s)${word}\\s+${letter}\\s*[:.–—-]`);
    const inside =
      content.lines.some(
        (line) =>
          ((line.role === 'heading' || line.text.length < 80) && name.test(line.text)) || inLine.test(line.text),
      ) || content.tables.some((table) => table.title !== undefined && name.test(table.title));
    if (!inside) yield { wanted: `${word} ${letter}`, place: place(whereAt(passage, match.index), passage.text) };
  }
}

const WORD = "(?:[A-Z][\\w'’/-]*|[A-Z]{2,8}|&)";
const TITLE = `${WORD}(?:[ -](?:${WORD}|of|and|for|to)){0,6} ${DOCUMENT_NOUN}`;
const TITLED = new RegExp(`\\b${TITLE}\\b`, 'g');
/** Words that end just before a title that is pointed at. */
const POINTING =
  /\b(?:see|refer(?:ring)? to|consult|read|follow(?:s|ing|ed)?|per|under|in line with|accordance with|according to|aligned (?:to|with)|set out in|described in|detailed in|details (?:are )?in|defined in|documented (?:with)?in|record(?:ed)? (?:it )?(?:in|on)|logged in|held in|kept in|listed in|given in|found in|contained in|stated in|outlined in|specified in|covered (?:by|in)|governed by|supported by|supplement(?:s|ed by)|compl(?:y|ies) with|alongside|with|from|in|to|by|and|of|via|through|using|also)\s+(?:also )?(?:the |our |this )?["“‘']?$/i;
/** Sentence openers and articles that a run of capitals swallows. */
const OPENER =
  /^(?:(?:See|Refer|The|Our|Per|Follow|Following|In|And|Under|Consult|With|From|For|Also|Use|Using|Complete|Review|Update) (?:(?:to|the|our) )?)+/;
const LISTED = new RegExp(`^(?:[-•*]\\s*)?(?:the |our )?["“‘']?(${TITLE})\\b`);
const NOUN = new RegExp(`${DOCUMENT_NOUN}`);
const WHOLE = new RegExp(`^(${TITLE})$`);
const RELATED =
  /\b(?:related|associated|supporting|linked|reference[ds]?|see also|other|applicable) (?:documents?|polic(?:y|ies)|procedures?|records|information|materials?|documentation)\b|^(?:\d+[.)]?\s*)*references$|\bcross[- ]references?\b/i;

function* titles(passage: Passage, content: Content, index: TitleIndex): Generator<Reference> {
  const { text, role, section } = passage;
  if (role === 'heading' || !/[A-Z]/.test(text)) return;
  if (role !== 'cell' && RELATED.test(headingsOver(content, section)[0] ?? '')) {
    const listed = LISTED.exec(text)?.[1];
    const settled = /\((?:website|online|on request|if |customer contracts?|external|where )/i.test(text);
    if (listed !== undefined && !settled && !goesOn(text, listed) && isOurs(listed, '') && !index.holds(listed)) {
      yield { wanted: shortened(listed, 80), place: place(passage.where, text) };
      return;
    }
  }
  if (
    role === 'cell' &&
    passage.cell !== undefined &&
    /\b(?:polic(?:y|ies)|documents?|procedures?|references?|related|supporting)\b/i.test(
      content.tables[passage.cell.table]?.columns[passage.cell.column] ?? '',
    )
  ) {
    for (const part of text.split(/,\s*|;\s*/)) {
      const listed = WHOLE.exec(part.trim())?.[1];
      if (listed !== undefined && isOurs(listed, '') && !index.holds(listed))
        yield { wanted: shortened(listed, 80), place: place(passage.where, text) };
    }
    return;
  }
  if (!NOUN.test(text)) return;
  for (const match of everyMatch(text, TITLED)) {
    const opener = OPENER.exec(match[0])?.[0] ?? '';
    const title = singleTitle(match[0].slice(opener.length));
    const at = match.index + opener.length;
    const lead = POINTING.exec(text.slice(Math.max(0, at - 40), at))?.[0];
    const acts =
      /\b(?:the|our) $/i.test(text.slice(0, at)) &&
      ACTS.test(text.slice(at + title.length)) &&
      title.split(/[ -]/).length >= 3;
    if (!acts && (lead === undefined || !isDefinite(lead, title))) continue;
    if (goesOn(text, title)) continue;
    if (!isOurs(title, text.slice(Math.max(0, at - 30), at)) || index.holds(title)) continue;
    yield { wanted: shortened(title, 80), place: place(whereAt(passage, at), text) };
  }
}

/** What a document of ours does or is put to: "The Change Control Procedure was used twice". */
const ACTS =
  /^ (?:(?:was|is|were|has been|must be|shall be) (?:used|followed|applied|invoked|tested|updated|activated|kept)|sets? out|requires?|defines?|describes?|states|lists|gives)\b/;

/** A title that runs on past its noun: "Statement of Applicability", "Register of Processing". */
function goesOn(text: string, title: string): boolean {
  return /^ (?:of|for) [A-Z]/.test(text.slice(text.indexOf(title) + title.length));
}

/** Loose prepositions point at a document only with an article or a title of two words or more before the noun. */
function isDefinite(lead: string, title: string): boolean {
  const words = title.split(/[ -]/).length;
  if (words < 2 || STATED_WHOLE.test(title)) return false;

  if (/\b(?:the|our)\s+["“‘']?$/.test(lead)) return words >= 3 || /^(?:see|refer|consult)/i.test(lead);
  return (
    /^(?:see|refer to|consult|set out in|described in|detailed in|defined in|documented in|outlined in|per|in accordance with|accordance with|in line with|governed by)\b/i.test(
      lead,
    ) && words >= 3
  );
}

/** "Supplier Policy and Outsourcing Policy" are two titles; the first is the one pointed at. */
function singleTitle(title: string): string {
  return new RegExp(`^(.+? ${DOCUMENT_NOUN}) and (?:.+ )?${DOCUMENT_NOUN}$`).exec(title)?.[1] ?? title;
}

/** Titles that end early because the rest is lower case, such as "Full Statement of applicability". */
const STATED_WHOLE =
  /^(?:Full|Master|Standard|Main|First|Annual|Monthly|Quarterly|Final|Latest|Current|Written|Separate) \w+$|^Master (?:Services?|Service) Agreement$/;

function isOurs(title: string, before: string): boolean {
  return (
    !OUTSIDE_TITLE.test(title) &&
    !OTHERS_BEFORE.test(before) &&
    !/^(?:This|These|That|Each|Any|All|Every|No|If|When)\b/.test(title)
  );
}
