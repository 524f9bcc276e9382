import { type Day, dayInBritain } from '../../record/day.ts';
import { type HoldingsByKind, listOf } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { type DataOf, type Entity, fieldsOf, valueIn } from '../../record/kinds/kind.ts';
import type { KindName } from '../../record/kinds/kinds.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';

type Activity = DataOf<typeof activity>;
export type Review = Activity['kind'];

/** Which activities are a review of a register, by the kind of its entries. The first is the one to propose. */
const REVIEWS = {
  supplier: ['supplier-review', 'contract-review'],
  'digital-asset': ['asset-review'],
  'information-asset': ['asset-review'],
  'data-flow': ['asset-review'],
  risk: ['risk-review'],
  appointment: ['board-review'],
  incident: ['board-review'],
  person: ['access-review'],
  'admin-agreement': ['access-review'],
  'training-record': ['training-needs-analysis'],
} as const satisfies { readonly [Kind in KindName]?: readonly Review[] };

/** The days that an entry itself gives for its review or check. */
const OWN_DAYS = ['reviewedOn', 'checkedOn', 'dsptCheckedOn'];

/** Activities that are a review of the register of a kind; none where there is no such activity. */
export function reviewsOf(kind: string): readonly Review[] {
  return new Map<string, readonly Review[]>(Object.entries(REVIEWS)).get(kind) ?? [];
}

/** What a review is called within a sentence: "supplier review". */
export function reviewInWords(review: Review): string {
  const options = fieldsOf(activity).find(({ name }) => name === 'kind')?.options ?? [];
  return (options.find(({ value }) => value === review)?.label ?? review).toLowerCase();
}

/** The last day, up to a day, on which somebody saw to the whole register of a kind. */
export function registerSeenToOn(kind: string, holdings: HoldingsByKind, on: Day): Day | undefined {
  const entries = [...(holdings.of.get(kind)?.values() ?? [])].filter(({ data }) => !isPolicyRead(kind, data));
  return seenToOn(entries, reviewsOf(kind), holdings, on);
}

/** Whoever confirms that they read a policy does not look at the training log. */
function isPolicyRead(kind: string, data: unknown): boolean {
  return kind === trainingRecord.name && valueIn(data, 'kind') === POLICY_READ;
}

/**
 * The last day, up to a day, on which somebody saw to some entries: changed one of them, wrote into one when it was
 * reviewed or checked, or recorded one of the reviews that are given. Undefined when nobody had by then.
 */
export function seenToOn(
  entries: readonly Entity[],
  reviews: readonly Review[],
  holdings: HoldingsByKind,
  on: Day,
): Day | undefined {
  const own = entries.flatMap(({ data }) =>
    OWN_DAYS.flatMap((field) => {
      const day = valueIn(data, field);
      return typeof day === 'string' ? [day] : [];
    }),
  );
  const reviewed = listOf(holdings, activity).flatMap((one) =>
    reviews.includes(one.data.kind) && tookPlace(one) ? [one.data.doneOn] : [],
  );
  const days = [changedOn(entries, on), ...own, ...reviewed].filter((day) => day !== undefined && day <= on);
  return days.toSorted().at(-1);
}

/** A review that failed did not put the register right; one without a result counts only if it was recorded afterwards. */
function tookPlace({ data: { result, doneOn }, revisedAt }: Entity<Activity>): boolean {
  return result !== 'failed' && (result !== 'none' || doneOn <= dayInBritain(revisedAt));
}

function changedOn(entries: readonly Entity[], on: Day): Day | undefined {
  // Instants compare as text, and telling the day of one is slow: mostly that of the last one will do.
  let last = '';
  for (const { revisedAt } of entries) if (revisedAt > last) last = revisedAt;
  if (last === '') return undefined;
  const day = dayInBritain(last);
  return day <= on
    ? day
    : changedOn(
        entries.filter(({ revisedAt }) => dayInBritain(revisedAt) <= on),
        on,
      );
}
