import { createContext, type ReactNode, useContext } from 'react';
import { GLOSSARY, type TermId, termsIn } from '../../report/glossary.ts';
import { paths } from '../paths.ts';

/** Whether the glossary can be reached: from our pages, and not from a report that somebody saved as a file. */
export const GlossaryAtHand = createContext(false);

/** A term where it first appears, leading to what it means. */
export function Term({ of, children }: { readonly of: TermId; readonly children: ReactNode }) {
  if (!useContext(GlossaryAtHand)) return children;
  return (
    <dfn className="app-term">
      <a href={`${paths.glossary}#${of}`}>
        {children}
        <span className="nhsuk-u-visually-hidden"> (what this means)</span>
      </a>
    </dfn>
  );
}

/** Words that are known only when the page is made, with their terms explained but those that the page has explained. */
export function WithTerms({ text, but = [] }: { readonly text: string; readonly but?: readonly TermId[] }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { id, written, at } of termsIn(text)) {
    if (but.includes(id)) continue;
    parts.push(text.slice(from, at));
    parts.push(
      <Term key={id} of={id}>
        {written}
      </Term>,
    );
    from = at + written.length;
  }
  return [...parts, text.slice(from)];
}

/** Explains, in one line above a list or table, the terms that its texts use. `but` are those that the page has explained. */
export function TermsUsed({
  texts,
  but = [],
}: {
  readonly texts: readonly string[];
  readonly but?: readonly TermId[];
}) {
  const used = new Set(termsIn(texts.join('\n')).map(({ id }) => id));
  for (const id of but) used.delete(id);
  if (used.size === 0) return null;
  return (
    <p className="app-aside">
      What these words mean:{' '}
      {GLOSSARY.filter(({ id }) => used.has(id)).map(({ id, word }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Term of={id}>{word}</Term>
        </span>
      ))}
      .
    </p>
  );
}
