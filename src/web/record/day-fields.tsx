import { DateInput } from 'nhsuk-react-components';
import type { Form } from '../route.ts';

type DayFieldsProps = {
  readonly name: string;
  readonly form: Form;
  readonly legend: string;
  readonly legendProps?: { readonly size: 's' | 'm' };
  readonly hint?: string;
  readonly error?: string;
};

/** A day as three fields, with what was typed still in them. */
export function DayFields({ name, form, legend, legendProps = { size: 's' }, hint, error }: DayFieldsProps) {
  return (
    <DateInput
      id={name}
      legend={legend}
      legendProps={legendProps}
      hint={hint ?? 'For example, 20 11 2026'}
      {...(error !== undefined && { error })}
      defaultValue={{
        day: form.text(`${name}-day`),
        month: form.text(`${name}-month`),
        year: form.text(`${name}-year`),
      }}
    >
      <DateInput.Day />
      <DateInput.Month />
      <DateInput.Year />
    </DateInput>
  );
}
