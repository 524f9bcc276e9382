import { type Day, dayInBritain } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { DocumentRow } from '../../workspace/documents/document-rows.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { sentence } from '../record/field-words.ts';
import type { RecordRouteServices } from '../record/record-services.ts';
import { actorOf } from '../record/record-visit.ts';
import type { SeatedVisit } from '../route.ts';
import { isBrokenOff } from '../upload/receive-upload.ts';
import { partLimits } from './part-limits.ts';

/** What a form with one file brought. */
export type OneDocument = {
  readonly fields: URLSearchParams;
  /** What became of the file; several of an archive. Undefined when there was none. */
  readonly kept: readonly Kept[] | undefined;
  /** Whether the connection ended before the form did. */
  readonly brokenOff: boolean;
};

/** Takes in a form of fields and at most one file, which is kept as it comes. */
export async function oneDocumentSent(
  { documents, uploadBytes }: Pick<RecordRouteServices, 'documents' | 'uploadBytes'>,
  visit: SeatedVisit,
): Promise<OneDocument> {
  const { seat, visitor, request } = visit;
  const fields = new URLSearchParams();
  let kept: readonly Kept[] | undefined;
  try {
    for await (const part of request.parts(partLimits(uploadBytes))) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields.append(part.fieldname, part.value);
        continue;
      }
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
    return { fields, kept, brokenOff: true };
  }
  return { fields, kept, brokenOff: false };
}

/** Why a document that was kept counts for nothing now; undefined when it can. `what` is what it was to show. */
export function whyNotCounting(
  { state, unreadable, document }: DocumentRow,
  what: string,
  warning: string | undefined,
): string | undefined {
  const path = `“${neutralised(document.data.path)}” is kept, but does not count for ${what}`;
  if (state === 'held')
    return `${path}: ${sentence(warning ?? 'it is held back')} It counts for nothing until somebody who may has released it, and then it has to be accepted`;
  if (state === 'withdrawn') return `${path}: it is withdrawn. Put it back first`;
  return unreadable === undefined ? undefined : `${path}, because it could not be read: ${unreadable}`;
}

/** The day that a document says it is of, when that is one day and not to come. */
export function dayItIsOf({ dated, document }: DocumentRow, today: Day): Day | undefined {
  if (dated?.date.precision !== 'day' || dated.date.ambiguous) return undefined;
  const received = dayInBritain(document.data.receivedAt);
  return dated.date.to <= (received < today ? received : today) ? dated.date.to : undefined;
}
