import { askOf } from '../../catalogue/ask-of.ts';
import { decisionsIn } from '../../workspace/documents/decisions.ts';
import { documentRows } from '../../workspace/documents/document-rows.ts';
import { may } from '../../workspace/may.ts';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { withDone } from '../record/done-banner.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { decisionCommands } from './document-decisions.ts';
import { dayItIsOf, oneDocumentSent, whyNotCounting } from './one-document.ts';
import { SHOW_ITEM_INPUT, ShowItemForm } from './show-item-form.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_SENT = { kept: undefined, brokenOff: false };
const UPLOAD = '/organisations/:organisation/items/:ref/upload';

/** Uploading a document for one evidence item. */
export function showItemRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, standings, today, now } = services;

  async function standingWithItem({ seat, params }: SeatedVisit) {
    const result = await standings.on(seat.organisation, today());
    const known = result.ok && result.standing.check.catalogue.items.find(({ ref }) => ref === params.ref);
    return known ? { standing: result.standing, item: known } : undefined;
  }

  async function uploadPage(visit: SeatedVisit, message: string, status = 422): Promise<Answer> {
    const { seat } = visit;
    const found = await standingWithItem(visit);
    if (!found) return NOT_FOUND;
    const { ref } = found.item;
    const mistakes = [{ field: SHOW_ITEM_INPUT, message }];
    const body = (
      <>
        <BackLink href={paths.item(seat.organisation, ref)}>{`Evidence item ${ref}`}</BackLink>
        <Mistakes mistakes={mistakes} />
        <h1>
          <span className="nhsuk-caption-l">Evidence item {ref}</span>
          {askOf(found.item)}
        </h1>
        <ShowItemForm seat={seat} itemRef={ref} mistakes={mistakes} />
      </>
    );
    return page(`Error: Upload a document that shows ${ref}`, body, { status });
  }

  return [
    {
      method: 'POST',
      path: UPLOAD,
      needs: 'upload-documents',
      upload: true,
      answer: async (visit) => {
        const { seat, visitor } = visit;
        const { organisation } = seat;
        if (!may(seat.role, 'write-answers')) return { show: 'forbidden' };
        if (!(await standingWithItem(visit))) return NOT_FOUND;
        const { kept, brokenOff } = visit.request.isMultipart() ? await oneDocumentSent(services, visit) : NOTHING_SENT;
        if (kept === undefined)
          return uploadPage(
            visit,
            brokenOff ? 'The upload broke off. Try again' : 'Select the document that shows this',
          );
        const [one] = kept;
        if (!one || kept.length > 1) return uploadPage(visit, MANY);
        if (!one.ok) return uploadPage(visit, one.problem.message);
        // What was there already may be held back or withdrawn, whatever came of this upload.
        const found = await standingWithItem(visit);
        const row = found && documentRows(found.standing).byId.get(one.id);
        if (!found || !row) return NOT_FOUND;
        const { ref } = found.item;
        const refused = whyNotCounting(row, ref, one.warning?.message);
        if (refused !== undefined) return uploadPage(visit, refused);
        const { holdings } = found.standing;
        const seen = String(decisionsIn(holdings).get(row.document.data.path)?.get(ref)?.revision ?? '');
        const asked = {
          verdict: 'shows' as const,
          pairs: [{ document: one.id, ref, seen }],
          places: [],
          others: [],
          of: [],
        };
        const made = decisionCommands(asked, {
          holdings,
          refs: new Set([ref]),
          now: now(),
          today: today(),
          collector: visitor.account.name,
          dated: dayItIsOf(row, today()),
        });
        if (!made.ok) return uploadPage(visit, MEANWHILE, 409);
        const done = await sendOnce(
          records,
          visit,
          { do: 'together', commands: made.commands },
          withDone(paths.item(organisation, ref), 'shown'),
        );
        if (done.ok) return redirect(done.to);
        return problemAnswer(done.problem, {
          again: (problems, status) => uploadPage(visit, problems.map(({ message }) => message).join('. '), status),
          conflict: () => uploadPage(visit, MEANWHILE, 409),
        });
      },
    },
  ];
}

const MANY =
  'The files of the archive are kept, but none of them was accepted, because it is not clear which one shows this. Select it from your documents';
const MEANWHILE =
  'The document is kept, but somebody else has decided about it meanwhile, so it was not accepted. Look again, then decide';
