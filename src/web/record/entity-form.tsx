import { Checkboxes, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components';
import type { Field, FieldProblem } from '../../record/kinds/kind.ts';
import type { Form } from '../route.ts';
import { DayFields } from './day-fields.tsx';
import { FactFields } from './fact-fields.tsx';
import { asRadios } from './form-mistakes.ts';

/** Something that a reference can lead to. */
export type Target = { readonly id: string; readonly title: string };

export type EntityFieldsProps = {
  readonly fields: readonly Field[];
  readonly form: Form;
  readonly problems: readonly FieldProblem[];
  /** What there is of a kind, by title. */
  readonly targets: (kind: string) => readonly Target[];
  /** Facts that decide about evidence items, asked for by name. */
  readonly facts?: readonly string[];
};

/** A form's fields, made from what a kind says of its own. Names and ids are those of the fields. */
export function EntityFields({ fields, form, problems, targets, facts = [] }: EntityFieldsProps) {
  return fields.map((field) => {
    const problem = problems.find((one) => one.field === field.name);
    return (
      <EntityField
        key={field.name}
        field={field}
        name={field.name}
        form={form}
        error={problem?.message}
        targets={targets}
        facts={facts}
      />
    );
  });
}

type FieldProps = {
  readonly field: Field;
  /** Its name on the form: within a row it has a number before it. */
  readonly name: string;
  readonly form: Form;
  readonly error: string | undefined;
  readonly targets: (kind: string) => readonly Target[];
  readonly facts: readonly string[];
  readonly inRow?: true;
};

function EntityField(props: FieldProps) {
  const { field, name, form, error, targets, facts, inRow } = props;
  const { is, to = '', options = [] } = field;
  const label = field.required || inRow ? field.label : `${field.label} (optional)`;
  const told = {
    ...(field.hint !== undefined && { hint: field.hint }),
    ...(error !== undefined && { error }),
  };
  const plain = { id: name, name, label, ...told };
  const legend = { legend: label, legendProps: { size: 's' as const }, ...told };
  const value = form.text(name);
  switch (is) {
    case 'text':
      return <TextInput {...plain} defaultValue={value} />;
    case 'long-text':
      return <Textarea {...plain} rows={5} defaultValue={value} />;
    case 'texts':
      return <Textarea {...plain} rows={3} defaultValue={value} hint={field.hint ?? 'One a line'} />;
    case 'number':
      return <TextInput {...plain} inputMode="numeric" width={10} defaultValue={value} />;
    case 'items':
      return (
        <TextInput
          {...plain}
          defaultValue={value}
          hint={`${field.hint === undefined ? '' : `${field.hint} `}Numbers such as 7.3.4, with commas between them`}
        />
      );
    case 'instant':
      return (
        <TextInput
          {...plain}
          width={20}
          defaultValue={value}
          hint={`${field.hint === undefined ? '' : `${field.hint} `}Date and time, such as 20/11/2026 09:30`}
        />
      );
    case 'period':
      return (
        <TextInput
          {...plain}
          width={20}
          defaultValue={value}
          hint={`${field.hint === undefined ? '' : `${field.hint} `}Such as 12 months`}
        />
      );
    case 'day':
      return <DayFields name={name} form={form} {...legend} />;
    case 'yes-no':
      return (
        <Radios id={name} name={name} idPrefix={name} inline {...legend}>
          <Radios.Item value="yes" defaultChecked={value === 'yes'}>
            Yes
          </Radios.Item>
          <Radios.Item value="no" defaultChecked={value === 'no'}>
            No
          </Radios.Item>
          {!field.required && (
            <Radios.Item value="" defaultChecked={value === ''}>
              Not known
            </Radios.Item>
          )}
        </Radios>
      );
    case 'choice':
      return asRadios(field) && !inRow ? (
        <Radios id={name} name={name} idPrefix={name} {...legend}>
          {options.map((option) => (
            <Radios.Item key={option.value} value={option.value} defaultChecked={option.value === value}>
              {option.label}
            </Radios.Item>
          ))}
        </Radios>
      ) : (
        <Select {...plain} defaultValue={value}>
          <Select.Option value="">{NOTHING_SELECTED}</Select.Option>
          {options.map((option) => (
            <Select.Option key={option.value} value={option.value}>
              {option.label}
            </Select.Option>
          ))}
        </Select>
      );
    case 'reference':
      return (
        <Select {...plain} defaultValue={value}>
          <Select.Option value="">{NOTHING_SELECTED}</Select.Option>
          {targets(to).map(({ id, title }) => (
            <Select.Option key={id} value={id}>
              {title}
            </Select.Option>
          ))}
        </Select>
      );
    case 'references': {
      const chosen = form.all(name);
      const all = targets(to);
      return (
        <Checkboxes
          id={name}
          name={name}
          idPrefix={name}
          {...legend}
          {...(all.length === 0 && { hint: 'There is nothing to select yet' })}
        >
          {all.map(({ id, title }) => (
            <Checkboxes.Item key={id} value={id} defaultChecked={chosen.includes(id)}>
              {title}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      );
    }
    case 'rows':
      return <Rows {...props} />;
    case 'facts':
      return <FactFields field={field} name={name} form={form} error={error} facts={facts} />;
    default:
      return is satisfies never;
  }
}

const NOTHING_SELECTED = 'Select';

/** Empty rows after those that are filled in. */
const SPARE_ROWS = 2;

function Rows({ field, name, form, error, targets, facts }: FieldProps) {
  const { label, hint, of = [] } = field;
  const known = Math.min(200, Math.trunc(Number(form.text(`${name}-rows`))) || 0);
  const count = known + SPARE_ROWS;
  const described = hint === undefined && error === undefined ? {} : { 'aria-describedby': `${name}--about` };
  return (
    <fieldset className="nhsuk-fieldset app-rows" {...described}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
      <input type="hidden" name={`${name}-rows`} value={count} />
      {(hint !== undefined || error !== undefined) && (
        <div id={`${name}--about`}>
          {hint !== undefined && <p className="nhsuk-hint">{hint}</p>}
          {error !== undefined && (
            <p className="nhsuk-error-message">
              <span className="nhsuk-u-visually-hidden">Error:</span> {error}
            </p>
          )}
        </div>
      )}
      {Array.from({ length: count }, (_, at) => (
        <details
          // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never re-ordered; a row is its position.
          key={at}
          className="nhsuk-details app-rows__row"
          open={at < known || error !== undefined}
        >
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {at < known ? `Number ${at + 1}` : `Add number ${at + 1}`}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            {of.map((inner) => (
              <EntityField
                key={inner.name}
                field={inner}
                name={`${name}-${at}-${inner.name}`}
                form={form}
                error={undefined}
                targets={targets}
                facts={facts}
                inRow
              />
            ))}
            {at < known && <p className="nhsuk-hint">Make every field empty to take it off the list.</p>}
          </div>
        </details>
      ))}
    </fieldset>
  );
}
