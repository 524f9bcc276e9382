import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderToStaticMarkup } from 'react-dom/server';
import { DEFAULT_EDITION } from '../catalogue/shipped-catalogues.ts';
import type { GapCheck } from '../readiness/gap-check.ts';
import type { Day } from '../record/day.ts';
import { counted } from '../report/counted.ts';
import type { CheckOptions, GapCheckResult, OnProgress } from '../workspace/check-folder.ts';
import { CheckPage } from './pages/check-page.tsx';
import { renderPage } from './pages/render-page.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { paths } from './paths.ts';
import { refuse } from './problem-answers.tsx';
import { ReportBody, reportTitle } from './report/report-body.tsx';
import { standaloneFrame, standaloneReport } from './report/standalone-report.tsx';
import { isLoopback } from './same-origin.ts';
import { type CheckForm, emptyForm, type FormError, formValues, parseCheckForm } from './upload/check-form.ts';
import { receiveUpload, type UploadedFile } from './upload/receive-upload.ts';

export type CheckRouteServices = {
  readonly version: string;
  readonly today: () => Day;
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
const NDJSON = 'application/x-ndjson';

/** The form and what it leads to. Nothing outlives the answer. */
export function checkRoutes(
  app: FastifyInstance,
  services: CheckRouteServices,
  { host, openCheck }: { readonly host: string; readonly openCheck: boolean },
): void {
  const { version, today } = services;
  const local = isLoopback(host);
  let running = 0;

  const formPage = (values = emptyForm(today()), errors: readonly FormError[] = []) =>
    renderPage(
      {
        title: `${errors.length > 0 ? 'Error: ' : ''}See where you stand on the DSPT`,
        version,
        scripts: ['upload.js'],
      },
      <CheckPage values={values} errors={errors} local={local} />,
    );

  if (!openCheck) return;

  app.get(paths.check, { config: { needs: 'anyone' } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(formPage()),
  );

  const config = { needs: 'anyone', rateLimit: { max: 60, timeWindow: '1 minute' } };
  app.post(paths.check, { config }, async (request, reply) => {
    if (!request.isMultipart()) return refuse(reply, version, 'not-understood');
    if (running >= AT_ONCE) return refuse(reply, version, 'busy');
    running += 1;
    try {
      const upload = await receiveUpload(request);
      if (upload.problem?.type === 'broken-off') return refuse(reply, version, 'not-understood');
      const values = formValues(upload.fields, today());
      const again = (status: number, errors: readonly FormError[]) =>
        reply.code(status).type('text/html; charset=utf-8').send(formPage(values, errors));

      const parsed = parseCheckForm(values, today());
      const errors = [...documentErrors(upload), ...(parsed.ok ? [] : parsed.problem.errors)];
      if (upload.problem) return again(413, errors);
      if (!parsed.ok || errors.length > 0) return again(422, errors);

      const options = checkOptions(parsed.form);
      const gone = goneSignal(reply);
      if (request.headers.accept?.includes(NDJSON))
        return await stream(reply, services, upload.files, options, gone, (errors) => formPage(values, errors));
      const result = await services.checkFiles(upload.files, options, () => {}, gone);
      if (!result.ok) return again(422, [{ field: 'documents', message: result.problem.message }]);
      if (upload.fields.get('then') === 'download') return await download(reply, services, result.check);
      return reply
        .type('text/html; charset=utf-8')
        .send(
          renderPage(
            { title: reportTitle(result.check), version, scripts: ['upload.js'] },
            <ReportPage check={result.check} />,
          ),
        );
    } finally {
      running -= 1;
    }
  });
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

async function download(reply: FastifyReply, services: CheckRouteServices, check: GapCheck): Promise<FastifyReply> {
  const html = standaloneReport(check, { css: await services.reportCss(), version: services.version });
  return reply
    .type('text/html; charset=utf-8')
    .header('content-disposition', `attachment; filename="perennial-report-${check.assessment.on}.html"`)
    .send(html);
}

/**
 * Answers the page's script: one JSON value a line, first how far the reading is, at last the report or what is wrong. The
 * file to keep is sent as what goes before and after the report, so that the report itself travels once.
 */
async function stream(
  reply: FastifyReply,
  services: CheckRouteServices,
  files: readonly UploadedFile[],
  options: CheckOptions,
  gone: AbortSignal,
  formAgain: (errors: readonly FormError[]) => string,
): Promise<FastifyReply> {
  const lines = new PassThrough();
  const say = (value: unknown) => lines.write(`${JSON.stringify(value)}\n`);
  // Sent before the work begins; the reply ends when `lines` does.
  void reply.type(`${NDJSON}; charset=utf-8`).header('x-accel-buffering', 'no').send(lines);
  try {
    const result = await services.checkFiles(
      files,
      options,
      ({ done, total, path }) => say({ step: 'reading', done, total, path }),
      gone,
    );
    if (result.ok) {
      const { version } = services;
      const title = reportTitle(result.check);
      const frame = standaloneFrame(title, { css: await services.reportCss(), version });
      const name = `perennial-report-${result.check.assessment.on}.html`;
      say({
        step: 'report',
        title: `${title} - Perennial`,
        main: renderToStaticMarkup(<ReportBody check={result.check} />),
        name,
        ...frame,
      });
    } else {
      say({ step: 'page', page: formAgain([{ field: 'documents', message: result.problem.message }]) });
    }
  } catch (error) {
    services.complain(`A check failed: ${error instanceof Error ? error.stack : String(error)}\n`);
    say({
      step: 'page',
      page: formAgain([
        { field: 'documents', message: 'Something went wrong in Perennial. Nothing was kept. Try again' },
      ]),
    });
  }
  lines.end();
  return reply;
}
