import { findOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { doneActions, type KeptAction, openActions } from '../../record/open-actions.ts';
import { neutralised } from '../../report/neutralised.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { withDone } from '../record/done-banner.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { type NamedTable, tableRoutes } from '../tables/table-routes.ts';
import { ActionPage } from './action-page.tsx';
import { ActionsPage, actionColumns } from './actions-page.tsx';
import { doneCommand, undoCommand } from './done-command.ts';
import { closeCommand } from './looks-done.tsx';
import { planPaths } from './plan-paths.ts';

const ALL = '/organisations/:organisation/plan/actions';
const ONE = `${ALL}/:id`;
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
const CHANGED: FormMistake = {
  message: 'Somebody has changed this action meanwhile. Look it over and send it again',
};

type WithStanding = <To>(visit: SeatedVisit, answer: (standing: Standing) => To | Promise<To>) => Promise<To | Answer>;

/** The actions of the record: all of them, one, marking it done and taking that back. */
export function actionRoutes(services: RecordRouteServices, withStanding: WithStanding): readonly Route[] {
  const { records, now } = services;

  function withAction(
    visit: SeatedVisit,
    answer: (found: KeptAction, standing: Standing) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    return withStanding(visit, (standing) => {
      const found = findOf(standing.holdings, action, visit.params.id ?? '');
      return found ? answer(found, standing) : NOT_FOUND;
    });
  }

  /** The page of an action as the record has it now. */
  function actionPage(visit: SeatedVisit, form: Form, mistakes: readonly FormMistake[], status: number) {
    return withAction(visit, (found, { check, holdings, on }) => {
      const { seat, query } = visit;
      const body = <ActionPage {...{ seat, query, check, holdings, on, form, mistakes }} action={found} />;
      return page(`${mistakes.length > 0 ? 'Error: ' : ''}${neutralised(found.data.what)}`, body, { status });
    });
  }

  return [
    {
      method: 'GET',
      path: ALL,
      needs: 'read-standing',
      answer: (visit) =>
        withStanding(visit, ({ check, holdings, on }) => {
          const { seat, query } = visit;
          return page('Actions', <ActionsPage {...{ seat, query, check, holdings, on }} mistakes={[]} />);
        }),
    },
    ...tableRoutes(`${ALL}/open`, 'read-standing', (visit) =>
      withStanding<NamedTable>(visit, (standing) => {
        const { open } = actionColumns({ ...standing, seat: visit.seat });
        return { name: `open actions ${standing.on}`, ...tableOf(open, openActions(standing.holdings)) };
      }),
    ),
    ...tableRoutes(`${ALL}/done`, 'read-standing', (visit) =>
      withStanding<NamedTable>(visit, (standing) => {
        const { done } = actionColumns({ ...standing, seat: visit.seat });
        return { name: `done actions ${standing.on}`, ...tableOf(done, doneActions(standing.holdings)) };
      }),
    ),
    {
      method: 'POST',
      path: `${ALL}/close`,
      needs: 'write-registers',
      answer: (visit) =>
        withStanding(visit, async ({ check, holdings, on }) => {
          const { seat, form, query } = visit;
          const again = (mistakes: readonly FormMistake[], status: number) =>
            page('Error: Actions', <ActionsPage {...{ seat, query, check, holdings, on, mistakes }} />, { status });
          if (form.all('close').length === 0) return again([{ message: 'Select at least one action to close' }], 422);
          const command = closeCommand(form, check, holdings, on);
          if (!command) return again([CHANGED], 409);
          const to = withDone(planPaths.actions(seat.organisation), 'closed');
          const done = await sendOnce(records, visit, command, to);
          if (done.ok) return redirect(done.to);
          return problemAnswer(done.problem, {
            again: (problems, status) => again(mistakesOf(fieldsOf(action), problems), status),
            conflict: () => again([CHANGED], 409),
          });
        }),
    },
    {
      method: 'GET',
      path: ONE,
      needs: 'read-standing',
      answer: (visit) => actionPage(visit, NOTHING_TYPED, [], 200),
    },
    {
      method: 'POST',
      path: `${ONE}/done`,
      needs: 'write-registers',
      answer: (visit) =>
        withAction(visit, async (found, { holdings }) => {
          const { seat, visitor, form } = visit;
          if (found.data.doneOn !== undefined) return actionPage(visit, form, [CHANGED], 409);
          const by = { receivedAt: now(), collector: visitor.account.name };
          const asked = doneCommand(form, holdings, found, by);
          if (!asked.ok) return actionPage(visit, form, asked.mistakes, 422);
          if (asked.shows && !may(seat.role, 'write-answers')) return { show: 'forbidden' };
          const done = await sendOnce(
            records,
            visit,
            asked.command,
            withDone(planPaths.action(seat.organisation, found.id), 'action-done'),
          );
          if (done.ok) return redirect(done.to);
          return problemAnswer(done.problem, {
            again: (problems, status) => actionPage(visit, form, mistakesOf(fieldsOf(action), problems), status),
            conflict: () => actionPage(visit, form, [CHANGED], 409),
          });
        }),
    },
    {
      method: 'POST',
      path: `${ONE}/undo`,
      needs: 'write-registers',
      answer: (visit) =>
        withAction(visit, async (found, { holdings }) => {
          const { seat, form } = visit;
          if (found.data.doneOn === undefined) return actionPage(visit, NOTHING_TYPED, [CHANGED], 409);
          const done = await sendOnce(
            records,
            visit,
            undoCommand(form, holdings, found),
            withDone(planPaths.action(seat.organisation, found.id), 'action-open'),
          );
          if (done.ok) return redirect(done.to);
          return problemAnswer(done.problem, {
            again: (problems, status) =>
              actionPage(visit, NOTHING_TYPED, mistakesOf(fieldsOf(action), problems), status),
            conflict: () => actionPage(visit, NOTHING_TYPED, [CHANGED], 409),
          });
        }),
    },
  ];
}
