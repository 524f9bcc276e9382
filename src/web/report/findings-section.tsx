import type { GapCheck } from '../../readiness/gap-check.ts';
import { dayInWords } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import { counted } from '../../report/counted.ts';
import { alikeFindings, countBySeverity, type FindingGroup, groupFindings } from '../../report/finding-groups.ts';
import { FINDING_WORDS, SEVERITY_WORDS } from '../../report/finding-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { ReportLinks } from './report-links.ts';
import { ItemLinks, PlaceLinks, Section, SeenAt, SeverityTag } from './report-parts.tsx';

/** Past this many findings even the high ones start folded, so that the page stays readable. */
const OPEN_AT_MOST = 25;

/** Everything found that a person should know, by severity and kind. */
export function FindingsSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  const { findings } = check.assessment;
  const counts = countBySeverity(findings);
  return (
    <Section id="findings" title="Findings">
      {findings.length === 0 ? (
        <p>Nothing was found that speaks against your documents.</p>
      ) : (
        <p>
          {counted(findings.length, 'finding')}: {counts.high} high, {counts.medium} medium and {counts.low} low. Each
          says where it was seen and what to do next.
        </p>
      )}
      {groupFindings(findings).map(({ severity, count, groups }) => (
        <div key={severity} className="app-severity">
          <h3>
            <SeverityTag severity={severity} /> {counted(count, 'finding')}{' '}
            <span className="app-aside">{SEVERITY_WORDS[severity].meaning}</span>
          </h3>
          {groups.map((group) => (
            <Group
              key={group.code}
              group={group}
              links={links}
              open={severity === 'high' && counts.high <= OPEN_AT_MOST}
            />
          ))}
        </div>
      ))}
    </Section>
  );
}

function Group({
  group,
  links,
  open,
}: {
  readonly group: FindingGroup;
  readonly links: ReportLinks;
  readonly open: boolean;
}) {
  const { title, help } = FINDING_WORDS[group.code];
  return (
    <details className="nhsuk-details nhsuk-expander" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{title}</span>
        <span className="app-count">{group.findings.length}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p className="app-help">{help}</p>
        <ul className="app-findings">
          {alikeFindings(group.findings).map(([finding, ...others], position) =>
            finding === undefined ? null : others.length === 0 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; subjects may repeat.
              <FindingEntry key={position} finding={finding} links={links} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <AlikeEntry key={position} findings={[finding, ...others]} next={finding.next} links={links} />
            ),
          )}
        </ul>
      </div>
    </details>
  );
}

/** Findings that say the same of several documents: each with its place and its day, and once what to do next. */
function AlikeEntry({
  findings,
  next,
  links,
}: {
  readonly findings: readonly Finding[];
  readonly next: string;
  readonly links: ReportLinks;
}) {
  return (
    <li className="app-finding">
      <p className="app-finding__message">{counted(findings.length, 'finding')} of this sort</p>
      <ul className="app-places">
        {findings.map(({ message, refs, seen }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; a document may repeat.
          <li key={position}>
            <PlaceLinks places={seen} links={links} />
            <span className="app-because">
              {neutralised(message)}
              {refs.length > 0 && (
                <>
                  {' '}
                  {refs.length === 1 ? 'Item' : 'Items'} <ItemLinks refs={refs} links={links} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="app-next">
        <strong>Next, for each:</strong> {neutralised(next)}
      </p>
    </li>
  );
}

/** One finding with where it was seen and what to do next. */
export function FindingEntry({ finding, links }: { readonly finding: Finding; readonly links: ReportLinks }) {
  return (
    <li className="app-finding">
      <p className="app-finding__message">
        {neutralised(finding.message)}
        {finding.refs.length > 0 && (
          <span className="app-aside">
            {' '}
            {finding.refs.length === 1 ? 'Item' : 'Items'} <ItemLinks refs={finding.refs} links={links} />
          </span>
        )}
      </p>
      <SeenAt places={finding.seen} links={links} />
      <p className="app-next">
        <strong>Next:</strong> {neutralised(finding.next)}
      </p>
      {(finding.since !== undefined || finding.until !== undefined) && (
        <p className="app-aside">
          {finding.since !== undefined && `Since ${dayInWords(finding.since)}. `}
          {finding.until !== undefined && `Until ${dayInWords(finding.until)}.`}
        </p>
      )}
    </li>
  );
}
