import { filteredSteps, planSteps, sharesByFunction } from '../../readiness/plan-steps.ts';
import type { Holdings } from '../../record/holdings.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { noStanding } from '../record/no-standing.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { type NamedTable, tableRoutes } from '../tables/table-routes.ts';
import { actionRoutes } from './action-routes.tsx';
import { giveCommand, giveMistakes } from './give-command.ts';
import { planAsked, withAsked } from './plan-asked.ts';
import { PlanPage } from './plan-page.tsx';
import { functionColumns } from './plan-summary.tsx';
import { planTable } from './plan-table.ts';

const TITLE = 'Plan to Standards Met';
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };

/** The plan: which steps there are, whose they are, and what became of them. */
export function planRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today } = services;

  /** Answers with the standing of today, or says why there is none. */
  async function withStanding<To>(
    { seat }: SeatedVisit,
    answer: (standing: Standing) => To | Promise<To>,
  ): Promise<To | Answer> {
    const result = await standings.on(seat.organisation, today());
    if (result.ok) return answer(result.standing);
    return noStanding(seat, result.problem.message);
  }

  function planPage(
    { seat, visitor, query }: SeatedVisit,
    { check, holdings, on }: Standing,
    form: Form,
    mistakes: readonly FormMistake[],
    status: number,
  ): Answer {
    const { email } = visitor.account;
    const asked = planAsked(query, holdings, email);
    const body = <PlanPage {...{ seat, email, query, check, holdings, on, asked, form, mistakes }} />;
    return page(`${mistakes.length > 0 ? 'Error: ' : ''}${TITLE}`, body, { status });
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/plan',
      needs: 'read-standing',
      answer: (visit) => withStanding(visit, (standing) => planPage(visit, standing, NOTHING_TYPED, [], 200)),
    },
    ...tableRoutes('/organisations/:organisation/plan/export', 'read-standing', (visit) =>
      withStanding<NamedTable>(visit, ({ check, holdings, on }) => {
        const { filter } = planAsked(visit.query, holdings, visit.visitor.account.email);
        const steps = filteredSteps(planSteps(check.plan, holdings), filter, on);
        return { name: `plan ${on}`, ...planTable(steps, holdings, on) };
      }),
    ),
    ...tableRoutes('/organisations/:organisation/plan/functions', 'read-standing', (visit) =>
      withStanding<NamedTable>(visit, ({ check, holdings, on }) => {
        const shares = sharesByFunction(planSteps(check.plan, holdings));
        return { name: `who the plan falls to ${on}`, ...tableOf(functionColumns(visit.seat.organisation), shares) };
      }),
    ),
    {
      method: 'POST',
      path: '/organisations/:organisation/plan/give',
      needs: 'write-registers',
      answer: (visit) =>
        withStanding(visit, async (standing) => {
          const { seat, form, query, visitor } = visit;
          const { check, holdings } = standing;
          const givingIn = (now: Holdings) => giveCommand(form, planSteps(check.plan, now), now, today());
          const giving = givingIn(holdings);
          if (!giving.ok) return planPage(visit, standing, form, giving.mistakes, giving.status);
          const given = withAsked(paths.plan(seat.organisation), planAsked(query, holdings, visitor.account.email), {
            done: 'given',
          });
          // Looked at again in the very moment it is kept: somebody else may be giving the same step.
          const commandIn = (now: Holdings) => {
            const then = givingIn(now);
            return then.ok ? then.command : then.mistakes.map(({ message }) => ({ message }));
          };
          const done = await sendOnce(records, visit, commandIn, given);
          if (done.ok) return redirect(done.to);
          const again = (mistakes: readonly FormMistake[], status: number) =>
            withStanding(visit, (now) => {
              const then = giveCommand(form, planSteps(now.check.plan, now.holdings), now.holdings, today());
              return then.ok
                ? planPage(visit, now, form, mistakes, status)
                : planPage(visit, now, form, then.mistakes, then.status);
            });
          return problemAnswer(done.problem, {
            again: (problems, status) => again(giveMistakes(giving.name, problems), status),
            conflict: () => again([{ message: 'The record has changed meanwhile. Look again' }], 409),
          });
        }),
    },
    ...actionRoutes(services, withStanding),
  ];
}
