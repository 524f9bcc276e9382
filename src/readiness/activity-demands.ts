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

/** The items that ask for an activity by a name of the proof rules; those that do not apply ask for none. */
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
      .flatMap(({ condition, witnesses }) =>
        condition.is === 'activity' && condition.activity === activity ? [{ condition, witnesses }] : [],
      );
    const [first] = asking;
    if (!one || !first || one.standing === 'not-applicable' || one.standing === 'exempt') return [];
    const { within, outcome } = first.condition;
    const witnesses = first.witnesses.filter(({ interval }) => (interval.from ?? '') <= on);
    return [{ assessed: one, within, mustPass: outcome === 'success', witnesses }];
  });
}
