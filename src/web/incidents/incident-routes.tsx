import { findOf, listOf } from '../../record/holdings.ts';
import { isOpen, notYetClosed } from '../../record/incident-clock.ts';
import { incident } from '../../record/kinds/incident.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { undoChange, withUndo } from '../record/undo-change.tsx';
import { itemsAsking } from '../registers/items-asking.ts';
import { listAsked } from '../registers/narrowed-list.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { foundToday } from '../scope/found-today.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { closedColumns, quarterColumns, TIMELINE_COLUMNS, timeline } from './incident-columns.tsx';
import { incidentList, incidentsByQuarter, STEPS, shownAsked, withStep } from './incident-list.ts';
import { IncidentPage } from './incident-page.tsx';
import { incidentPaths } from './incident-paths.ts';
import { IncidentsPage } from './incidents-page.tsx';
import { reportBegun, reportTyped } from './report-form.ts';
import { ReportPage } from './report-page.tsx';

const PATH = '/organisations/:organisation/incidents';
const ONE = `${PATH}/:id`;
const REPORT = 'Report an incident or near miss';
const NOT_FOUND: Answer = { show: 'not-found' };
const NOT_YET = 'The time it was found must be in the past';
const CHANGED: FieldProblem = { message: 'Somebody has changed this incident meanwhile. Look it over and try again' };

/** Incidents and near misses: what is open and what it asks for, one with its clock, and reporting one in two minutes. */
export function incidentRoutes(
  services: Pick<RecordRouteServices, 'records' | 'standings' | 'today' | 'now'>,
): readonly Route[] {
  const { records, today, now } = services;

  async function found({ seat, params }: SeatedVisit) {
    const record = await records.open(seat.organisation);
    return record && findOf(record.holdings, incident, params.id ?? '');
  }

  /** One incident as the record has it now. */
  async function onePage(visit: SeatedVisit, problems: readonly FieldProblem[], status: number): Promise<Answer> {
    const one = await found(visit);
    if (!one) return NOT_FOUND;
    const { seat, query } = visit;
    const title = `${problems.length > 0 ? 'Error: ' : ''}${neutralised(one.data.title)}`;
    return page(title, <IncidentPage {...{ seat, query, one, problems }} now={now()} />, { status });
  }

  function reportPage({ seat }: SeatedVisit, form: Form, problems: readonly FieldProblem[], status: number): Answer {
    const title = `${problems.length > 0 ? 'Error: ' : ''}${REPORT}`;
    return page(title, <ReportPage {...{ seat, form, problems }} />, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: async ({ seat, query }) => {
        const here = await foundToday(services, seat.organisation);
        if (!here) return NOT_FOUND;
        const { holdings, standing, on } = here;
        const every = listOf(holdings, incident);
        const asked = listAsked(incident, query);
        const shown = shownAsked(query.text('show'));
        const at = now();
        const refs = standing
          ? itemsAsking(standing.check.catalogue, (one) => one.is === 'register' && one.register === incident.plural)
          : [];
        const model = {
          ...{ seat, query, asked, shown, refs, now: at },
          rows: incidentList(holdings, asked, shown, at),
          all: every.length,
          open: every.filter(({ data }) => isOpen(data)).length,
          quarters: incidentsByQuarter(every, on),
        };
        return page('Incidents', <IncidentsPage {...model} />);
      },
    },
    ...tableRoutes(`${PATH}/closed`, 'read-registers', async ({ seat, query }) => {
      const record = await records.open(seat.organisation);
      if (!record) return NOT_FOUND;
      const rows = incidentList(record.holdings, listAsked(incident, query), 'closed', now());
      return { name: `closed incidents ${today()}`, ...tableOf(closedColumns(seat.organisation, now()), rows) };
    }),
    ...tableRoutes(`${PATH}/quarters`, 'read-registers', async ({ seat }) => {
      const record = await records.open(seat.organisation);
      if (!record) return NOT_FOUND;
      const quarters = incidentsByQuarter(listOf(record.holdings, incident), today());
      return { name: `incidents by quarter ${today()}`, ...tableOf(quarterColumns(quarters), quarters) };
    }),
    ...tableRoutes(`${ONE}/timeline`, 'read-registers', async (visit) => {
      const one = await found(visit);
      if (!one) return NOT_FOUND;
      return { name: `incident ${one.data.foundAt.slice(0, 10)}`, ...tableOf(TIMELINE_COLUMNS, timeline(one.data)) };
    }),
    {
      method: 'GET',
      path: `${PATH}/report`,
      needs: 'write-registers',
      answer: async (visit) => reportPage(visit, reportBegun(now()), [], 200),
    },
    {
      method: 'POST',
      path: `${PATH}/report`,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const data = reportTyped(form, today());
        // The record takes any time of today; from one to come no hours can be counted.
        if (typeof data.foundAt === 'string' && data.foundAt.endsWith('Z') && data.foundAt > now())
          return reportPage(visit, form, [{ field: 'foundAt', message: NOT_YET }], 422);
        const command = { do: 'add' as const, kind: incident.name, data };
        const done = await sendOnce(records, visit, command, ({ ids: [id = ''] }) =>
          withDone(incidentPaths.one(seat.organisation, id), 'incident-kept'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => reportPage(visit, form, problems, status),
          conflict: () => NOT_FOUND,
        });
      },
    },
    {
      method: 'GET',
      path: ONE,
      needs: 'read-registers',
      answer: (visit) => onePage(visit, [], 200),
    },
    {
      method: 'POST',
      path: `${ONE}/step`,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const one = await found(visit);
        const step = STEPS.find((each) => each.step === form.text('step'));
        if (!one || !step) return NOT_FOUND;
        const back = incidentPaths.one(seat.organisation, one.id);
        const data = withStep(one.data, step, now(), today());
        // Sent twice, or somebody else was quicker.
        if (!data) return redirect(withDone(back, 'recorded-before'));
        const notYet = step.step === 'closed' ? notYetClosed(one.data) : undefined;
        if (notYet !== undefined) return onePage(visit, [{ message: notYet }], 422);
        const command = { do: 'change' as const, kind: incident.name, id: one.id, seen: seenIn(form), data };
        const done = await sendOnce(records, visit, command, ({ holdings }) =>
          withUndo(back, 'step-kept', holdings, incident, one.id),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => onePage(visit, problems, status),
          conflict: () => onePage(visit, [CHANGED], 409),
        });
      },
    },
    {
      method: 'POST',
      path: `${ONE}/undo`,
      needs: 'write-registers',
      answer: async (visit) => {
        const id = visit.params.id ?? '';
        if (!(await found(visit))) return NOT_FOUND;
        const back = incidentPaths.one(visit.seat.organisation, id);
        const again = (problems: readonly FieldProblem[], status: number) => onePage(visit, problems, status);
        return undoChange(services, visit, { kind: incident, id, back, again });
      },
    },
  ];
}
