import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat, Visitor } from '../../workspace/accounts/accounts.ts';
import { GlossaryAtHand } from '../glossary/term.tsx';
import { PageFrame, type Printed } from './page-frame.tsx';

export type PageOptions = {
  readonly title: string;
  readonly version: string;
  /** Who is signed in, and in which organisation the page is. */
  readonly visitor?: Visitor | undefined;
  readonly seat?: Seat | undefined;
  /** The address that was asked for, so that the navigation can mark it. */
  readonly here?: string;
  /** What stands between the navigation and the page. */
  readonly above?: ReactNode;
  /** What a printed page says at its top besides whose it is. */
  readonly printed?: Printed;
  /** Our own scripts by name, besides none. */
  readonly scripts?: readonly string[];
};

/** A whole page of the web front door. Style and script come from our own files, so that the policy can forbid all else. */
export function renderPage(options: PageOptions, children: ReactNode): string {
  const { title, version, visitor, seat, here, above, printed, scripts = [] } = options;
  const markup = renderToStaticMarkup(
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="generator" content="Perennial" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${neutralised(title)} - Perennial`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`/assets/pages.css?${version}`} />
        {scripts.map((name) => (
          <script type="module" key={name} src={`/assets/${name}?${version}`} />
        ))}
      </head>
      <body>
        <PageFrame home="/" {...{ version, visitor, seat, here, above, printed }}>
          <GlossaryAtHand value={true}>{children}</GlossaryAtHand>
        </PageFrame>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>\n${markup}\n`;
}
