import type { PutResult } from '../../storage/file-store.ts';
import type { PerformProblem } from '../kept-records.ts';

/** Why something was not done to a document, in the pattern of NHS.UK, without a full stop at its end. Nothing has changed, but for `file-left`. */
export type DocumentProblem = {
  readonly type:
    | Extract<PutResult, { ok: false }>['problem']['type']
    | PerformProblem['type']
    | 'empty'
    | 'program'
    | 'infected'
    | 'unreadable'
    | 'not-held'
    | 'not-withdrawn'
    /** Another file has the path of the one that was to be put back. */
    | 'path-taken'
    | 'held'
    /** Whoever sent it was let out, or may do less, since they began. */
    | 'not-any-more'
    | 'file-missing'
    /** Only of an erasure: all else of it was done. */
    | 'file-left';
  readonly message: string;
};

export function problemOfPerform(problem: PerformProblem): DocumentProblem {
  const { type } = problem;
  switch (type) {
    case 'invalid':
      return { type, message: problem.problems.map(({ message }) => message).join('. ') };
    case 'not-found':
      return { type, message: 'There is no such document' };
    case 'changed-meanwhile':
      return { type, message: 'Someone else has changed this document meanwhile. Look at it again, then decide' };
    case 'no-organisation':
      return { type, message: 'There is no such organisation' };
    case 'too-busy':
      return { type, message: 'Too many people are changing the record at once. Try again' };
    default:
      return type satisfies never;
  }
}
