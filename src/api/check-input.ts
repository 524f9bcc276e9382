import type * as z from 'zod';
import type { Answer } from './answer.ts';
import { type ProblemError, pointerTo, problem } from './problem.ts';

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: Answer };

/** A body against its schema; every mistake at once, each with where it stands. */
export function checkBody(schema: z.ZodType, body: unknown): Checked<unknown> {
  const read = schema.safeParse(body);
  if (read.success) return { ok: true, value: read.data };
  const errors = read.error.issues.flatMap(bodyErrors);
  const detail = 'Nothing was changed. Put right what the errors say and send it again.';
  return { ok: false, answer: problem('invalid', { detail, errors }) };
}

function bodyErrors(issue: z.core.$ZodIssue): readonly ProblemError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      detail: `There is no field "${key.slice(0, 100)}"`,
      pointer: pointerTo([...issue.path, key.slice(0, 100)]),
    }));
  return [{ detail: issue.message, pointer: pointerTo(issue.path) }];
}

/** Parameters of the address. One that is not known is refused, so that a slip in its name is seen. */
export function checkQuery(schema: z.ZodType, query: unknown): Checked<unknown> {
  const read = schema.safeParse(query);
  if (read.success) return { ok: true, value: read.data };
  const errors = read.error.issues.flatMap((issue): readonly ProblemError[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        detail: `There is no parameter "${key.slice(0, 100)}" here`,
        parameter: key.slice(0, 100),
      }));
    const name = String(issue.path[0] ?? '');
    return [
      { detail: Array.isArray(given(query, name)) ? `${name} may be given once` : issue.message, parameter: name },
    ];
  });
  const detail = 'Nothing was done. Put right the parameters that the errors name.';
  return { ok: false, answer: problem('unknown-parameter', { detail, errors }) };
}

function given(query: unknown, name: string): unknown {
  return typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
}
