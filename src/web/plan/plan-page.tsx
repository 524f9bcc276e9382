import { factsToFindOut } from '../../catalogue/asked-facts.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { filteredSteps, type PlanStep, planSteps } from '../../readiness/plan-steps.ts';
import { type Day, dayInWords } from '../../record/day.ts';
import { factAsked } from '../../record/fact-words.ts';
import { factsTold } from '../../record/facts-told.ts';
import type { Holdings } from '../../record/holdings.ts';
import { isOverdue, myActions, openActions, peopleWhoStay } from '../../record/open-actions.ts';
import { counted } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { withoutStop } from '../../report/without-stop.ts';
import type { Seat } from '../../workspace/accounts/accounts.ts';
import { may } from '../../workspace/may.ts';
import { firstHourPath } from '../first-hour/first-hour-paths.ts';
import { STEP_NEEDS } from '../first-hour/first-hour-steps.ts';
import { Term, TermsUsed } from '../glossary/term.tsx';
import { type FormMistake, Mistakes } from '../parts/form-parts.tsx';
import { paths } from '../paths.ts';
import { DoneBanner } from '../record/done-banner.tsx';
import { PlanChart } from '../report/plan-chart.tsx';
import type { Form, SeatedVisit } from '../route.ts';
import { TableFiles } from '../tables/table-files.tsx';
import { Due } from './action-parts.tsx';
import { GiveSeveralForm, NobodyThere } from './give-form.tsx';
import { type PlanAsked, withAsked } from './plan-asked.ts';
import { PlanFilters } from './plan-filters.tsx';
import { planPaths } from './plan-paths.ts';
import { ByFunction, Estimate } from './plan-summary.tsx';
import { StepList } from './step-list.tsx';

export type PlanPageModel = Pick<SeatedVisit, 'query'> & {
  readonly seat: Seat;
  /** Of whoever looks, by which their own actions are found. */
  readonly email: string;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  readonly on: Day;
  readonly asked: PlanAsked;
  readonly form: Form;
  readonly mistakes: readonly FormMistake[];
};

/** Up to so many the page carries a form for every step; with more, every form would make it slow. */
const FEW_PEOPLE = 40;

/** Actions of whoever looks that are shown. */
const YOURS = 5;

/** What the page says of a step. */
function textsOf({ step, because, standing, function: one }: PlanStep): readonly string[] {
  return [step, because, STANDING_WORDS[standing].label, FUNCTION_WORDS[one]];
}

/** What to do to reach Standards Met, in which order, and who does it. */
export function PlanPage({ seat, email, query, check, holdings, on, asked, form, mistakes }: PlanPageModel) {
  const { organisation } = seat;
  const steps = planSteps(check.plan, holdings);
  const shown = filteredSteps(steps, asked.filter, on);
  const people = peopleWhoStay(holdings);
  const gives = may(seat.role, 'write-registers');
  const elsewhere = (name: string) => `${withAsked(paths.plan(organisation), asked, { step: name })}#step-${name}`;
  const give =
    gives && people.length > 0
      ? {
          action: withAsked(planPaths.give(organisation), asked),
          people,
          form,
          mistakes,
          opened: form.text('form') || query.text('step'),
          elsewhere: people.length > FEW_PEOPLE ? elsewhere : undefined,
        }
      : undefined;
  const { defensible } = check.assessment.outcome;
  const open = openActions(holdings);
  const overdue = open.filter((action) => isOverdue(action, on)).length;
  return (
    <>
      <DoneBanner query={query} />
      <Mistakes mistakes={mistakes} />
      <h1>
        <span className="nhsuk-caption-l">{dayInWords(on)}</span>
        Plan to Standards Met
      </h1>
      {steps.length > 0 && <Estimate {...{ check, steps, organisation, on }} />}
      <YourActions {...{ organisation, email, holdings, on }} />
      <p>
        <a href={planPaths.actions(organisation)}>All actions</a>: {open.length} open
        {overdue > 0 && `, ${overdue} of them overdue`}
      </p>
      <ToFindOut {...{ organisation, check, holdings }} answers={may(seat.role, STEP_NEEDS.facts)} />
      {steps.length === 0 ? (
        <p>
          You need not fix anything for <Term of="standards-met">Standards Met</Term> today, so the plan has no steps.
        </p>
      ) : (
        <>
          <h2 id="steps">Steps, in the order to take them</h2>
          <p>
            Mandatory items come first. Among them, <Term of="quick-win">quick wins</Term> come first, then what carries
            the most risk, then what others take longest to do.
          </p>
          <TermsUsed but={['mandatory', 'standards-met', 'quick-win']} texts={shown.flatMap(textsOf)} />
          <PlanFilters {...{ organisation, asked, people }} />
          {asked.unknownSelf && (
            <p>
              The staff list has nobody with your email address {neutralised(email)}, so we cannot tell which steps are
              yours.
            </p>
          )}
          {gives && people.length === 0 && <NobodyThere organisation={organisation} />}
          {give && <GiveSeveralForm {...give} steps={shown} />}
          <p>
            {shown.length === steps.length
              ? `${counted(steps.length, 'step')}. `
              : `${shown.length} of ${counted(steps.length, 'step')}. `}
            {shown.length < steps.length && (
              <>
                <a href={`${paths.plan(organisation)}#steps`}>Show all steps</a>.{' '}
              </>
            )}
          </p>
          <TableFiles href={withAsked(planPaths.file(organisation), asked)} of="steps of the plan" />
          <StepList {...{ organisation, holdings, on, give }} writes={gives} steps={shown} />
          <ByFunction {...{ organisation, steps }} />
          <PlanChart
            actions={check.plan.actions}
            start={defensible.counting}
            goal={defensible.mandatory}
            files={planPaths.file(organisation)}
          />
        </>
      )}
    </>
  );
}

/** Questions about the organisation to which somebody answered that they do not know. */
function ToFindOut({
  organisation,
  check,
  holdings,
  answers,
}: {
  readonly organisation: string;
  readonly check: GapCheck;
  readonly holdings: Holdings;
  /** Whether whoever looks may answer them. */
  readonly answers: boolean;
}) {
  const facts = factsToFindOut(check.catalogue, factsTold(holdings));
  if (facts.length === 0) return null;
  const where = firstHourPath(organisation, 'facts');
  return (
    <>
      <h2>Still to find out</h2>
      <p>You did not know these yet. A “no” takes items off your list, so it is worth asking.</p>
      <ul>
        {facts.map((fact) => (
          <li key={fact}>{answers ? <a href={`${where}#${fact}`}>{factAsked(fact)}</a> : factAsked(fact)}</li>
        ))}
      </ul>
    </>
  );
}

function YourActions({
  organisation,
  email,
  holdings,
  on,
}: {
  readonly organisation: string;
  readonly email: string;
  readonly holdings: Holdings;
  readonly on: Day;
}) {
  const mine = myActions(holdings, { email });
  if (mine.length === 0) return null;
  return (
    <>
      <h2>Your actions</h2>
      <ul>
        {mine.slice(0, YOURS).map((action) => (
          <li key={action.id}>
            <a href={planPaths.action(organisation, action.id)}>{withoutStop(neutralised(action.data.what))}</a>. Due:{' '}
            <Due action={action} on={on} />
          </li>
        ))}
      </ul>
      {mine.length > YOURS && <p>And {mine.length - YOURS} more of yours among all actions.</p>}
    </>
  );
}
