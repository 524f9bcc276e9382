import { TextInput } from 'nhsuk-react-components';
import type { ComponentProps } from 'react';
import { errorFor, type FormMistake } from './form-parts.tsx';

/** One line to type, under the id that is its name, with what is wrong with it beside it. */
export function TextField({
  name,
  mistakes,
  ...input
}: Omit<ComponentProps<typeof TextInput>, 'id' | 'name' | 'error'> & {
  readonly name: string;
  readonly mistakes: readonly FormMistake[];
}) {
  return <TextInput {...input} id={name} name={name} {...errorFor(mistakes, name)} />;
}
