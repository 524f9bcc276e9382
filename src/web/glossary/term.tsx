import { createContext, type ReactNode, useContext } from 'react';
import { GLOSSARY, type TermId, termsIn } from '../../report/glossary.ts';
import { paths } from '../paths.ts';

const WORDS = new Map<TermId, string>(GLOSSARY.map(({ id, word }) => [id, word]));

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

/** So many terms are explained on a page; whoever meets more of them than that reads none. */
const MOST = 6;
/** Even where the page has explained as many by itself. */
const LEAST = 2;

/**
 * Explains, in one line above a list or table, the first of the terms that its texts use, and leads to the others. `but` are
 * those that the page has explained.
 */
export function TermsUsed({
  texts,
  but = [],
}: {
  readonly texts: readonly string[];
  readonly but?: readonly TermId[];
}) {
  const used = termsIn(texts.join('\n')).filter(({ id }) => !but.includes(id));
  if (used.length === 0) return null;
  const told = used.slice(0, Math.max(LEAST, MOST - but.length));
  return (
    <p className="app-aside app-not-printed">
      What these words mean:{' '}
      {told.map(({ id }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Term of={id}>{WORDS.get(id)}</Term>
        </span>
      ))}
      .{' '}
      {used.length > told.length && (
        <>
          Others are in the <a href={paths.glossary}>list of words and what they mean</a>.
        </>
      )}
    </p>
  );
}
