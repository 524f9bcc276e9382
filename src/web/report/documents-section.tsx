import type { GapCheck } from '../../readiness/gap-check.ts';
import type { DateMeaning, Defect } from '../../record/document.ts';
import type { RecordedDocument } from '../../record/record.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { DataTable } from './data-table.tsx';
import { idOf, type ReportLinks } from './report-links.ts';
import { ItemLinks, Section, SeenAt } from './report-parts.tsx';

const MEANINGS: Readonly<Record<DateMeaning, string>> = {
  created: 'Created',
  effective: 'In force from',
  approved: 'Approved',
  reviewed: 'Reviewed',
  'next-review': 'Next review',
  issued: 'Issued',
  expires: 'Expires',
  event: 'Took place',
  stated: 'Stated',
};

const DATES_SHOWN = 12;

/** Every document that was read: what it seems to be, which items it seems to speak to and why, and what is wrong in it. */
export function DocumentsSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  const { documents } = check.record;
  return (
    <Section id="documents" title={`All ${counted(documents.length, 'document')}`}>
      {documents.length === 0 ? (
        <p>No document was read.</p>
      ) : (
        <p>
          What each seems to be and which items it seems to speak to. These are suggestions from the words in it; you
          decide.
        </p>
      )}
      {documents.map((document) => (
        <Entry key={document.path} document={document} links={links} />
      ))}
    </Section>
  );
}

function Entry({ document, links }: { readonly document: RecordedDocument; readonly links: ReportLinks }) {
  const { path, profile, suggestions, defects } = document;
  return (
    <details className="app-entry">
      <summary>
        <span className="app-entry__name">
          <bdi className="app-path">{neutralised(path)}</bdi>
        </span>
        <span className="app-entry__tag">
          {profile.kind}
          {defects.length > 0 && `, ${counted(defects.length, 'fault')}`}
        </span>
      </summary>
      <div className="app-entry__body" id={idOf(links.document(path))} tabIndex={-1}>
        <p>
          <strong>
            <bdi>{neutralised(profile.title)}</bdi>
          </strong>{' '}
          <span className="app-aside">{neutralised(profile.kindReason)}</span>
        </p>
        <p className="app-aside">{controlInWords(document)}</p>
        <DocumentDates document={document} />
        {suggestions.length > 0 && (
          <>
            <h4>Seems to speak to</h4>
            <ul>
              {suggestions.map(({ ref, score, reasons }) => (
                <li key={ref}>
                  <ItemLinks refs={[ref]} links={links} /> ({Math.round(score * 100)}%)
                  {reasons.length > 0 && `: ${neutralised(reasons.join('; '))}`}
                </li>
              ))}
            </ul>
          </>
        )}
        {defects.length > 0 && (
          <>
            <h4>Faults in it</h4>
            <ul className="app-findings">
              {defects.map((defect, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; defects may repeat.
                <DefectEntry key={position} defect={defect} path={path} links={links} />
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}

function controlInWords({ profile }: RecordedDocument): string {
  const parts = [
    profile.version && `version ${profile.version}`,
    profile.status,
    profile.owner && `owner: ${profile.owner}`,
    profile.approver && `approved by: ${profile.approver}`,
  ].filter((part) => part !== undefined && part !== '');
  return neutralised(parts.join(', '));
}

function DocumentDates({ document }: { readonly document: RecordedDocument }) {
  const { dates } = document.profile;
  if (dates.length === 0) return <p>No date was found in it.</p>;
  const rest = dates.length - DATES_SHOWN;
  return (
    <ul className="app-dates">
      {dates.slice(0, DATES_SHOWN).map(({ meaning, date }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; dates may repeat.
        <li key={position}>
          {MEANINGS[meaning]}: {neutralised(date.text)}
          {date.ambiguous && ' (day and month could be the other way round)'}
        </li>
      ))}
      {rest > 0 && <li>and {counted(rest, 'more date')}</li>}
    </ul>
  );
}

function DefectEntry(props: { readonly defect: Defect; readonly path: string; readonly links: ReportLinks }) {
  const { defect, path, links } = props;
  return (
    <li className="app-finding">
      <p className="app-finding__message">{neutralised(defect.message)}</p>
      <SeenAt places={defect.places.map((place) => ({ ...place, file: path }))} links={links} shown={2} />
    </li>
  );
}

/** Files nothing could be taken from. */
export function UnreadableSection({ check }: { readonly check: GapCheck }) {
  const { unreadable } = check.record;
  if (unreadable.length === 0) return null;
  return (
    <Section id="unreadable" title="Files not taken into account">
      <p>Nothing in these files was read, so nothing in them counts.</p>
      <DataTable
        caption="Files that could not be read"
        columns={['File', 'Why']}
        rows={unreadable.map((file) => ({
          key: file.path,
          cells: [
            <bdi key="path" className="app-path">
              {neutralised(file.path)}
            </bdi>,
            neutralised(file.unreadable.reason),
          ],
        }))}
      />
    </Section>
  );
}
