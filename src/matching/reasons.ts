import { isLittleWord } from './stems.ts';
import type { MatchedDocument } from './fields.ts';
import type { Matcher } from './matcher.ts';
import { FORM_WORDS } from './form-words.ts';
import type { Evidence, Weighed } from './scoring.ts';

const AT_MOST = 3;

/** Why a document speaks to an item, in the document's own words, strongest first; never empty. */
export function reasonsFor(matcher: Matcher, document: MatchedDocument, weighed: Weighed, item: number): string[] {
  const one = weighed.evidence[item];
  if (!one) return [];
  const reasons = [titleReason(weighed, one), columnsReason(one), ...wordReasons(matcher, document, weighed, item), headingReason(one)];
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

function columnsReason({ columns, columnNames }: Evidence): string | undefined {
  if (!columnNames || columns < 0.3) return undefined;
  return columnNames.length === 1 ? `Its table has the column ${columnNames[0]}.` : `Its table has the columns ${listed(columnNames)}.`;
}

function headingReason({ heading, headings }: Evidence): string | undefined {
  return heading && headings >= 0.08 ? `A heading says "${heading.text}".` : undefined;
}

/** The one or two phrases that weigh most, with how often they stand there and under which heading. */
function wordReasons(matcher: Matcher, { content }: MatchedDocument, { mentions }: Weighed, item: number): string[] {
  const weighty = [...mentions.byTerm]
    .map(([id, mention]) => {
      const term = matcher.terms.terms[id];
      const telling = term?.entries.find((entry) => entry.item === item)?.weight ?? 0;
      return { term, mention, weight: telling * Math.min(3, mention.weight) };
    })
    .filter(({ term, weight }) => term !== undefined && weight > 0.12 && !(term.length === 1 && (FORM_WORDS.has(term.key) || isLittleWord(term.key))))
    .toSorted((a, b) => b.weight - a.weight || (a.term?.phrase ?? '').localeCompare(b.term?.phrase ?? ''));
  const told: string[] = [];
  const reasons: string[] = [];
  for (const { term, mention } of weighty) {
    if (!term || told.some((key) => key.includes(term.key) || term.key.includes(key))) continue;
    told.push(term.key);
    const [section = -1, inSection = 0] = [...mention.sections].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
    const heading = section >= 0 && inSection * 2 > mention.count ? content.lines[section]?.text : undefined;
    const where = heading === undefined ? '' : mention.count === 1 ? `, under "${heading}"` : `, mostly under "${heading}"`;
    reasons.push(`It mentions "${term.phrase}"${mention.count === 1 ? '' : ` ${mention.count} times`}${where}.`);
    if (reasons.length === 2) break;
  }
  return reasons;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
