import type { Condition } from '../catalogue/catalogue.ts';
import type { Place } from '../record/document.ts';
import type { Interval } from './interval.ts';

/**
 * Something in the record that meets a condition, and the days on which it does. Everything that depends on the day stands
 * in `interval`, so that one preparation of a record answers for every day: today, last spring and next June.
 */
export type Witness = {
  readonly interval: Interval;
  /** Completes "met because ...", for a person. */
  readonly because: string;
  /** What no reading can tell and a person must see for themselves; completes "check that ...". */
  readonly toCheck?: string;
  readonly places: readonly Place[];
  /** What to say and to do once it counts no more, where that can be said more plainly than by what it was. */
  readonly lapsed?: { readonly because: string; readonly todo: string };
};

/** Why a condition is met, with what a person is still to check; a clause to end a sentence. */
export function becauseInFull({ because, toCheck }: Pick<Witness, 'because' | 'toCheck'>): string {
  return toCheck === undefined ? because : `${because}; check that ${toCheck}`;
}

/** A condition of a proof rule with everything in the record that meets it on some day. */
export type PreparedCondition = {
  readonly condition: Condition;
  /** The condition in words. */
  readonly asks: string;
  /** What to do to meet it, one sentence. */
  readonly todo: string;
  readonly witnesses: readonly Witness[];
  /** False when a witness of the past means nothing now. */
  readonly lapses?: boolean;
  /** What to say on a day that no witness covers: looked for and not there, or not to be told by reading. */
  readonly otherwise: { readonly met: 'no' | 'unknown'; readonly because: string };
  /** What would meet it once a person has checked it, each with what they are to check. */
  readonly unchecked?: readonly Witness[];
};
