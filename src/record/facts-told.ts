import { type HoldingsByKind, listOf } from './holdings.ts';
import { organisation } from './kinds/organisation.ts';

/** What an organisation has told of itself, by the names of the facts. */
export type FactsTold = Readonly<Record<string, string | number | boolean>>;

export function factsTold(holdings: HoldingsByKind): FactsTold {
  return listOf(holdings, organisation)[0]?.data.facts ?? {};
}
