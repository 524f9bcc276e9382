import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DEFAULT_EDITION } from '../catalogue/shipped-catalogues.ts';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { Day } from '../record/day.ts';
import type { Instant } from '../record/holdings.ts';
import { counted } from '../report/counted.ts';
import type { Seat } from '../workspace/accounts/accounts.ts';
import { type CheckOptions, type GapCheckResult, ignore, type OnProgress } from '../workspace/check-folder.ts';
import type { Documents } from '../workspace/documents/documents.ts';
import { isExample } from '../workspace/example/example-id.ts';
import { may } from '../workspace/may.ts';
import type { Standings } from '../workspace/standing/standing.ts';
import { AfterUpload } from './documents/after-upload.tsx';
import { CheckPage } from './pages/check-page.tsx';
import { KeptPage, keptOutcome } from './pages/kept-page.tsx';
import { renderPage } from './pages/render-page.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { paths } from './paths.ts';
import { type AnswerName, refuse } from './problem-answers.tsx';
import { ReportBody, reportTitle } from './report/report-body.tsx';
import { standaloneFrame, standaloneReport } from './report/standalone-report.tsx';
import { type Answer, type OpenVisit, page, type Route } from './route.ts';
import { isLoopback } from './same-origin.ts';
import {
  type CheckForm,
  type CheckFormValues,
  emptyForm,
  type FormError,
  formValues,
  parseCheckForm,
} from './upload/check-form.ts';
import { keepFiles } from './upload/keep-files.ts';
import { receiveUpload, type Upload, type UploadedFile } from './upload/receive-upload.ts';

export type CheckRouteServices = {
  readonly version: string;
  readonly today: () => Day;
  readonly now: () => Instant;
  readonly documents: Pick<Documents, 'keep'>;
  readonly standings: Pick<Standings, 'on'>;
  readonly checkFiles: (
    files: readonly UploadedFile[],
    options: CheckOptions,
    onProgress: OnProgress,
    /** Aborted when nobody waits for the answer any more. */
    stop: AbortSignal,
  ) => Promise<GapCheckResult>;
  /** Tells whoever runs the server about a fault of ours. */
  readonly complain: (text: string) => void;
  /** The stylesheet that goes into a report to keep. */
  readonly reportCss: () => Promise<string>;
};

/** Checks that may run at the same time; each holds a whole upload in memory. */
const AT_ONCE = 2;
/** Uploads that may be on their way at the same time. */
const RECEIVED_AT_ONCE = 20;
const NDJSON = 'application/x-ndjson';
const TITLE = 'See where you stand on the DSPT';
const SCRIPTS = ['upload.js'];
const SENT: Answer = { show: 'sent' };

/**
 * The form and what it leads to. Nothing outlives the answer, unless somebody who may has chosen an organisation that keeps
 * the documents.
 */
export function checkRoutes(
  services: CheckRouteServices,
  { host, openCheck }: { readonly host: string; readonly openCheck: boolean },
): readonly Route[] {
  const { version, now, today, documents, standings, checkFiles } = services;
  const needs = openCheck ? 'anyone' : 'signed-in';
  const local = isLoopback(host);
  let receiving = 0;
  let running = 0;

  const checkPage = (visit: OpenVisit, values: CheckFormValues, errors: readonly FormError[] = []) => (
    <CheckPage values={values} errors={errors} local={local} seats={keepingSeats(visit)} />
  );

  /** Those that are still being sent wait for nobody, and whoever sends slowly keeps nobody out. */
  async function answerUpload(visit: OpenVisit): Promise<Answer> {
    const upload = await receiveUpload(visit.request);
    if (running >= AT_ONCE) return refused(visit.reply, version, 'busy');
    running += 1;
    try {
      return await answerReceived(visit, upload);
    } finally {
      running -= 1;
    }
  }

  async function answerReceived(visit: OpenVisit, upload: Upload): Promise<Answer> {
    const { request, reply, visitor } = visit;
    if (upload.problem?.type === 'broken-off') return refused(reply, version, 'not-understood');
    const values = formValues(upload.fields, today());
    const again = (status: number, errors: readonly FormError[]) =>
      page(`Error: ${TITLE}`, checkPage(visit, values, errors), { status, scripts: SCRIPTS });

    const parsed = parseCheckForm(values, today());
    const seat = keepingSeats(visit).find(({ organisation }) => organisation === values.keepIn);
    const errors = [
      ...documentErrors(upload),
      ...(parsed.ok ? [] : parsed.problem.errors),
      ...(seat || values.keepIn === '' ? [] : [NO_PLACE_TO_KEEP]),
    ];
    if (upload.problem) return again(413, errors);
    if (!parsed.ok || errors.length > 0) return again(422, errors);

    const rendered = (title: string, body: ReactNode) =>
      renderPage({ title, version, visitor, scripts: SCRIPTS }, body);
    const withMessage = (message: string) => {
      const body = checkPage(visit, values, [{ field: 'documents', message }]);
      return { step: 'page' as const, page: rendered(`Error: ${TITLE}`, body) };
    };
    const asLines = request.headers.accept?.includes(NDJSON) === true;

    if (seat && visitor) {
      const keep = async (onProgress: OnProgress) => {
        const from = now();
        const kept = await keepFiles(documents, seat, visitor, upload.files, onProgress);
        // The same that follows any other upload, for whoever may look at the record.
        const result = may(seat.role, 'read-standing') ? await standings.on(seat.organisation, today()) : undefined;
        const body = (
          <KeptPage {...{ seat, kept }}>
            {result?.ok && <AfterUpload {...{ seat, kept }} standing={result.standing} span={{ from, until: now() }} />}
          </KeptPage>
        );
        return { ...keptOutcome(kept), body };
      };
      if (!asLines) {
        const { title, body, status } = await keep(ignore);
        return page(title, body, { status });
      }
      const work = async (onProgress: OnProgress) => {
        const { title, body } = await keep(onProgress);
        return { step: 'page', page: rendered(title, body) };
      };
      return stream(reply, work, services.complain, withMessage);
    }

    const options = checkOptions(parsed.form);
    const gone = goneSignal(reply);
    if (asLines) {
      const work = async (onProgress: OnProgress) => {
        const result = await checkFiles(upload.files, options, onProgress, gone);
        return result.ok ? reportLine(result.check, services) : withMessage(result.problem.message);
      };
      return stream(reply, work, services.complain, withMessage);
    }
    const result = await checkFiles(upload.files, options, ignore, gone);
    if (!result.ok) return again(422, [{ field: 'documents', message: result.problem.message }]);
    if (upload.fields.get('then') === 'download') return download(reply, services, result.check);
    return page(reportTitle(result.check), <ReportPage check={result.check} />, { scripts: SCRIPTS });
  }

  return [
    {
      method: 'GET',
      path: paths.check,
      needs,
      answer: async (visit: OpenVisit) => page(TITLE, checkPage(visit, emptyForm(today())), { scripts: SCRIPTS }),
    },
    {
      method: 'POST',
      path: paths.check,
      needs,
      upload: true,
      mostAMinute: 60,
      answer: async (visit: OpenVisit) => {
        const { request, reply } = visit;
        if (!request.isMultipart()) return refused(reply, version, 'not-understood');
        if (receiving >= RECEIVED_AT_ONCE) return refused(reply, version, 'busy');
        receiving += 1;
        try {
          return await answerUpload(visit);
        } finally {
          receiving -= 1;
        }
      },
    },
  ];
}

const NO_PLACE_TO_KEEP: FormError = { field: 'keepIn', message: 'Select what should become of the documents' };

/** Organisations in which whoever asks may keep documents. */
function keepingSeats({ visitor }: OpenVisit): readonly Seat[] {
  if (!visitor || visitor.needs !== undefined) return [];
  return visitor.seats.filter(({ role, organisation }) => may(role, 'upload-documents') && !isExample(organisation));
}

function refused(reply: FastifyReply, version: string, name: AnswerName): Answer {
  refuse(reply, version, name);
  return SENT;
}

/** Aborted once the connection is closed: the answer has gone out, or the person has left. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (reply.raw.destroyed) gone.abort();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}

function documentErrors(upload: Awaited<ReturnType<typeof receiveUpload>>): readonly FormError[] {
  if (upload.problem) return [{ field: 'documents', message: upload.problem.message }];
  if (upload.files.length === 0) return [{ field: 'documents', message: 'Select the documents to check, or a folder' }];
  if (upload.files.every((file) => file.bytes.length === 0)) {
    return [
      { field: 'documents', message: `The ${counted(upload.files.length, 'file')} you selected must not be empty` },
    ];
  }
  return [];
}

function checkOptions({ on, category, name }: CheckForm): CheckOptions {
  return {
    on,
    category,
    edition: DEFAULT_EDITION,
    organisation: { ...(name === undefined ? {} : { name }), facts: {} },
  };
}

async function download(reply: FastifyReply, services: CheckRouteServices, check: GapCheck): Promise<Answer> {
  const html = standaloneReport(check, { css: await services.reportCss(), version: services.version });
  reply
    .type('text/html; charset=utf-8')
    .header('content-disposition', `attachment; filename="perennial-report-${check.assessment.on}.html"`)
    .send(html);
  return SENT;
}

/** The file to keep is sent as what goes before and after the report, so that the report itself travels once. */
async function reportLine(check: GapCheck, { version, reportCss }: CheckRouteServices) {
  const title = reportTitle(check);
  return {
    step: 'report',
    title: `${title} - Perennial`,
    main: renderToStaticMarkup(<ReportBody check={check} />),
    name: `perennial-report-${check.assessment.on}.html`,
    ...standaloneFrame(title, { css: await reportCss(), version }),
  };
}

/**
 * Answers the page's script: one JSON value a line, first how far the work has come, at last what came of it: the report, or
 * a page to show.
 */
async function stream(
  reply: FastifyReply,
  work: (onProgress: OnProgress) => Promise<unknown>,
  complain: (text: string) => void,
  withMessage: (message: string) => unknown,
): Promise<Answer> {
  const lines = new PassThrough();
  const say = (value: unknown) => lines.write(`${JSON.stringify(value)}\n`);
  // Sent before the work begins; the reply ends when `lines` does.
  void reply.type(`${NDJSON}; charset=utf-8`).header('x-accel-buffering', 'no').send(lines);
  try {
    say(await work(({ done, total, path }) => say({ step: 'reading', done, total, path })));
  } catch (error) {
    complain(`A check failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    say(withMessage('Something went wrong in Perennial. Try again'));
  }
  lines.end();
  return SENT;
}
