import type { StepState } from '../../readiness/plan-steps.ts';
import { findOf, type Holdings } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { neutralised } from '../../report/neutralised.ts';

export const STATE_WORDS: Readonly<Record<StepState, string>> = {
  'not-given': 'Not given to anybody',
  given: 'Given to somebody',
  overdue: 'Overdue',
};

/** What the owner of an action is called. */
export function personName(holdings: Holdings, id: string | undefined): string {
  const found = id === undefined ? undefined : findOf(holdings, person, id);
  return found ? neutralised(found.data.name) : 'Nobody';
}
