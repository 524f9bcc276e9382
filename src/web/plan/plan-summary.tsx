import type { GapCheck } from '../../readiness/gap-check.ts';
import type { PlanStep } from '../../readiness/plan-steps.ts';
import { type FunctionShare, sharesByFunction } from '../../readiness/plan-steps.ts';
import { type Day, dayInWords, daysBetween } from '../../record/day.ts';
import { counted, hoursInWords } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { Term } from '../glossary/term.tsx';
import { paths } from '../paths.ts';
import { type Column, ColumnsTable } from '../tables/columns-table.tsx';
import { planPaths } from './plan-paths.ts';

/** Hours of one person's working day. */
const WORKING_DAY = 7.5;

/** How much is left to Standards Met, said to be an estimate. */
export function Estimate({
  check: { plan, assessment, catalogue },
  steps,
  organisation,
  on,
}: {
  readonly check: GapCheck;
  readonly steps: readonly PlanStep[];
  readonly organisation: string;
  readonly on: Day;
}) {
  const { counting, mandatory } = assessment.outcome.defensible;
  const days = Math.ceil(plan.hours / WORKING_DAY);
  return (
    <>
      <p className="app-lead">
        {counting} of {mandatory} <Term of="mandatory">mandatory</Term> items count today. We estimate that{' '}
        {hoursInWords(plan.hours)} of work on mandatory items are left to <Term of="standards-met">Standards Met</Term>:
        about {counted(days, 'working day')} for one person.
      </p>
      <p>
        {notOnlyIt(sharesByFunction(steps))}{' '}
        <span className="app-not-printed">
          <a href="#by-function">See who the work falls to</a>
        </span>
      </p>
      <p>
        {plan.longestLeadTimeRef !== undefined && plan.longestLeadTimeDays > 0 && (
          <>
            The longest wait for somebody else is about {counted(plan.longestLeadTimeDays, 'day')}, for item{' '}
            <a href={paths.item(organisation, plan.longestLeadTimeRef)}>{plan.longestLeadTimeRef}</a>: start that one
            early.{' '}
          </>
        )}
        {catalogue.deadline !== null && catalogue.deadline >= on && (
          <>
            The deadline of {catalogue.edition} is {dayInWords(catalogue.deadline)}, in{' '}
            {counted(daysBetween(on, catalogue.deadline), 'day')}.{' '}
          </>
        )}
        We count the hours for each step from nothing, less what you have already. Yours may differ.
      </p>
    </>
  );
}

/** Who in the organisation the work falls to. */
export function ByFunction({
  organisation,
  steps,
}: {
  readonly organisation: string;
  readonly steps: readonly PlanStep[];
}) {
  const shares = sharesByFunction(steps);
  const optional = steps.filter((step) => !step.mandatory);
  return (
    <>
      <h2 id="by-function">Who the work falls to</h2>
      <p>
        {counted(steps.length - optional.length, 'mandatory step')}, {hoursInWords(sumOfHours(shares))} in all
        {optional.length > 0 && (
          <>
            . {counted(optional.length, 'optional step')}, {hoursInWords(sumOfOptional(shares))} more, which Standards
            Met does not need
          </>
        )}
        .
      </p>
      <ColumnsTable
        caption="Steps and hours by who they fall to"
        columns={functionColumns(organisation)}
        rows={shares}
        keyOf={(share) => share.function}
        files={planPaths.functionsFile(organisation)}
      />
    </>
  );
}

/** How much of the plan falls to whom. */
export function functionColumns(organisation: string): readonly Column<FunctionShare>[] {
  return [
    {
      name: 'Falls to',
      text: (share) => FUNCTION_WORDS[share.function],
      cell: (share) => (
        <a href={`${paths.plan(organisation)}?function=${share.function}#steps`}>{FUNCTION_WORDS[share.function]}</a>
      ),
    },
    { name: 'Mandatory steps', is: 'number', text: ({ steps }) => String(steps) },
    { name: 'Of these, not given to anybody', is: 'number', text: ({ notGiven }) => String(notGiven) },
    { name: 'Hours (estimate)', is: 'number', text: ({ hours }) => String(hours) },
    { name: 'Optional steps', is: 'number', text: ({ optionalSteps }) => String(optionalSteps) },
    { name: 'Hours of optional steps', is: 'number', text: ({ optionalHours }) => String(optionalHours) },
  ];
}

function sumOfHours(shares: readonly FunctionShare[]): number {
  return shares.reduce((sum, { hours }) => sum + hours, 0);
}

function sumOfOptional(shares: readonly FunctionShare[]): number {
  return shares.reduce((sum, { optionalHours }) => sum + optionalHours, 0);
}

function notOnlyIt(shares: readonly FunctionShare[]): string {
  const all = sumOfHours(shares);
  const it = shares.find((share) => share.function === 'it')?.hours ?? 0;
  return it === 0
    ? 'None of it falls to IT.'
    : it === all
      ? 'All of it falls to IT.'
      : `${hoursInWords(it)} of that fall to IT, the rest to others in the organisation.`;
}
