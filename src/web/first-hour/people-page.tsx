import { Button, Select, Textarea } from 'nhsuk-react-components';
import type { Day } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { appointment, TOOLKIT_ROLES, type ToolkitRole } from '../../record/kinds/appointment.ts';
import type { DataOf, Entity } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import type { KeptPerson } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term, TermsUsed, WithTerms } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { peoplePaths } from '../people/people-paths.ts';
import { BackLink } from '../record/back-link.tsx';
import { DoneBanner } from '../record/done-banner.tsx';
import { titleIn } from '../record/field-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { Form, SeatedVisit } from '../route.ts';
import { firstHour, firstHourPath } from './first-hour-paths.ts';

/** What each role of the Toolkit is for, in words for somebody who has never heard of it. */
const ROLE_WORDS: Readonly<Record<ToolkitRole, string>> = {
  siro: 'A senior person who answers for the risks to your information. Often a director.',
  'caldicott-guardian': 'Keeps patients’ information confidential. Not every small supplier needs one.',
  dpo: 'Advises you on data protection law, and is the person the ICO talks to.',
  'ig-lead': 'Looks after data security and protection from day to day.',
  'it-lead': 'Looks after computers, accounts and networks. It may be somebody at an outside firm.',
  'cyber-lead': 'Looks after protection against attacks. In a small organisation this is often the IT lead.',
  'board-lead': 'A director who brings data security to the board. Often the same person as the SIRO.',
  'clinical-safety-officer':
    'A clinician who answers for the safety of health software. You need one only if you make or sell such software.',
};
/** Roles that a small organisation can name later: most give them to somebody who holds one of the others. */
const LATER: ReadonlySet<ToolkitRole> = new Set(['cyber-lead', 'board-lead', 'clinical-safety-officer']);

const isRole = (name: string): name is ToolkitRole => name in TOOLKIT_ROLES;
export const ALL_ROLES: readonly ToolkitRole[] = Object.keys(TOOLKIT_ROLES).filter(isRole);

/** Who works here, and who answers for data security. */
export function PeoplePage({
  seat,
  query,
  holdings,
  today,
  form,
  mistakes,
}: Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  readonly holdings: Holdings;
  readonly today: Day;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
}) {
  const here = firstHourPath(seat.organisation, 'people');
  const people = listOf(holdings, person).filter(({ data }) => data.leftOn === undefined || data.leftOn >= today);
  const held = listOf(holdings, appointment).filter(({ data }) => data.endedOn === undefined || data.endedOn >= today);
  return (
    <>
      <DoneBanner query={query} />
      <BackLink href={firstHour(seat.organisation)}>The first hour</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>Who works for you?</h1>
      <p>
        {people.length === 0
          ? 'Nobody is in the staff list yet.'
          : `${counted(people.length, 'person', 'people')} in the staff list.`}{' '}
        <a href={paths.register(seat.organisation, person.plural)}>See the staff list</a>
        {' or '}
        <a href={recordPaths.importRegister(seat.organisation, person.plural)}>import a spreadsheet</a>.
      </p>
      <form method="post" action={here} noValidate>
        <FormId />
        <Textarea
          id="people"
          name="people"
          label="Names, one on each line"
          hint="You can add a job title and an email address after a comma. For example: Ann Okafor, Director, ann@example.com"
          rows={6}
          defaultValue={form.text('people')}
          {...errorFor(mistakes, 'people')}
        />
        <Button secondary={people.length > 0}>Add these people</Button>
      </form>
      {people.length > 0 && (
        <>
          <h2>Who answers for what?</h2>
          <p>
            The <Term of="toolkit">Toolkit</Term> asks who holds these roles. One person may hold several. Select
            “Nobody yet” for a role that nobody holds. The same roles stand under{' '}
            <a href={peoplePaths.people(seat.organisation)}>People</a>, where you can change them and name deputies.
          </p>
          <TermsUsed texts={ALL_ROLES.map((role) => TOOLKIT_ROLES[role])} />
          <form method="post" action={`${here}/roles`} noValidate>
            <FormId />
            {ALL_ROLES.filter((role) => !LATER.has(role)).map((role) => (
              <RoleField key={role} {...{ role, held, people, holdings, form, mistakes }} />
            ))}
            <h3>Roles that can wait</h3>
            <p>
              In a small organisation these often fall to somebody who holds a role above, and not every organisation
              needs them. You can name them now or later.
            </p>
            {ALL_ROLES.filter((role) => LATER.has(role)).map((role) => (
              <RoleField key={role} {...{ role, held, people, holdings, form, mistakes }} />
            ))}
            <Button>Save the roles</Button>
          </form>
        </>
      )}
      <p>
        <a href={firstHour(seat.organisation)}>Back to the list of steps</a>
      </p>
    </>
  );
}

function RoleField({
  role,
  held,
  people,
  holdings,
  form,
  mistakes,
}: {
  readonly role: ToolkitRole;
  /** Appointments that have not ended. */
  readonly held: readonly Entity<DataOf<typeof appointment>>[];
  readonly people: readonly KeptPerson[];
  readonly holdings: Holdings;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
}) {
  const holder = held.find(({ data }) => data.role === role)?.data.person;
  const label = TOOLKIT_ROLES[role];
  return holder === undefined ? (
    <Select
      id={role}
      name={role}
      label={label}
      hint={<WithTerms text={ROLE_WORDS[role]} />}
      defaultValue={form.text(role)}
      {...errorFor(mistakes, role)}
    >
      <Select.Option value="">Nobody yet</Select.Option>
      {people.map(({ id, data }) => (
        <Select.Option key={id} value={id}>
          {neutralised(data.name)}
        </Select.Option>
      ))}
    </Select>
  ) : (
    <p>
      <strong>{label}</strong>: {titleIn(holdings, person.name, holder)}
    </p>
  );
}
