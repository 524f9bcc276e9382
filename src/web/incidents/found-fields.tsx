import { errorFor, type FormMistake } from '../parts/form-parts.tsx';
import { TextField } from '../parts/text-field.tsx';
import { DayFields } from '../record/day-fields.tsx';
import type { Form } from '../route.ts';
import { FOUND, FOUND_TIME } from './report-form.ts';

/** The day and the time at which an incident was found. */
export function FoundFields({
  form,
  mistakes,
  ...words
}: {
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
  readonly legend: string;
  readonly hint: string;
}) {
  return (
    <>
      <DayFields name={FOUND} form={form} {...words} {...errorFor(mistakes, `${FOUND}-day`)} />
      <TextField
        name={FOUND_TIME}
        label="Time"
        hint="Such as 09:30. A guess is better than nothing"
        width={5}
        defaultValue={form.text(FOUND_TIME)}
        mistakes={mistakes}
      />
    </>
  );
}
