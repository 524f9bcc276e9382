import { factSaid } from '../../record/fact-words.ts';
import { factsTold } from '../../record/facts-told.ts';
import { type Holdings, type Instant, listOf } from '../../record/holdings.ts';
import { confirmation } from '../../record/kinds/confirmation.ts';
import { valueIn } from '../../record/kinds/kind.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import type { ApiTokens } from '../accounts/api-tokens.ts';
import type { HistoryStep, Standings } from './standing.ts';

/** A fact that somebody told about the organisation, with who did. */
export type ToldFact = {
  readonly fact: string;
  readonly value: boolean;
  /** As a statement: “We have no paper records”. */
  readonly words: string;
  /**
   * Whoever said it, as the journal names them, and when; `person` is who stands behind a program. Undefined where the journal
   * does not know any more.
   */
  readonly said: Said | undefined;
  /** Somebody else who has confirmed it since. */
  readonly confirmed: { readonly by: string; readonly on: string } | undefined;
};

type Said = {
  readonly actor: string;
  readonly person: string;
  readonly at: Instant;
  /** Number of the journal entry. */
  readonly seq: number;
};

/** What was told of some facts, each by whoever was the last to say something else than was said before. */
export async function toldFacts(
  { history }: Pick<Standings, 'history'>,
  tokens: Pick<ApiTokens, 'personBehind'>,
  id: string,
  holdings: Holdings,
  wanted: readonly string[],
): Promise<readonly ToldFact[]> {
  const [own] = listOf(holdings, organisation);
  const facts = factsTold(holdings);
  const told = wanted.flatMap((fact) => {
    const value = facts[fact];
    return typeof value === 'boolean' ? [{ fact, value }] : [];
  });
  if (!own || told.length === 0) return [];
  const steps = (await history(id, organisation.name, own.id)).filter(({ entry }) => entry.seq <= holdings.seq);
  const confirmations = new Map(listOf(holdings, confirmation).map((one) => [one.data.fact, one]));
  const saying = await Promise.all(
    told.map(async ({ fact }) => {
      const said = lastToSay(steps, fact);
      return said && { ...said, person: await tokens.personBehind(id, said.actor) };
    }),
  );
  return told.map(({ fact, value }, position) => {
    const said = saying[position];
    const found = confirmations.get(fact);
    const holds =
      found !== undefined &&
      (found.data.said === 'yes') === value &&
      found.data.author !== said?.person &&
      found.revision > (said?.seq ?? 0);
    return {
      fact,
      value,
      words: factSaid(fact, value),
      said,
      confirmed: holds ? { by: found.data.by, on: found.data.confirmedOn } : undefined,
    };
  });
}

function lastToSay(steps: readonly HistoryStep[], fact: string): Omit<Said, 'person'> | undefined {
  let said: Omit<Said, 'person'> | undefined;
  let before: unknown;
  for (const { entry, data } of steps) {
    const value = valueIn(valueIn(data, 'facts'), fact);
    if (value !== before) said = { actor: entry.actor, at: entry.at, seq: entry.seq };
    before = value;
  }
  return said;
}
