import type { Table } from '../../exchange/table-file.ts';
import { itemsOf } from '../../readiness/plan.ts';
import { type PlanStep, stateOfStep } from '../../readiness/plan-steps.ts';
import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { type Column, tableOf } from '../tables/columns-table.tsx';
import { personName, STATE_WORDS } from './plan-words.ts';

/** The steps of the plan, one a row, in the order in which to take them. Days are ISO 8601. */
export function planTable(steps: readonly PlanStep[], holdings: Holdings, on: Day): Table {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  const columns: readonly Column<PlanStep>[] = [
    { name: 'Step', is: 'number', text: ({ place }) => String(place) },
    { name: 'Evidence item', text: (step) => itemsOf(step).join('; ') },
    { name: 'First step', text: ({ step }) => neutralised(step) },
    { name: 'Standing', text: ({ standing }) => STANDING_WORDS[standing].label },
    { name: 'Why', text: ({ because }) => neutralised(because) },
    { name: 'Mandatory', text: ({ mandatory }) => yes(mandatory) },
    { name: 'Quick win', text: ({ quickWin }) => yes(quickWin) },
    { name: 'Risk', text: ({ risk }) => risk },
    { name: 'Function', text: (step) => FUNCTION_WORDS[step.function] },
    { name: 'Estimated hours', is: 'number', text: ({ effortHours }) => String(effortHours) },
    { name: 'Days to wait', is: 'number', text: ({ leadTimeDays }) => String(leadTimeDays) },
    { name: 'Hours so far', is: 'number', text: ({ runningHours }) => String(runningHours) },
    { name: 'Mandatory items that then count', is: 'number', text: ({ runningItems }) => String(runningItems) },
    { name: 'Given to', text: ({ given }) => given.map(({ data }) => personName(holdings, data.owner)).join('; ') },
    { name: 'Due on', is: 'day', text: ({ given }) => given.map(({ data }) => data.due ?? '').join('; ') },
    { name: 'State', text: (step) => STATE_WORDS[stateOfStep(step, on)] },
  ];
  return tableOf(columns, steps);
}
