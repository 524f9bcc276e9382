import { Radios } from 'nhsuk-react-components';
import type { ReactElement } from 'react';
import { NOT_KNOWN } from '../../record/fact-words.ts';

const ANSWERS = [
  ['yes', 'Yes'],
  ['no', 'No'],
  [NOT_KNOWN, 'I do not know'],
] as const;

/** A question to which “I do not know” is an answer too. Nothing is chosen before somebody has been asked. */
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
