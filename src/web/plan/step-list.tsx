import { Tag } from 'nhsuk-react-components';
import { itemsOf } from '../../readiness/plan.ts';
import type { PlanStep } from '../../readiness/plan-steps.ts';
import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { counted, hoursInWords } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { toldPath } from '../told/told-paths.ts';
import { Due, Items, Whose } from './action-parts.tsx';
import { formOf } from './give-command.ts';
import { GiveForm, type GiveModel } from './give-form.tsx';
import { planPaths } from './plan-paths.ts';

export type StepListModel = {
  readonly organisation: string;
  readonly steps: readonly PlanStep[];
  readonly holdings: Holdings;
  readonly on: Day;
  /** Whether they may change actions. */
  readonly writes: boolean;
  /** Undefined when they may not give steps to anybody, or there is nobody to give them to. */
  readonly give: GiveModel | undefined;
};

/** Steps before the others are folded away. */
const SHOWN = 10;

/** The steps in the order to take them; past the first ten they are folded away. */
export function StepList({ steps, ...model }: StepListModel) {
  const rest = steps.slice(SHOWN);
  return (
    <>
      <Steps {...model} steps={steps.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="nhsuk-details" open={rest.some((step) => formOf(step) === model.give?.opened)}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{counted(rest.length, 'more step')}</span>
          </summary>
          <div className="app-more-steps">
            <Steps {...model} steps={rest} />
          </div>
        </details>
      )}
    </>
  );
}

function Steps({ steps, ...model }: StepListModel) {
  return (
    <ol className="app-steps">
      {steps.map((step) => (
        <li key={step.ref} id={`step-${formOf(step)}`}>
          <Step step={step} {...model} />
        </li>
      ))}
    </ol>
  );
}

function Step({
  step,
  organisation,
  holdings,
  on,
  writes,
  give,
}: Omit<StepListModel, 'steps'> & { readonly step: PlanStep }) {
  const { standing, because, given } = step;
  const refs = itemsOf(step);
  return (
    <>
      <h3>
        {step.place}. {neutralised(step.step)}
      </h3>
      <p>
        {step.quickWin && (
          <>
            <Tag modifier="green">Quick win</Tag>{' '}
          </>
        )}
        {!step.mandatory && (
          <>
            <Tag modifier="grey">Optional</Tag>{' '}
          </>
        )}
        For {refs.length === 1 ? 'item' : 'items'} <Items organisation={organisation} refs={refs} />.{' '}
        {FUNCTION_WORDS[step.function]}, {hoursInWords(step.effortHours)} of work
        {step.leadTimeDays > 0 && `, then ${counted(step.leadTimeDays, 'day')} to wait for others`}.
        {step.confirms && (
          <>
            {' '}
            It is confirmed on the page <a href={toldPath(organisation)}>What you told us</a>.
          </>
        )}
      </p>
      <p className="app-aside">
        {STANDING_WORDS[standing].label}: {neutralised(because)}
      </p>
      {given.map((action) => (
        <p key={action.id} className="app-given">
          <Whose {...{ action, holdings }} />. Due: <Due action={action} on={on} />.{' '}
          <span className="app-not-printed">
            <a href={planPaths.action(organisation, action.id)}>
              {writes ? 'Mark as done' : 'Look at it'}
              <span className="nhsuk-u-visually-hidden">: {neutralised(action.data.what)}</span>
            </a>
          </span>
        </p>
      ))}
      {give && (given.length === 0 || give.form.text('form') === formOf(step)) && <GiveForm {...give} step={step} />}
    </>
  );
}
