import { Button, Checkboxes, Select } from 'nhsuk-react-components';
import { dayInWords } from '../../record/day.ts';
import { adminAgreement } from '../../record/kinds/admin-agreement.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { type DataOf, type Entity, fieldsOf } from '../../record/kinds/kind.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { BackLink } from '../record/back-link.tsx';
import { DayFields } from '../record/day-fields.tsx';
import type { Form } from '../route.ts';
import { peoplePaths } from './people-paths.ts';
import { choiceWords, type Person, type Rights } from './person-rows.ts';

export type Held = Entity<DataOf<typeof appointment>>;
export const seenField = (id: string) => `seen-${id}`;

type Props = {
  readonly seat: Seat;
  readonly person: Person;
  /** Roles they hold and rights they have, which may end. */
  readonly roles: readonly Held[];
  readonly rights: readonly Rights[];
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
};

/** Somebody has a new job: what it is called, and which roles and rights begin and end with it. */
export function MovePage({ seat, person, roles, rights, form, mistakes }: Props) {
  const name = neutralised(person.data.name);
  const ticked = (field: string, id: string) => form.all(field).includes(id);
  const options = fieldsOf(appointment).find((field) => field.name === 'role')?.options ?? [];
  return (
    <>
      <BackLink href={peoplePaths.person(seat.organisation, person.id)}>{name}</BackLink>
      <Mistakes mistakes={mistakes} />
      <h1>{name} has a new job</h1>
      <form method="post" action={peoplePaths.move(seat.organisation, person.id)} noValidate>
        <FormId />
        <input type="hidden" name="seen" value={person.revision} />
        {[...roles, ...rights].map(({ id, revision }) => (
          <input key={id} type="hidden" name={seenField(id)} value={revision} />
        ))}
        <TextField name="jobTitle" label="Job title" defaultValue={form.text('jobTitle')} mistakes={mistakes} />
        <DayFields
          name="from"
          form={form}
          legend="First day in the new job"
          hint="Old roles end the day before, and old rights on that day. For example, 20 11 2026"
          {...errorFor(mistakes, 'from-day')}
        />
        {roles.length > 0 && (
          <Checkboxes id="ends" name="ends" idPrefix="ends" legend="Roles that end" legendProps={{ size: 's' }}>
            {roles.map(({ id, data }) => (
              <Checkboxes.Item key={id} value={id} defaultChecked={ticked('ends', id)}>
                {choiceWords(appointment, 'role', data.role)}, since {dayInWords(data.appointedOn)}
              </Checkboxes.Item>
            ))}
          </Checkboxes>
        )}
        <Select
          id="begins"
          name="begins"
          label="Role that begins (optional)"
          defaultValue={form.text('begins')}
          {...errorFor(mistakes, 'begins')}
        >
          <Select.Option value="">None</Select.Option>
          {options.map(({ value, label }) => (
            <Select.Option key={value} value={value}>
              {label}
            </Select.Option>
          ))}
        </Select>
        {rights.length > 0 && (
          <Checkboxes
            id="taken"
            name="taken"
            idPrefix="taken"
            legend="Administrator rights that end"
            legendProps={{ size: 's' }}
          >
            {rights.map(({ id, data }) => (
              <Checkboxes.Item key={id} value={id} defaultChecked={ticked('taken', id)}>
                {neutralised(adminAgreement.titleOf(data))}
              </Checkboxes.Item>
            ))}
          </Checkboxes>
        )}
        <Button>Save the new job</Button>
      </form>
    </>
  );
}
