import { prepareRecord, sentencesAgainst } from './assess.ts';
import type { ItemAssessment } from './assessment.ts';
import type { GapCheck } from './gap-check.ts';
import { notApplicableBy } from './standing.ts';

/** A fact that somebody told, by which items would not apply. */
export type TakenOff = {
  readonly items: readonly ItemAssessment[];
  /** What in the record speaks against it; then the items stay on the list. */
  readonly against: string | undefined;
};

/** What was told by which items do not apply, or would not, under the name of each fact. */
export function takenOffBy({ catalogue, assessment, record }: GapCheck): ReadonlyMap<string, TakenOff> {
  const assessed = new Map(assessment.items.map((one) => [one.item.ref, one]));
  const byFact = new Map<string, TakenOff>();
  const { items: all, against } = prepareRecord(catalogue, record);
  for (const prepared of all) {
    const speaking = sentencesAgainst(against, prepared.item.ref, assessment.on);
    const told = notApplicableBy(prepared, record, speaking, assessment.on);
    const one = assessed.get(prepared.item.ref);
    if (!told || !one) continue;
    const { items = [] } = byFact.get(told.fact) ?? {};
    byFact.set(told.fact, { items: [...items, one], against: told.against });
  }
  return byFact;
}

/** The fact by which an item does not apply, or would not. */
export function factBehind(
  check: GapCheck,
  ref: string,
): (Pick<TakenOff, 'against'> & { readonly fact: string }) | undefined {
  const found = [...takenOffBy(check)].find(([, { items }]) => items.some(({ item }) => item.ref === ref));
  return found && { fact: found[0], against: found[1].against };
}
