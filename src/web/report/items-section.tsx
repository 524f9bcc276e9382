import { askOf } from '../../catalogue/ask-of.ts';
import type { Check, ItemAssessment } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { reasonsBesideChecks } from '../../readiness/standing.ts';
import { dayInWords } from '../../record/day.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { standardRows } from '../../report/standard-rows.ts';
import { idOf, type ReportLinks } from './report-links.ts';
import { PathLink, Section, SeenAt, StandingTag } from './report-parts.tsx';

const CONFIDENCE = {
  high: 'We are sure of what it asks and whether it is mandatory.',
  medium:
    'We are fairly sure of it: either what it asks or whether it is mandatory is inferred. Check it in the Toolkit.',
  low: 'We are not sure of it: the wording is inferred. Check it in the Toolkit before you rely on this.',
} as const;

/** Every evidence item: what it asks, where it stands and why. */
export function ItemsSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  const { catalogue, assessment } = check;
  return (
    <Section id="items" title={`All ${counted(assessment.items.length, 'evidence item')}`}>
      <p>What each item asks, in our own words, where it stands and what that rests on.</p>
      {standardRows(catalogue, assessment).map(({ standard, mandatory, others }) => (
        <div key={standard.id}>
          <h3>
            Standard {standard.id}: {standard.title}
          </h3>
          {assessment.items
            .filter((one) => mandatory.includes(one) || others.includes(one))
            .map((assessed) => (
              <Item key={assessed.item.ref} assessed={assessed} edition={catalogue.edition} links={links} />
            ))}
        </div>
      ))}
    </Section>
  );
}

type ItemProps = { readonly assessed: ItemAssessment; readonly edition: string; readonly links: ReportLinks };

function Item({ assessed, edition, links }: ItemProps) {
  const { item, standing } = assessed;
  return (
    <details className="app-entry">
      <summary>
        <span className="app-entry__ref">{item.ref}</span>
        <span className="app-entry__name">{askOf(item)}</span>
        <span className="app-entry__tag">
          <StandingTag standing={standing} />
        </span>
      </summary>
      {/* The id stands inside, because a browser unfolds what surrounds a target, not the target itself. */}
      <div className="app-entry__body" id={idOf(links.item(item.ref))} tabIndex={-1}>
        <ItemBody assessed={assessed} edition={edition} links={links} Heading="h4" />
      </div>
    </details>
  );
}

/** What an item asks, why it stands where it stands, and what would show it. */
export function ItemBody({
  assessed,
  edition,
  links,
  Heading,
}: ItemProps & {
  /** The level below the heading that the item has where it is shown. */
  readonly Heading: 'h2' | 'h4';
}) {
  const { item, standing, documents, checks, until } = assessed;
  const reasons = reasonsBesideChecks(assessed);
  return (
    <>
      <p>{item.official?.text ?? item.requirement}</p>
      <p className="app-aside">
        DSPT {edition} evidence item {item.ref}, {markInWords(item.mandatory)}. {CONFIDENCE[item.confidence]}
      </p>
      {(reasons.length > 0 || until !== undefined) && (
        <ul className="app-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{neutralised(reason)}</li>
          ))}
          {until !== undefined && <li>This holds until {dayInWords(until)}.</li>}
        </ul>
      )}
      {checks.length > 0 && (
        <>
          <Heading>What would show it</Heading>
          <ul className="app-checks">
            {checks.map((check) => (
              <li key={check.asks} className={`app-check app-check--${stateOf(check)}`}>
                <strong>{CHECK_WORDS[stateOf(check)]}</strong> {neutralised(check.asks)}.{' '}
                <span className="app-aside">
                  {check.met !== 'yes' && 'Why: '}
                  {neutralised(check.because)}.
                </span>
                {check.toCheck !== undefined && check.met === 'yes' && ` Check that ${neutralised(check.toCheck)}.`}
                <SeenAt places={check.places} links={links} shown={2} />
              </li>
            ))}
          </ul>
        </>
      )}
      {documents.length > 0 && (
        <p>
          {documents.length === 1 ? 'Document' : 'Documents'} that {documents.length === 1 ? 'speaks' : 'speak'} to it:{' '}
          {documents.map((path, position) => (
            <span key={path}>
              {position > 0 && ', '}
              <PathLink path={path} links={links} />
            </span>
          ))}
        </p>
      )}
      {item.rule && standing !== 'proven' && (
        <p>
          <strong>Why it matters:</strong> {item.rule.why}
        </p>
      )}
    </>
  );
}

/** How a condition is shown: what a person is still to check is not met by being found. */
function stateOf({ met, toCheck }: Check): keyof typeof CHECK_WORDS {
  if (toCheck === undefined) return met;
  return met === 'yes' ? 'to-check' : met === 'unknown' ? 'unchecked' : met;
}

const CHECK_WORDS = {
  yes: 'Met:',
  'to-check': 'Met as far as we can tell, check it too:',
  unchecked: 'Found, does not count until you have checked it:',
  no: 'Not met:',
  lapsed: 'Lapsed:',
  unknown: 'Not known:',
} as const;

function markInWords(mandatory: boolean | null): string {
  return mandatory === null ? 'not known whether mandatory' : mandatory ? 'mandatory' : 'optional';
}
