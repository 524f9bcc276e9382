import { everyMatch } from '../../record/every-match.ts';
import type { ProfiledDocument } from './defect-rule.ts';

const LEGAL_FORM = '(?:Ltd|LTD|Limited|LIMITED|LLP|PLC|plc|CIC|Inc|GmbH|NHS Foundation Trust|NHS Trust)';
const NAME = "[A-Z][\\w'’&.-]*(?: (?:[A-Z][\\w'’&.-]*|&amp;|&|and|of|\\(UK\\))){0,4}";
const LEGAL_NAME = new RegExp(`\\b(${NAME}) ${LEGAL_FORM}\\b`, 'g');
/** Last words by which a name without its legal form is still a company's: "Fenwick Digital's servers". */
const TRADE_WORD =
  '(?:Digital|Health|Healthcare|Systems|Solutions|Software|Technologies|Technology|Group|Care|Medical|Services|Consulting|Labs|Analytics|Informatics|Networks|Clinical|Surgery|Practice|Telehealth|Diagnostics|Therapeutics)';
const TRADE_NAME = new RegExp(
  `\\b((?:[A-Z][\\w-]+ ){1,2}${TRADE_WORD})(?=['’]s?\\b| (?:is|are|has|will|must|shall|staff|employees|policy)\\b)`,
  'g',
);

const MAY_BE_LEGAL = /\b(?:Ltd|LTD|Limited|LIMITED|LLP|PLC|plc|CIC|Inc|GmbH|Trust)\b/;
const MAY_BE_TRADE = new RegExp(`${TRADE_WORD}`);

/** The names an organisation goes by: given, or learnt from the documents. */
export function learnOwnNames(
  documents: readonly ProfiledDocument[],
  given: readonly string[] = [],
): readonly string[] {
  if (given.length > 0) return given.map(bareName);
  const counts = new Map<string, { name: string; readonly documents: Set<string> }>();
  const domains = new Map<string, Set<string>>();
  for (const { path, content } of documents) {
    for (const { text } of content.lines) {
      if (text.includes('@'))
        for (const match of everyMatch(text, MAIL_DOMAIN)) remember(domains, (match[1] ?? '').toLowerCase(), path);
      if (!MAY_BE_LEGAL.test(text)) continue;
      for (const match of everyMatch(text, LEGAL_NAME)) {
        const name = bareName(match[1] ?? '');
        const known = counts.get(firstWord(name));
        if (known === undefined) counts.set(firstWord(name), { name, documents: new Set([path]) });
        else {
          known.documents.add(path);
          if (known.name === known.name.toUpperCase()) known.name = name;
        }
      }
    }
  }
  // Our own name is the one most documents give in full, and the one our mail comes from.
  const ranked = [...counts]
    .map(([word, { name, documents: named }]) => {
      const mailed = [...domains].filter(([domain]) => word.length > 2 && domain.startsWith(word.replace(/\W/g, '')));
      return { name, named: named.size, score: named.size + Math.max(0, ...mailed.map(([, paths]) => paths.size)) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  // Without a clear leader nobody can tell whose documents these are.
  if (best === undefined || best.named < 2 || best.score < 3 || (second !== undefined && second.score >= best.score))
    return [];
  return [best.name];
}

const LEAD =
  /^(?:(?:The|At|By|For|Of|With|Between|And|From|To|In|Our|All|Copyright|This|©|Signed|Welcome|Welcome to|(?:Employees|Staff|Directors|Members|Board|People|Colleagues|Customers|Property|Policy|Policies) (?:of|at)) (?:the )?)+/;
const MAIL_DOMAIN = /[\w.+-]@([a-z\d-]{3,})\./gi;

function remember(map: Map<string, Set<string>>, key: string, path: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([path]));
  else known.add(path);
}

const TRADE_AFTER_WELCOME = new RegExp(
  `\\b(?:[Ww]elcome to|[Vv]isitors to|[Ss]taff of|[Ee]mployees of) ((?:[A-Z][\\w-]+ ){1,2}${TRADE_WORD})\\b`,
  'g',
);

/** Names of organisations in a text, by their legal form or by a word of trade at their end. */
export function* namesIn(text: string): Generator<{ bare: string; words: string; index: number }> {
  if (MAY_BE_LEGAL.test(text)) for (const match of everyMatch(text, LEGAL_NAME)) yield named(match[0], match.index);
  if (!MAY_BE_TRADE.test(text)) return;
  for (const match of everyMatch(text, TRADE_NAME)) yield named(match[1] ?? '', match.index);
  for (const match of everyMatch(text, TRADE_AFTER_WELCOME)) {
    const name = match[1] ?? '';
    yield named(name, match.index + match[0].length - name.length);
  }
}

/** A name as found, without the words before it that only look like a part of it: "Employees of", "For". */
function named(words: string, index: number): { bare: string; words: string; index: number } {
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  return { bare: bareName(words), words: words.slice(lead), index: index + lead };
}

/** The word a name is told by, in lower case. */
export function firstWord(name: string): string {
  return name.toLowerCase().split(' ')[0] ?? '';
}

/** A name without article, legal form and case tricks, so that "Larkmoor Ltd" and "Larkmoor Limited" are one. */
function bareName(name: string): string {
  return name
    .replace(new RegExp(`\\s+${LEGAL_FORM}$`), '')
    .replace(LEAD, '')
    .replace(/&amp;/g, '&')
    .trim();
}
