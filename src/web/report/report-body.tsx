import type { GapCheck } from '../../readiness/gap-check.ts';
import { dayInWords } from '../../record/day.ts';
import { reportCaveats, shortCaveat } from '../../report/caveats.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { DocumentsSection, UnreadableSection } from './documents-section.tsx';
import { FindingsSection } from './findings-section.tsx';
import { ForecastSection } from './forecast-section.tsx';
import { ItemsSection } from './items-section.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { PictureSection } from './picture-section.tsx';
import { PlanSection } from './plan-section.tsx';
import { reportLinks } from './report-links.ts';
import { Section } from './report-parts.tsx';

/** The whole report, the same in the page and in the file to keep. It needs no script. */
export function ReportBody({ check }: { readonly check: GapCheck }) {
  const links = reportLinks(check);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">{captionOf(check)}</span>
        {reportTitle(check)}
      </h1>
      <OutcomeSection check={check} />
      <p className="app-aside">
        {shortCaveat(check.catalogue)} <a href="#caveats">Before you rely on this</a>
      </p>
      <Contents check={check} />
      <PictureSection check={check} links={links} />
      <PlanSection check={check} links={links} />
      <FindingsSection check={check} links={links} />
      <PeopleSection check={check} links={links} />
      <ForecastSection check={check} links={links} />
      <ItemsSection check={check} links={links} />
      <DocumentsSection check={check} links={links} />
      <UnreadableSection check={check} />
      <Section id="caveats" title="Before you rely on this">
        <ul>
          {reportCaveats(check.catalogue).map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

export function reportTitle({ record }: GapCheck): string {
  const { name } = record.organisation;
  return name === undefined ? 'Where you stand' : `Where ${neutralised(name)} stands`;
}

function captionOf({ catalogue, record, assessment }: GapCheck): string {
  const { edition, years, category } = catalogue;
  return `Gap check of ${counted(record.documents.length, 'document')}, ${dayInWords(assessment.on)}. NHS DSPT ${edition} (${years}), category ${category}`;
}

function Contents({ check }: { readonly check: GapCheck }) {
  const entries: ReadonlyArray<readonly [string, string]> = [
    ['picture', 'The mandatory items'],
    ['plan', 'What to fix first'],
    ['findings', `Findings (${check.assessment.findings.length})`],
    ['people', 'Who it rests on'],
    ['forecast', 'What lapses'],
    ['items', 'All items'],
    ['documents', 'All documents'],
    ...(check.record.unreadable.length > 0 ? [['unreadable', 'Files not read'] as const] : []),
    ['caveats', 'Before you rely on this'],
  ];
  return (
    <nav className="app-contents" aria-label="In this report">
      <ol>
        {entries.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
