import type { Condition } from '../../catalogue/catalogue.ts';
import { type Day, dayAfter, dayBefore, periodInWords } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';
import type { DocumentEvidence } from '../document-evidence.ts';
import { covers, type Interval } from '../interval.ts';
import { rowsOfMeasure } from '../measure-rows.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

export type MeasureCondition = Extract<Condition, { is: 'measure' }>;

/** One person, device, account or supplier that a measure counts, and the days on which it counts as done. */
export type MeasureRow = { readonly label: string; readonly done: Interval | undefined; readonly place: Place };

/**
 * A share counted from rows, never from a percentage somebody wrote down. The rows' own dates cut time into stretches; in each
 * the share is constant, so the witnesses are the stretches in which it is high enough. Compared exactly: 19 of 20 is 95 %.
 */
export function prepareMeasure(condition: MeasureCondition, all: readonly DocumentEvidence[]): PreparedCondition {
  const rows = rowsOfMeasure(condition, all);
  const percent = Math.round(condition.atLeast * 100);
  const asks = `${percent === 100 ? 'all' : `at least ${percent} % of the`} ${condition.of}${condition.within ? `, within ${periodInWords(condition.within)}` : ''}`;
  const todo = `See that your registers show ${asks}.`;
  if (rows.length === 0)
    return {
      condition,
      asks,
      todo,
      witnesses: [],
      otherwise: { met: 'no', because: 'there are no rows to count it from' },
    };
  const witnesses = stretches(rows).flatMap((stretch): Witness[] => {
    const day = stretch.from ?? stretch.until;
    const done = day === undefined ? rows.filter((row) => row.done).length : doneOn(rows, day);
    if (done / rows.length < condition.atLeast) return [];
    return [
      {
        interval: stretch,
        because: `${done} of ${rows.length} in order`,
        places: rows.slice(0, 3).map((row) => row.place),
      },
    ];
  });
  const missing = rows.filter((row) => !row.done);
  const because =
    missing.length > 0
      ? `${rows.length - missing.length} of ${rows.length} in order; not: ${missing
          .slice(0, 4)
          .map((row) => row.label)
          .join(', ')}`
      : `${rows.length} rows, of which too few count on this day`;
  // Software that goes out of support is a new gap, not proof gone old.
  const lapses = condition.measure !== 'supported-software';
  return { condition, asks, todo, witnesses, lapses, otherwise: { met: 'no', because } };
}

function doneOn(rows: readonly MeasureRow[], day: Day): number {
  return rows.filter((row) => row.done && covers(row.done, day)).length;
}

/** The stretches of days between which no row begins or ceases to count. */
function stretches(rows: readonly MeasureRow[]): Interval[] {
  const starts = new Set<Day>();
  for (const { done } of rows) {
    if (done?.from) starts.add(done.from);
    if (done?.until) starts.add(dayAfter(done.until, 'P1D'));
  }
  const days = [...starts].sort();
  const first = days[0];
  if (first === undefined) return [{}];
  const eve = (day: Day) => dayBefore(day, 'P1D');
  return [
    { until: eve(first) },
    ...days.map((from, i) => ({ from, until: days[i + 1] === undefined ? undefined : eve(days[i + 1] ?? from) })),
  ];
}
