import { InsetText } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Kept } from '../../workspace/documents/documents.ts';
import { WithTerms } from '../glossary/term.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import { sentence } from './field-words.ts';

/** What became of each file of an upload, one line a file. */
export function UploadedPage({
  seat,
  kept,
  brokenOff,
  children,
}: {
  readonly seat: Seat;
  readonly kept: readonly Kept[];
  readonly brokenOff: boolean;
  /** What can be decided about those that were kept. */
  readonly children?: ReactNode;
}) {
  const refused = kept.filter(({ ok }) => !ok).length;
  const held = kept.filter((one) => one.ok && one.warning !== undefined).length;
  const done = kept.length - refused;
  const reasons = new Set(
    kept.flatMap((one) => (one.ok && one.scan?.result === 'not-scanned' ? [one.scan.reason] : [])),
  );
  // One reason for all of them is said once, above.
  const unscanned = reasons.size === 1 && kept.length > 1 ? [...reasons][0] : undefined;
  const [wrong, right] = [kept.filter(isWrong), kept.filter((one) => !isWrong(one))];
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
      {unscanned !== undefined && (
        <p>
          <WithTerms text={sentence(`We did not scan them for malware: ${unscanned}`)} />
        </p>
      )}
      <Files {...{ seat }} caption="Files to look at" files={wrong} withScan={unscanned === undefined} />
      {children}
      {right.length > 0 && (
        <details className="nhsuk-details" open={right.length <= FEW}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{counted(right.length, 'file')} kept</span>
          </summary>
          <div className="nhsuk-details__text">
            <FilesKept {...{ seat }} files={right} withScan={unscanned === undefined} />
          </div>
        </details>
      )}
      <p>
        <a href={paths.home(seat.organisation)}>See where you stand now</a>, or go to{' '}
        <a href={paths.documents(seat.organisation)}>all documents</a>.
      </p>
    </>
  );
}

/** Files that are listed one by one. */
const MOST_LISTED = 100;

/** So few files stand open. */
const FEW = 3;

/** Whether a file was refused or is held back. */
function isWrong(one: Kept): boolean {
  return !one.ok || one.warning !== undefined;
}

type FilesProps = {
  readonly seat: Seat;
  readonly files: readonly Kept[];
  /** Whether each says why it was not scanned. */
  readonly withScan: boolean;
};

/** Those of which there is more to say first; of very many only these, after how many came to which end. */
function FilesKept({ seat, files, withScan }: FilesProps) {
  const [remarked, others] = [files.filter(hasNotes), files.filter((one) => !hasNotes(one))];
  const given = { seat, withScan };
  if (files.length <= MOST_LISTED)
    return <Files {...given} caption="What became of each file" files={[...remarked, ...others]} />;
  return (
    <>
      <Outcomes kept={files} />
      <Files {...given} caption="Files with something to know about them" files={remarked} />
    </>
  );
}

function hasNotes(one: Kept): boolean {
  return one.ok && one.notes.length > 0;
}

function Files({ seat, files, withScan, caption }: FilesProps & { readonly caption: string }) {
  if (files.length === 0) return null;
  return (
    <>
      <DataTable
        caption={caption}
        columns={['File', 'What became of it']}
        rows={files.slice(0, MOST_LISTED).map((one, position) => ({
          key: `${position} ${one.path}`,
          cells: [
            <KeptPath key="path" seat={seat} kept={one} />,
            <ul key="what" className="nhsuk-list">
              {sentencesOf(one, withScan).map((sentence) => (
                <li key={sentence}>
                  <WithTerms text={neutralised(sentence)} />
                </li>
              ))}
            </ul>,
          ],
        }))}
      />
      {files.length > MOST_LISTED && <p>And {counted(files.length - MOST_LISTED, 'file')} more like these.</p>}
    </>
  );
}

/** How many files came to which end. */
function Outcomes({ kept }: { readonly kept: readonly Kept[] }) {
  const counts = Map.groupBy(
    kept.flatMap((one) => (one.ok ? one : [])),
    (one) => BECAME[one.became],
  );
  return (
    <ul>
      {[...counts].map(([words, files]) => (
        <li key={words}>
          {counted(files.length, 'file')}: {words}
        </li>
      ))}
    </ul>
  );
}

const BROKEN_OFF = { message: 'The upload broke off. We kept the files listed here. Upload the others again' };

function KeptPath({ seat, kept }: { readonly seat: Seat; readonly kept: Kept }) {
  const path = <bdi className="app-path">{neutralised(kept.path)}</bdi>;
  return kept.ok ? <a href={paths.document(seat.organisation, kept.id)}>{path}</a> : path;
}

const BECAME = {
  kept: 'Kept.',
  replaced: 'Kept in place of an older one, which we withdrew.',
  'there-already': 'It was there already, so we added nothing.',
} as const;

function sentencesOf(one: Kept, withScan: boolean): readonly string[] {
  if (!one.ok) return [sentence(`Not kept: ${one.problem.message}`)];
  return [
    BECAME[one.became],
    ...(one.warning ? [sentence(one.warning.message)] : []),
    ...(withScan && one.scan?.result === 'not-scanned'
      ? [sentence(`We did not scan it for malware: ${one.scan.reason}`)]
      : []),
    ...one.notes.map(sentence),
  ];
}
