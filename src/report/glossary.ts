import { GLOSSARY_ENTRIES, type GlossaryEntry } from './glossary-entries.ts';

export type TermId = (typeof GLOSSARY_ENTRIES)[number]['id'];

/** Every word that our pages explain. */
export const GLOSSARY: readonly (GlossaryEntry & { readonly id: TermId })[] = GLOSSARY_ENTRIES;

const A_TO_Z = new Intl.Collator('en-GB', { sensitivity: 'base' });

export function glossaryFromAToZ(): typeof GLOSSARY {
  return GLOSSARY.toSorted((a, b) => A_TO_Z.compare(a.word, b.word));
}

const FORMS = new Map(GLOSSARY.flatMap(({ id, forms = [] }) => forms.map((form) => [form.toLowerCase(), id] as const)));

/** The longest form first: "special category data" is no "category". */
const ANY_FORM = new RegExp(
  `(?<![\\w-])(?:${[...FORMS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll(/[+./]/g, '\\$&'))
    .join('|')})(?![\\w-])`,
  'gi',
);

/** A term that has to be explained, as it is written in a text, and where. */
export type FoundTerm = { readonly id: TermId; readonly written: string; readonly at: number };

/** The terms of a text that have to be explained, in the order in which they come, each once. */
export function termsIn(text: string): readonly FoundTerm[] {
  const found = new Map<TermId, FoundTerm>();
  for (const { 0: written, index } of text.matchAll(ANY_FORM)) {
    const id = FORMS.get(written.toLowerCase());
    if (id !== undefined && !found.has(id)) found.set(id, { id, written, at: index });
  }
  return [...found.values()];
}
