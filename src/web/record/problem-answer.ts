import type { Entity, FieldProblem } from '../../record/kinds/kind.ts';
import type { PerformProblem } from '../../workspace/kept-records.ts';
import type { Answer } from '../route.ts';

/** What a page can answer when something was not done. */
export type Refusal = {
  /** The form again, with what was typed. */
  readonly again: (problems: readonly FieldProblem[], status: number) => Answer | Promise<Answer>;
  /** Both versions side by side. */
  readonly conflict: (now: Entity, yours: unknown) => Answer | Promise<Answer>;
};

/** The answer to a change that was not made. Nothing in the record is different. */
export async function problemAnswer(problem: PerformProblem, { again, conflict }: Refusal): Promise<Answer> {
  switch (problem.type) {
    case 'invalid':
      return again(problem.problems, 422);
    case 'changed-meanwhile':
      return conflict(problem.now, problem.yours);
    case 'not-found':
    case 'no-organisation':
      return { show: 'not-found' };
    case 'too-busy':
      return again([{ message: 'Too many people are changing the record at once. Try again' }], 503);
    default:
      return problem satisfies never;
  }
}
