import { Radios, TextInput } from 'nhsuk-react-components';
import { factInWords, NOT_KNOWN } from '../../record/fact-words.ts';
import type { Field } from '../../record/kinds/kind.ts';
import type { Form } from '../route.ts';

/** Facts about the organisation: those that decide about evidence items, and whatever else is known. */
export function FactFields({
  field,
  name,
  form,
  error,
  facts,
}: {
  readonly field: Field;
  readonly name: string;
  readonly form: Form;
  readonly error: string | undefined;
  /** Those to ask about, by name. */
  readonly facts: readonly string[];
}) {
  const yesNo = [...new Set([...facts, ...form.all(`${name}-yes-no`)])];
  const others = (['numbers', 'words'] as const).flatMap((as) =>
    form.all(`${name}-${as}`).map((fact) => ({ as, fact })),
  );
  return (
    <fieldset className="nhsuk-fieldset" id={name}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">{field.label}</legend>
      {field.hint !== undefined && <p className="nhsuk-hint">{field.hint}</p>}
      {error !== undefined && (
        <p className="nhsuk-error-message">
          <span className="nhsuk-u-visually-hidden">Error:</span> {error}
        </p>
      )}
      {yesNo
        .filter((fact) => !others.some((other) => other.fact === fact))
        .map((fact) => (
          <div key={fact}>
            <input type="hidden" name={`${name}-yes-no`} value={fact} />
            <Radios
              id={`${name}-${fact}`}
              name={`${name}-${fact}`}
              idPrefix={`${name}-${fact}`}
              inline
              legend={factInWords(fact)}
              legendProps={{ size: 's' }}
            >
              {FACT_ANSWERS.map(({ value, words }) => (
                <Radios.Item key={value} value={value} defaultChecked={form.text(`${name}-${fact}`) === value}>
                  {words}
                </Radios.Item>
              ))}
            </Radios>
          </div>
        ))}
      {others.map(({ as, fact }) => (
        <div key={fact}>
          <input type="hidden" name={`${name}-${as}`} value={fact} />
          <TextInput
            id={`${name}-${fact}`}
            name={`${name}-${fact}`}
            label={factInWords(fact)}
            defaultValue={form.text(`${name}-${fact}`)}
          />
        </div>
      ))}
    </fieldset>
  );
}

const FACT_ANSWERS = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
  { value: NOT_KNOWN, words: 'I do not know' },
] as const;
