import { type Holdings, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { may } from '../../workspace/may.ts';
import { editionNotice } from '../../workspace/notices.ts';
import { authorOf } from '../../workspace/standing/answer-author.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { toldFacts } from '../../workspace/standing/told-facts.ts';
import { leftMembers } from '../accounts/left-members.ts';
import { firstHourStepsOf } from '../first-hour/first-hour-steps.ts';
import { paths } from '../paths.ts';
import { actionsToClose } from '../plan/looks-done.tsx';
import { actorWords } from '../record/actor-words.ts';
import { noStanding } from '../record/no-standing.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { type WhenAsked, whenAsked } from '../record/when-asked.ts';
import { page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import type { AnswersFor } from './my-part.tsx';
import type { ChangesBy } from './since-visit.tsx';
import { LINE_COLUMNS, lapseColumns, lineDays } from './today-columns.tsx';
import { type TodayOnly, TodayPage, whereStands } from './today-page.tsx';

const NO_CHANGES: ChangesBy = { others: [], own: 0 };
/** Answers that are looked at to say which of them wait for an approval. */
const WAITING = 50;

/** The page that a day starts with. */
export function todayRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, visits, notices, actorsAfter, today, now } = services;

  async function todayOnly(visit: SeatedVisit, standing: Standing): Promise<TodayOnly> {
    const { seat, visitor } = visit;
    const { check, holdings } = standing;
    const { organisation } = seat;
    const { laterInForce } = check.catalogue;
    const account = visitor.account.id;
    const standingOf = Object.fromEntries(check.assessment.items.map(({ item, standing }) => [item.ref, standing]));
    const seen = { at: now(), seq: holdings.seq, standings: standingOf };
    const [before, past, putAway] = await Promise.all([
      visits.look(organisation, account, seen),
      standings.pastLine(organisation),
      notices.putAwayBy(organisation, account),
    ]);
    const [changes, answers, finished, members] = await Promise.all([
      before ? changesBy(visit, before.seq, holdings) : NO_CHANGES,
      answersFor(visit, standing),
      may(seat.role, 'write-registers') ? actionsToClose(standings, organisation, standing) : [],
      may(seat.role, 'manage-members') ? services.accounts.memberships.list(organisation) : [],
    ]);
    return {
      visitor,
      now: seen.at,
      before,
      changes,
      answers,
      left: leftMembers(members, holdings, today()),
      past,
      finished,
      steps: firstHourStepsOf(holdings, check),
      aside: putAway.has('first-hour'),
      laterKnown: laterInForce !== undefined && putAway.has(editionNotice(laterInForce)),
    };
  }

  /** Who made how many entries after one: the others, the busiest first, and apart from them whoever looks. */
  async function changesBy(visit: SeatedVisit, after: number, holdings: Holdings): Promise<ChangesBy> {
    const { organisation } = visit.seat;
    const [entries, who] = await Promise.all([
      actorsAfter(organisation, after),
      actorWords(services, organisation, holdings),
    ]);
    const others = [...entries].filter(([actor]) => actor !== actorOf(visit));
    return {
      others: others.map(([actor, count]) => [who(actor), count] as const).sort(([, a], [, b]) => b - a),
      own: entries.get(actorOf(visit)) ?? 0,
    };
  }

  /** Answers that wait for whoever looks: to be approved by them, because somebody else gave them, or to be given again. */
  async function answersFor(visit: SeatedVisit, { check, holdings }: Standing): Promise<AnswersFor> {
    const { organisation, role } = visit.seat;
    const { edition } = check.catalogue;
    const approves = may(role, 'approve-answers');
    const open = listOf(holdings, answer)
      .filter(
        ({ data }) =>
          data.edition === edition &&
          (data.sentBackBecause !== undefined ||
            (approves && data.said === 'not-applicable' && data.approvedBy === undefined)),
      )
      .slice(0, WAITING);
    const unconfirmed = may(role, 'write-answers')
      ? new Set(check.assessment.items.flatMap((one) => one.unconfirmed ?? []))
      : new Set<string>();
    const told = await toldFacts(standings, services.accounts.tokens, organisation, holdings, [...unconfirmed]);
    const authors = await Promise.all(
      open.map(async ({ id }) => {
        const steps = await standings.history(organisation, answer.name, id);
        return authorOf(services.accounts.tokens, organisation, steps);
      }),
    );
    const own = (at: number) => authors[at] === actorOf(visit);
    return {
      toConfirm: told.flatMap(({ words, said }) => (said?.person === actorOf(visit) ? [] : words)),
      waiting: open.flatMap(({ data }, at) => (data.sentBackBecause === undefined && !own(at) ? data.item : [])),
      sentBack: open.flatMap(({ data: { item, sentBackBy: by, sentBackBecause: because } }, at) =>
        because !== undefined && own(at) ? { item, because, ...(by !== undefined && { by }) } : [],
      ),
    };
  }

  /** The standing that somebody looks at: today's, or that of a past day. */
  function standingAsked({ seat: { organisation } }: SeatedVisit, { when }: WhenAsked) {
    return 'on' in when ? standings.on(organisation, when.on) : standings.at(organisation, when.at);
  }

  return [
    ...tableRoutes('/organisations/:organisation/forecast', 'read-standing', async (visit) => {
      const { seat } = visit;
      const result = await standingAsked(visit, whenAsked(visit.query, today()));
      if (!result.ok) return noStanding(seat, result.problem.message);
      const { check, on } = result.standing;
      const steps = check.forecast.filter(({ changes }) => changes.length > 0);
      return { name: `forecast ${on}`, ...tableOf(lapseColumns(seat.organisation, check), steps) };
    }),
    ...tableRoutes('/organisations/:organisation/past-and-forecast', 'read-standing', async ({ seat }) => {
      const [result, past] = await Promise.all([
        standings.on(seat.organisation, today()),
        standings.pastLine(seat.organisation),
      ]);
      if (!result.ok) return noStanding(seat, result.problem.message);
      const { check, on } = result.standing;
      return { name: `past and forecast ${on}`, ...tableOf(LINE_COLUMNS, lineDays(past, check)) };
    }),
    {
      method: 'POST',
      path: '/organisations/:organisation/later-edition/known',
      needs: 'read-standing',
      answer: async ({ seat: { organisation }, visitor, form }) => {
        const record = await records.open(organisation);
        const later = record && (await standings.catalogueBy(record.holdings))?.laterInForce;
        if (later === undefined || form.text('edition') !== later.edition) return { show: 'not-found' };
        await notices.putAway(organisation, visitor.account.id, editionNotice(later));
        return redirect(paths.home(organisation));
      },
    },
    {
      method: 'GET',
      path: '/organisations/:organisation',
      needs: 'read-standing',
      answer: async (visit) => {
        const { seat, query } = visit;
        const asked = whenAsked(query, today());
        const result = await standingAsked(visit, asked);
        if (!result.ok) return noStanding(seat, result.problem.message);
        const { standing } = result;
        const only = asked.past === undefined ? await todayOnly(visit, standing) : undefined;
        const title = whereStands(seat);
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
