import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { PageFrame } from '../pages/page-frame.tsx';
import { ReportBody, reportTitle } from './report-body.tsx';

/** `css` is the report's whole stylesheet: our own text, never anything from a file that was read. */
export type StandaloneOptions = { readonly css: string; readonly version: string };

/** The report as one HTML file that needs no network and no script; its policy forbids both. */
export function standaloneReport(check: GapCheck, options: StandaloneOptions): string {
  const { head, tail } = standaloneFrame(reportTitle(check), options);
  return `${head}${renderToStaticMarkup(<ReportBody check={check} />)}${tail}`;
}

/** What stands before and after the report in such a file. */
export function standaloneFrame(
  title: string,
  { css, version }: StandaloneOptions,
): { readonly head: string; readonly tail: string } {
  if (/<\/style/i.test(css)) throw new Error('The stylesheet would end its own style element');
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const markup = renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="generator" content="Perennial" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} - Perennial`}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: escaping would change the CSS and break its hash; see above. */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <PageFrame version={version}>
          <template id="report" />
        </PageFrame>
      </body>
    </html>,
  );
  const [head = '', tail = ''] = markup.split('<template id="report"></template>');
  return { head: `<!DOCTYPE html>\n${head}`, tail: `${tail}\n` };
}
