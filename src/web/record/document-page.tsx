import { Button, SummaryList, WarningCallout } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { document } from '../../record/kinds/document.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { documentRows } from '../../workspace/documents/document-rows.ts';
import type { Preview } from '../../workspace/documents/documents.ts';
import { documentsAt } from '../../workspace/documents/intake.ts';
import { isHeld, type KeptDocument } from '../../workspace/documents/kept-document.ts';
import { may } from '../../workspace/may.ts';
import type { HistoryStep, Standing } from '../../workspace/standing/standing.ts';
import { DocumentReading } from '../documents/document-reading.tsx';
import { LikeDocuments } from '../documents/like-documents.tsx';
import { SuggestedItems } from '../documents/suggested-items.tsx';
import { FormId } from '../parts/form-id.tsx';
import { type FormMistake, Mistakes, When } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { StaffRead } from '../reading/reading-page.tsx';
import { progress } from '../reading/to-read.ts';
import type { SeatedVisit } from '../route.ts';
import type { ActorWords } from './actor-words.ts';
import { BackLink } from './back-link.tsx';
import { DocumentState, SCANS } from './document-state.tsx';
import { DoneBanner } from './done-banner.tsx';
import { EraseLink } from './erase-page.tsx';
import { sentence } from './field-words.ts';
import { HistoryList } from './history-list.tsx';
import { anchorOf } from './record-links.ts';
import { recordPaths } from './record-paths.ts';

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

/** One document: what it is, what it says, what it speaks to, and what can be decided about it. */
export function DocumentPage(props: DocumentPageProps) {
  const { seat, one, holdings, standing, today, steps, who, mistakes, query } = props;
  const { organisation, role } = seat;
  const { data } = one;
  const held = isHeld(one);
  const decides = may(role, 'release-held-documents');
  const rows = standing && documentRows(standing);
  const row = rows?.byId.get(one.id);
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
        <DocumentState document={one} today={today} />
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
              <FormId />
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
      {rows && row && <LikeDocuments seat={seat} rows={rows} row={row} />}
      {standing && row && <SuggestedItems seat={seat} standing={standing} row={row} mistakes={mistakes} />}
      {row && <DocumentReading row={row} anchors={anchorsIn(props.preview)} />}
      {row?.state === 'in-use' && <StaffRead seat={seat} one={one} read={readOf(props)} />}
      <h2>What it says</h2>
      <PreviewText preview={props.preview} />
      <h2>About the file</h2>
      <FileFacts one={one} />
      {may(role, 'upload-documents') && <Withdrawal {...props} />}
      <EraseLink seat={seat} href={recordPaths.eraseDocument(organisation, one.id)} />
      <HistoryList kind={document} steps={steps} holdings={holdings} who={who} />
    </>
  );
}

/** How many of those who are asked to read it have done so. */
function readOf({ one: { id, data }, holdings, today }: DocumentPageProps) {
  if (data.staffRead !== true) return undefined;
  const of = progress(holdings, today, [{ id, title: data.path }]).documents[0];
  return of && { done: of.read.length, all: of.read.length + of.left.length };
}

/** The way to withdraw it, or to have it back. */
function Withdrawal({ seat, one, holdings, today }: DocumentPageProps) {
  const { organisation } = seat;
  if (one.data.withdrawnOn === undefined)
    return (
      <>
        <h2>Withdraw</h2>
        <p>
          When it is out of date or wrong, <a href={recordPaths.withdraw(organisation, one.id)}>withdraw it</a>. You see
          first what would no longer be shown.
        </p>
      </>
    );
  const other = documentsAt(holdings, one.data.path, today).find(({ id }) => id !== one.id);
  return (
    <>
      <h2>Put it back</h2>
      {other ? (
        <p>
          It cannot be put back while <a href={paths.document(organisation, other.id)}>another file has its name</a>.
        </p>
      ) : (
        <form method="post" action={recordPaths.putBack(organisation, one.id)}>
          <FormId />
          <p>It can count again, as it was.</p>
          <Button secondary>Put it back</Button>
        </form>
      )}
    </>
  );
}

/** The places of the lines that are shown. */
function anchorsIn(preview: DocumentPageProps['preview']): ReadonlySet<string> {
  if ('notShown' in preview) return new Set();
  return new Set(preview.lines.flatMap(({ where }) => anchorOf(where) ?? []));
}

function FileFacts({ one: { data } }: Pick<DocumentPageProps, 'one'>) {
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

export function PreviewText({ preview }: Pick<DocumentPageProps, 'preview'>) {
  if ('notShown' in preview) return <p>{neutralised(sentence(preview.notShown))}</p>;
  const { lines, more, unreadable } = preview;
  if (unreadable !== undefined) return <p>It could not be read: {neutralised(sentence(unreadable))}</p>;
  if (lines.length === 0) return <p>There is no text in it.</p>;
  const taken = new Set<string>();
  // An id stands on a page once: on the first of the lines that stand in one row.
  const fresh = (anchor: string | undefined) => {
    if (anchor === undefined || taken.has(anchor)) return undefined;
    taken.add(anchor);
    return anchor;
  };
  return (
    <>
      <section className="app-preview" aria-label="Text of the document">
        <pre>
          {lines.map(({ text, where }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; two lines may be the same.
            <Line key={position} anchor={fresh(anchorOf(where))}>
              {`${neutralised(text)}\n`}
            </Line>
          ))}
        </pre>
      </section>
      {more && <p className="app-aside">Only the beginning is shown. Download it to see all of it.</p>}
    </>
  );
}

/** A line that findings can lead to. */
function Line({ anchor, children }: { readonly anchor: string | undefined; readonly children: string }) {
  return anchor === undefined ? children : <span id={anchor}>{children}</span>;
}

/** "120 bytes", "3.4 kB", "12 MB": decimal, as file managers show them. */
function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: size < 10 ? 1 : 0 })}\u00a0${unit}`;
}
