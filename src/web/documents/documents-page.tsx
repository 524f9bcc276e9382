import { Button, InsetText, Select, TextInput, WarningCallout } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { type Day, dayInBritain, type StatedDate } from '../../record/day.ts';
import { DOCUMENT_KINDS } from '../../record/document.ts';
import { counted, listed } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { DocumentRow } from '../../workspace/documents/document-rows.ts';
import { may } from '../../workspace/may.ts';
import { Term } from '../glossary/term.tsx';
import { DocumentDrop, FILES_INPUT, UploadProgress } from '../parts/document-drop.tsx';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { readingPaths } from '../reading/reading-paths.ts';
import { DocumentState } from '../record/document-state.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';
import type { SeatedVisit } from '../route.ts';
import { dateInWords, dayInShort, KIND_WORDS } from './document-words.ts';
import {
  asksForSome,
  type DocumentsAsked,
  documentsAddress,
  documentsAsked,
  documentsFound,
  NO_ITEM,
  SORTED_BY,
  STATES_ASKED,
} from './documents-asked.ts';
import { MOST_FILES } from './part-limits.ts';

type Props = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly rows: readonly DocumentRow[];
  readonly today: Day;
  readonly uploadBytes: number;
  readonly mistakes: readonly FormMistake[];
  /** Documents with suggestions that wait for whoever looks. */
  readonly waiting: number;
};

/** All documents, found and sorted as asked, and the way to add more. */
export function DocumentsPage({ seat, rows, today, uploadBytes, mistakes, query, waiting }: Props) {
  const { organisation, role } = seat;
  const asked = documentsAsked(query);
  const found = documentsFound(rows, asked);
  const { rows: shown, page, pages } = paged(found, query);
  const held = rows.filter(({ state }) => state === 'held').length;
  const here = paths.documents(organisation);
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakes} />
      <h1>Documents</h1>
      {held > 0 && (
        <WarningCallout>
          <WarningCallout.Heading>{counted(held, 'document')} held back</WarningCallout.Heading>
          <p>
            {held === 1 ? 'It counts' : 'They count'} for nothing until an owner or an approver has decided about{' '}
            {held === 1 ? 'it' : 'them'}.
          </p>
        </WarningCallout>
      )}
      {waiting > 0 && may(role, 'write-answers') && (
        <InsetText>
          <p>
            <strong>{counted(waiting, 'document')} to look through</strong>: {waiting === 1 ? 'it seems' : 'they seem'}{' '}
            to show an <Term of="evidence-item">evidence item</Term> of the <Term of="toolkit">Toolkit</Term>, and
            nobody has said yet whether {waiting === 1 ? 'it does' : 'they do'}.
          </p>
          <p>
            <a href={recordPaths.review(organisation)}>Look through {waiting === 1 ? 'it' : 'them'}</a>
          </p>
        </InsetText>
      )}
      {rows.length === 0 ? (
        <p>There is no document yet.</p>
      ) : (
        <>
          <ul className="app-ways">
            {may(role, 'upload-documents') && (
              <li>
                <a href="#add">Add documents</a>
              </li>
            )}
            {may(role, 'read-registers') && (
              <li>
                <a href={readingPaths.reading(organisation)}>What staff read</a>
              </li>
            )}
          </ul>
          <Narrow {...{ here, asked, rows }} />
          <p>
            {found.length === rows.length
              ? counted(rows.length, 'document')
              : `${found.length.toLocaleString('en-GB')} of ${counted(rows.length, 'document')}`}
            {pages > 1 && `, page ${page} of ${pages}`}. {asksForSome(asked) && <a href={here}>Show all</a>}
          </p>
          {shown.length > 0 && (
            <div className="app-documents">
              <Rows {...{ organisation, here, asked, today }} rows={shown} />
            </div>
          )}
          <PageLinks page={page} pages={pages} href={documentsAddress(here, asked)} />
        </>
      )}
      {may(role, 'upload-documents') && <UploadForm seat={seat} uploadBytes={uploadBytes} mistakes={mistakes} />}
    </>
  );
}

const STATE_ASKED_WORDS: Readonly<Record<(typeof STATES_ASKED)[number], string>> = {
  held: 'Held back',
  'in-use': 'In use',
  withdrawn: 'Withdrawn',
  overdue: 'Review overdue',
  faulty: 'With something wrong in it',
  unreadable: 'Could not be read',
};
const SORTED_WORDS = { dated: 'Dated', review: 'Next review', received: 'Received' } as const;
/** So few documents are found at a glance. */
const ENOUGH = 10;

function Narrow({
  here,
  asked,
  rows,
}: {
  readonly here: string;
  readonly asked: DocumentsAsked;
  readonly rows: readonly DocumentRow[];
}) {
  const kinds = new Set(rows.map(({ read }) => read?.profile.kind));
  const numbers = new Intl.Collator('en', { numeric: true });
  const items = [...new Set(rows.flatMap((row) => [...row.acceptedFor, ...row.seemsToFit.map(({ ref }) => ref)]))].sort(
    numbers.compare,
  );
  return (
    <details className="nhsuk-details" open={rows.length > ENOUGH || asksForSome(asked)}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Find or show only some</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="get" action={here} noValidate className="app-narrow">
          <TextInput id="find" name="find" label="Words in the name" defaultValue={asked.find} />
          <Select id="state" name="state" label="State" defaultValue={asked.state ?? ''}>
            <Select.Option value="">All</Select.Option>
            {STATES_ASKED.map((one) => (
              <Select.Option key={one} value={one}>
                {STATE_ASKED_WORDS[one]}
              </Select.Option>
            ))}
          </Select>
          <Select id="kind" name="kind" label="Kind" defaultValue={asked.kind ?? ''}>
            <Select.Option value="">All</Select.Option>
            {DOCUMENT_KINDS.filter((one) => kinds.has(one) || one === asked.kind).map((one) => (
              <Select.Option key={one} value={one}>
                {KIND_WORDS[one]}
              </Select.Option>
            ))}
          </Select>
          <Select id="item" name="item" label="Counts for item, or seems to fit it" defaultValue={asked.item}>
            <Select.Option value="">All</Select.Option>
            <Select.Option value={NO_ITEM}>No item</Select.Option>
            {items.map((one) => (
              <Select.Option key={one} value={one}>
                {one}
              </Select.Option>
            ))}
          </Select>
          <Select id="by" name="by" label="Sort by" defaultValue={asked.by ?? ''}>
            <Select.Option value="">File</Select.Option>
            {SORTED_BY.map((one) => (
              <Select.Option key={one} value={one}>
                {SORTED_WORDS[one]}
              </Select.Option>
            ))}
          </Select>
          {asked.down && <input type="hidden" name="order" value="down" />}
          <Button secondary>Show</Button>
        </form>
      </div>
    </details>
  );
}

function Rows({
  organisation,
  here,
  asked,
  today,
  rows,
}: {
  readonly organisation: string;
  readonly here: string;
  readonly asked: DocumentsAsked;
  readonly today: Day;
  readonly rows: readonly DocumentRow[];
}) {
  const sorting = [undefined, ...SORTED_BY].map((by) => {
    const mine = by === asked.by;
    return {
      href: documentsAddress(here, asked, { by, down: mine && !asked.down }),
      ...(mine && { sorted: asked.down ? ('descending' as const) : ('ascending' as const) }),
    };
  });
  return (
    <DataTable
      caption="Documents"
      columns={['File', ...SORTED_BY.map((by) => SORTED_WORDS[by]), 'Kind', 'Evidence items', 'Faults']}
      sorting={sorting}
      files={documentsAddress(recordPaths.exportDocuments(organisation), asked)}
      rows={rows.map((row) => {
        const { document, state, read, unreadable, dated, nextReview, overdue, faults } = row;
        return {
          key: document.id,
          cells: [
            <span key="file">
              <a href={paths.document(organisation, document.id)}>
                <FileName path={document.data.path} />
              </a>{' '}
              {state !== 'in-use' && <DocumentState document={document} today={today} />}
            </span>,
            dated ? <Dated key="dated" date={dated.date} /> : '–',
            nextReview === undefined ? (
              '–'
            ) : (
              <span key="review">
                <span className="app-day">{dayInShort(nextReview)}</span>
                {overdue && <strong className="app-overdue"> Overdue</strong>}
              </span>
            ),
            <span key="received" className="app-day">
              {dayInShort(dayInBritain(document.data.receivedAt))}
            </span>,
            read ? KIND_WORDS[read.profile.kind] : unreadable === undefined ? '–' : 'Could not be read',
            countsFor(row),
            read ? faults.length.toLocaleString('en-GB') : '–',
          ],
        };
      })}
    />
  );
}

/** The whole path, of which the name stands out. */
function FileName({ path }: { readonly path: string }) {
  const [, folder = '', name = path] = /^(.*\/)([^/]+)$/s.exec(path) ?? [];
  return (
    <bdi className="app-file">
      {folder !== '' && <span className="app-file__folder">{neutralised(folder)}</span>}
      {neutralised(name)}
    </bdi>
  );
}

/** What somebody accepted it for, and what it only seems to fit. */
function countsFor({ acceptedFor, seemsToFit }: DocumentRow): ReactNode {
  if (acceptedFor.length + seemsToFit.length === 0) return '–';
  return (
    <>
      {acceptedFor.length > 0 && <span className="app-lines">Counts for {listed(acceptedFor, 4)}</span>}{' '}
      {seemsToFit.length > 0 && (
        <span className="app-aside">
          Seems to fit {listed(seemsToFit.map(({ ref }) => ref))}, not looked through yet
        </span>
      )}
    </>
  );
}

function Dated({ date }: { readonly date: StatedDate }) {
  return <span className="app-day">{date.precision === 'day' ? dayInShort(date.from) : dateInWords(date)}</span>;
}

function UploadForm({ seat, uploadBytes, mistakes }: Pick<Props, 'seat' | 'uploadBytes' | 'mistakes'>) {
  return (
    <>
      <h2 id="add">Add documents</h2>
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
