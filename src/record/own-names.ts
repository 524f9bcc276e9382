/** What an organisation calls itself, as its settings or a file of facts give it. */
export type Named = { readonly name?: string | undefined; readonly tradingNames?: readonly string[] | undefined };

const LEGAL_FORM =
  /[\s,]+(?:\(uk\)\s*)?(?:ltd|limited|llp|lp|plc|cic|cio|inc|llc|gmbh|community interest company|nhs foundation trust|nhs trust)\.?$/i;
const ALSO_CALLED = /[\s,(]+(?:t\/a|trading as|also known as|formerly(?: known as)?|previously)[\s:]+/i;
/** Last words that say what a company does: it is told from others by the words before them. */
const TRADE =
  /[\s-]+(?:digital|health|healthcare|systems?|solutions?|software|technolog(?:y|ies)|group|holdings|care|medical|services?|consult(?:ing|ancy|ants)|labs?|analytics|informatics|networks?|clinical|surgery|practice|telehealth|diagnostics|therapeutics|uk|international)$/i;
/** First words that a great many organisations share, and that stand in texts about something else. */
const SHARED_BY_MANY =
  /^(?:the|a|an|of|our|my|new|old|care|health|healthcare|medical|clinical|digital|data|information|patients?|doctors?|general|community|home|local|national|global|british|english|welsh|scottish|united|first|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|royal|saint|st|nhs|london|england|support|service|services|software|systems?|security|secure|safe|smart|open|clear|better|best|good|active|advanced|primary|total|pure|simple|people|social|mental|cloud|tech|medicine|pharmacy)$/i;

/** Signs of a name that are looked at: nothing is called by more, and the patterns here would take long over them. */
const LONGEST = 300;

/**
 * The names an organisation goes by, the legal one first, each once and without its legal form: "Alder Ltd" and "Alder
 * Limited" are one name. "Alder Ltd t/a Rowan" gives two.
 */
export function ownNames({ name, tradingNames = [] }: Named): readonly string[] {
  const names: string[] = [];
  for (const written of [name ?? [], tradingNames].flat().flatMap((one) => one.slice(0, LONGEST).split(ALSO_CALLED))) {
    const bare = withoutLegalForm(written);
    if (bare !== '' && !names.some((one) => nameKey(one) === nameKey(bare))) names.push(bare);
  }
  return names;
}

/** The same for one name however it is written: "Alder & Rowan Ltd" and "Alder and Rowan Limited" are one. */
export function nameKey(name: string): string {
  return withoutLegalForm(name).toLowerCase().replace(/ ?& ?/g, ' and ');
}

/** A name without its article and its legal form: "The Alder Practice Ltd." is "Alder Practice". Signs alone are no name. */
export function withoutLegalForm(name: string): string {
  const bare = name
    .replace(/&amp;/gi, '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[),.]+$/, '')
    .replace(LEGAL_FORM, '')
    .replace(/^the\s+/i, '')
    .replace(/^[\s&]+|[\s&]+$/g, '');
  return /[\p{L}\p{N}]/u.test(bare) ? bare : '';
}

/**
 * Tells of a text whether one of these names stands in it: as whole words, in any case, with spaces, hyphens or the ends of
 * lines between them, in a web or mail address, or by its first words where these tell it from others ("Larkmoor" of
 * "Larkmoor Digital Ltd"). A name of one word needs a capital letter: "Care" is not in "we care". Without names nothing is ours.
 */
export function namesUs(names: readonly string[]): (text: string) => boolean {
  const patterns = names.flatMap(patternsOf);
  return (text) => patterns.some((pattern) => pattern.test(text));
}

function patternsOf(name: string): readonly RegExp[] {
  const words = wordsIn(withoutLegalForm(name));
  if (words.length === 0) return [];
  const short = wordsIn(shortened(withoutLegalForm(name)));
  const letters = words.map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase());
  const joined = letters.map((word, at) => (isAnd(words[at] ?? '') ? '(?:and)?' : word)).join('');
  return [
    words.length === 1 ? oneWord(words[0] ?? '') : wholeWords(words),
    ...(short.length > 1 && short.length < words.length ? [wholeWords(short)] : []),
    ...(short.length === 1 && words.length > 1 && tellsApart(short[0] ?? '') ? [oneWord(short[0] ?? '')] : []),
    ...(letters.join('').length > 3 && words.length > 1 ? [new RegExp(`(?:@|www\\.|//)${joined}\\.[a-z]`, 'iu')] : []),
  ];
}

function shortened(name: string): string {
  let rest = name;
  while (TRADE.test(rest)) {
    const less = rest.replace(TRADE, '');
    // "Alder" alone is not "Alder & Care".
    if (/(?:&|\sand)$/i.test(less)) break;
    rest = less;
  }
  return rest;
}

function tellsApart(word: string): boolean {
  return word.length > 3 && !SHARED_BY_MANY.test(word);
}

/** Apostrophes at the ends of a word may be missing or be those of a quotation; nothing is told by signs or by “and” alone. */
function wordsIn(name: string): readonly string[] {
  const words = name.split(/[^\p{L}\p{N}&'’]+|(?<=&)|(?=&)/u).map((word) => word.replace(/^['’]+|['’]+$/g, ''));
  return words.some((word) => /[\p{L}\p{N}]/u.test(word) && !isAnd(word)) ? words.filter((word) => word !== '') : [];
}

const BEFORE = '(?<![\\p{L}\\p{N}])';
/** A letter s may follow: "Larkmoor's policy". */
const AFTER = '(?![\\p{L}\\p{N}])';

/** What stands between words is never part of one of them: a pattern that reads a text in two ways reads it in thousands. */
function wholeWords(words: readonly string[]): RegExp {
  const all = words.map((word, at) => {
    const room = at === 0 ? '' : isAnd(word) || isAnd(words[at - 1] ?? '') ? '{0,3}' : '{1,3}';
    return `${room && `[^\\p{L}\\p{N}&]${room}`}${spelt(word)}`;
  });
  // Of letters alone, such as "B&Q", as they are written: "a and e" stands in texts about something else.
  const initials = words.every((word) => word.length === 1 || isAnd(word));
  return new RegExp(BEFORE + all.join('') + AFTER, initials ? 'u' : 'iu');
}

function isAnd(word: string): boolean {
  return /^(?:&|and)$/i.test(word);
}

/** One word, with a capital or in capitals, or as it is written where it has no capital; in an address in any case. */
function oneWord(word: string): RegExp {
  const rest = word.slice(1);
  const spellings = [word, word.charAt(0).toUpperCase() + rest, word.toUpperCase()].map(spelt);
  const address = word.length > 3 ? `|(?:@|www\\.|//)${spelt(word.toLowerCase())}(?=[.-])` : '';
  return new RegExp(`${BEFORE}(?:${[...new Set(spellings)].join('|')})${AFTER}${address}`, 'u');
}

/** A word as it may be written: with an apostrophe before its last s or without, "and" or the "&amp;" of a web page for "&". */
function spelt(word: string): string {
  if (isAnd(word)) return '(?:&(?:amp;)?|and)';
  return word.replaceAll(/['’]+|(?<=[^'’])(?=s$)/gi, "['’]?");
}
