import { Radios, Select, TextInput } from 'nhsuk-react-components';
import { Fragment } from 'react';
import { CATEGORY_FACTS, KIND_NOT_KNOWN, ORGANISATION_KIND_NAMES } from '../../catalogue/category-facts.ts';
import { ORGANISATION_KINDS } from '../../catalogue/decide-category.ts';
import { factInWords, isFactWithWords, NOT_KNOWN } from '../../record/fact-words.ts';
import type { Field } from '../../record/kinds/kind.ts';
import type { Form } from '../route.ts';

/** Facts about the organisation: those that decide about evidence items, and whatever else is known. One without words stays as it is. */
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
  const asked = (fact: string) => facts.includes(fact) || isFactWithWords(fact);
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
        .filter((fact) => asked(fact) && !others.some((other) => other.fact === fact))
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
      {yesNo
        .filter((fact) => !asked(fact))
        .map((fact) => (
          <Fragment key={fact}>
            <input type="hidden" name={`${name}-yes-no`} value={fact} />
            <input type="hidden" name={`${name}-${fact}`} value={form.text(`${name}-${fact}`)} />
          </Fragment>
        ))}
      {others.map(({ as, fact }) => {
        const own = { id: `${name}-${fact}`, name: `${name}-${fact}`, label: factInWords(fact) };
        const value = form.text(own.name);
        return (
          <div key={fact}>
            <input type="hidden" name={`${name}-${as}`} value={fact} />
            {fact === CATEGORY_FACTS.kind ? (
              <Select {...own} defaultValue={value}>
                {[KIND_NOT_KNOWN, ...ORGANISATION_KINDS].map((kind) => (
                  <Select.Option key={kind} value={kind}>
                    {kind === KIND_NOT_KNOWN ? 'Not known yet' : ORGANISATION_KIND_NAMES[kind]}
                  </Select.Option>
                ))}
              </Select>
            ) : (
              <TextInput {...own} defaultValue={value} />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

const FACT_ANSWERS = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
  { value: NOT_KNOWN, words: 'I do not know' },
] as const;
