import {
  BRACKETED_CODE,
  BRACKETED_WORDS_KEPT,
  PLACEHOLDER_SHAPES,
  type PlaceholderKind,
  TALKS_ABOUT_GAPS,
} from './placeholder-shapes.ts';

export type FoundPlaceholder = { readonly text: string; readonly index: number; readonly kind: PlaceholderKind };

/** Every shape needs one of these characters or words, so that most text is passed over at once. */
const MAY_HOLD_GAP =
  /[[<{«#]|_{3}|\.{6}|…{3}|@@|@your|@example|%|X{2}|-x{4}|20\dX|20__|0{3}|\?\?|\b(?:tb[acdn]|to be|todo|fixme|dd|yy|lorem|click|choose an|sample text|here|delete|remove|example|acme|abc|bloggs|other|error!|note|notes|guidance|instruction|instructions|insert|undefined|null|nan|invalid|pending|awaiting|to follow|xyz|not yet|name|date|role|month|9{5}|1900|1970|9999|01234|0123456789|07123|123456)/i;

/**
 * Gaps left in a text: prompts, stand-in words, dates and numbers, drawn blanks, broken fields. `whole` says that the text
 * is all a cell or a field holds, where "Pending" alone is a gap. Links, citations, tick boxes and editing marks are not.
 */
export function placeholdersIn(text: string, whole = false): readonly FoundPlaceholder[] {
  if (text === '' || !MAY_HOLD_GAP.test(text)) return [];
  const found: FoundPlaceholder[] = [];
  const talks = (!whole || text.length > 24) && TALKS_ABOUT_GAPS.test(text);
  for (const { kind, where, pattern } of PLACEHOLDER_SHAPES) {
    if (where === 'whole' && !whole) continue;
    if (talks && kind !== 'broken field') continue;
    for (const match of text.matchAll(pattern)) {
      if (isKept(match[0])) continue;
      const clash = found.some(
        (other) => match.index < other.index + other.text.length && other.index < match.index + match[0].length,
      );
      if (!clash) found.push({ text: match[0], index: match.index, kind });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** True when a value stands for nothing: empty, a dash, or a gap and no other words. */
export function isBlank(value: string): boolean {
  const text = value.trim();
  if (/^[\s_.…–—\-☐□|*]*$/.test(text) || /^\[\s*\]$/.test(text)) return true;
  const found = placeholdersIn(text, true);
  if (found.length === 0) return false;
  const filled = found.reduce((words, gap) => words.replace(gap.text, ''), text);
  return !/[\p{L}\d]{2}/u.test(filled.replace(/\b(?:date|signed|name|on|by|the|at|and|of)\b/gi, ''));
}

function isKept(text: string): boolean {
  if (!text.startsWith('[')) return false;
  const inside = text.slice(1, -1).trim();
  return BRACKETED_WORDS_KEPT.test(inside) || BRACKETED_CODE.test(inside);
}
