import { FUNCTIONS, type OrganisationFunction } from '../catalogue/catalogue.ts';
import type { Day } from '../record/day.ts';
import type { Holdings } from '../record/holdings.ts';
import { isOverdue, type KeptAction, openActions } from '../record/open-actions.ts';
import type { Action, Plan } from './assessment.ts';
import { itemsOf } from './plan.ts';

/** One proposed step of a plan, with what has been given to somebody for its items. */
export type PlanStep = Action & {
  /** From 1, in the order of the plan. */
  readonly place: number;
  /** Open actions of the record that are for one of its items. */
  readonly given: readonly KeptAction[];
};

export const STEP_STATES = ['not-given', 'given', 'overdue'] as const;
/** `given` steps are in hand and not late; of an `overdue` one an action's day has passed. */
export type StepState = (typeof STEP_STATES)[number];

export type StepFilter = {
  readonly function?: OrganisationFunction;
  readonly state?: StepState;
  /** The id of a person, or null for steps that are nobody's. */
  readonly owner?: string | null;
};

/** What falls to one function of the organisation. Hours are estimates, of mandatory steps unless said otherwise. */
export type FunctionShare = {
  readonly function: OrganisationFunction;
  readonly steps: number;
  readonly notGiven: number;
  readonly hours: number;
  readonly optionalSteps: number;
  readonly optionalHours: number;
};

/** The steps of a plan in its order, laid beside the actions of the record. */
export function planSteps({ actions }: Plan, holdings: Holdings): readonly PlanStep[] {
  const byItem = new Map<string, KeptAction[]>();
  for (const action of openActions(holdings)) {
    for (const ref of new Set(action.data.items)) {
      const known = byItem.get(ref);
      if (known) known.push(action);
      else byItem.set(ref, [action]);
    }
  }
  const givenFor = (step: Action) => [...new Set(itemsOf(step).flatMap((ref) => byItem.get(ref) ?? []))];
  return actions.map((action, at) => ({ ...action, place: at + 1, given: givenFor(action) }));
}

export function stateOfStep({ given }: PlanStep, on: Day): StepState {
  if (given.length === 0) return 'not-given';
  return given.some((action) => isOverdue(action, on)) ? 'overdue' : 'given';
}

export function filteredSteps(steps: readonly PlanStep[], filter: StepFilter, on: Day): readonly PlanStep[] {
  return steps.filter((step) => {
    if (filter.function !== undefined && step.function !== filter.function) return false;
    if (filter.state !== undefined && stateOfStep(step, on) !== filter.state) return false;
    if (filter.owner === undefined) return true;
    const owners = step.given.flatMap(({ data }) => data.owner ?? []);
    return filter.owner === null ? owners.length === 0 : owners.includes(filter.owner);
  });
}

/** What falls to each function that has a step, the most hours first. */
export function sharesByFunction(steps: readonly PlanStep[]): readonly FunctionShare[] {
  return FUNCTIONS.map((one) => {
    const all = steps.filter((step) => step.function === one);
    const own = all.filter((step) => step.mandatory);
    const optional = all.filter((step) => !step.mandatory);
    return {
      function: one,
      steps: own.length,
      notGiven: own.filter(({ given }) => given.length === 0).length,
      hours: hoursOf(own),
      optionalSteps: optional.length,
      optionalHours: hoursOf(optional),
    };
  })
    .filter((share) => share.steps + share.optionalSteps > 0)
    .toSorted((a, b) => b.hours - a.hours || b.optionalHours - a.optionalHours);
}

function hoursOf(steps: readonly PlanStep[]): number {
  return steps.reduce((sum, { effortHours }) => sum + effortHours, 0);
}
