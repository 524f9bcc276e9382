import type { Condition } from '../../catalogue/catalogue.ts';
import { findOf } from '../../record/holdings.ts';
import type { Entity, FieldProblem } from '../../record/kinds/kind.ts';
import { risk } from '../../record/kinds/risk.ts';
import { neutralised } from '../../report/neutralised.ts';
import { ConflictPage } from '../record/conflict-page.tsx';
import { dataOfForm, formOfData } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { undoChange, withUndo } from '../record/undo-change.tsx';
import { itemsAsking } from '../registers/items-asking.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { foundToday } from '../scope/found-today.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { BoardPage } from './board-page.tsx';
import { REVIEW_FIELDS, ReviewForm, ReviewPage } from './review-page.tsx';
import { MATRIX_COLUMNS, matrixRows, riskColumns } from './risk-columns.tsx';
import { keptRisks, nextReview, riskMatrix, riskRows, risksAsked } from './risk-list.ts';
import { riskPaths } from './risk-paths.ts';
import { RisksPage } from './risks-page.tsx';

const PATH = '/organisations/:organisation/risks';
const NOT_FOUND: Answer = { show: 'not-found' };

/** Risks: the matrix, the list by score, a page for the board, and looking at one again. */
export function riskRoutes(services: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>): readonly Route[] {
  const { records, today } = services;

  async function here({ seat }: SeatedVisit, asks: (condition: Condition) => boolean) {
    const now = await foundToday(services, seat.organisation);
    if (!now) return undefined;
    const { holdings, standing, on } = now;
    const refs = standing ? itemsAsking(standing.check.catalogue, asks) : [];
    return { holdings, on, refs, rows: riskRows(holdings, on) };
  }

  async function risksPage(visit: SeatedVisit, problems: readonly FieldProblem[], status: number): Promise<Answer> {
    const found = await here(visit, (one) => one.is === 'register' && one.register === risk.plural);
    if (!found) return NOT_FOUND;
    const { seat, query } = visit;
    const asked = risksAsked(query);
    const kept = keptRisks(found.rows, found.holdings, asked);
    const title = `${problems.length > 0 ? 'Error: ' : ''}Risks`;
    return page(title, <RisksPage {...found} {...{ seat, query, asked, kept, problems }} />, { status });
  }

  async function found({ seat, params }: SeatedVisit) {
    const record = await records.open(seat.organisation);
    return record && findOf(record.holdings, risk, params.id ?? '');
  }

  /** The form on the risk as the record has it now. */
  async function reviewPage(
    visit: SeatedVisit,
    form: Form | undefined,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const one = await found(visit);
    if (!one) return NOT_FOUND;
    const shown = form ?? formOfData(REVIEW_FIELDS, { ...one.data, reviewOn: nextReview(one.data, today()) });
    const title = `${problems.length > 0 ? 'Error: ' : ''}Review: ${neutralised(one.data.title)}`;
    return page(title, <ReviewPage {...{ seat: visit.seat, one, problems }} on={today()} form={shown} />, { status });
  }

  async function conflictPage(visit: SeatedVisit, form: Form, yours: unknown, now: Entity): Promise<Answer> {
    const record = await records.open(visit.seat.organisation);
    const one = await found(visit);
    if (!record || !one) return NOT_FOUND;
    const { seat } = visit;
    const back = riskPaths.review(seat.organisation, one.id);
    const title = neutralised(one.data.title);
    const body = (
      <ConflictPage fields={REVIEW_FIELDS} now={now.data} holdings={record.holdings} {...{ title, yours, back }}>
        <ReviewForm {...{ seat, one, form }} on={today()} problems={[]} button="Save mine in its place" />
      </ConflictPage>
    );
    return page(`Changed meanwhile: ${title}`, body, { status: 409 });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: (visit) => risksPage(visit, [], 200),
    },
    ...tableRoutes(`${PATH}/export`, 'read-registers', async (visit) => {
      const found = await here(visit, () => false);
      if (!found) return NOT_FOUND;
      const rows = keptRisks(found.rows, found.holdings, risksAsked(visit.query));
      return { name: `risks ${found.on}`, ...tableOf(riskColumns(visit.seat), rows) };
    }),
    ...tableRoutes(`${PATH}/matrix`, 'read-registers', async (visit) => {
      const found = await here(visit, () => false);
      if (!found) return NOT_FOUND;
      return { name: `risks by score ${found.on}`, ...tableOf(MATRIX_COLUMNS, matrixRows(riskMatrix(found.rows))) };
    }),
    {
      method: 'GET',
      path: `${PATH}/board`,
      needs: 'read-registers',
      answer: async (visit) => {
        const found = await here(visit, (one) => one.is === 'fact' && one.fact === 'top-three-risks');
        if (!found) return NOT_FOUND;
        const { rows, refs, on } = found;
        return page('Highest risks', <BoardPage seat={visit.seat} {...{ rows, refs, on }} />);
      },
    },
    {
      method: 'GET',
      path: `${PATH}/:id/review`,
      needs: 'write-registers',
      answer: (visit) => reviewPage(visit, undefined, [], 200),
    },
    {
      method: 'POST',
      path: `${PATH}/:id/review`,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const one = await found(visit);
        if (!one) return NOT_FOUND;
        const typed = dataOfForm(REVIEW_FIELDS, form);
        if (typed.reviewOn === undefined)
          return reviewPage(visit, form, [{ field: 'reviewOn', message: 'Enter the day of the next review' }], 422);
        const { likelihood: _l, impact: _i, measures: _m, reviewOn: _r, ...rest } = one.data;
        const data = { ...rest, ...typed, reviewedOn: today() };
        const command = { do: 'change' as const, kind: risk.name, id: one.id, seen: seenIn(form), data };
        const done = await sendOnce(records, visit, command, ({ holdings }) =>
          withUndo(riskPaths.risks(seat.organisation), 'reviewed', holdings, risk, one.id),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => reviewPage(visit, form, problems, status),
          conflict: (now) => conflictPage(visit, form, typed, now),
        });
      },
    },
    {
      method: 'POST',
      path: `${PATH}/:id/undo`,
      needs: 'write-registers',
      answer: async (visit) => {
        const one = await found(visit);
        if (!one) return NOT_FOUND;
        const back = riskPaths.risks(visit.seat.organisation);
        const again = (problems: readonly FieldProblem[], status: number) => risksPage(visit, problems, status);
        return undoChange(services, visit, { kind: risk, id: one.id, back, again });
      },
    },
  ];
}
