import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PageFrame } from './page-frame.tsx';

export type PageOptions = { readonly title: string; readonly version: string };

/** A whole page of the web front door. Style and script come from our own files, so that the policy can forbid all else. */
export function renderPage({ title, version }: PageOptions, children: ReactNode): string {
  const markup = renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="generator" content="Perennial" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - Perennial`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`/assets/pages.css?${version}`} />
        <script type="module" src={`/assets/upload.js?${version}`} />
      </head>
      <body>
        <PageFrame home="/" version={version}>
          {children}
        </PageFrame>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${markup}\n`;
}
