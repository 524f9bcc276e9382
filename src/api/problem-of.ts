import type { DocumentProblem } from '../workspace/documents/document-problem.ts';
import type { PerformProblem } from '../workspace/kept-records.ts';
import type { Answer } from './answer.ts';
import { entityJson } from './entity-json.ts';
import { type ProblemType, pointerTo, problem } from './problem.ts';

/** Why a change was not made, as an answer. */
export function problemOfPerform(found: PerformProblem): Answer {
  switch (found.type) {
    case 'invalid':
      return problem('invalid', {
        detail: 'Nothing was changed. Put right what the errors say and send it again.',
        errors: found.problems.map(({ field, message }) => ({
          detail: message,
          ...(field !== undefined && { pointer: pointerTo([field]) }),
        })),
      });
    case 'not-found':
    case 'no-organisation':
      return notFound();
    case 'changed-meanwhile':
      return found.now === undefined ? notFound() : changedMeanwhile(entityJson(found.now));
    case 'too-busy':
      return problem('busy', {
        detail: 'Too many changes were made at the same moment. Nothing was changed; try again.',
        headers: { 'retry-after': '1' },
      });
    default:
      return found satisfies never;
  }
}

export function notFound(detail = 'There is nothing with this id in your record.'): Answer {
  return problem('not-found', { detail });
}

export function changedMeanwhile(current: unknown): Answer {
  return problem('changed-meanwhile', {
    detail: 'Nothing was changed. What stands there now is in "current"; look at it, then decide again.',
    current,
  });
}

/** Why nothing was done with a document, as an answer. */
export function problemOfDocument({ type, message }: DocumentProblem): Answer {
  return problem(documentProblemType(type), { detail: `${message}.` });
}

function documentProblemType(type: DocumentProblem['type']): ProblemType {
  switch (type) {
    case 'too-large':
      return 'too-large';
    case 'broken-off':
      return 'malformed-request';
    case 'no-space':
      return 'no-space';
    case 'failed':
    case 'file-missing':
    case 'file-left':
      return 'fault';
    case 'held':
      return 'held-back';
    case 'not-found':
    case 'no-organisation':
      return 'not-found';
    case 'too-busy':
    case 'changed-meanwhile':
      return 'busy';
    case 'invalid':
    case 'empty':
    case 'program':
    case 'infected':
    case 'unreadable':
    case 'not-held':
    case 'not-withdrawn':
    case 'path-taken':
    case 'not-any-more':
      return 'not-kept';
    default:
      return type satisfies never;
  }
}
