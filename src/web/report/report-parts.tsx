import { Tag, type TagProps } from 'nhsuk-react-components';
import { Fragment, type ReactNode } from 'react';
import type { Standing } from '../../readiness/assessment.ts';
import type { Place } from '../../record/document.ts';
import type { Severity } from '../../record/finding.ts';
import { SEVERITY_WORDS } from '../../report/finding-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS, type StandingWords } from '../../report/standing-words.ts';
import type { ReportLinks } from './report-links.ts';

const TAG_COLOURS: Readonly<Record<StandingWords['tone'], NonNullable<TagProps['modifier']>>> = {
  good: 'green',
  settled: 'aqua-green',
  doubtful: 'yellow',
  bad: 'red',
  open: 'grey',
};

export function StandingTag({ standing }: { readonly standing: Standing }) {
  const { label, tone } = STANDING_WORDS[standing];
  return <Tag modifier={TAG_COLOURS[tone]}>{label}</Tag>;
}

const SEVERITY_COLOURS = { high: 'red', medium: 'orange', low: 'blue' } as const;

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  return <Tag modifier={SEVERITY_COLOURS[severity]}>{SEVERITY_WORDS[severity].label}</Tag>;
}

/** Item numbers as links to the items below, parted by commas. */
export function ItemLinks({ refs, links }: { readonly refs: readonly string[]; readonly links: ReportLinks }) {
  return refs.map((ref, position) => (
    <Fragment key={ref}>
      {position > 0 && ', '}
      <LinkTo href={links.item(ref)}>{ref}</LinkTo>
    </Fragment>
  ));
}

/** A path, linked to the document below when it was read. */
export function PathLink({ path, links }: { readonly path: string; readonly links: ReportLinks }) {
  return (
    <LinkTo href={links.document(path)}>
      <bdi className="app-path">{neutralised(path)}</bdi>
    </LinkTo>
  );
}

/** Where something was seen: place and the words that stand there. Past `shown` the places are folded away. */
export function SeenAt(props: {
  readonly places: readonly Place[];
  readonly links: ReportLinks;
  readonly shown?: number;
}) {
  const { places, links, shown = 4 } = props;
  if (places.length === 0) return null;
  const rest = places.slice(shown);
  return (
    <>
      <PlaceList places={places.slice(0, shown)} links={links} />
      {rest.length > 0 && (
        <details className="app-more">
          <summary>{rest.length === 1 ? '1 more place' : `${rest.length} more places`}</summary>
          <PlaceList places={rest} links={links} />
        </details>
      )}
    </>
  );
}

function PlaceList({ places, links }: { readonly places: readonly Place[]; readonly links: ReportLinks }) {
  return (
    <ul className="app-places">
      {places.map((place, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; a place may repeat.
        <li key={position}>
          <LinkTo href={links.place(place)}>
            <bdi className="app-path">{neutralised(links.words(place))}</bdi>
          </LinkTo>
          {place.text !== undefined && place.text.trim() !== '' && <q className="app-quote">{quoted(place.text)}</q>}
        </li>
      ))}
    </ul>
  );
}

/** The same places on one line, without the words that stand there. */
export function PlaceLinks({ places, links }: { readonly places: readonly Place[]; readonly links: ReportLinks }) {
  return places.map((place, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; a place may repeat.
    <Fragment key={position}>
      {position > 0 && ', '}
      <LinkTo href={links.place(place)}>
        <bdi className="app-path">{neutralised(links.words(place))}</bdi>
      </LinkTo>
    </Fragment>
  ));
}

const QUOTE_LENGTH = 300;

function quoted(text: string): string {
  const clean = neutralised(text).trim();
  return clean.length > QUOTE_LENGTH ? `${clean.slice(0, QUOTE_LENGTH).toWellFormed()}…` : clean;
}

function LinkTo({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  return href === undefined ? children : <a href={href}>{children}</a>;
}

/** A part of the report with its heading, reachable from the contents. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="app-section">
      <h2 id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

/** Something that may be wider than the page, scrolled by itself and reachable by keyboard. */
export function Scrolls({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="app-scrolls" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
