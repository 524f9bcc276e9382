import type { GapCheck } from '../../readiness/gap-check.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { document } from '../../record/kinds/document.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { person } from '../../record/kinds/person.ts';
import { counted } from '../../report/counted.ts';
import { CATEGORY_FACTS } from './category-form.ts';

export const STEPS = ['category', 'facts', 'documents', 'people', 'fixes'] as const;
export type Step = (typeof STEPS)[number];

export type StepState = {
  readonly step: Step;
  readonly state: 'done' | 'begun' | 'not-begun';
  /** What there is already, for a person. */
  readonly so: string;
};

/** Fixes that are given to somebody in the first hour. */
const FIXES = 5;

/** How far the first hour has come, with what the catalogue and the plan of a check ask. */
export function firstHourStepsOf(holdings: Holdings, check: GapCheck | undefined): readonly StepState[] {
  const asked = new Set(check?.catalogue.items.flatMap(({ rule }) => rule?.appliesWhen ?? []));
  return firstHourSteps(holdings, [...asked], check?.plan.actions.length ?? 0);
}

/**
 * How far the first hour has come. It is told from the record alone, so that it can be left and gone on with, by anybody, and
 * whatever was done elsewhere counts. `asked` are the facts that decide about evidence items, `open` the steps of the plan.
 */
function firstHourSteps(holdings: Holdings, asked: readonly string[], open: number): readonly StepState[] {
  const own = listOf(holdings, organisation)[0]?.data;
  const facts = own?.facts ?? {};
  const known = asked.filter((fact) => facts[fact] !== undefined).length;
  const documents = listOf(holdings, document).filter(({ data }) => data.withdrawnOn === undefined).length;
  const people = listOf(holdings, person).length;
  const roles = listOf(holdings, appointment).filter(({ data }) => data.endedOn === undefined).length;
  const given = listOf(holdings, action).filter(({ data }) => data.owner !== undefined).length;
  return [
    {
      step: 'category',
      state: facts[CATEGORY_FACTS.kind] === undefined ? 'not-begun' : 'done',
      so: `You are set to category ${own?.category ?? '3'}`,
    },
    {
      step: 'facts',
      state: stateOf(known, asked.length),
      so: `${known} of ${counted(asked.length, 'question')} answered`,
    },
    { step: 'documents', state: stateOf(documents, 1), so: `${counted(documents, 'document')} kept` },
    {
      step: 'people',
      state: people === 0 ? 'not-begun' : roles === 0 ? 'begun' : 'done',
      so: `${counted(people, 'person', 'people')}, ${counted(roles, 'role')} given`,
    },
    {
      step: 'fixes',
      state: stateOf(given, Math.min(FIXES, Math.max(1, open))),
      so: `${counted(given, 'fix', 'fixes')} given to somebody`,
    },
  ];
}

function stateOf(done: number, of: number): StepState['state'] {
  if (done >= of) return 'done';
  return done > 0 ? 'begun' : 'not-begun';
}

/** The first step that is not done; undefined when all are. */
export function nextStep(steps: readonly StepState[]): Step | undefined {
  return steps.find(({ state }) => state !== 'done')?.step;
}
