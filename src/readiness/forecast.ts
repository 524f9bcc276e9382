import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Day, dayAfter, dayInWords } from '../record/day.ts';
import type { OrganisationRecord } from '../record/record.ts';
import { type PreparedRecord, prepareRecord, sentencesAgainst } from './assess.ts';
import type { ForecastStep, ItemAssessment } from './assessment.ts';
import type { Interval } from './interval.ts';
import type { PreparedItem } from './prepare.ts';
import { DEFENSIBLE, standingOf } from './standing.ts';

/**
 * What changes from the day after `from` to `to`, both included, if nobody acts. Works by breakpoints: an item is assessed
 * again only on the days on which something about it begins or ends, so a year costs little more than a day. On every day it
 * names, and on every day between, it agrees with `assess`.
 */
export function forecast(catalogue: Catalogue, record: OrganisationRecord, from: Day, to: Day): ForecastStep[] {
  const prepared = prepareRecord(catalogue, record);
  const changes = new Map<Day, ForecastStep['changes'][number][]>();
  const steps = new Map<Day, number>();
  let counting = 0;
  for (const item of prepared.items) {
    let before = on(item, record, prepared, from);
    if (countsForOutcome(before)) counting += 1;
    for (const day of breakpoints(item, record, prepared, from, to)) {
      const after = on(item, record, prepared, day);
      if (after.standing === before.standing) continue;
      const change = {
        ref: item.item.ref,
        from: before.standing,
        to: after.standing,
        because: whyChanged(before, after, day),
      };
      changes.set(day, [...(changes.get(day) ?? []), change]);
      steps.set(day, (steps.get(day) ?? 0) + Number(countsForOutcome(after)) - Number(countsForOutcome(before)));
      before = after;
    }
  }
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, list]) => {
      counting += steps.get(day) ?? 0;
      return { on: day, changes: list, counting };
    });
}

function on(item: PreparedItem, record: OrganisationRecord, prepared: PreparedRecord, day: Day): ItemAssessment {
  return standingOf(item, record, sentencesAgainst(prepared.against, item.item.ref, day), day);
}

/** What ended between two standings of an item; where nothing did, why it stands as it does afterwards. */
function whyChanged(before: ItemAssessment, after: ItemAssessment, day: Day): string {
  if (DEFENSIBLE.has(after.standing) || after.standing === 'contradicted') return after.reasons[0] ?? '';
  const ended = before.checks.filter(({ met, until }) => met === 'yes' && until !== undefined && until < day);
  const told = ended.map(({ because, until = day }) => `What shows it counts until ${dayInWords(until)}: ${because}.`);
  return told.length > 0 ? [...new Set(told)].join(' ') : (after.reasons[0] ?? '');
}

function countsForOutcome({ item, standing }: ItemAssessment): boolean {
  return item.mandatory === true && DEFENSIBLE.has(standing);
}

/** The days after `from` and up to `to` on which something about the item begins or has ended. */
function breakpoints(
  { item, alternatives }: PreparedItem,
  { answers }: OrganisationRecord,
  { against }: PreparedRecord,
  from: Day,
  to: Day,
): Day[] {
  const intervals: Interval[] = [
    ...alternatives.flat().flatMap(({ witnesses }) => witnesses.map(({ interval }) => interval)),
    ...(against.get(item.ref) ?? []).map(({ since, until }) => ({ from: since, until })),
  ];
  const days = new Set<Day>(answers.filter(({ ref }) => ref === item.ref).map(({ answeredOn }) => answeredOn));
  for (const interval of intervals) {
    if (interval.from !== undefined) days.add(interval.from);
    if (interval.until !== undefined) days.add(dayAfter(interval.until, 'P1D'));
  }
  return [...days].filter((day) => day > from && day <= to).sort();
}
