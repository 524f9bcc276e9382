import { findOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { documentRows } from '../../workspace/documents/document-rows.ts';
import type { Documents } from '../../workspace/documents/documents.ts';
import { fallsWithout } from '../../workspace/documents/without-document.ts';
import { paths } from '../paths.ts';
import { type DoneCode, withDone } from '../record/done-banner.tsx';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { type Answer, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { showDocument } from './show-document.tsx';
import { WithdrawPage } from './withdraw-page.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };
const DOCUMENT = '/organisations/:organisation/documents/:id';
const STATUS: Readonly<Record<string, number>> = { 'changed-meanwhile': 409, 'too-busy': 503 };

/** Taking a document out of use, and back into it. */
export function withdrawRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, documents, standings, today } = services;

  async function withdrawPage({ seat, params }: SeatedVisit): Promise<Answer> {
    const record = await records.open(seat.organisation);
    const one = record && findOf(record.holdings, document, params.id ?? '');
    if (!one) return NOT_FOUND;
    if (one.data.withdrawnOn !== undefined) return redirect(paths.document(seat.organisation, one.id));
    const result = await standings.on(seat.organisation, today());
    const counts = result.ok && documentRows(result.standing).byId.get(one.id)?.state === 'in-use';
    const falls = counts ? fallsWithout(result.standing, one.data.path) : result.ok ? [] : undefined;
    return page(`Withdraw ${one.data.path}`, <WithdrawPage {...{ seat, one, falls }} />);
  }

  function answered(
    visit: SeatedVisit,
    result: Awaited<ReturnType<Documents['withdraw']>>,
    code: DoneCode,
  ): Answer | Promise<Answer> {
    const { seat, params } = visit;
    const id = params.id ?? '';
    if (result.ok) return redirect(withDone(paths.document(seat.organisation, id), code));
    const { type, message } = result.problem;
    if (type === 'not-found' || type === 'no-organisation') return NOT_FOUND;
    return showDocument(services, visit, id, [{ message }], STATUS[type] ?? 422);
  }

  return [
    {
      method: 'GET',
      path: `${DOCUMENT}/withdraw`,
      needs: 'upload-documents',
      answer: withdrawPage,
    },
    {
      method: 'POST',
      path: `${DOCUMENT}/withdraw`,
      needs: 'upload-documents',
      answer: async (visit) => {
        const { seat, params } = visit;
        const result = await documents.withdraw(seat.organisation, actorOf(visit), params.id ?? '');
        return answered(visit, result, 'withdrawn');
      },
    },
    {
      method: 'POST',
      path: `${DOCUMENT}/put-back`,
      needs: 'upload-documents',
      answer: async (visit) => {
        const { seat, params } = visit;
        const result = await documents.putBack(seat.organisation, actorOf(visit), params.id ?? '');
        return answered(visit, result, 'put-back');
      },
    },
  ];
}
