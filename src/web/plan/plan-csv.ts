import { csvOf } from '../../exchange/csv.ts';
import { type PlanStep, stateOfStep } from '../../readiness/plan-steps.ts';
import type { Day } from '../../record/day.ts';
import type { Holdings } from '../../record/holdings.ts';
import { FUNCTION_WORDS } from '../../report/function-words.ts';
import { neutralised } from '../../report/neutralised.ts';
import { STANDING_WORDS } from '../../report/standing-words.ts';
import { personName, STATE_WORDS } from './plan-words.ts';

const COLUMNS = [
  'Step',
  'Evidence item',
  'First step',
  'Standing',
  'Why',
  'Mandatory',
  'Quick win',
  'Risk',
  'Function',
  'Estimated hours',
  'Days to wait',
  'Hours so far',
  'Mandatory items that then count',
  'Given to',
  'Due on',
  'State',
];

/** The steps of the plan as CSV, one a row, in the order in which to take them. Days are ISO 8601. */
export function planCsv(steps: readonly PlanStep[], holdings: Holdings, on: Day): string {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return csvOf(
    COLUMNS,
    steps.map((step) => [
      String(step.place),
      step.ref,
      neutralised(step.step),
      STANDING_WORDS[step.standing].label,
      neutralised(step.because),
      yes(step.mandatory),
      yes(step.quickWin),
      step.risk,
      FUNCTION_WORDS[step.function],
      String(step.effortHours),
      String(step.leadTimeDays),
      String(step.runningHours),
      String(step.runningItems),
      step.given.map(({ data }) => personName(holdings, data.owner)).join('; '),
      step.given.map(({ data }) => data.due ?? '').join('; '),
      STATE_WORDS[stateOfStep(step, on)],
    ]),
  );
}
