import type { Content, Where } from '../record/document.ts';
import { everyMatch } from '../record/every-match.ts';
import { nameOf } from './fields.ts';

/** A number of the Toolkit that a document gives for itself. */
export type ExplicitReference = { readonly ref: string; readonly where: Where; readonly words: string };

const REF = String.raw`(?<![\d.])((?:10|[1-9])\.\d{1,2}\.\d{1,2})(?![\d.]*\d)`;

/** A number counts only beside a word that makes it the Toolkit's: headings and clauses are numbered the same way. */
const NAMED = new RegExp(
  String.raw`\b(?:dspt|dsp toolkit|toolkit|(?:dspt )?evidence(?: item| number| no\.?| ref(?:erence)?)?(?: for)?|evidence id|assertion)\b[\s:#(\[–-]{0,4}(?:(?:item|evidence|assertion|ref(?:erence)?|number|no\.?)\b[\s:#.]{0,2}){0,2}${REF}`,
  'giu',
);
/** `dspt: 3.2.1` above the text, or a mail header of that name. */
const PROPERTY =
  /^(?:dspt|dspt[-_ ]?(?:item|ref|reference|evidence)|evidence(?:[-_ ](?:item|ref|for))?|toolkit[-_ ]?(?:item|ref))$/;
const MORE_THAN_A_LABEL = 4;

/**
 * The numbers a document says it is evidence for: in its file name, above its text, or beside the words DSPT, Toolkit, evidence or
 * assertion. A document that names many is an index or an answer sheet; it labels nothing and gives none.
 */
export function explicitReferences(path: string, content: Content): ExplicitReference[] {
  const found: ExplicitReference[] = [];
  for (const [key, value] of Object.entries(content.properties)) {
    if (PROPERTY.test(key))
      for (const ref of refsIn(value)) found.push({ ref, where: { line: 1 }, words: `${key}: ${value}` });
  }
  const name = nameOf(path.replace(/(\d)\.(?=\d)/g, '$1\u2024')).replaceAll('\u2024', '.');
  const leading =
    new RegExp(String.raw`^(?:dspt|evidence)?[\s_-]*${REF}(?!\s*(?:policy )?v\d)`, 'iu').exec(name) ??
    new RegExp(String.raw`\bdspt[\s_-]*${REF}`, 'iu').exec(name);
  if (leading?.[1] !== undefined) found.push({ ref: plain(leading[1]), where: {}, words: name });
  for (const line of content.lines) {
    if (line.role === 'code' || line.role === 'furniture' || !/\d\.\d/.test(line.text)) continue;
    for (const match of everyMatch(line.text, NAMED))
      if (match[1] !== undefined) found.push({ ref: plain(match[1]), where: line.where, words: match[0].trim() });
  }
  return new Set(found.map(({ ref }) => ref)).size > MORE_THAN_A_LABEL ? [] : found;
}

function refsIn(value: string): string[] {
  return [...value.matchAll(new RegExp(REF, 'gu'))].map((match) => plain(match[1] ?? ''));
}

/** Without leading zeros: `7.03.4` is `7.3.4`. */
function plain(ref: string): string {
  return ref.split('.').map(Number).join('.');
}
