import { Button, InsetText } from 'nhsuk-react-components';
import { counted } from '../../report/counted.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { KeptDocument } from '../../workspace/documents/kept-document.ts';
import { may } from '../../workspace/may.ts';
import { TermsUsed } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { peoplePaths } from '../people/people-paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { PageLinks, paged } from '../record/paging.tsx';
import type { SeatedVisit } from '../route.ts';
import { ColumnsTable } from '../tables/columns-table.tsx';
import { documentReadColumns, personReadColumns } from './reading-columns.tsx';
import { readingPaths } from './reading-paths.ts';
import type { progress, ToRead } from './to-read.ts';

type Props = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly documents: readonly ToRead[];
  readonly how: ReturnType<typeof progress>;
};

/** What staff are asked to read, and who has said that they did. */
export function ReadingPage({ seat, query, documents, how }: Props) {
  const { organisation } = seat;
  const people = paged(how.people, query);
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={peoplePaths.people(organisation)}>People</BackLink>
      <h1>What staff read</h1>
      {documents.length === 0 ? (
        <ChooseWhatToRead seat={seat} />
      ) : (
        <>
          <p>
            Staff are asked to read {counted(documents.length, 'document')}. When one gets a new version, they are asked
            to read that too.
          </p>
          {may(seat.role, 'write-registers') && (
            <p>
              <a href={readingPaths.choose(organisation)}>Change what they read</a>
            </p>
          )}
          <TermsUsed texts={['CSV']} />
          <h2>By document</h2>
          <ColumnsTable
            caption="How many have read each document"
            columns={documentReadColumns(seat)}
            rows={how.documents}
            keyOf={({ one }) => one.id}
            files={readingPaths.documentsFile(organisation)}
          />
          <h2>By person</h2>
          <p>Everybody in the staff list who works here today, except people who work for a supplier.</p>
          {how.people.length === 0 ? (
            <p>There is nobody in the staff list yet.</p>
          ) : (
            <>
              <ColumnsTable
                caption="What each person has read"
                columns={personReadColumns(seat, documents)}
                rows={people.rows}
                keyOf={({ who }) => who.id}
                files={readingPaths.peopleFile(organisation)}
              />
              <PageLinks page={people.page} pages={people.pages} href={readingPaths.reading(organisation)} />
            </>
          )}
        </>
      )}
    </>
  );
}

/** Where nothing has been chosen: what that means, and where to choose. */
export function ChooseWhatToRead({ seat }: { readonly seat: Seat }) {
  return (
    <InsetText>
      <p>Nobody has chosen what staff should read, so staff see nothing to read.</p>
      {may(seat.role, 'write-registers') && (
        <p>
          <a href={readingPaths.choose(seat.organisation)}>Choose what staff should read</a>
        </p>
      )}
    </InsetText>
  );
}

/** On the page of a document: whether staff are asked to read it, how many did, and the button that changes it. */
export function StaffRead({
  seat,
  one,
  read,
}: {
  readonly seat: Seat;
  readonly one: KeptDocument;
  /** How many of how many have read it; undefined where nobody is asked to. */
  readonly read: { readonly done: number; readonly all: number } | undefined;
}) {
  const { organisation, role } = seat;
  const chosen = one.data.staffRead === true;
  if (!may(role, 'read-registers')) return null;
  return (
    <>
      <h2 id="staff-read">For staff to read</h2>
      {chosen ? (
        <p>
          Staff are asked to read this document.{' '}
          {read && (
            <a href={readingPaths.reading(organisation)}>
              {read.done} of {counted(read.all, 'person', 'people')}{' '}
              {read.done === 1 && read.all === 1 ? 'has' : 'have'} read it
            </a>
          )}
        </p>
      ) : (
        <p>Staff are not asked to read this document.</p>
      )}
      {may(role, 'write-registers') && (
        <form method="post" action={readingPaths.ofDocument(organisation, one.id)}>
          <FormId />
          <Button secondary name="read" value={chosen ? 'no' : 'yes'}>
            {chosen ? 'Stop asking staff to read it' : 'Ask staff to read it'}
          </Button>
        </form>
      )}
    </>
  );
}
