import type { GapCheck } from '../../readiness/gap-check.ts';
import type { Holdings } from '../../record/holdings.ts';
import { firstHourStepsOf } from '../first-hour/first-hour-steps.ts';
import { actorWords } from '../record/actor-words.ts';
import { noStanding } from '../record/no-standing.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { whenAsked } from '../record/when-asked.ts';
import { page, type Route, type SeatedVisit } from '../route.ts';
import type { ChangesBy } from './since-visit.tsx';
import { type TodayOnly, TodayPage } from './today-page.tsx';

/** Entries of the journal that are looked at to say who changed the record since a visit. */
const LOOKED_AT = 1_000;

/** The page that a day starts with. */
export function todayRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, visits, entriesBefore, today, now } = services;

  async function todayOnly(visit: SeatedVisit, check: GapCheck, holdings: Holdings): Promise<TodayOnly> {
    const { seat, visitor } = visit;
    const { organisation } = seat;
    const standingOf = Object.fromEntries(check.assessment.items.map(({ item, standing }) => [item.ref, standing]));
    const seen = { at: now(), seq: holdings.seq, standings: standingOf };
    const [before, past] = await Promise.all([
      visits.look(organisation, visitor.account.id, seen),
      standings.pastLine(organisation),
    ]);
    const changes = before ? await changesBy(visit, before.seq, holdings) : [];
    return { visitor, before, changes, past, steps: firstHourStepsOf(holdings, check) };
  }

  /** Who made how many entries after one, the busiest first. Nobody needs to be told what they did themselves. */
  async function changesBy(visit: SeatedVisit, after: number, holdings: Holdings): Promise<ChangesBy> {
    const { organisation } = visit.seat;
    const missed = Math.min(holdings.seq - after, LOOKED_AT);
    if (missed <= 0) return [];
    const [entries, who] = await Promise.all([
      entriesBefore(organisation, holdings.seq + 1, missed),
      actorWords(services, organisation, holdings),
    ]);
    const counts = new Map<string, number>();
    for (const { entry } of entries)
      if (entry.actor !== actorOf(visit)) counts.set(who(entry.actor), (counts.get(who(entry.actor)) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a);
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation',
      needs: 'read-standing',
      answer: async (visit) => {
        const { seat, query } = visit;
        const asked = whenAsked(query, today());
        const { when } = asked;
        const result = await ('on' in when
          ? standings.on(seat.organisation, when.on)
          : standings.at(seat.organisation, when.at));
        if (!result.ok) return noStanding(seat, result.problem.message);
        const { standing } = result;
        const record = asked.past === undefined ? await records.open(seat.organisation) : undefined;
        const only = record && (await todayOnly(visit, standing.check, record.holdings));
        const title = `Where ${seat.organisationName} stands`;
        return page(
          asked.problem === undefined ? title : `Error: ${title}`,
          <TodayPage {...{ seat, standing, asked }} today={only} />,
          {
            status: asked.problem === undefined ? 200 : 422,
          },
        );
      },
    },
  ];
}
