import type { PerformProblem } from '../../workspace/kept-records.ts';
import type { FormMistake } from '../parts/form-parts.tsx';
import { problemAnswer } from '../record/problem-answer.ts';
import type { Answer } from '../route.ts';

const CHANGED = {
  message: 'Somebody changed this meanwhile. What you chose is still below: check it and save it again',
};

/** What went wrong, on the page of a step again with what was typed. */
export function refused(
  problem: PerformProblem,
  again: (mistakes: readonly FormMistake[], status: number) => Promise<Answer>,
) {
  return problemAnswer(problem, { again, conflict: () => again([CHANGED], 409) });
}
