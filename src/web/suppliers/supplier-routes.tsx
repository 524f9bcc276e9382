import { findOf } from '../../record/holdings.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { supplier } from '../../record/kinds/supplier.ts';
import { neutralised } from '../../report/neutralised.ts';
import { withDone } from '../record/done-banner.tsx';
import { dataOfForm, formOfData } from '../record/entity-form-values.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import { recordLinks } from '../record/record-links.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { seenIn } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { entryFindings, NO_FINDINGS } from '../scope/entry-findings.ts';
import { foundToday } from '../scope/found-today.ts';
import { scopeOf } from '../scope/scope.ts';
import { scopePaths } from '../scope/scope-paths.ts';
import { tableOf } from '../tables/columns-table.tsx';
import { tableRoutes } from '../tables/table-routes.ts';
import { LOOK_UP_FIELDS, LookUpPage } from './look-up-page.tsx';
import { supplierColumns } from './supplier-columns.tsx';
import { SUPPLIER_CODES, supplierRows, suppliersAsked } from './supplier-list.ts';
import { SuppliersPage } from './suppliers-page.tsx';

const PATH = '/organisations/:organisation/suppliers';
const ONE = `${PATH}/:id/toolkit`;
const NOT_FOUND: Answer = { show: 'not-found' };
const CHANGED: FieldProblem = {
  message: 'Somebody has changed this supplier meanwhile. Look it over and send it again',
};

/** Suppliers as what needs doing, and what the public search of the Toolkit showed of one. */
export function supplierRoutes(
  services: Pick<RecordRouteServices, 'records' | 'standings' | 'today'>,
): readonly Route[] {
  const { records, today } = services;

  const found = async ({ seat, params }: SeatedVisit) => {
    const record = await records.open(seat.organisation);
    return record && findOf(record.holdings, supplier, params.id ?? '');
  };

  async function listed({ seat }: SeatedVisit) {
    const now = await foundToday(services, seat.organisation);
    if (!now) return undefined;
    const { holdings, on, standing, why } = now;
    const findings = standing ? entryFindings(standing, supplier, SUPPLIER_CODES) : NO_FINDINGS;
    return { rows: supplierRows(scopeOf(holdings, on), findings, on), findings, standing, why, on };
  }

  /** The form on the supplier as the record has it now. */
  async function lookUpPage(
    visit: SeatedVisit,
    form: Form | undefined,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const one = await found(visit);
    if (!one) return NOT_FOUND;
    const { odsCode } = one.data;
    const body = (
      <LookUpPage
        {...{ seat: visit.seat, one, problems }}
        on={today()}
        form={form ?? formOfData(LOOK_UP_FIELDS, { odsCode })}
      />
    );
    const title = `What the Toolkit shows of ${neutralised(one.data.name)}`;
    return page(problems.length > 0 ? `Error: ${title}` : title, body, { status });
  }

  return [
    {
      method: 'GET',
      path: PATH,
      needs: 'read-registers',
      answer: async (visit) => {
        const now = await listed(visit);
        if (!now) return NOT_FOUND;
        const { seat, query } = visit;
        const { rows, findings, standing, why } = now;
        const links = standing && recordLinks(seat, standing);
        return page(
          'Suppliers',
          <SuppliersPage {...{ seat, query, rows, links, why }} elsewhere={findings.elsewhere} />,
        );
      },
    },
    ...tableRoutes(`${PATH}/export`, 'read-registers', async (visit) => {
      const now = await listed(visit);
      if (!now) return NOT_FOUND;
      const rows = now.rows.filter(suppliersAsked(visit.query).keeps);
      return { name: `suppliers, what to do ${now.on}`, ...tableOf(supplierColumns(visit.seat), rows) };
    }),
    {
      method: 'GET',
      path: ONE,
      needs: 'write-registers',
      answer: (visit) => lookUpPage(visit, undefined, [], 200),
    },
    {
      method: 'POST',
      path: ONE,
      needs: 'write-registers',
      answer: async (visit) => {
        const { seat, form } = visit;
        const one = await found(visit);
        if (!one) return NOT_FOUND;
        const typed = dataOfForm(LOOK_UP_FIELDS, form);
        const missing = LOOK_UP_FIELDS.filter(({ name }) => typed[name] === undefined).map(
          ({ name, label }): FieldProblem => ({
            field: name,
            message: name === 'odsCode' ? 'Enter their ODS code' : `Select ${label[0]?.toLowerCase()}${label.slice(1)}`,
          }),
        );
        if (missing.length > 0) return lookUpPage(visit, form, missing, 422);
        const data = { ...one.data, ...typed, dsptCheckedOn: today() };
        const command = { do: 'change' as const, kind: supplier.name, id: one.id, seen: seenIn(form), data };
        const done = await sendOnce(
          records,
          visit,
          command,
          withDone(scopePaths.suppliers(seat.organisation), 'looked-up'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => lookUpPage(visit, form, problems, status),
          conflict: () => lookUpPage(visit, form, [CHANGED], 409),
        });
      },
    },
  ];
}
