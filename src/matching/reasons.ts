import type { Content } from '../record/document.ts';
import type { MatchedDocument } from './fields.ts';
import { EVERYDAY_WORDS, FORM_WORDS } from './form-words.ts';
import type { Matcher } from './matcher.ts';
import type { Evidence, Weighed } from './scoring.ts';
import { subjectWords } from './stems.ts';

const AT_MOST = 3;
const LONG_NAME = 32;

/** Why a document speaks to an item, in the document's own words, strongest first; never empty. */
export function reasonsFor(matcher: Matcher, document: MatchedDocument, weighed: Weighed, item: number): string[] {
  const one = weighed.evidence[item];
  if (!one) return [];
  const reasons = [
    titleReason(weighed, one),
    columnsReason(one),
    ...wordReasons(matcher, document, weighed, item),
    headingReason(one),
  ];
  return reasons.filter((reason) => reason !== undefined).slice(0, AT_MOST);
}

function titleReason({ fields }: Weighed, { title, titleHit }: Evidence): string | undefined {
  if (!titleHit || title < 0.15) return undefined;
  return `The title says ${quotedRuns(fields.title.map(({ stem, word }) => ({ word, hit: titleHit.on.has(stem) })))}.`;
}

/** The words that hit, each run of neighbours in one pair of quotation marks, no run twice. */
function quotedRuns(words: readonly { readonly word: string; readonly hit: boolean }[]): string {
  const runs: string[][] = [];
  let open = false;
  const told = new Set<string>();
  for (const { word, hit } of words) {
    if (!hit || told.has(word)) open = false;
    else {
      if (open) runs.at(-1)?.push(word);
      else runs.push([word]);
      open = true;
      told.add(word);
    }
  }
  return listed(runs.slice(0, 3).map((run) => `"${run.join(' ')}"`));
}

function columnsReason({ columns, columnNames, columnsOf }: Evidence): string | undefined {
  if (!columnNames || columns < 0.3) return undefined;
  const names = listed(columnNames.map(shortened));
  if (columnsOf === 'form') return `It has the fields ${names}.`;
  return `Its table has the column${columnNames.length === 1 ? '' : 's'} ${names}.`;
}

/** A column name of more than a few words is cut after the last whole word that fits. */
function shortened(name: string): string {
  return name.length <= LONG_NAME ? name : `${name.slice(0, LONG_NAME).replace(/\W+\w*$/, '')}…`;
}

function headingReason({ heading, headings }: Evidence): string | undefined {
  return heading && headings >= 0.08 ? `A heading says "${heading.text}".` : undefined;
}

/** The one or two phrases that weigh most, as the document writes them, with how often and under which heading. */
function wordReasons(
  matcher: Matcher,
  { content, profile }: MatchedDocument,
  { mentions, evidence }: Weighed,
  item: number,
): string[] {
  const inTitle = evidence[item]?.titleHit?.on;
  const weighty: { key: string; lines: readonly number[]; weight: number }[] = [];
  for (const { term, weight: telling } of matcher.terms.byItem[item] ?? []) {
    const mention = mentions.byTerm.get(term);
    const key = matcher.terms.terms[term]?.key ?? '';
    if (!mention || FORM_WORDS.has(key) || EVERYDAY_WORDS.has(key)) continue;
    if (inTitle && key.split(' ').every((stem) => inTitle.has(stem))) continue;
    const weight = telling * Math.min(3, mention.weight);
    const lines = mention.lines.filter((line) => line >= 0 && content.lines[line]?.text !== profile.title);
    if (weight > 0.12 && lines.length > 0) weighty.push({ key, lines, weight });
  }
  weighty.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const told: string[] = [];
  const reasons: string[] = [];
  for (const { key, lines } of weighty) {
    if (told.some((other) => other.includes(key) || key.includes(other))) continue;
    const words = asWritten(content.lines[lines[0] ?? -1]?.text ?? '', key);
    if (words === undefined || /[|:;]/.test(words)) continue;
    told.push(key);
    reasons.push(
      `It mentions "${words}"${lines.length === 1 ? '' : ` ${lines.length} times`}${under(lines, content, profile.title)}.`,
    );
    if (reasons.length === 2) break;
  }
  return reasons;
}

/** The heading that every use stands under, unless it is the title or a use itself. */
function under(lines: readonly number[], content: Content, title: string): string {
  const sections = new Set(lines.map((line) => content.lines[line]?.section ?? -1));
  const [section = -1] = sections;
  const heading = sections.size === 1 && !lines.includes(section) ? content.lines[section]?.text : undefined;
  return heading === undefined || heading === title ? '' : `, under "${heading}"`;
}

/** A phrase, given by its stems, as it stands in a line. */
function asWritten(line: string, key: string): string | undefined {
  const wanted = key.split(' ');
  const words = subjectWords(line);
  const at = words.findIndex((_, start) => wanted.every((stem, i) => words[start + i]?.stem === stem));
  if (at < 0) return undefined;
  const lower = line.toLowerCase();
  let from = 0;
  let end = 0;
  for (const [i, { word }] of words.slice(0, at + wanted.length).entries()) {
    const found = positionOf(lower, word, end);
    if (found < 0)
      return words
        .slice(at, at + wanted.length)
        .map((one) => one.word)
        .join(' ');
    if (i === at) from = found;
    end = found + word.length;
  }
  return line.slice(from, end);
}

/** Where a word stands as a word of its own. */
function positionOf(line: string, word: string, from: number): number {
  for (let at = line.indexOf(word, from); at >= 0; at = line.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(line[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(line[at + word.length] ?? ' ')) return at;
  }
  return -1;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
