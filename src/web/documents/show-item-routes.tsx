import { askOf } from '../../catalogue/ask-of.ts';
import { dayInBritain } from '../../record/day.ts';
import { findOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { neutralised } from '../../report/neutralised.ts';
import { decisionsIn } from '../../workspace/documents/decisions.ts';
import { type DocumentRow, documentRows } from '../../workspace/documents/document-rows.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { may } from '../../workspace/may.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { planPaths } from '../plan/plan-paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { withDone } from '../record/done-banner.tsx';
import { sentence } from '../record/field-words.ts';
import { problemAnswer } from '../record/problem-answer.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import { sendOnce } from '../record/send-once.ts';
import { type Answer, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { isBrokenOff } from '../upload/receive-upload.ts';
import { decisionCommands } from './document-decisions.ts';
import { partLimits } from './part-limits.ts';
import { SHOW_ITEM_INPUT, ShowItemForm } from './show-item-form.tsx';

const NOT_FOUND: Answer = { show: 'not-found' };
const UPLOAD = '/organisations/:organisation/items/:ref/upload';

/** Uploading a document for one evidence item. */
export function showItemRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, documents, standings, today, now, uploadBytes } = services;

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
        <ShowItemForm seat={seat} itemRef={ref} mistakes={mistakes} forAction={actionIn(visit, found.standing)} />
      </>
    );
    return page(`Error: Upload a document that shows ${ref}`, body, { status });
  }

  /** What came in; undefined when nothing did. */
  async function takeIn(visit: SeatedVisit): Promise<readonly Kept[] | 'broken-off' | undefined> {
    const { seat, visitor, request } = visit;
    if (!request.isMultipart()) return undefined;
    let kept: readonly Kept[] | undefined;
    try {
      for await (const part of request.parts(partLimits(uploadBytes))) {
        if (part.type === 'field') continue;
        const { filename, fieldname, file: stream } = part;
        if (kept || filename === '' || fieldname !== 'document') {
          stream.resume();
          continue;
        }
        const incoming = { path: filename, stream, source: 'upload' as const, collector: visitor.account.name };
        kept = await documents.keep(seat.organisation, actorOf(visit), incoming);
      }
    } catch (error) {
      if (!isBrokenOff(error)) throw error;
      return kept ?? 'broken-off';
    }
    return kept;
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
        const kept = await takeIn(visit);
        if (kept === undefined) return uploadPage(visit, 'Select the document that shows this');
        if (kept === 'broken-off') return uploadPage(visit, 'The upload broke off. Try again');
        const [one] = kept;
        if (!one || kept.length > 1) return uploadPage(visit, MANY);
        if (!one.ok) return uploadPage(visit, one.problem.message);
        // What was there already may be held back or withdrawn, whatever came of this upload.
        const found = await standingWithItem(visit);
        const row = found && documentRows(found.standing).byId.get(one.id);
        if (!found || !row) return NOT_FOUND;
        const { ref } = found.item;
        const refused = whyNot(row, ref, one.warning?.message);
        if (refused !== undefined) return uploadPage(visit, refused);
        const { holdings } = found.standing;
        const back = actionIn(visit, found.standing);
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
          dated: dayOf(row, today()),
        });
        if (!made.ok) return uploadPage(visit, MEANWHILE, 409);
        const done = await sendOnce(
          records,
          visit,
          { do: 'together', commands: made.commands },
          withDone(back === undefined ? paths.item(organisation, ref) : planPaths.action(organisation, back), 'shown'),
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

/** The action on whose page the form stood. */
function actionIn({ query }: SeatedVisit, { holdings }: Standing): string | undefined {
  return findOf(holdings, action, query.text('action'))?.id;
}

/** The day that a document says it is of, when that is one day and not to come. */
function dayOf({ dated, document }: DocumentRow, today: string): string | undefined {
  if (dated?.date.precision !== 'day' || dated.date.ambiguous) return undefined;
  const received = dayInBritain(document.data.receivedAt);
  return dated.date.to <= (received < today ? received : today) ? dated.date.to : undefined;
}

/** Why a document that was kept is not accepted. */
function whyNot({ state, unreadable, document }: DocumentRow, ref: string, warning: string | undefined) {
  const path = `“${neutralised(document.data.path)}” is kept, but does not count for ${ref}`;
  if (state === 'held')
    return `${path}: ${sentence(warning ?? 'it is held back')} It counts for nothing until somebody who may has released it, and then it has to be accepted`;
  if (state === 'withdrawn') return `${path}: it is withdrawn. Put it back first`;
  return unreadable === undefined ? undefined : `${path}, because it could not be read: ${unreadable}`;
}

const MANY =
  'The files of the archive are kept, but none of them was accepted, because it is not clear which one shows this. Select it from your documents';
const MEANWHILE =
  'The document is kept, but somebody else has decided about it meanwhile, so it was not accepted. Look again, then decide';
