import type { ItemAssessment } from './assessment.ts';
import type { GapCheck } from './gap-check.ts';
import { factThatSettles } from './standing.ts';

/** Items that do not apply because of facts that somebody told, under the name of each fact. */
export function itemsTakenOff({ assessment, record }: GapCheck): ReadonlyMap<string, readonly ItemAssessment[]> {
  const byFact = new Map<string, ItemAssessment[]>();
  for (const assessed of assessment.items) {
    const fact = factThatSettles(assessed.item, record, assessment.on);
    if (fact !== undefined) byFact.set(fact, [...(byFact.get(fact) ?? []), assessed]);
  }
  return byFact;
}
