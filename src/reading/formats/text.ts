import type { Content } from '../../record/document.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { type ContentDraft, draftContent } from './content-draft.ts';
import { isNumberedHeading, numberedDepth } from './numbered-heading.ts';
import { isTableRule, pipeTable } from './pipe-table.ts';

const UNDERLINE = /^(={3,}|-{3,}|~{3,})$/;
const BULLET = /^(?:[-*•‣▪◦●○–·]|\(?[a-z\d]{1,3}[.)])\s+(?=\S)/i;
const LINK = /https?:\/\/[^\s<>()[\]"'|`]+/g;

/** Reads plain text. A heading is taken for one only when it cannot well be anything else: underlined, numbered or in capitals. */
export function readText(source: string, limits: Limits = DEFAULT_LIMITS): Content {
  const draft = draftContent('text', limits);
  addPlainText(draft, source.split('\n'), 1);
  return draft.finish();
}

/** Adds plain lines, of which the first has the number `firstLine`: paragraphs, list items, headings and tables drawn with bars. */
export function addPlainText(draft: ContentDraft, source: readonly string[], firstLine: number): void {
  let block = draft.newBlock();
  let role: 'text' | 'item' = 'text';
  let noTableBefore = 0;
  for (let at = 0; at < source.length && !draft.full(); at++) {
    const text = (source[at] ?? '').trim();
    const where = { line: firstLine + at };
    const bars = at >= noTableBefore && (text.includes('|') || isTableRule(text)) ? barredLines(source, at) : 0;
    const table = bars > 1 ? pipeTable(source.slice(at, at + bars), firstLine + at) : undefined;
    if (table) {
      draft.table({ ...table, where });
      at += bars - 1;
      continue;
    }
    // These lines hold bars but make no table; looking again from each of them would find the same.
    noTableBefore = Math.max(noTableBefore, at + bars);
    if (text === '' || UNDERLINE.test(text)) {
      block = draft.newBlock();
      role = 'text';
      continue;
    }
    const level = headingLevel(source, at, text);
    if (level !== undefined) {
      draft.heading(text, level, where);
      block = draft.newBlock();
      continue;
    }
    const bullet = BULLET.exec(text);
    if (bullet) {
      block = draft.newBlock();
      role = 'item';
    }
    draft.line(bullet && /^[^\w(]/.test(bullet[0]) ? text.slice(bullet[0].length) : text, where, { role, block });
    for (const [target] of text.includes('://') ? text.matchAll(LINK) : [])
      draft.link(target, target.replace(/[.,;:!?]$/, ''), where);
  }
}

function barredLines(source: readonly string[], from: number): number {
  let to = from;
  while (to < source.length && /[|+]/.test(source[to] ?? '') && (source[to] ?? '').trim() !== '') to++;
  return to - from;
}

function headingLevel(source: readonly string[], at: number, text: string): number | undefined {
  if (text.length > 80) return undefined;
  const next = (source[at + 1] ?? '').trim();
  const aloneAbove = (source[at - 1] ?? '').trim() === '' || UNDERLINE.test((source[at - 1] ?? '').trim());
  const underline = UNDERLINE.exec(next)?.[1];
  if (aloneAbove && underline && underline.length >= Math.min(text.length * 0.5, 10) && /\p{L}/u.test(text)) {
    return underline.startsWith('=') ? 1 : 2;
  }
  if (!aloneAbove || /[.;,:?!]$/.test(text)) return undefined;
  if (next === '' && isNumberedHeading(text, nearestWords(source, at, -1), nearestWords(source, at, 1)))
    return 1 + (numberedDepth(text) ?? 1);
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length >= 4 && letters === letters.toUpperCase() && !/[_[\]|<>{}]/.test(text) && !/\d{4}/.test(text))
    return 2;
  return undefined;
}

/** The nearest line with words above (-1) or below (1), a few lines away at most. */
function nearestWords(source: readonly string[], at: number, step: 1 | -1): string {
  for (let away = 1; away <= 5; away++) {
    const text = (source[at + away * step] ?? '').trim();
    if (text !== '') return text;
  }
  return '';
}

/** Reads text written for machines (JSON, YAML, Terraform …): every line is code, and nothing in it is a heading. */
export function readCode(source: string, limits: Limits = DEFAULT_LIMITS): Content {
  const draft = draftContent('text', limits);
  const block = draft.newBlock();
  const lines = source.split('\n');
  for (let at = 0; at < lines.length && !draft.full(); at++)
    draft.line(lines[at] ?? '', { line: at + 1 }, { role: 'code', block });
  return draft.finish();
}
