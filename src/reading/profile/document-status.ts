import type { Content, Profile } from '../../record/document.ts';
import { fileName } from './document-kind.ts';

const DRAFT =
  /\bdraft\b|for (?:comment|review|approval)|in review|awaiting approval|unapproved|not (?:yet )?approved|pending|proposed/;
const WITHDRAWN = /\bwithdrawn\b|\bsuperseded\b|\bretired\b|\barchived\b|\bobsolete\b|\bno longer in (?:force|use)\b/;
const IN_FORCE =
  /\bapproved\b|\bfinal\b|\blive\b|\bactive\b|\bcurrent\b|\bin force\b|\bpublished\b|\bissued\b|\bauthorised\b/;

const SET_ASIDE_FOLDER =
  /^(?:[_z]*archived?s?|(?:old|previous|former|past|superseded|withdrawn|obsolete|retired|deprecated|historic(?:al)?)(?:[ _-]?(?:versions?|issues?|polic(?:y|ies)|documents?|docs|files|stuff|procedures?))?)$/;
const SET_ASIDE_NAME =
  /(?:^|[\s_(.-])(?:superseded|withdrawn|obsolete|archived|deprecated|do[ _-]?not[ _-]?use)(?=$|[\s_).-])/i;
/** "OLD" counts in capitals or in brackets only: "old age" and "old equipment" are subjects. */
const OLD_NAME = /^OLD[\s_-]|[\s_-]OLD(?=$|[\s_(])|[([]old[)\]]/;
const OWN_NOUN = '(?:document|policy|plan|procedure|version|issue|notice|register|form|file|page|copy)';
/** The notice of a document set aside, in its opening lines. "Superseded by: -" is a field and says nothing by itself. */
const SET_ASIDE_NOTICE = new RegExp(
  `^[\\W_]*(?:(?:please )?note:? )?(?:(?:this|the) ${OWN_NOUN}` +
    '(?: (?:is|was|has been))?(?: now)? )?(?:superseded|withdrawn|obsolete|archived|retired|no longer (?:in (?:force|use)|current|valid)|' +
    'replaced by|do not (?:use|follow) this)\\b(?!\\s*by\\s*[:|])(?=\\W*$|\\s*[.:;,!*\u2013\u2014-]|\\s(?:on|by|from|since|as|with|in|document|policy|version|copy)\\b|(?<=replaced by)\\s|\\s\\d)',
  'i',
);
const OPENING_LINES = 8;

/** Whether a document is a draft, in force or set aside: by its status field, its name and folder, its opening lines and its version. */
export function statusOf(
  path: string,
  content: Content,
  stated: string | undefined,
  version: string | undefined,
): Profile['status'] | undefined {
  const words = (stated ?? '').toLowerCase();
  if (WITHDRAWN.test(words)) return 'withdrawn';
  if (isSetAside(path, content)) return 'withdrawn';
  if (DRAFT.test(words)) return 'draft';
  if (IN_FORCE.test(words)) return 'approved';
  if (/(?:^|[\s_(.-])draft(?:$|[\s_).-]|\d)/i.test(fileName(path))) return 'draft';
  if (content.lines.slice(0, 5).some(({ text, role }) => role !== 'row' && isDraftMark(text))) return 'draft';
  return version !== undefined && /^0(?:\.\d|$)/.test(version) ? 'draft' : undefined;
}

/** "PATCH PROCEDURE   DRAFT" and "DRAFT - for comment": the mark in capitals at either end of an opening line. */
export function isDraftMark(text: string): boolean {
  return text.length < 90 && /^\W*DRAFT\b(?! (?:OF|TO)\b)|\bDRAFT\W*$/.test(text);
}

function isSetAside(path: string, content: Content): boolean {
  const folders = path.toLowerCase().split('/').slice(0, -1);
  const name = fileName(path);
  return (
    folders.some((folder) => SET_ASIDE_FOLDER.test(folder)) ||
    SET_ASIDE_NAME.test(name) ||
    OLD_NAME.test(name) ||
    content.lines.slice(0, OPENING_LINES).some(({ text, role }) => role !== 'row' && SET_ASIDE_NOTICE.test(text))
  );
}
