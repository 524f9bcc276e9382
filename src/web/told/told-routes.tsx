import { certificatesMissing } from '../../readiness/certificate-held.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { spokenOf } from '../../readiness/spoken-of.ts';
import { takenOffBy } from '../../readiness/taken-off.ts';
import { factsTold } from '../../record/facts-told.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { confirmation } from '../../record/kinds/confirmation.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { toldFacts } from '../../workspace/standing/told-facts.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { actorWords } from '../record/actor-words.ts';
import { withDone } from '../record/done-banner.tsx';
import { noStanding } from '../record/no-standing.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordLinks } from '../record/record-links.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf, seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { type NamedTable, tableRoutes } from '../tables/table-routes.ts';
import { ToldPage, type ToldRow, toldColumns } from './told-page.tsx';
import { toldPath } from './told-paths.ts';

const HERE = '/organisations/:organisation/what-you-told-us';
const TITLE = 'What you told us';
const CONFIRMING = 'write-answers';
const CHANGED = { message: 'Somebody has told us something else meanwhile. Look it over again' };

/** What was told about the organisation and takes items off its list, and the confirmation of it by somebody else. */
export function toldRoutes(services: RecordRouteServices): readonly Route[] {
  const { accounts, records, standings, today } = services;

  async function withStanding<To>({ seat }: SeatedVisit, answer: (standing: Standing) => Promise<To>) {
    const result = await standings.on(seat.organisation, today());
    return result.ok ? answer(result.standing) : noStanding(seat, result.problem.message);
  }

  async function rowsOf({ seat }: SeatedVisit, check: GapCheck, holdings: Holdings): Promise<readonly ToldRow[]> {
    const off = takenOffBy(check);
    const told = await toldFacts(standings, accounts.tokens, seat.organisation, holdings, [...off.keys()]);
    return told.flatMap((one) => {
      const found = off.get(one.fact);
      return found ? { ...one, ...found, spoken: spokenOf(one.fact, check.record.documents) } : [];
    });
  }

  function toldPage(visit: SeatedVisit, mistakes: readonly FormMistake[], status: number): Promise<Answer> {
    return withStanding(visit, async (standing) => {
      const { check, holdings } = standing;
      const { seat, query } = visit;
      const links = recordLinks(seat, standing);
      const [rows, who, members] = await Promise.all([
        rowsOf(visit, check, holdings),
        actorWords(services, seat.organisation, holdings),
        accounts.memberships.list(seat.organisation),
      ]);
      const confirmers = members.flatMap(({ account, role, until }) =>
        may(role, CONFIRMING) && (until === undefined || until >= today()) ? [`account:${account}`] : [],
      );
      const missing = certificatesMissing(check, factsTold(holdings));
      const body = (
        <ToldPage {...{ seat, query, check, rows, confirmers, who, missing, mistakes, links }} actor={actorOf(visit)} />
      );
      return page(`${mistakes.length > 0 ? 'Error: ' : ''}${TITLE}`, body, { status });
    });
  }

  return [
    { method: 'GET', path: HERE, needs: 'read-standing', answer: (visit) => toldPage(visit, [], 200) },
    ...tableRoutes(`${HERE}/export`, 'read-standing', (visit) =>
      withStanding<NamedTable>(visit, async (standing) => {
        const { check, holdings, on } = standing;
        const links = recordLinks(visit.seat, standing);
        const who = await actorWords(services, visit.seat.organisation, holdings);
        const columns = toldColumns({ seat: visit.seat, check, who, links, actor: actorOf(visit) });
        return { name: `what you told us ${on}`, ...tableOf(columns, await rowsOf(visit, check, holdings)) };
      }),
    ),
    {
      method: 'POST',
      path: `${HERE}/confirm`,
      needs: CONFIRMING,
      answer: (visit) =>
        withStanding(visit, async ({ check, holdings }) => {
          const { seat, form, visitor } = visit;
          const row = (await rowsOf(visit, check, holdings)).find(({ fact }) => fact === form.text('fact'));
          if (!row || seenIn(form) !== (row.said?.seq ?? 0)) return toldPage(visit, [CHANGED], 409);
          if (row.said?.person === actorOf(visit))
            return toldPage(visit, [{ message: 'Somebody else than whoever said it must confirm it' }], 422);
          if (row.against !== undefined)
            return toldPage(
              visit,
              [{ message: 'Something in the record speaks against this. Look it over first' }],
              422,
            );
          const { fact, value } = row;
          const data = {
            fact,
            said: value ? 'yes' : 'no',
            by: visitor.account.name,
            author: actorOf(visit),
            confirmedOn: today(),
          };
          const kind = confirmation.name;
          const command = (now: Holdings) => {
            // Told otherwise and back again meanwhile, it may be by whoever confirms, what was looked at is not what stands there.
            if (revisionOf(now) !== revisionOf(holdings)) return [CHANGED];
            const before = listOf(now, confirmation).find((one) => one.data.fact === fact);
            return before
              ? { do: 'together' as const, commands: [remove(before), { do: 'add' as const, kind, data }] }
              : { do: 'add' as const, kind, data };
          };
          const done = await sendOnce(records, visit, command, withDone(toldPath(seat.organisation), 'confirmed'));
          if (done.ok) return redirect(done.to);
          return problemAnswer(done.problem, {
            again: (problems, status) => toldPage(visit, problems, status),
            conflict: () => toldPage(visit, [CHANGED], 409),
          });
        }),
    },
  ];
}

function revisionOf(holdings: Holdings): number | undefined {
  return listOf(holdings, organisation)[0]?.revision;
}

/** An earlier confirmation of something else goes, so that the new one stands after what was said. */
function remove({ id, revision }: { readonly id: string; readonly revision: number }) {
  return { do: 'remove' as const, kind: confirmation.name, id, seen: revision };
}
