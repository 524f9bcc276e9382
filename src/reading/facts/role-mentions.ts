import { everyMatch } from '../../record/every-match.ts';
import { ACTING_WORDS, DEPUTY_WORDS, FORMER_WORDS, ROLES } from './vocabulary/roles.ts';

/** A role as a text names it; `standing` is what the words before it make of the holder. */
export type RoleSeen = {
  readonly id: string;
  readonly at: number;
  readonly end: number;
  readonly standing: 'holder' | 'deputy' | 'former' | 'acting';
};

const ROLE_BY_WORDS = new Map(ROLES.flatMap((role) => role.words.map((words) => [words, role.id] as const)));
const QUALIFIERS = [...DEPUTY_WORDS, ...FORMER_WORDS, ...ACTING_WORDS];
const ROLE = new RegExp(
  `(?:\\b(${QUALIFIERS.join('|')})[\\s-]+(?:the\\s)?)?\\b(${[...ROLE_BY_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\b(?:'s|’s)?(?:\\s?\\(([a-z]{2,5})\\))?`,
  'gi',
);

/** The roles a text names, with what stands before them ("deputy", "former"). */
export function rolesIn(text: string): RoleSeen[] {
  const found: RoleSeen[] = [];
  for (const match of everyMatch(text, ROLE)) {
    const id = ROLE_BY_WORDS.get((match[2] ?? '').toLowerCase());
    // "MD" and "IT" in lower case are words of other things.
    if (id === undefined || (/^md$/i.test(match[2] ?? '') && match[2] !== 'MD')) continue;
    const qualifier = match[1]?.toLowerCase() ?? '';
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const standing =
      DEPUTY_WORDS.includes(qualifier) || /^\s*\(?deputy/i.test(after)
        ? 'deputy'
        : FORMER_WORDS.includes(qualifier)
          ? 'former'
          : ACTING_WORDS.includes(qualifier)
            ? 'acting'
            : 'holder';
    found.push({ id, at: match.index, end: match.index + match[0].length, standing });
  }
  return found;
}
