import { Button } from 'nhsuk-react-components';
import { appointment } from '../../record/kinds/appointment.ts';
import { type Field, type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { Term, TermsUsed } from '../glossary/term.tsx';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { EntityFields } from '../record/entity-form.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import type { Form } from '../route.ts';
import { COURSE_FIELDS } from './course-fields.ts';
import { peoplePaths } from './people-paths.ts';

const named = (fields: readonly Field[], names: readonly string[]) => fields.filter(({ name }) => names.includes(name));

/** What is asked of somebody who joins. No two of the three groups have a field of the same name. */
export const JOINER_FIELDS = named(fieldsOf(person), [
  'name',
  'email',
  'jobTitle',
  'employment',
  'startedOn',
  'accessesPersonalData',
]);
export const ROLE_FIELDS = named(fieldsOf(appointment), ['role', 'appointedOn']);

type Props = {
  readonly seat: Seat;
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
};

/** Somebody joins: who they are and, where it is known already, what they were trained in and which role they take. */
export function JoinPage({ seat, form, problems }: Props) {
  const fields = [...JOINER_FIELDS, ...COURSE_FIELDS, ...ROLE_FIELDS];
  const asked = { form, problems, targets: () => [] };
  return (
    <>
      <BackLink href={peoplePaths.people(seat.organisation)}>People</BackLink>
      <Mistakes mistakes={mistakesOf(fields, problems)} />
      <h1>Add somebody who joins</h1>
      <form method="post" action={peoplePaths.join(seat.organisation)} noValidate>
        <FormId />
        <EntityFields fields={JOINER_FIELDS} {...asked} />
        <h2>Training they have taken already</h2>
        <p>Such as their induction. Leave this empty if they have taken none yet.</p>
        <TermsUsed texts={COURSE_FIELDS.flatMap(({ options = [] }) => options.map(({ label }) => label))} />
        <EntityFields fields={COURSE_FIELDS} {...asked} />
        <h2>A role they take</h2>
        <p>
          One of the roles the <Term of="toolkit">Toolkit</Term> asks for. Leave this empty if they take none.
        </p>
        <EntityFields fields={ROLE_FIELDS} {...asked} />
        <Button>Add them</Button>
      </form>
    </>
  );
}
