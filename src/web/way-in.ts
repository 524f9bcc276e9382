import { paths } from './paths.ts';

/** Why something that was sent is gone once its sender has signed in. */
export type Unkept = 'too-large' | 'files';

/** The address of the sign-in page, from where it goes on to `next`. */
export function wayIn(next: string, unkept?: Unkept): string {
  const why = unkept === undefined ? '' : `&unkept=${unkept}`;
  return `${paths.signIn}?next=${encodeURIComponent(next)}${why}`;
}

/** What the sign-in page says about it; undefined when the address names no reason of ours. */
export function wordsOfUnkept(text: string): string | undefined {
  // One of its own keys, as just asked.
  return Object.hasOwn(WORDS, text) ? WORDS[text as Unkept] : undefined;
}

const WORDS: Readonly<Record<Unkept, string>> = {
  'too-large': 'What you sent was too large to keep while you sign in. Sign in, then bring it again.',
  files: 'We cannot keep files while you sign in, so we have not kept yours. Sign in, then bring them again.',
};
