import { factsIn } from '../support/facts-of-text.ts';

/** One fact as small firms put it: every wording must yield a fact of the type that reads as `reads`. */
export type Phrasing = {
  readonly about: string;
  readonly type: string;
  /** Subject and value, as `customers 24`. */
  readonly reads: string;
  readonly wordings: readonly string[];
};

/** The least confidence with which contradictions take a fact. */
const TAKEN = 0.6;

/** A wording as a document: a file name before `@@` where it matters, `/` for a line break. */
export function readingsOf(type: string, wording: string): string[] {
  const [path, source] = wording.includes(' @@ ') ? wording.split(' @@ ') : [undefined, wording];
  return factsIn(type, (source ?? '').replaceAll(' // ', '\n\n').replaceAll(' / ', '\n'), path)
    .filter(({ confidence, strength }) => confidence >= TAKEN && strength !== 'template')
    .map(({ subject, value }) => `${subject} ${value}`);
}
