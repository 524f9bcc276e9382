import type { Action } from '../../readiness/assessment.ts';
import type { GapCheck } from '../../readiness/gap-check.ts';
import { itemsOf } from '../../readiness/plan.ts';
import { counted, hoursInWords } from '../../report/counted.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { DataTable } from './data-table.tsx';
import { PlanChart } from './plan-chart.tsx';
import type { ReportLinks } from './report-links.ts';
import { ItemLinks, Section } from './report-parts.tsx';

const SHOWN = 8;

/** The steps in the order to take them, and the curve of items counting per hour of work. */
export function PlanSection({ check, links }: { readonly check: GapCheck; readonly links: ReportLinks }) {
  const { plan, assessment } = check;
  const { defensible } = assessment.outcome;
  if (plan.actions.length === 0) {
    return (
      <Section id="plan" title="What to fix first">
        <p>Nothing needs fixing for Standards Met today.</p>
      </Section>
    );
  }
  const rest = plan.actions.slice(SHOWN);
  return (
    <Section id="plan" title="What to fix first">
      <p>
        In this order, {hoursInWords(plan.hours)} of work lead to Standards Met
        {plan.longestLeadTimeDays > 0 && (
          <>
            ; the longest wait for somebody else is {counted(plan.longestLeadTimeDays, 'day')}
            {plan.longestLeadTimeRef !== undefined && (
              <>
                , for <ItemLinks refs={[plan.longestLeadTimeRef]} links={links} />
              </>
            )}
            , so start that one early
          </>
        )}
        .
      </p>
      <ActionTable actions={plan.actions.slice(0, SHOWN)} links={links} caption="The first steps" />
      {rest.length > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{counted(rest.length, 'more step')}</span>
          </summary>
          <div className="nhsuk-details__text">
            <ActionTable actions={rest} links={links} caption="The steps after those" />
          </div>
        </details>
      )}
      <PlanChart actions={plan.actions} start={defensible.counting} goal={defensible.mandatory} />
    </Section>
  );
}

function ActionTable(props: {
  readonly actions: readonly Action[];
  readonly links: ReportLinks;
  readonly caption: string;
}) {
  return (
    <DataTable
      caption={props.caption}
      columns={['Item', 'First step', 'Who', 'Work', 'Wait']}
      rows={props.actions.map((action) => ({
        key: action.ref,
        cells: [
          <ItemLinks key="ref" refs={itemsOf(action)} links={props.links} />,
          <Step key="step" action={action} />,
          FUNCTION_WORDS[action.function],
          <Short key="work">{hoursInWords(action.effortHours)}</Short>,
          <Short key="wait">{action.leadTimeDays > 0 ? counted(action.leadTimeDays, 'day') : 'none'}</Short>,
        ],
      }))}
    />
  );
}

function Step({ action }: { readonly action: Action }) {
  return (
    <>
      {neutralised(action.step)}
      <span className="app-because">
        {becauseInWords(action)}
        {!action.mandatory && ' (optional)'}
      </span>
    </>
  );
}

function Short({ children }: { readonly children: string }) {
  return <span className="app-short">{children}</span>;
}

function becauseInWords({ standing, because }: Action): string {
  return neutralised(
    because === '' ? STANDING_WORDS[standing].meaning : `${STANDING_WORDS[standing].label}. ${because}`,
  );
}
