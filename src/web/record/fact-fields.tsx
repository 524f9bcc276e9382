import { Radios, Select, TextInput } from 'nhsuk-react-components';
import { ORGANISATION_KINDS } from '../../catalogue/decide-category.ts';
import { factInWords, NOT_KNOWN } from '../../record/fact-words.ts';
import type { Field } from '../../record/kinds/kind.ts';
import { CATEGORY_FACTS, KIND_NOT_KNOWN, KIND_WORDS } from '../first-hour/category-form.ts';
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
                    {kind === KIND_NOT_KNOWN ? 'Not known yet' : KIND_WORDS[kind]}
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
