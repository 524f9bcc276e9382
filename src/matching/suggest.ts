import type { Fact, Suggestion, Where } from '../record/document.ts';
import { explicitReferences } from './explicit-references.ts';
import type { MatchedDocument } from './fields.ts';
import type { Matcher } from './matcher.ts';
import { reasonsFor } from './reasons.ts';
import { type Weighed, weigh } from './scoring.ts';

const AT_MOST = 5;
/** Below this a resemblance is chance. */
const WORTH_SUGGESTING = 0.2;
/** A reference is believed where the document says at least this much about the subject of the number. */
const AGREES = 0.12;
/** … and this share of what it says about the subject it says most about. */
const AGREES_BESIDE_BEST = 0.25;

/** A number that a document gives for itself and that asks something else in this catalogue, with a sentence saying so. */
export type MistrustedReference = { readonly ref: string; readonly where: Where; readonly why: string };

/**
 * The evidence items a document speaks to, best first, at most five; none where nothing fits. The answer depends on the document and
 * the catalogue alone. From 0.35 the document speaks to the item; a clear one scores 0.8 and more.
 */
export function suggest(
  matcher: Matcher,
  document: MatchedDocument & { readonly facts?: readonly Fact[] },
): Suggestion[] {
  const weighed = weigh(matcher, document);
  const { named } = referencesOf(matcher, document, weighed);
  const scores = weighed.scores.map((score, item) => (named.has(item) ? 1 - (1 - score) * 0.35 : score));
  return [...scores.keys()]
    .filter((item) => (scores[item] ?? 0) >= WORTH_SUGGESTING)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, AT_MOST)
    .map((item) => {
      const named_ = named.get(item);
      const reasons = reasonsFor(matcher, document, weighed, item);
      const all = named_ === undefined ? reasons : [`It says "${named_}" of itself.`, ...reasons].slice(0, 3);
      return {
        ref: matcher.items[item]?.ref ?? '',
        score: Math.round((scores[item] ?? 0) * 1000) / 1000,
        reasons: all,
      };
    });
}

/** The Toolkit numbers a document gives for itself that do not ask for what it is about, in the order they stand in it. */
export function mistrustedReferences(matcher: Matcher, document: MatchedDocument): MistrustedReference[] {
  return referencesOf(matcher, document, weigh(matcher, document)).mistrusted;
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
        why: `The document says "${words}", but item ${ref} asks: ${asks.rule?.ask ?? asks.requirement} The text is not about that.`,
      });
  }
  return { named, mistrusted };
}
