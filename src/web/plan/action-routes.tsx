import { findOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { fieldsOf } from '../../record/kinds/kind.ts';
import { doneActions, type KeptAction, openActions } from '../../record/open-actions.ts';
import { listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { withoutStop } from '../../report/without-stop.ts';
import { documentRows } from '../../workspace/documents/document-rows.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { dayItIsOf, oneDocumentSent, whyNotCounting } from '../documents/one-document.ts';
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
import { DONE_FILE, doneCommand, undoCommand } from './done-command.ts';
import { actionsToClose, closeCommand } from './looks-done.tsx';
import { planPaths } from './plan-paths.ts';

const ALL = '/organisations/:organisation/plan/actions';
const ONE = `${ALL}/:id`;
const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
const MANY = 'The files of the archive are kept. It is not clear which one shows this: select it above';
const CHANGED: FormMistake = {
  message: 'Somebody has changed this action meanwhile. Look it over and send it again',
};

type WithStanding = <To>(visit: SeatedVisit, answer: (standing: Standing) => To | Promise<To>) => Promise<To | Answer>;

/** The actions of the record: all of them, one, marking it done and taking that back. */
export function actionRoutes(services: RecordRouteServices, withStanding: WithStanding): readonly Route[] {
  const { records, standings, now, today } = services;

  function withAction(
    visit: SeatedVisit,
    answer: (found: KeptAction, standing: Standing) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    return withStanding(visit, (standing) => {
      const found = findOf(standing.holdings, action, visit.params.id ?? '');
      return found ? answer(found, standing) : NOT_FOUND;
    });
  }

  async function actionsPage(
    { seat, query }: SeatedVisit,
    standing: Standing,
    mistakes: readonly FormMistake[],
    status: number,
  ): Promise<Answer> {
    const { check, holdings, on } = standing;
    const writes = may(seat.role, 'write-registers');
    const finished = writes ? await actionsToClose(standings, seat.organisation, standing) : [];
    const body = <ActionsPage {...{ seat, query, check, holdings, on, finished, mistakes }} />;
    return page(`${mistakes.length > 0 ? 'Error: ' : ''}Actions`, body, { status });
  }

  /** The page of an action as the record has it now. */
  function actionPage(visit: SeatedVisit, form: Form, mistakes: readonly FormMistake[], status: number, kept?: string) {
    return withAction(visit, (found, { check, holdings, on }) => {
      const { seat, query } = visit;
      const body = <ActionPage {...{ seat, query, check, holdings, on, form, mistakes, kept }} action={found} />;
      return page(`${mistakes.length > 0 ? 'Error: ' : ''}${neutralised(found.data.what)}`, body, { status });
    });
  }

  /** What marks an action done, with the file that came with it as its document. */
  async function doneForm(
    visit: SeatedVisit,
  ): Promise<{ readonly form: Form; readonly mistake?: FormMistake; readonly file?: Extract<Kept, { ok: true }> }> {
    const { request } = visit;
    if (!request.isMultipart()) return { form: visit.form };
    const { fields, kept = [], brokenOff } = await oneDocumentSent(services, visit);
    const [one] = kept;
    if (one?.ok && kept.length === 1) fields.set('document', one.id);
    // By these it is known when it is sent again.
    request.body = fields;
    const form: Form = { text: (name) => fields.get(name) ?? '', all: (name) => fields.getAll(name) };
    const wrong = (message: string) => ({ form, mistake: { field: DONE_FILE, message } });
    if (brokenOff) return wrong('The upload broke off. Choose the file again, then mark the action as done');
    if (!one) return { form };
    if (kept.length > 1) return wrong(MANY);
    if (!one.ok) return wrong(`${withoutStop(one.problem.message)}. Choose another file, or none`);
    return { form, file: one };
  }

  return [
    {
      method: 'GET',
      path: ALL,
      needs: 'read-standing',
      answer: (visit) => withStanding(visit, (standing) => actionsPage(visit, standing, [], 200)),
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
        withStanding(visit, async (standing) => {
          const { seat, form } = visit;
          const { check, holdings, on } = standing;
          const again = (mistakes: readonly FormMistake[], status: number) =>
            actionsPage(visit, standing, mistakes, status);
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
      upload: true,
      answer: async (visit) => {
        const record = await records.open(visit.seat.organisation);
        // Nothing would refer to a file that came with it.
        if (!record || !findOf(record.holdings, action, visit.params.id ?? '')) return NOT_FOUND;
        const { form, mistake, file } = await doneForm(visit);
        if (mistake) return actionPage(visit, form, [mistake], 422);
        const kept = file?.path;
        return withAction(visit, async (found, standing) => {
          const { seat, visitor } = visit;
          const row = documentRows(standing).byId.get(form.text('document'));
          const refused = row && file && whyNotCounting(row, listed(found.data.items ?? []), file.warning?.message);
          if (refused) return actionPage(visit, form, [{ field: DONE_FILE, message: refused }], 422);
          const dated = row && dayItIsOf(row, today());
          const by = {
            receivedAt: now(),
            collector: visitor.account.name,
            ...(dated !== undefined && { effectiveOn: dated }),
          };
          const asked = doneCommand(form, standing.holdings, found, by);
          if (!asked.ok) return actionPage(visit, form, asked.mistakes, 422, kept);
          if (asked.shows && !may(seat.role, 'write-answers')) return { show: 'forbidden' };
          const done = await sendOnce(
            records,
            visit,
            asked.command,
            withDone(planPaths.action(seat.organisation, found.id), 'action-done'),
          );
          if (done.ok) return redirect(done.to);
          return problemAnswer(done.problem, {
            again: (problems, status) => actionPage(visit, form, mistakesOf(fieldsOf(action), problems), status, kept),
            conflict: () => actionPage(visit, form, [CHANGED], 409, kept),
          });
        });
      },
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
