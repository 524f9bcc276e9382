import { Button, FileUpload, InsetText, SummaryList, Tag, WarningCallout } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { observation } from '../../record/kinds/observation.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Kept, Preview } from '../../workspace/documents/documents.ts';
import { isHeld, isWithdrawn, type KeptDocument } from '../../workspace/documents/kept-document.ts';
import { may } from '../../workspace/may.ts';
import type { HistoryStep, Standing } from '../../workspace/standing/standing.ts';
import { errorFor, type FormMistake, Mistakes, When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { SeatedVisit } from '../route.ts';
import { megabytes } from '../upload/upload-limits.ts';
import type { ActorWords } from './actor-words.ts';
import { BackLink } from './back-link.tsx';
import { DoneBanner } from './done-banner.tsx';
import { sentence } from './field-words.ts';
import { HistoryList } from './history-list.tsx';
import { recordPaths } from './record-paths.ts';
import { EraseLink } from './register-pages.tsx';

const SCANS = {
  clean: 'Nothing found',
  infected: 'Something found',
  'not-scanned': 'Not scanned',
} as const;

type ListProps = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly today: Day;
  readonly uploadBytes: number;
  readonly mistakes: readonly FormMistake[];
};

/** All documents: those that wait for a decision first, those withdrawn last. */
export function DocumentsPage({ seat, holdings, today, uploadBytes, mistakes, query }: ListProps) {
  const all = listOf(holdings, document).toSorted(
    (a, b) => rank(a, today) - rank(b, today) || a.data.path.localeCompare(b.data.path, 'en-GB', { numeric: true }),
  );
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
        <DataTable
          caption="Documents"
          columns={['File', 'Received', 'State', 'Malware scan']}
          rows={all.map((one) => ({
            key: one.id,
            cells: [
              <a key="file" href={paths.document(seat.organisation, one.id)}>
                <bdi className="app-path">{neutralised(one.data.path)}</bdi>
              </a>,
              <When key="received" at={one.data.receivedAt} />,
              <State key="state" document={one} today={today} />,
              SCANS[one.data.scan],
            ],
          }))}
        />
      )}
      {may(seat.role, 'upload-documents') && <UploadForm seat={seat} uploadBytes={uploadBytes} mistakes={mistakes} />}
    </>
  );
}

function rank(one: KeptDocument, today: Day): number {
  return isHeld(one) ? 0 : isWithdrawn(one, today) ? 2 : 1;
}

function State({ document: one, today }: { readonly document: KeptDocument; readonly today: Day }) {
  if (isHeld(one)) return <Tag modifier="red">Held back</Tag>;
  if (isWithdrawn(one, today)) return <Tag modifier="grey">Withdrawn</Tag>;
  return <Tag modifier="green">In use</Tag>;
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
        <FileUpload
          id="documents"
          name="documents"
          label="Files, or a ZIP of a folder"
          hint={`Up to ${megabytes(uploadBytes)} a file`}
          multiple
          {...errorFor(mistakes, 'documents')}
        />
        <Button>Add the documents</Button>
      </form>
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
      {kept.length > 0 && (
        <DataTable
          caption="What became of each file"
          columns={['File', 'What became of it']}
          rows={kept.map((one, position) => ({
            key: `${position} ${one.path}`,
            cells: [
              <KeptPath key="path" seat={seat} kept={one} />,
              <ul key="what" className="nhsuk-list">
                {sentencesOf(one).map((sentence) => (
                  <li key={sentence}>{neutralised(sentence)}</li>
                ))}
              </ul>,
            ],
          }))}
        />
      )}
      <p>
        <a href={paths.documents(seat.organisation)}>All documents</a>
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

function sentencesOf(one: Kept): readonly string[] {
  if (!one.ok) return [sentence(`Not kept: ${one.problem.message}`)];
  return [
    BECAME[one.became],
    ...(one.warning ? [sentence(one.warning.message)] : []),
    ...(one.scan?.result === 'not-scanned' ? [sentence(`It was not scanned for malware: ${one.scan.reason}`)] : []),
    ...one.notes.map(sentence),
  ];
}

export type DocumentPageProps = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly one: KeptDocument;
  readonly holdings: Holdings;
  readonly today: Day;
  /** The first lines of it, or why they are not shown. */
  readonly preview: Preview | { readonly notShown: string };
  /** Why it is held back, when it is and they may know. */
  readonly warning: string | undefined;
  readonly standing: Standing | undefined;
  readonly steps: readonly HistoryStep[];
  readonly who: ActorWords;
  readonly mistakes: readonly FormMistake[];
};

export function DocumentPage(props: DocumentPageProps) {
  const { seat, one, holdings, today, steps, who, mistakes, query } = props;
  const { organisation, role } = seat;
  const { data } = one;
  const held = isHeld(one);
  const decides = may(role, 'release-held-documents');
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={paths.documents(organisation)}>Documents</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>
        <span className="nhsuk-caption-l">Document</span>
        <bdi>{neutralised(data.path)}</bdi>
      </h1>
      <p>
        <State document={one} today={today} />
      </p>
      {held && (
        <WarningCallout>
          <WarningCallout.Heading>Held back</WarningCallout.Heading>
          <p>
            {data.hold === 'malware'
              ? 'The malware scanner found something in it. It cannot be released.'
              : sentence(props.warning ?? 'It seems to hold details of patients')}
          </p>
          {!decides && <p>An owner or an approver decides about it. Nobody else sees what is in it.</p>}
          {decides && data.hold === 'patient-identifiable' && (
            <form method="post" action={recordPaths.release(organisation, one.id)}>
              <p>
                Release it only when you are sure that it holds no details of patients, or that it may lie here. Your
                name is kept with the decision.
              </p>
              <Button secondary>Release this document</Button>
            </form>
          )}
        </WarningCallout>
      )}
      {may(role, 'download-documents') && (!held || decides) && (
        <p>
          <a href={recordPaths.content(organisation, one.id)}>Download ({sizeInWords(data.bytes)})</a>
        </p>
      )}
      <DocumentFacts one={one} />
      <SpeaksTo {...props} />
      <h2>What it says</h2>
      <PreviewText preview={props.preview} />
      {may(role, 'upload-documents') && data.withdrawnOn === undefined && (
        <>
          <h2>Withdraw</h2>
          <p>From today it no longer counts as proof. It stays here and can still be read.</p>
          <form method="post" action={recordPaths.withdraw(organisation, one.id)}>
            <Button secondary>Withdraw this document</Button>
          </form>
        </>
      )}
      <EraseLink seat={seat} href={recordPaths.eraseDocument(organisation, one.id)} />
      <HistoryList kind={document} steps={steps} holdings={holdings} who={who} />
    </>
  );
}

function DocumentFacts({ one: { data } }: Pick<DocumentPageProps, 'one'>) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Collected by', data.collector],
    ['Malware scan', SCANS[data.scan]],
    ['Released by', data.releasedBy],
    ['Withdrawn on', data.withdrawnOn === undefined ? undefined : dayInWords(data.withdrawnOn)],
    ['Type', data.mediaType],
    ['Size', sizeInWords(data.bytes)],
    ['SHA-256', data.sha256],
  ];
  return (
    <SummaryList>
      <SummaryList.Row>
        <SummaryList.Key>Received</SummaryList.Key>
        <SummaryList.Value>
          <When at={data.receivedAt} />
        </SummaryList.Value>
      </SummaryList.Row>
      {rows.map(
        ([label, words]) =>
          words !== undefined && (
            <SummaryList.Row key={label}>
              <SummaryList.Key>{label}</SummaryList.Key>
              <SummaryList.Value>
                <span className="app-lines">{neutralised(words)}</span>
              </SummaryList.Value>
            </SummaryList.Row>
          ),
      )}
    </SummaryList>
  );
}

function SpeaksTo({ seat, one, holdings, standing }: DocumentPageProps) {
  const read = standing?.check.record.documents.find(({ path }) => path === one.data.path);
  const verdicts = listOf(holdings, observation).filter(({ data }) => data.document === one.id);
  const decided = new Map(verdicts.flatMap(({ data }) => data.items.map((ref) => [ref, data.verdict] as const)));
  const suggested = (read?.suggestions ?? []).map(({ ref, reasons }) => ({ ref, reasons }));
  const rest = [...decided.keys()].filter((ref) => !suggested.some((other) => other.ref === ref));
  const items = [...suggested, ...rest.map((ref) => ({ ref, reasons: [] }))];
  if (items.length === 0) return null;
  return (
    <>
      <h2>Items it speaks to</h2>
      <DataTable
        caption="Items it speaks to"
        columns={['Item', 'Decided', 'Why it was suggested']}
        rows={items.map(({ ref, reasons }) => ({
          key: ref,
          cells: [
            <a key="ref" href={paths.item(seat.organisation, ref)}>
              {ref}
            </a>,
            VERDICTS[decided.get(ref) ?? 'none'],
            neutralised(reasons.map(sentence).join(' ')),
          ],
        }))}
      />
    </>
  );
}

const VERDICTS = { shows: 'It shows this', 'does-not-show': 'It does not show this', none: 'Not yet' } as const;

function PreviewText({ preview }: Pick<DocumentPageProps, 'preview'>) {
  if ('notShown' in preview) return <p>{neutralised(sentence(preview.notShown))}</p>;
  const { lines, more, unreadable } = preview;
  if (unreadable !== undefined) return <p>It could not be read: {neutralised(sentence(unreadable))}</p>;
  if (lines.length === 0) return <p>There is no text in it.</p>;
  return (
    <>
      <section className="app-preview" aria-label="Text of the document">
        <pre>{lines.map(neutralised).join('\n')}</pre>
      </section>
      {more && <p className="app-aside">Only the beginning is shown. Download it to see all of it.</p>}
    </>
  );
}

/** "120 bytes", "3.4 kB", "12 MB": decimal, as file managers show them. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: size < 10 ? 1 : 0 })}\u00a0${unit}`;
}

/** What everybody in the organisation may read: its policies. */
export function PoliciesPage({ seat, policies }: { readonly seat: Seat; readonly policies: readonly KeptDocument[] }) {
  return (
    <>
      <h1>Policies of {neutralised(seat.organisationName)}</h1>
      {policies.length === 0 ? (
        <p>There is no policy here yet.</p>
      ) : (
        <DataTable
          caption="Policies"
          columns={['Policy', 'Since']}
          rows={policies.map(({ id, data }) => ({
            key: id,
            cells: [
              <a key="policy" href={recordPaths.policy(seat.organisation, id)}>
                <bdi className="app-path">{neutralised(data.path)}</bdi>
              </a>,
              <When key="since" at={data.receivedAt} />,
            ],
          }))}
        />
      )}
    </>
  );
}
