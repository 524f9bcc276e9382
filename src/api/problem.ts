import type { Answer } from './answer.ts';

/** Where a caller reads what a type of problem means. */
const TYPES = '/api/v1/problems/';

/** Every problem the API tells, with its status (RFC 9110, RFC 6585) and a title that never changes. */
export const PROBLEMS = {
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'unknown-parameter': { status: 400, title: 'The address has parameters that are not known or not right' },
  'bad-cursor': { status: 400, title: 'The cursor is not one of ours' },
  'no-token': { status: 401, title: 'A token is needed' },
  'bad-token': { status: 401, title: 'The token is not valid' },
  'missing-scope': { status: 403, title: 'The token may not do this' },
  'held-back': { status: 403, title: 'The document is held back' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here' },
  'changed-meanwhile': { status: 412, title: 'It has changed since you read it' },
  'too-large': { status: 413, title: 'That is too much at once' },
  'wrong-media-type': { status: 415, title: 'The body is of a type that is not taken here' },
  invalid: { status: 422, title: 'Some of it is not right' },
  'key-reused': { status: 422, title: 'The idempotency key belongs to another request' },
  'not-kept': { status: 422, title: 'The file was not kept' },
  'precondition-missing': { status: 428, title: 'Say which state you have seen' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  fault: { status: 500, title: 'Something went wrong on our side' },
  busy: { status: 503, title: 'Too many changes at once' },
  'no-standing': { status: 409, title: 'The standing cannot be worked out' },
  'no-space': { status: 507, title: 'There is no room left for it' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>;

export type ProblemType = keyof typeof PROBLEMS;

/** One thing that is not right, and where: a JSON pointer into the body, or the name of a parameter. */
export type ProblemError = { readonly detail: string; readonly pointer?: string; readonly parameter?: string };

export type ProblemWords = {
  /** A sentence for a person: what was found, what to do. */
  readonly detail: string;
  readonly errors?: readonly ProblemError[];
  /** What stands there now, after a conflict. */
  readonly current?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An answer that tells a problem, as RFC 9457 has it. */
export function problem(type: ProblemType, { detail, errors, current, headers }: ProblemWords): Answer {
  const { status, title } = PROBLEMS[type];
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    body: {
      type: `${TYPES}${type}`,
      title,
      status,
      detail,
      ...(errors && errors.length > 0 && { errors }),
      ...(current !== undefined && { current }),
    },
  };
}

/** A JSON pointer as a URI fragment (RFC 6901 §6), the way RFC 9457 writes it. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  return `#${steps.join('')}`;
}
