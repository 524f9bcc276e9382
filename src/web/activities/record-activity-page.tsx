import { Button, Checkboxes, Select, TextInput } from 'nhsuk-react-components';
import { activity } from '../../record/kinds/activity.ts';
import { type FieldProblem, fieldsOf } from '../../record/kinds/kind.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { FormId } from '../parts/form-id.tsx';
import { Mistakes } from '../parts/form-parts.tsx';
import { BackLink } from '../record/back-link.tsx';
import { EntityFields, type Target } from '../record/entity-form.tsx';
import { mistakesOf } from '../record/form-mistakes.ts';
import { recordPaths } from '../record/record-paths.ts';
import type { Form } from '../route.ts';
import { DONE_BY, fieldNamed, LOOKED_AT, MORE } from './activity-form.ts';
import type { ActivityRow } from './activity-list.ts';
import { ItemsShown } from './activity-parts.tsx';

export type RecordActivityModel = {
  readonly seat: Seat;
  readonly row: ActivityRow;
  readonly targets: (kind: string) => readonly Target[];
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  readonly title: string;
};

/** Records one activity, with what its template knows already filled in. */
export function RecordActivityPage({ seat, row, targets, form, problems, title }: RecordActivityModel) {
  const { kind, template } = row;
  const given = { form, problems, targets };
  const by = problems.find(({ field }) => field === 'by')?.message;
  const open = MORE.some(
    ({ name }) => form.all(name).some((value) => value !== '') || problems.some(({ field }) => field === name),
  );
  return (
    <>
      <BackLink href={recordPaths.activities(seat.organisation)}>Activities</BackLink>
      <Mistakes mistakes={mistakesOf(fieldsOf(activity), problems)} />
      <h1>{title}</h1>
      <p>{template.why}</p>
      <ItemsShown seat={seat} row={row} />
      <form method="post" action={recordPaths.recordActivity(seat.organisation, kind)} noValidate>
        <FormId />
        <EntityFields
          {...given}
          fields={fieldNamed('doneOn', { hint: 'For example, 20 11 2026. Enter a day to come to plan one' })}
        />
        <EntityFields
          {...given}
          fields={fieldNamed('system', { label: 'What it was about', hint: template.subject })}
        />
        <Checkboxes
          id={LOOKED_AT}
          name={LOOKED_AT}
          idPrefix={LOOKED_AT}
          legend="What to look at (optional)"
          legendProps={{ size: 's' }}
          hint="Select what you looked at. Enter what you found below"
        >
          {template.look.map(({ ask, covers }, at) => (
            <Checkboxes.Item
              key={covers}
              value={String(at + 1)}
              defaultChecked={form.all(LOOKED_AT).includes(String(at + 1))}
            >
              {ask}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
        <EntityFields {...given} fields={fieldNamed('result', { hint: template.passed })} />
        <EntityFields {...given} fields={fieldNamed('findings', { hint: 'Good and bad, in a sentence or two' })} />
        <Select id={DONE_BY} name={DONE_BY} label="Done by (optional)" defaultValue={form.text(DONE_BY)}>
          <Select.Option value="">Select, or enter a name below</Select.Option>
          {targets('person').map(({ id, title: name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <TextInput
          id="by"
          name="by"
          label="Somebody else (optional)"
          hint="Such as a testing company"
          defaultValue={form.text('by')}
          {...(by !== undefined && { error: by })}
        />
        <details className="nhsuk-details" open={open}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">More fields</span>
          </summary>
          <div className="nhsuk-details__text">
            <EntityFields {...given} fields={MORE} />
          </div>
        </details>
        <Button>Record it</Button>
      </form>
    </>
  );
}
