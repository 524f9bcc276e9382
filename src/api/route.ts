import type { Multipart } from '@fastify/multipart';
import type * as z from 'zod';
import type { Deed } from '../workspace/may.ts';
import type { Answer } from './answer.ts';
import type { ApiServices, Caller } from './api-services.ts';
import type { ProblemType } from './problem.ts';

/** One request, read and checked against what its route declares. */
export type Call<Params, Query, Body> = {
  readonly services: ApiServices;
  readonly caller: Caller;
  /** In the journal. */
  readonly actor: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Address as it was asked for, without its host. */
  readonly url: string;
  readonly method: string;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** SHA-256 over the body's bytes; of an empty text when it was not read as a whole. */
  readonly bodyHash: string;
  /** Parts of a form with files, when one was sent. */
  readonly parts: (() => AsyncIterableIterator<Multipart>) | undefined;
};

/** What a route answers when all went well. */
export type Answered = {
  readonly description: string;
  /** Left out: there is no body, or it is a file. */
  readonly schema?: z.ZodType;
  readonly file?: true;
  readonly headers?: readonly HeaderName[];
};

export const HEADERS = {
  ETag: 'State of what was read; send it back in If-None-Match or If-Match.',
  Link: 'The next page, with rel="next" (RFC 8288). Absent on the last one.',
  Location: 'Where what was added can be read.',
} as const;
export type HeaderName = keyof typeof HEADERS;

type RouteWords = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** After `/api/v1`, parameters in braces. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tag: string;
  /** What the token must be allowed to do; `anyone`: no token is needed. */
  readonly scope: Deed | 'anyone';
  /** Whether it may be sent again with the same `Idempotency-Key`. */
  readonly idempotent?: true;
  /** Whether it must say which state was seen: `If-Match`, or `If-None-Match: *` where it can also add. */
  readonly precondition?: 'seen' | 'seen-or-none';
  readonly answers: Readonly<Record<number, Answered>>;
  /** Besides those that any route of its shape can tell. */
  readonly problems?: readonly ProblemType[];
};

/** Schemas of a request. A form's fields stand in `form`; a route with both takes either. */
type RouteSchemas<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly form?: z.ZodObject;
};

/** One row of the table that routes, validation and the OpenAPI document are made from. */
export type ApiRoute = RouteWords &
  RouteSchemas<z.ZodObject, z.ZodObject, z.ZodType> & {
    readonly handle: (call: Call<never, never, never>) => Promise<Answer>;
  };

/** A row, with the request typed by its schemas. */
export function defineRoute<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
>(
  route: RouteWords &
    RouteSchemas<Params, Query, Body> & {
      readonly handle: (call: Call<z.infer<Params>, z.infer<Query>, z.infer<Body>>) => Promise<Answer>;
    },
): ApiRoute {
  return route;
}

/** A handler that takes what its own schemas have parsed, which the table's type for all of them cannot say. */
export function handlerOf(route: ApiRoute): (call: Call<unknown, unknown, unknown>) => Promise<Answer> {
  return route.handle as (call: Call<unknown, unknown, unknown>) => Promise<Answer>;
}
