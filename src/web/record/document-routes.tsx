import { findOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { type DocumentRow, documentRows, rowsUnread } from '../../workspace/documents/document-rows.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import type { KeptDocument } from '../../workspace/documents/kept-document.ts';
import { pathsApart, uploadPath } from '../../workspace/documents/upload-path.ts';
import { may } from '../../workspace/may.ts';
import { AfterUpload } from '../documents/after-upload.tsx';
import { toLookThrough } from '../documents/brought-in.ts';
import { documentsAsked, documentsFound } from '../documents/documents-asked.ts';
import { DocumentsPage } from '../documents/documents-page.tsx';
import { documentsTable } from '../documents/documents-table.ts';
import { partLimits } from '../documents/part-limits.ts';
import { showDocument } from '../documents/show-document.tsx';
import { FILES_INPUT, FOLDER_INPUT } from '../parts/document-drop.tsx';
import type { FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { type Answer, type Form, page, type Route, redirect, type SeatedVisit } from '../route.ts';
import { tableRoutes } from '../tables/table-routes.ts';
import { isBrokenOff, listedPaths } from '../upload/receive-upload.ts';
import { UploadedPage } from './document-pages.tsx';
import { type DoneCode, withDone } from './done-banner.tsx';
import { ErasePage } from './erase-page.tsx';
import { recordPaths } from './record-paths.ts';
import type { RecordRouteServices } from './record-services.ts';
import { actorOf } from './record-visit.ts';

const NOT_FOUND: Answer = { show: 'not-found' };
const NOTHING_TYPED: Form = { text: () => '', all: () => [] };
const DOCUMENT = '/organisations/:organisation/documents/:id';
const SCRIPTS = ['upload.js'];

/** The documents of a record: taking them in, looking at them, deciding about them, handing them out. */
export function documentRoutes(services: RecordRouteServices): readonly Route[] {
  const { records, documents, standings, now, today, uploadBytes } = services;

  async function listPage(
    { seat, query }: SeatedVisit,
    mistakes: readonly FormMistake[] = [],
    status = 200,
  ): Promise<Answer> {
    const result = await standings.on(seat.organisation, today());
    const rows = await listed(seat);
    if (!rows) return NOT_FOUND;
    const waiting = result.ok ? toLookThrough(result.standing).length : 0;
    const title = mistakes.length > 0 ? 'Error: Documents' : 'Documents';
    const body = <DocumentsPage {...{ seat, query, rows, uploadBytes, mistakes, waiting }} today={today()} />;
    return page(title, body, { status, scripts: SCRIPTS });
  }

  /** Every document; without a standing, nothing is known of what stands in them. */
  async function listed({ organisation }: Seat): Promise<readonly DocumentRow[] | undefined> {
    const result = await standings.on(organisation, today());
    if (result.ok) return documentRows(result.standing).rows;
    const record = await records.open(organisation);
    return record && rowsUnread(record.holdings, today()).rows;
  }

  async function find({ seat, params }: SeatedVisit): Promise<KeptDocument | undefined> {
    const record = await records.open(seat.organisation);
    return record && findOf(record.holdings, document, params.id ?? '');
  }

  const documentPage = (visit: SeatedVisit, mistakes: readonly FormMistake[] = [], status = 200) =>
    showDocument(services, visit, visit.params.id ?? '', mistakes, status);

  /** After a decision about one document: its page, saying what was done or why not. */
  async function decided(
    visit: SeatedVisit,
    result:
      | { readonly ok: true }
      | { readonly ok: false; readonly problem: { readonly type: string; readonly message: string } },
    code: DoneCode,
  ): Promise<Answer> {
    const { seat, params } = visit;
    if (result.ok) return redirect(withDone(paths.document(seat.organisation, params.id ?? ''), code));
    const { type, message } = result.problem;
    if (type === 'not-found' || type === 'no-organisation') return NOT_FOUND;
    return documentPage(visit, [{ message }], STATUS[type] ?? 422);
  }

  async function erasePage(
    visit: SeatedVisit,
    form: Form,
    problems: readonly FieldProblem[],
    status: number,
  ): Promise<Answer> {
    const one = await find(visit);
    if (!one) return NOT_FOUND;
    const { organisation } = visit.seat;
    const action = recordPaths.eraseDocument(organisation, one.id);
    const back = paths.document(organisation, one.id);
    const title = `${problems.length > 0 ? 'Error: ' : ''}Erase ${one.data.path}`;
    return page(title, <ErasePage {...{ action, back, form, problems }} what={one.data.path} />, { status });
  }

  return [
    {
      method: 'GET',
      path: '/organisations/:organisation/documents',
      needs: 'read-standing',
      answer: (visit) => listPage(visit),
    },
    {
      method: 'POST',
      path: '/organisations/:organisation/documents',
      needs: 'upload-documents',
      upload: true,
      answer: async (visit) => {
        const { seat, visitor, request } = visit;
        if (!request.isMultipart()) return listPage(visit, [NO_FILE], 422);
        const from = now();
        const kept: Kept[] = [];
        let brokenOff = false;
        let listed: readonly string[] = [];
        let position = 0;
        const apart = pathsApart();
        try {
          for await (const part of request.parts(partLimits(uploadBytes))) {
            if (part.type === 'field') {
              if (part.fieldname === 'paths') listed = listedPaths(part.value);
              continue;
            }
            const { filename, fieldname, file: stream } = part;
            if (filename === '' || (fieldname !== 'documents' && fieldname !== FOLDER_INPUT)) {
              stream.resume();
              continue;
            }
            const sent = listed[position] ?? (fieldname === FOLDER_INPUT ? withinFolder(filename) : filename);
            // Two files of one upload are two documents; only a later upload brings a newer version.
            const path = apart(uploadPath(sent));
            position += 1;
            const incoming = { path, stream, apart, source: 'upload' as const, collector: visitor.account.name };
            kept.push(...(await documents.keep(seat.organisation, actorOf(visit), incoming)));
          }
        } catch (error) {
          if (!isBrokenOff(error)) throw error;
          brokenOff = true;
        }
        if (kept.length === 0 && !brokenOff) return listPage(visit, [NO_FILE], 422);
        const wrong = brokenOff || kept.every(({ ok }) => !ok);
        const result = await standings.on(seat.organisation, today());
        const body = (
          <UploadedPage seat={seat} kept={kept} brokenOff={brokenOff}>
            {result.ok && <AfterUpload {...{ seat, kept }} standing={result.standing} span={{ from, until: now() }} />}
          </UploadedPage>
        );
        return page(wrong ? 'Error: Documents' : 'Documents kept', body, { status: wrong ? 422 : 200 });
      },
    },
    ...tableRoutes('/organisations/:organisation/documents/export', 'read-standing', async ({ seat, query }) => {
      const rows = await listed(seat);
      if (!rows) return NOT_FOUND;
      return { name: `documents ${today()}`, ...documentsTable(documentsFound(rows, documentsAsked(query))) };
    }),
    { method: 'GET', path: DOCUMENT, needs: 'read-standing', answer: (visit) => documentPage(visit) },
    {
      method: 'GET',
      path: `${DOCUMENT}/content`,
      needs: 'download-documents',
      answer: async (visit) => {
        const { seat, params, reply } = visit;
        const evenHeld = may(seat.role, 'release-held-documents');
        const opened = await documents.open(seat.organisation, params.id ?? '', { evenHeld });
        if (opened.ok) {
          reply.headers(opened.download.headers).send(opened.download.stream);
          return { show: 'sent' };
        }
        const { type, message } = opened.problem;
        if (type === 'held') return { show: 'forbidden' };
        return type === 'file-missing' ? documentPage(visit, [{ message }], 500) : NOT_FOUND;
      },
    },
    {
      method: 'POST',
      path: `${DOCUMENT}/release`,
      needs: 'release-held-documents',
      answer: async (visit) => {
        const { seat, params, visitor } = visit;
        const by = visitor.account.name;
        const result = await documents.release(seat.organisation, actorOf(visit), params.id ?? '', by);
        return decided(visit, result, 'released');
      },
    },
    {
      method: 'GET',
      path: `${DOCUMENT}/erase`,
      needs: 'erase',
      fresh: true,
      answer: (visit) => erasePage(visit, NOTHING_TYPED, [], 200),
    },
    {
      method: 'POST',
      path: `${DOCUMENT}/erase`,
      needs: 'erase',
      fresh: true,
      answer: async (visit) => {
        const { seat, params, form } = visit;
        const why = { reason: form.text('reason').trim(), basis: form.text('basis').trim() };
        const problems = [
          ...(why.reason === '' ? [{ field: 'reason', message: 'Enter why it is erased' }] : []),
          ...(why.basis === '' ? [{ field: 'basis', message: 'Enter the legal basis of the erasure' }] : []),
        ];
        if (problems.length > 0) return erasePage(visit, form, problems, 422);
        const done = await documents.erase(seat.organisation, actorOf(visit), params.id ?? '', why);
        if (done.ok) return redirect(withDone(paths.documents(seat.organisation), 'erased'));
        const { type, message } = done.problem;
        if (type === 'not-found' || type === 'no-organisation') return NOT_FOUND;
        // Only its file is left then: the document itself is gone.
        if (type === 'file-left') return listPage(visit, [{ message }], 500);
        return erasePage(visit, form, [{ message }], STATUS[type] ?? 422);
      },
    },
  ];
}

const NO_FILE = { field: FILES_INPUT, message: 'Select the documents to add, or a folder' };

/** A browser names the files of a folder with the folder first; what it is called on that computer says nothing. */
function withinFolder(path: string): string {
  return path.replace(/^[^/\\]+[/\\]/, '');
}

const STATUS: Readonly<Record<string, number>> = { 'changed-meanwhile': 409, 'too-busy': 503 };
