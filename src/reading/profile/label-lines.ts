import type { Where } from '../../record/document.ts';
import { findDates } from '../dates/find-dates.ts';
import { controlMeaning } from './control-labels.ts';
import { type ControlStatement, type StatementSource, statement } from './control-statement.ts';
import { type Passage, whereAt } from './passages.ts';

const LABELLED = /^\s*([A-Z][\w ()/'-]{1,40}?)\s*(?::|\s[–—-]\s)\s*(.*)$/i;

export function labelledIn(passage: Passage): ControlStatement[] {
  const source = passage.role === 'furniture' ? 'furniture' : 'block';
  const found: ControlStatement[] = [];
  for (const { text, index } of segments(passage.text)) {
    const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
    const meaning = label === '' ? undefined : controlMeaning(label);
    const where = whereAt(passage, index);
    if (meaning !== undefined && value.length < 200) found.push(statement(meaning, label, value, where, source));
    else found.push(...unmarked(text, where, source));
  }
  return found;
}

const VERSION_FIRST =
  /^(?:(?:document |policy )?(?:version|issue)|ver\.?|v)[\s.:]*(\d{1,2}(?:\.\d{1,3}){0,2}[a-z]?)\b(?! of)/i;
const DRAFT_FIRST = /^[(*[]?(draft|final draft|in draft)\b(?:,? ?(?:version |v\.? ?)?(\d{1,2}(?:\.\d{1,3}){0,2}))?/i;
const VERSION_WITHIN =
  /[,–—-]\s*(?:version|issue|ver\.?|v)[\s.]*(\d{1,2}(?:\.\d{1,3}){0,2})(?=\s*(?:[,(–—]|$)|\s+page\b)/i;

/** A title line that ends in its version. */
const VERSION_LAST = /^[A-Z][A-Za-z &'-]{5,60}\s(?:v|version )(\d{1,2}(?:\.\d{1,3}){0,2})$/;

/** "Version 2.1" and "Approved 3 March 2026" standing without a colon, as in a header line or a footer. */
function unmarked(text: string, where: Where, source: StatementSource): ControlStatement[] {
  const trimmed = text.trim();
  const draft =
    trimmed.length < 60 && !/[.!?]\s|\b(?:the|was|were|is|of the)\b/i.test(trimmed) ? DRAFT_FIRST.exec(trimmed) : null;
  if (draft?.[1] !== undefined) {
    return [
      statement('status', 'status', draft[1], where, source),
      ...(draft[2] === undefined ? [] : [statement('version', 'version', draft[2], where, source)]),
    ];
  }
  const version = VERSION_FIRST.exec(trimmed) ?? VERSION_WITHIN.exec(trimmed) ?? VERSION_LAST.exec(trimmed);
  if (version?.[1] !== undefined && text.length < 90) {
    const status = /\b(draft|final|approved|live|current|withdrawn)\b/i.exec(text);
    return [
      statement('version', 'version', version[1], where, source),
      ...(status?.[1] === undefined ? [] : [statement('status', 'status', status[1], where, source)]),
    ];
  }
  if (text.length > 60) return [];
  const [found] = findDates(text);
  const meaning = found === undefined ? undefined : controlMeaning(text.slice(0, found.index).trim());
  return found === undefined || meaning === undefined
    ? []
    : [statement(meaning, meaning, found.date.text, where, source)];
}

/** The fields of a line: parted by bars, semicolons and the like, or only by the next label: "Issue 3 Date: … Next review: …". */
function* segments(text: string): Generator<{ text: string; index: number }> {
  for (const part of parted(text)) {
    const labels = [...part.text.matchAll(NEXT_LABEL)].filter(([, label = '']) => controlMeaning(label) !== undefined);
    // Beside labelled fields a bare "Issue 3" is one more; in a sentence it is somebody else's.
    const bare = labels.length === 0 ? [] : [...part.text.matchAll(NEXT_VERSION)];
    let from = 0;
    for (const at of [...labels, ...bare].map(({ index }) => index + 1).sort((a, b) => a - b)) {
      yield { text: part.text.slice(from, at), index: part.index + from };
      from = at;
    }
    yield { text: part.text.slice(from), index: part.index + from };
  }
}

const NEXT_LABEL = /\s([A-Z][a-z]+(?: [a-z]+){0,3}):(?=\s)/g;
const NEXT_VERSION = /\s(?=(?:Issue|Version|Rev(?:ision)?) \d)/g;

function* parted(text: string): Generator<{ text: string; index: number }> {
  let index = 0;
  for (const part of text.split(
    /(\s[|·•]\s|\s[–—]\s(?=[A-Z][\w ]{2,24}:)|;\s|,\s(?=[A-Z][\w ]{2,24}:)|\.\s(?=(?:Version|Owner|Approv\w+|Author|Status|Next review|Last review\w*|Review due|Next look|Due for review|Reviewed|Agreed|Looked at)\b))/,
  )) {
    if (!/^(?:\s[|·•–—]\s|;\s|,\s|\.\s)$/.test(part)) yield { text: part, index };
    index += part.length;
  }
}
