import { Button, Checkboxes, Select, Textarea } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { PlanStep } from '../../readiness/plan-steps.ts';
import type { KeptPerson } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { neutralised } from '../../report/neutralised.ts';
import { FormId } from '../parts/form-id.tsx';
import { errorFor, type FormMistake } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DayFields } from '../record/day-fields.tsx';
import type { Form } from '../route.ts';
import { formOf, giveFields, SEVERAL, whatOf } from './give-command.ts';

export type GiveModel = {
  /** Name of the form that is open: the one that was sent, or that the address asks for. */
  readonly opened: string;
  /** Where a form is, when the page has only the one that is open; undefined when it has all of them. */
  readonly elsewhere: ((form: string) => string) | undefined;
  /** Where the forms are sent, with what the page was asked for. */
  readonly action: string;
  readonly people: readonly KeptPerson[];
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
};

/** Gives one step to one person, folded away until somebody wants to. */
export function GiveForm({ step, ...model }: GiveModel & { readonly step: PlanStep }) {
  const { action, form, mistakes, opened, elsewhere } = model;
  const name = formOf(step);
  const fields = giveFields(name);
  const sent = form.text('form') === name;
  if (elsewhere && opened !== name)
    return (
      <p>
        <a href={elsewhere(name)}>
          Give it to somebody<span className="nhsuk-u-visually-hidden">: {step.ref}</span>
        </a>
      </p>
    );
  return (
    <Folded open={opened === name} title="Give it to somebody" about={step.ref}>
      <form method="post" action={action} noValidate>
        <FormId />
        <input type="hidden" name="form" value={name} />
        <input type="hidden" name={fields.refs} value={step.ref} />
        {step.given.map(({ id }) => (
          <input type="hidden" key={id} name={fields.seen} value={id} />
        ))}
        <Textarea
          rows={2}
          id={fields.what}
          name={fields.what}
          label="What to do"
          defaultValue={sent ? form.text(fields.what) : whatOf(step)}
          {...errorFor(mistakes, fields.what)}
        />
        <WhoAndWhen {...model} name={name} />
        <Button small>
          {step.given.length > 0 ? 'Give it to them as well' : 'Give it to them'}
          <span className="nhsuk-u-visually-hidden">: {step.ref}</span>
        </Button>
      </form>
    </Folded>
  );
}

/** Steps that are offered together; more would be a list that nobody reads. */
const OFFERED = 20;
/** Ticked before anybody has chosen. */
const TICKED = 5;

/** Gives several steps to one person at once. The first five are ticked. */
export function GiveSeveralForm({ steps, ...model }: GiveModel & { readonly steps: readonly PlanStep[] }) {
  const { action, form, mistakes, opened } = model;
  const free = steps.filter(({ given }) => given.length === 0).slice(0, OFFERED);
  if (free.length < 2) return null;
  const fields = giveFields(SEVERAL);
  const sent = form.text('form') === SEVERAL;
  const chosen = sent ? form.all(fields.refs) : free.slice(0, TICKED).map(({ ref }) => ref);
  const first = Math.min(TICKED, free.length);
  return (
    <Folded open={opened === SEVERAL} title={`Give the first ${first} to one person, or others of your choice`}>
      <form method="post" action={action} noValidate>
        <FormId />
        <input type="hidden" name="form" value={SEVERAL} />
        <Checkboxes
          id={fields.refs}
          name={fields.refs}
          idPrefix={fields.refs}
          legend="Which steps"
          legendProps={{ size: 's' }}
          hint={`The first ${counted(free.length, 'step')} that nobody has yet. Each becomes an action of its own`}
          small
          {...errorFor(mistakes, `${fields.refs}-1`)}
        >
          {free.map((step) => (
            <Checkboxes.Item key={step.ref} value={step.ref} defaultChecked={chosen.includes(step.ref)}>
              {`${step.ref}: ${whatOf(step)}`}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
        <WhoAndWhen {...model} name={SEVERAL} />
        <Button small>Give these steps to them</Button>
      </form>
    </Folded>
  );
}

function WhoAndWhen({ people, form, mistakes, name }: GiveModel & { readonly name: string }) {
  const fields = giveFields(name);
  return (
    <>
      <Select
        id={fields.owner}
        name={fields.owner}
        label="Who does it"
        defaultValue={form.text(fields.owner)}
        {...errorFor(mistakes, fields.owner)}
      >
        <Select.Option value="">Select</Select.Option>
        {people.map(({ id, data }) => (
          <Select.Option key={id} value={id}>
            {neutralised(data.name)}
          </Select.Option>
        ))}
      </Select>
      <DayFields name={fields.due} form={form} legend="Due on" {...errorFor(mistakes, `${fields.due}-day`)} />
    </>
  );
}

/** What to do first when the record has nobody to give anything to. */
export function NobodyThere({ organisation }: { readonly organisation: string }) {
  return (
    <p>
      To give a step to somebody, first <a href={paths.register(organisation, 'people')}>add the people</a> who work for
      you.
    </p>
  );
}

function Folded(props: {
  readonly open: boolean;
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  return (
    <details className="nhsuk-details" open={props.open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {props.title}
          {props.about !== undefined && <span className="nhsuk-u-visually-hidden">: {props.about}</span>}
        </span>
      </summary>
      <div className="nhsuk-details__text">{props.children}</div>
    </details>
  );
}
