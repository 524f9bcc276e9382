import type { Day } from '../record/day.ts';

/** A run of days, both ends included. Without `until` it never ends; without `from` it has always been. */
export type Interval = { readonly from?: Day | undefined; readonly until?: Day | undefined };

export function covers(interval: Interval, day: Day): boolean {
  return (
    (interval.from === undefined || interval.from <= day) && (interval.until === undefined || interval.until >= day)
  );
}

/** True when the whole interval lies before `day`. */
export function isPast(interval: Interval, day: Day): boolean {
  return interval.until !== undefined && interval.until < day;
}
