import { askOf } from '../catalogue/ask-of.ts';
import type { Suggestion, Where } from '../record/document.ts';
import { explicitReferences } from './explicit-references.ts';
import type { MatchedDocument } from './fields.ts';
import type { Matcher } from './matcher.ts';
import { reasonsFor } from './reasons.ts';
import { type Weighed, weigh } from './scoring.ts';
import { isWithdrawn } from './withdrawn.ts';

const AT_MOST = 5;
/** From here a document speaks to an item. One that speaks to none gets no suggestion at all. */
const SPEAKS_TO = 0.35;
/** Below this a resemblance is chance, even beside an item the document does speak to. */
const WORTH_SUGGESTING = 0.2;
/** A reference is believed where the document says at least this much about the subject of the number. */
const AGREES = 0.12;
/** … and this share of what it says about the subject it says most about. */
const AGREES_BESIDE_BEST = 0.25;
/** What a believed reference leaves of the doubt. */
const DOUBT_LEFT = 0.35;

/** A number that a document gives for itself and that asks something else in this catalogue, with a sentence saying so. */
export type MistrustedReference = { readonly ref: string; readonly where: Where; readonly why: string };

/** What a document speaks to, and the numbers it gives itself wrongly. */
export type Matched = {
  /**
   * The evidence items it speaks to, best first, at most five. From 0.35 the document speaks to the item; a clear one scores 0.8 and more.
   * Items from 0.2 follow a first that does; where none does, nothing is suggested.
   */
  readonly suggestions: Suggestion[];
  /** In the order they stand in the document. */
  readonly mistrusted: MistrustedReference[];
};

/** Lays a document over a catalogue. The answer depends on these two alone, never on the other documents of the folder. */
export function matchDocument(matcher: Matcher, document: MatchedDocument): Matched {
  if (isWithdrawn(document)) return { suggestions: [], mistrusted: [] };
  const weighed = weigh(matcher, document);
  const { named, mistrusted } = referencesOf(matcher, document, weighed);
  const scores = weighed.scores.map((score, item) => (named.has(item) ? 1 - (1 - score) * DOUBT_LEFT : score));
  const ranked = [...scores.keys()]
    .filter((item) => (scores[item] ?? 0) >= WORTH_SUGGESTING)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, AT_MOST);
  if ((scores[ranked[0] ?? -1] ?? 0) < SPEAKS_TO) return { suggestions: [], mistrusted };
  const suggestions = ranked.map((item) => {
    const words = named.get(item);
    const reasons = reasonsFor(matcher, document, weighed, item);
    return {
      ref: matcher.items[item]?.ref ?? '',
      score: Math.round((scores[item] ?? 0) * 1000) / 1000,
      reasons: words === undefined ? reasons : [`It says "${words}" of itself.`, ...reasons].slice(0, 3),
    };
  });
  return { suggestions, mistrusted };
}

/** The suggestions of `matchDocument` alone. */
export function suggest(matcher: Matcher, document: MatchedDocument): Suggestion[] {
  return matchDocument(matcher, document).suggestions;
}

function referencesOf(
  matcher: Matcher,
  document: MatchedDocument,
  weighed: Weighed,
): { readonly named: ReadonlyMap<number, string>; readonly mistrusted: MistrustedReference[] } {
  const named = new Map<number, string>();
  const mistrusted: MistrustedReference[] = [];
  for (const { ref, where, words } of explicitReferences(document.path, document.content)) {
    const item = matcher.byRef.get(ref);
    const asks = item === undefined ? undefined : matcher.items[item];
    if (item === undefined || asks === undefined) {
      mistrusted.push({
        ref,
        where,
        why: `The document says "${words}", but this edition and category of the Toolkit has no item ${ref}.`,
      });
    } else if ((weighed.scores[item] ?? 0) >= Math.max(AGREES, AGREES_BESIDE_BEST * Math.max(...weighed.scores)))
      named.set(item, words);
    else
      mistrusted.push({
        ref,
        where,
        why: `The document says "${words}", but item ${ref} asks: ${askOf(asks)} The text is not about that.`,
      });
  }
  return { named, mistrusted };
}
