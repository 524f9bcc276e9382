import { type HoldingsByKind, listOf } from './holdings.ts';
import { confirmation } from './kinds/confirmation.ts';
import { organisation } from './kinds/organisation.ts';

/** What an organisation has told of itself, by the names of the facts. */
export type FactsTold = Readonly<Record<string, string | number | boolean>>;

export function factsTold(holdings: HoldingsByKind): FactsTold {
  return listOf(holdings, organisation)[0]?.data.facts ?? {};
}

/** Facts that were answered with yes or no and that nobody has confirmed but whoever told them. */
export function unconfirmedFacts(holdings: HoldingsByKind): readonly string[] {
  const confirmed = new Map(listOf(holdings, confirmation).map(({ data }) => [data.fact, data.said === 'yes']));
  return Object.entries(factsTold(holdings)).flatMap(([fact, value]) =>
    typeof value === 'boolean' && confirmed.get(fact) !== value ? [fact] : [],
  );
}
