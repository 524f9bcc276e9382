import type { GapCheck } from '../../readiness/gap-check.ts';
import type { Holdings } from '../../record/holdings.ts';
import { activity } from '../../record/kinds/activity.ts';
import { type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { withArticle } from '../../record/words.ts';
import { isTemplateKind, type TemplateKind } from '../../report/activity-templates.ts';
import { formOfData } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { ActivitiesPage } from './activities-page.tsx';
import { ACTIVITY_COLUMNS } from './activity-columns.ts';
import { activityTargets, activityTyped } from './activity-form.ts';
import { activityRow, activityRows } from './activity-list.ts';
import { RecordActivityPage } from './record-activity-page.tsx';

const PATH = '/organisations/:organisation/activities';
const NOT_FOUND: Answer = { show: 'not-found' };

/** Things that are done again and again: when each was done, when it is due, and recording one in two minutes. */
export function activityRoutes({
  records,
  standings,
  today,
}: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>): readonly Route[] {
  type Here = { readonly holdings: Holdings; readonly check: GapCheck | undefined; readonly why: string | undefined };
  async function here({ seat }: SeatedVisit): Promise<Here | undefined> {
    const result = await standings.on(seat.organisation, today());
    if (result.ok) return { holdings: result.standing.holdings, check: result.standing.check, why: undefined };
    const record = await records.open(seat.organisation);
    return record && { holdings: record.holdings, check: undefined, why: result.problem.message };
  }

  async function formPage(
    visit: SeatedVisit,
    kind: TemplateKind,
    form: Form,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const found = await here(visit);
    if (!found) return NOT_FOUND;
    const { holdings, check } = found;
    const row = activityRow(kind, check, holdings, today());
    const targets = activityTargets(holdings, today());
    const title = `Record ${withArticle(row.template.name.toLowerCase())}`;
    const body = <RecordActivityPage {...{ seat: visit.seat, row, targets, form, problems, title }} />;
    return page(problems.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: async (visit) => {
        const found = await here(visit);
        if (!found) return NOT_FOUND;
        return page('Activities', <ActivitiesPage {...found} {...visit} on={today()} />);
      },
    },
    ...tableRoutes(`${PATH}/export`, 'read-registers', async (visit) => {
      const found = await here(visit);
      if (!found) return NOT_FOUND;
      const rows = activityRows(found.check, found.holdings, today());
      return { name: `activities ${today()}`, ...tableOf(ACTIVITY_COLUMNS, rows) };
    }),
    {
      method: 'GET',
      path: `${PATH}/:template`,
      needs: 'write-registers',
      answer: async (visit) => {
        const kind = visit.params.template ?? '';
        const form = formOfData(fieldsOf(activity), { doneOn: today() });
        return isTemplateKind(kind) ? formPage(visit, kind, form, [], 200) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: `${PATH}/:template`,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form, params } = visit;
        const kind = params.template ?? '';
        if (!isTemplateKind(kind)) return NOT_FOUND;
        const data = activityTyped(kind, form);
        const done = await sendOnce(
          records,
          visit,
          { do: 'add', kind: activity.name, data },
          ({ ids }) => `${recordPaths.activities(seat.organisation)}?recorded=${ids[0]}`,
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => formPage(visit, kind, form, problems, status),
          conflict: () => NOT_FOUND,
        });
      },
    },
  ];
}
