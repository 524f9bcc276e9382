/** Words that carry no subject of their own in this field. */
const EMPTY = new Set(
  (
    'a an and any are as at be been being both but by can could do does each every for from had has have he her his how i if in into is it its ' +
    'may more most must no nor not of off on one or our out over own per she should so some such than that the their them then there these they ' +
    'this those to under up us was we were what when where which while who will with within would you your all also only other same via'
  ).split(' '),
);

const PLAIN = /^[\x20-\x7e]*$/;

/** The lower-case words of a text, in order, without punctuation; a hyphen parts two words. */
export function wordsOf(text: string): string[] {
  // The same rule for plain English letters, which are nearly all there is.
  if (PLAIN.test(text)) return text.toLowerCase().match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}]+)?/gu) ?? []
  );
}

/** Whether a lower-case word carries a subject of its own. */
export function isContentWord(word: string): boolean {
  return word.length > 1 && !EMPTY.has(word);
}

/** The stems of the words that say what a text is about, in order and with repeats. */
export function contentStems(text: string): string[] {
  const stems: string[] = [];
  for (const word of wordsOf(text)) if (isContentWord(word)) stems.push(stem(word));
  return stems;
}

const known = new Map<string, string>();

/**
 * A light English stem, so that `backups`, `backed` and `backup`, or `organization` and `organisation`, meet. It only strips
 * endings of inflection: `policy` and `police` stay apart.
 */
export function stem(word: string): string {
  const seen = known.get(word);
  if (seen !== undefined) return seen;
  const result = strip(word.replace(/['’]s?$/, ''));
  if (known.size > 50_000) known.clear();
  known.set(word, result);
  return result;
}

function strip(word: string): string {
  let w = word.replace(/iz(e|es|ed|ing|ation|ations|er|ers)$/, 'is$1').replace(/yz(e|es|ed|ing)$/, 'ys$1');
  if (w.length <= 3 || /\d/.test(w)) return w;
  if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  if (w.endsWith('ied') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (w.endsWith('ing') && w.length > 5 && /[aeiouy]/.test(w.slice(0, -3))) w = undouble(w.slice(0, -3));
  else if (w.endsWith('ed') && w.length > 4 && /[aeiouy]/.test(w.slice(0, -2))) w = undouble(w.slice(0, -2));
  return w.length > 4 && w.endsWith('e') ? w.slice(0, -1) : w;
}

function undouble(w: string): string {
  return /([bdgmnprt])\1$/.test(w) ? w.slice(0, -1) : w;
}

/** The share, from 0 to 1, of the content words of `phrase` that occur in `stems`. An empty phrase is fully there. */
export function shareOfWords(phrase: string, stems: ReadonlySet<string>): number {
  return shareOfStems(new Set(contentStems(phrase)), stems);
}

/** The same for a phrase whose stems are known: for one that is looked for in thousands of texts. */
export function shareOfStems(wanted: ReadonlySet<string>, stems: ReadonlySet<string>): number {
  if (wanted.size === 0) return 1;
  let found = 0;
  for (const one of wanted) if (stems.has(one)) found += 1;
  return found / wanted.size;
}

/** How words begin that have "an" before them: "user" and "unit" are spoken with a y, "NHS" and "MFA" with a vowel. */
const AN = /^(?:[aeioAEIO]|[uU](?!s(?:er|e|age)|ni)|(?:NHS|MFA|MDM|NCSC|SLA))/;

/** "a report", "an access review"; minutes are many and go without. */
export function withArticle(words: string): string {
  if (/^minutes\b/i.test(words)) return words;
  return AN.test(words) ? `an ${words}` : `a ${words}`;
}
