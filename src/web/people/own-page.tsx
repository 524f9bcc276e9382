import { Button, InsetText } from 'nhsuk-react-components';
import { type Day, dayInWords } from '../../record/day.ts';
import type { FieldProblem } from '../../record/kinds/kind.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import type { Preview } from '../../workspace/documents/documents.ts';
import { may } from '../../workspace/may.ts';
import type { PersonTraining } from '../../workspace/standing/training-count.ts';
import { TermsUsed } from '../glossary/term.tsx';
import { TellLink } from '../incidents/tell-page.tsx';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { ChooseWhatToRead } from '../reading/reading-page.tsx';
import type { ToRead } from '../reading/to-read.ts';
import { BackLink } from '../record/back-link.tsx';
import { PreviewText } from '../record/document-page.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { EntityFields } from '../record/entity-form.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import type { Form, SeatedVisit } from '../route.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import { COURSE_FIELDS, type Training } from './course-fields.ts';
import { peoplePaths } from './people-paths.ts';
import { choiceWords } from './person-rows.ts';
import { TrainingWords } from './training-words.tsx';

export type OwnModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly email: string;
  readonly today: Day;
  /** What the record holds of them; undefined when the staff list has nobody with their email address. */
  readonly own: { readonly training: PersonTraining | undefined; readonly done: readonly Training[] } | undefined;
  /** All that staff are asked to read, and what of it they have not read. */
  readonly policies: readonly ToRead[];
  readonly unread: readonly ToRead[];
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
};

/** What is asked of whoever looks, and what they have done: nothing else. */
export function OwnPage({ seat, email, today, own, policies, unread, form, problems, query }: OwnModel) {
  const { organisation } = seat;
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakesOf(COURSE_FIELDS, problems)} />
      <h1>What is asked of you</h1>
      {!own && (
        <InsetText>
          <p>
            The staff list has nobody with the email address {neutralised(email)}, so you cannot record anything here
            yet. Ask whoever keeps the staff list to add your address to it.
          </p>
        </InsetText>
      )}
      <TellLink organisation={organisation} />
      <h2>To read</h2>
      {policies.length === 0 ? (
        may(seat.role, 'write-registers') ? (
          <ChooseWhatToRead seat={seat} />
        ) : (
          <p>There is nothing for you to read.</p>
        )
      ) : unread.length === 0 ? (
        <p>You have read {policies.length === 1 ? 'what you were asked to' : 'them all'}.</p>
      ) : (
        <>
          <p>
            You have {counted(unread.length, 'document')} to read. Say at the end of{' '}
            {unread.length === 1 ? 'it' : 'each'} that you have read it.
          </p>
          <ul>
            {unread.map(({ id, title }) => (
              <li key={id}>
                <a href={peoplePaths.ownPolicy(organisation, id)}>{neutralised(title)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {own && (
        <>
          <h2>Training</h2>
          <p>
            Your training this year: <TrainingWords training={own.training} on={today} />
            {own.training?.state === 'uncounted' &&
              own.training.why === 'name' &&
              '. Ask whoever keeps that list to write both there.'}
          </p>
          <form method="post" action={peoplePaths.ownTraining(organisation)} noValidate>
            <FormId />
            <h3>Record a course you took</h3>
            <TermsUsed texts={COURSE_FIELDS.flatMap(({ options = [] }) => options.map(({ label }) => label))} />
            <EntityFields fields={COURSE_FIELDS} form={form} problems={problems} targets={() => []} />
            <Button>Record the course</Button>
          </form>
          <h2>What you have done</h2>
          <Done done={own.done} policies={policies} organisation={organisation} />
        </>
      )}
    </>
  );
}

function Done({
  done,
  policies,
  organisation,
}: Pick<OwnModel, 'policies'> & { readonly done: readonly Training[]; readonly organisation: string }) {
  if (done.length === 0) return <p>You have not recorded anything yet.</p>;
  return (
    <ColumnsTable
      caption="What you have done"
      columns={ownColumns(organisation, policies)}
      rows={done}
      keyOf={({ id }) => id}
      files={peoplePaths.ownFile(organisation)}
    />
  );
}

/** What somebody has done, with a way to the policies that are in use. */
export function ownColumns(organisation: string, policies: readonly ToRead[]): readonly Column<Training>[] {
  const inUse = new Set(policies.map(({ id }) => id));
  return [
    {
      name: 'What',
      text: ({ data }) => neutralised(data.course),
      cell: ({ data }) =>
        data.kind === POLICY_READ && data.document !== undefined && inUse.has(data.document) ? (
          <a href={peoplePaths.ownPolicy(organisation, data.document)}>{neutralised(data.course)}</a>
        ) : (
          neutralised(data.course)
        ),
    },
    { name: 'Kind', text: ({ data }) => choiceWords(trainingRecord, 'kind', data.kind) },
    {
      name: 'On',
      is: 'day',
      text: ({ data }) => data.completedOn,
      cell: ({ data: { completedOn, expiresOn } }) =>
        `${dayInWords(completedOn)}${expiresOn === undefined ? '' : `, valid until ${dayInWords(expiresOn)}`}`,
    },
    { name: 'Valid until', is: 'day', only: 'file', text: ({ data }) => data.expiresOn ?? '' },
  ];
}

/** A document to read, with the button that says so below it. */
export function PolicyPage({
  seat,
  policy,
  preview,
  readOn,
  mayTell,
}: {
  readonly seat: Seat;
  readonly policy: ToRead;
  readonly preview: Preview | { readonly notShown: string };
  /** The day on which they said to have read it. */
  readonly readOn: Day | undefined;
  /** Whether there is anybody in the staff list to keep it about. */
  readonly mayTell: boolean;
}) {
  const { organisation } = seat;
  return (
    <>
      <BackLink href={peoplePaths.mine(organisation)}>What is asked of you</BackLink>
      <h1>{neutralised(policy.title)}</h1>
      <p>
        <a href={`${peoplePaths.ownPolicy(organisation, policy.id)}/content`}>Download the file itself</a>
      </p>
      <PreviewText preview={preview} />
      {readOn !== undefined && <p>You said on {dayInWords(readOn)} that you have read it.</p>}
      {readOn === undefined && mayTell && (
        <form method="post" action={peoplePaths.ownPolicy(organisation, policy.id)}>
          <FormId />
          <Button>I have read this</Button>
        </form>
      )}
    </>
  );
}
