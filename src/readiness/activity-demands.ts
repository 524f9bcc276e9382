import type { Day, Period } from '../record/day.ts';
import { prepareRecord } from './assess.ts';
import type { ItemAssessment } from './assessment.ts';
import type { GapCheck } from './gap-check.ts';
import type { Witness } from './witness.ts';

/** An evidence item whose proof rule asks for an activity. */
export type ActivityDemand = {
  readonly assessed: ItemAssessment;
  /** How long one counts. */
  readonly within: Period;
  /** Only one that passed counts. */
  readonly mustPass: boolean;
  /** What met it by the day, in the register or in documents. */
  readonly witnesses: readonly Witness[];
};

/**
 * The items that ask for an activity by a name of the proof rules; those that do not apply ask for none. Where the ways to
 * prove an item ask differently, it is the one its checks show that counts, so that both say the same; else the first.
 */
export function activityDemands(
  activity: string,
  { catalogue, record, assessment }: GapCheck,
  on: Day,
): readonly ActivityDemand[] {
  const assessed = new Map(assessment.items.map((one) => [one.item.ref, one]));
  return prepareRecord(catalogue, record).items.flatMap(({ item, alternatives }): ActivityDemand[] => {
    const one = assessed.get(item.ref);
    const asking = alternatives
      .flat()
      .flatMap(({ condition, asks, witnesses }) =>
        condition.is === 'activity' && condition.activity === activity ? [{ condition, asks, witnesses }] : [],
      );
    const shown = asking.find(({ asks }) => one?.checks.some((check) => check.asks === asks)) ?? asking[0];
    if (!one || !shown || one.standing === 'not-applicable' || one.standing === 'exempt') return [];
    const { within, outcome } = shown.condition;
    const witnesses = shown.witnesses.filter(({ interval }) => (interval.from ?? '') <= on);
    return [{ assessed: one, within, mustPass: outcome === 'success', witnesses }];
  });
}
