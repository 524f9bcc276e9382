import { Container, SkipLink } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { type Day, dayInWords } from '../../record/day.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat, Visitor } from '../../workspace/accounts/accounts.ts';
import { isExample } from '../../workspace/example/example-id.ts';
import { may } from '../../workspace/may.ts';
import { ExampleBanner } from '../example/example-banner.tsx';
import { paths } from '../paths.ts';
import { HeaderSearch, Navigation, seatShown } from './navigation.tsx';

export type Printed = {
  readonly on: Day;
  /** By which edition of the Toolkit the organisation is judged, in words. */
  readonly edition: string | undefined;
};

/** Header, main part and footer that every page shares. `home` is the address the word mark leads to, when there is one. */
export function PageFrame({
  home,
  version,
  visitor,
  seat,
  here,
  above,
  printed,
  children,
}: {
  readonly home?: string;
  readonly version: string;
  readonly visitor?: Visitor | undefined;
  readonly seat?: Seat | undefined;
  readonly here?: string | undefined;
  /** What stands between the navigation and the page. */
  readonly above?: ReactNode;
  readonly printed?: Printed | undefined;
  readonly children: ReactNode;
}) {
  const shown = visitor && seatShown(visitor, seat);
  return (
    <>
      <SkipLink href="#maincontent">Skip to main content</SkipLink>
      <header className="app-header">
        <Container className="app-header__row">
          <WordMark home={home} />
          {shown && <p className="app-header__organisation">{neutralised(shown.organisationName)}</p>}
          {seat && may(seat.role, 'read-standing') ? (
            <HeaderSearch organisation={seat.organisation} />
          ) : (
            !shown && <p className="app-header__line">The Toolkit is annual. Readiness is perennial.</p>
          )}
        </Container>
        {visitor && (
          <Container>
            <Navigation visitor={visitor} seat={seat} here={here ?? ''} />
          </Container>
        )}
      </header>
      {printed && (
        <p className="app-printed">
          {shown && (
            <>
              <strong>{neutralised(shown.organisationName)}</strong>.{' '}
            </>
          )}
          Printed {dayInWords(printed.on)}.{printed.edition !== undefined && ` ${printed.edition}.`}
        </p>
      )}
      {seat && isExample(seat.organisation) && <ExampleBanner organisation={seat.organisation} />}
      {above}
      <Container>
        <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
          {children}
        </main>
      </Container>
      <footer className="app-footer">
        <Container>
          <p>
            Made by Perennial {version}, which is not part of the NHS. DSPT is the Data Security and Protection Toolkit
            of NHS England.
          </p>
          {home !== undefined && (
            <p>
              <a href={paths.glossary}>Words and what they mean</a>
            </p>
          )}
        </Container>
      </footer>
    </>
  );
}

function WordMark({ home }: { readonly home: string | undefined }) {
  const mark = (
    <>
      <svg className="app-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M16 30V14" />
        <path d="M16 17C16 9 10 5 3 5c0 8 5 12 13 12Z" />
        <path d="M16 22c0-7 5-11 13-11 0 8-5 11-13 11Z" />
      </svg>
      Perennial
    </>
  );
  return home === undefined ? (
    <span className="app-wordmark">{mark}</span>
  ) : (
    <a className="app-wordmark" href={home}>
      {mark}
    </a>
  );
}
