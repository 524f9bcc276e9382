import { everyMatch } from '../../record/every-match.ts';
import { remembered } from '../../record/remembered.ts';
import { anyOf } from './any-of.ts';
import {
  BRACKETED_CODE,
  BRACKETED_WORDS_KEPT,
  PLACEHOLDER_SHAPES,
  type PlaceholderKind,
  TALKS_ABOUT_GAPS,
} from './placeholder-shapes.ts';

export type FoundPlaceholder = { readonly text: string; readonly index: number; readonly kind: PlaceholderKind };

const ANY_NEED = anyOf(PLACEHOLDER_SHAPES.flatMap(({ needs }) => needs));
/** A value longer than this is a sentence, whatever it stands in. */
const LONGEST_VALUE = 130;

/**
 * Gaps left in a text: prompts, stand-in words, dates and numbers, drawn blanks, broken fields. `whole` says that the text
 * is all a cell or a field holds, where "Pending" alone is a gap. Links, citations, tick boxes and editing marks are not.
 */
export function placeholdersIn(text: string, whole = false): readonly FoundPlaceholder[] {
  if (text === '') return NONE;
  return whole ? gapsInWhole(text) : gapsInPart(text);
}

const NONE: readonly FoundPlaceholder[] = [];

const gapsInWhole = remembered((text) => findGaps(text, true));
const gapsInPart = remembered((text) => findGaps(text, false));

function findGaps(text: string, whole: boolean): readonly FoundPlaceholder[] {
  const lower = text.toLowerCase();
  const short = whole && text.length <= LONGEST_VALUE;
  const may = lower.search(ANY_NEED) >= 0;
  if (!short && !may) return NONE;
  const found: FoundPlaceholder[] = [];
  let talks: boolean | undefined;
  for (const { kind, where, pattern, needs } of PLACEHOLDER_SHAPES) {
    if (where === 'whole' && !short) continue;
    if (needs.length > 0 && !(may && needs.some((need) => lower.includes(need)))) continue;
    for (const match of everyMatch(text, pattern)) {
      talks ??= (!whole || text.length > 24) && TALKS_ABOUT_GAPS.test(text);
      if (isKept(match[0]) || (talks && kind !== 'broken field')) continue;
      const clash = found.some(
        (other) => match.index < other.index + other.text.length && other.index < match.index + match[0].length,
      );
      if (!clash) found.push({ text: match[0], index: match.index, kind });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** True when a value stands for nothing: empty, a dash, or a gap and no other words. */
export const isBlank: (value: string) => boolean = remembered((value) => {
  const text = value.trim();
  if (/^[\s_.…–—\-☐□|*]*$/.test(text) || /^\[\s*\]$/.test(text)) return true;
  const found = placeholdersIn(text.replace(/^\((.*)\)$/, '$1'), true);
  if (found.length === 0) return false;
  const filled = found.reduce((words, gap) => words.replace(gap.text, ''), text);
  return !/[\p{L}\d]{2}/u.test(filled.replace(/\b(?:date|signed|name|on|by|the|at|and|of)\b/gi, ''));
});

function isKept(text: string): boolean {
  if (!text.startsWith('[')) return false;
  const inside = text.slice(1, -1).trim();
  return BRACKETED_WORDS_KEPT.test(inside) || BRACKETED_CODE.test(inside);
}
