import { Button, InsetText, WarningCallout } from 'nhsuk-react-components';
import type { Day } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { isHeld, isWithdrawn, type KeptDocument } from '../../workspace/documents/kept-document.ts';
import { may } from '../../workspace/may.ts';
import { DocumentDrop, FILES_INPUT, UploadProgress } from '../parts/document-drop.tsx';
import { errorFor, type FormMistake, Mistakes, When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { SeatedVisit } from '../route.ts';
import { DocumentState, SCANS } from './document-state.tsx';
import { DoneBanner } from './done-banner.tsx';
import { sentence } from './field-words.ts';
import { PageLinks, paged } from './paging.tsx';

/** Files of one upload. */
export const MOST_FILES = 2_000;

type ListProps = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly today: Day;
  readonly uploadBytes: number;
  readonly mistakes: readonly FormMistake[];
};

const byPath = new Intl.Collator('en-GB', { numeric: true });

/** All documents: those that wait for a decision first, those withdrawn last. */
export function DocumentsPage({ seat, holdings, today, uploadBytes, mistakes, query }: ListProps) {
  const all = listOf(holdings, document).toSorted(
    (a, b) => rank(a, today) - rank(b, today) || byPath.compare(a.data.path, b.data.path),
  );
  const { rows: shown, page, pages } = paged(all, query);
  const held = all.filter(isHeld).length;
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakes} />
      <h1>Documents</h1>
      {held > 0 && (
        <WarningCallout>
          <WarningCallout.Heading>{counted(held, 'document')} held back</WarningCallout.Heading>
          <p>
            Nobody reads {held === 1 ? 'it' : 'them'} and nothing relies on {held === 1 ? 'it' : 'them'} until somebody
            who may has decided.
          </p>
        </WarningCallout>
      )}
      {all.length === 0 ? (
        <p>There is no document yet.</p>
      ) : (
        <>
          <p>
            {counted(all.length, 'document')}
            {pages > 1 && `, page ${page} of ${pages}`}
          </p>
          <DataTable
            caption="Documents"
            columns={['File', 'Received', 'State', 'Malware scan']}
            rows={shown.map((one) => ({
              key: one.id,
              cells: [
                <a key="file" href={paths.document(seat.organisation, one.id)}>
                  <bdi className="app-path">{neutralised(one.data.path)}</bdi>
                </a>,
                <When key="received" at={one.data.receivedAt} />,
                <DocumentState key="state" document={one} today={today} />,
                SCANS[one.data.scan],
              ],
            }))}
          />
          <PageLinks page={page} pages={pages} href={paths.documents(seat.organisation)} />
        </>
      )}
      {may(seat.role, 'upload-documents') && <UploadForm seat={seat} uploadBytes={uploadBytes} mistakes={mistakes} />}
    </>
  );
}

function rank(one: KeptDocument, today: Day): number {
  return isHeld(one) ? 0 : isWithdrawn(one, today) ? 2 : 1;
}

function UploadForm({ seat, uploadBytes, mistakes }: Pick<ListProps, 'seat' | 'uploadBytes' | 'mistakes'>) {
  return (
    <>
      <h2>Add documents</h2>
      <p>
        A file under a name that is there already takes its place. Files that seem to hold details of patients are held
        back until somebody has decided.
      </p>
      <form method="post" action={paths.documents(seat.organisation)} encType="multipart/form-data" noValidate>
        <DocumentDrop
          limits={{ fileBytes: uploadBytes, files: MOST_FILES }}
          error={errorFor(mistakes, FILES_INPUT).error}
        />
        <Button>Add the documents</Button>
        <UploadProgress />
      </form>
      <p>
        Only want to know what a folder shows? <a href={paths.check}>Check it</a> without keeping it.
      </p>
    </>
  );
}

/** What became of each file of an upload, one line a file. */
export function UploadedPage({
  seat,
  kept,
  brokenOff,
}: {
  readonly seat: Seat;
  readonly kept: readonly Kept[];
  readonly brokenOff: boolean;
}) {
  const refused = kept.filter(({ ok }) => !ok).length;
  const held = kept.filter((one) => one.ok && one.warning !== undefined).length;
  const done = kept.length - refused;
  const reasons = new Set(
    kept.flatMap((one) => (one.ok && one.scan?.result === 'not-scanned' ? [one.scan.reason] : [])),
  );
  // One reason for all of them is said once, above.
  const unscanned = reasons.size === 1 && kept.length > 1 ? [...reasons][0] : undefined;
  return (
    <>
      {brokenOff && <Mistakes mistakes={[BROKEN_OFF]} />}
      <h1>{counted(done, 'document')} kept</h1>
      {(refused > 0 || held > 0) && (
        <InsetText>
          <p>
            {refused > 0 && `${counted(refused, 'file')} ${refused === 1 ? 'was' : 'were'} not kept. `}
            {held > 0 && `${counted(held, 'file')} ${held === 1 ? 'is' : 'are'} held back until somebody decides.`}
          </p>
        </InsetText>
      )}
      {unscanned !== undefined && <p>{sentence(`They were not scanned for malware: ${unscanned}`)}</p>}
      {kept.length > 0 && (
        <DataTable
          caption="What became of each file"
          columns={['File', 'What became of it']}
          rows={kept.map((one, position) => ({
            key: `${position} ${one.path}`,
            cells: [
              <KeptPath key="path" seat={seat} kept={one} />,
              <ul key="what" className="nhsuk-list">
                {sentencesOf(one, unscanned === undefined).map((sentence) => (
                  <li key={sentence}>{neutralised(sentence)}</li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
      <p>
        <a href={paths.home(seat.organisation)}>See where you stand now</a>, or go to{' '}
        <a href={paths.documents(seat.organisation)}>all documents</a>.
      </p>
    </>
  );
}

export const BROKEN_OFF = { message: 'The upload broke off. What is listed here was kept; send the rest again' };

function KeptPath({ seat, kept }: { readonly seat: Seat; readonly kept: Kept }) {
  const path = <bdi className="app-path">{neutralised(kept.path)}</bdi>;
  return kept.ok ? <a href={paths.document(seat.organisation, kept.id)}>{path}</a> : path;
}

const BECAME = {
  kept: 'Kept.',
  replaced: 'Kept in place of an older one, which is withdrawn.',
  'there-already': 'It was there already; nothing was added.',
} as const;

function sentencesOf(one: Kept, withScan: boolean): readonly string[] {
  if (!one.ok) return [sentence(`Not kept: ${one.problem.message}`)];
  return [
    BECAME[one.became],
    ...(one.warning ? [sentence(one.warning.message)] : []),
    ...(withScan && one.scan?.result === 'not-scanned'
      ? [sentence(`It was not scanned for malware: ${one.scan.reason}`)]
      : []),
    ...one.notes.map(sentence),
  ];
}
