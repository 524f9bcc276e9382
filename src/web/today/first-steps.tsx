import type { GapCheck } from '../../readiness/gap-check.ts';
import { itemsOf } from '../../readiness/plan.ts';
import { type PlanStep, planSteps } from '../../readiness/plan-steps.ts';
import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { peopleWhoStay } from '../../record/open-actions.ts';
import { counted, hoursInWords } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { ItemName } from '../items/item-name.tsx';
import { paths } from '../paths.ts';
import { Due, Items } from '../plan/action-parts.tsx';
import { formOf } from '../plan/give-command.ts';
import { planPaths } from '../plan/plan-paths.ts';
import { personName } from '../plan/plan-words.ts';
import { recordPaths } from '../record/record-paths.ts';
import { DataTable } from '../report/data-table.tsx';

/** Steps of the plan that a day begins with. */
export const STEPS_SHOWN = 5;

type Props = {
  readonly organisation: string;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly on: Day;
  /** Whether whoever looks may give a step to somebody. */
  readonly gives: boolean;
  /** Whether it is today's plan, whose table comes as a file. */
  readonly live: boolean;
};

/** The first steps of the plan: what, for which item, who has it and by when. */
export function FirstSteps({ organisation, check, holdings, on, gives, live }: Props) {
  const steps = planSteps(check.plan, holdings).slice(0, STEPS_SHOWN);
  const somebody = peopleWhoStay(holdings).length > 0;
  return (
    <div className="app-first-steps">
      <DataTable
        caption="The first steps"
        {...(live && { files: planPaths.file(organisation) })}
        columns={['First step', 'For item', 'Falls to', 'Work', 'Given to']}
        rows={steps.map((step) => ({
          key: step.ref,
          cells: [
            neutralised(step.step),
            step.alsoFor.length === 0 ? (
              <ItemName key="item" {...{ organisation, catalogue: check.catalogue }} item={step.ref} />
            ) : (
              <Items key="items" organisation={organisation} refs={itemsOf(step)} />
            ),
            FUNCTION_WORDS[step.function],
            `${hoursInWords(step.effortHours)}${
              step.leadTimeDays > 0 ? `, then ${counted(step.leadTimeDays, 'day')} to wait for others` : ''
            }`,
            <Given key="given" {...{ organisation, step, holdings, on }} gives={gives} somebody={somebody} />,
          ],
        }))}
      />
    </div>
  );
}

function Given({
  organisation,
  step,
  holdings,
  on,
  gives,
  somebody,
}: Pick<Props, 'organisation' | 'holdings' | 'on' | 'gives'> & {
  readonly step: PlanStep;
  /** Whether there is anybody to give it to. */
  readonly somebody: boolean;
}) {
  const { ref, given } = step;
  if (given.length > 0)
    return given.map((action) => (
      <p key={action.id}>
        <a href={planPaths.action(organisation, action.id)}>
          {personName(holdings, action.data.owner)}
          <span className="nhsuk-u-visually-hidden">: the action for {ref}</span>
        </a>
        . Due: <Due action={action} on={on} />
      </p>
    ));
  const form = formOf(step);
  const href = somebody
    ? `${paths.plan(organisation)}?step=${form}#step-${form}`
    : recordPaths.add(organisation, 'people');
  return (
    <>
      Nobody yet.{' '}
      {gives && (
        <a href={href}>
          {somebody ? 'Give it to somebody' : 'Add the people first'}
          <span className="nhsuk-u-visually-hidden">: {ref}</span>
        </a>
      )}
    </>
  );
}
