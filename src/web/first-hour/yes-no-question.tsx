import { Radios } from 'nhsuk-react-components';
import type { ReactElement } from 'react';

const ANSWERS = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['', 'I do not know'],
] as const;

/** A question that may stay open. */
export function YesNoQuestion({
  name,
  question,
  hint,
  value,
}: {
  readonly name: string;
  readonly question: string;
  readonly hint?: ReactElement;
  readonly value: string;
}) {
  return (
    <Radios
      id={name}
      name={name}
      idPrefix={name}
      inline
      legend={question}
      legendProps={{ size: 's' }}
      {...(hint !== undefined && { hint })}
    >
      {ANSWERS.map(([answer, words]) => (
        <Radios.Item key={answer} value={answer} defaultChecked={value === answer}>
          {words}
        </Radios.Item>
      ))}
    </Radios>
  );
}
