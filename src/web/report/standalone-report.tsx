import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { PageFrame } from '../pages/page-frame.tsx';
import { ReportBody, reportTitle } from './report-body.tsx';

/** `css` is the report's whole stylesheet: our own text, never anything from a file that was read. */
export type StandaloneReportOptions = { readonly css: string; readonly version: string };

/** The report as one HTML file that needs no network and no script; its policy forbids both. */
export function standaloneReport(check: GapCheck, { css, version }: StandaloneReportOptions): string {
  if (/<\/style/i.test(css)) throw new Error('The stylesheet would end its own style element');
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const markup = renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${reportTitle(check)} - Perennial`}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaping would change the CSS and break its hash; see above. */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <PageFrame version={version}>
          <ReportBody check={check} />
        </PageFrame>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${markup}\n`;
}
