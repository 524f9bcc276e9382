import { createHash } from 'node:crypto';
import type { Multipart } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Answer } from './answer.ts';
import type { ApiServices } from './api-services.ts';
import { type Callers, refusal } from './caller.ts';
import { type Checked, checkBody, checkQuery } from './check-input.ts';
import { API_PREFIX, API_ROOT } from './places.ts';
import { problem } from './problem.ts';
import { notFound } from './problem-of.ts';
import { readJson } from './read-json.ts';
import { type ApiRoute, type Call, handlerOf } from './route.ts';
import { sendAnswer } from './send-answer.ts';

const NOTHING = z.strictObject({});
const KEY = /^[\x21-\x7e]{1,200}$/;

/** Makes a row of the table a route: who may, what of the request is right, then the row's own handler. */
export function mountRoute(api: FastifyInstance, route: ApiRoute, services: ApiServices, callers: Callers): void {
  const { method, scope } = route;
  const handle = handlerOf(route);
  // Every route of the program says what it needs; on the API that is a scope of the token.
  const config = { needs: scope };
  api.route({
    method,
    url: `${API_PREFIX.slice(API_ROOT.length)}${route.path.replaceAll('{', ':').replaceAll('}', '')}`,
    config,
    // Before a byte of the body is read, and after the limit has counted the request.
    preParsing: async (request, reply) => {
      const no = scope === 'anyone' ? undefined : refusal(callers.of(request), scope, request.headers.authorization);
      const refused = no ?? wrongMediaType(route, request);
      if (refused) {
        // What is left of a body is not waited for.
        if (route.body || route.form) reply.header('connection', 'close');
        sendAnswer(reply, refused);
      }
    },
    handler: async (request, reply) => {
      const read = readCall(route, services, callers, request);
      return sendAnswer(reply, read.ok ? await handle(read.value) : read.answer);
    },
  });
}

function readCall(
  route: ApiRoute,
  services: ApiServices,
  callers: Callers,
  request: FastifyRequest,
): Checked<Call<unknown, unknown, unknown>> {
  const params = route.params?.safeParse(request.params);
  if (params?.success === false) return { ok: false, answer: notFound() };
  const query = checkQuery(route.query ?? NOTHING, request.query);
  if (!query.ok) return query;
  const form = route.form !== undefined && request.isMultipart();
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  const body = form || !route.body ? ({ ok: true, value: undefined } as const) : readBody(route.body, bytes);
  if (!body.ok) return body;
  const key = headerOf(request, 'idempotency-key');
  if (route.idempotent && key !== undefined && !KEY.test(key)) {
    const detail = 'Idempotency-Key must be 1 to 200 characters without spaces, such as a UUID.';
    return { ok: false, answer: problem('malformed-request', { detail }) };
  }
  // A route for anyone looks at no caller.
  const caller = callers.of(request) ?? NOBODY;
  return {
    ok: true,
    value: {
      services,
      caller,
      actor: `token:${caller.id}`,
      params: params?.data,
      query: query.value,
      body: body.value,
      url: request.url,
      method: request.method,
      ifMatch: headerOf(request, 'if-match'),
      ifNoneMatch: headerOf(request, 'if-none-match'),
      idempotencyKey: route.idempotent ? key : undefined,
      bodyHash: createHash('sha256').update(bytes).digest('hex'),
      parts: form ? () => partsOf(request, services) : undefined,
    },
  };
}

const NOBODY = { id: '', organisation: '', scopes: [] };

function readBody(schema: NonNullable<ApiRoute['body']>, bytes: Uint8Array): Checked<unknown> {
  const json = readJson(bytes);
  if (!json.ok)
    return { ok: false, answer: problem('malformed-request', { detail: `Nothing was changed. ${json.sentence}` }) };
  return checkBody(schema, json.value);
}

/** The parts of a form. One that cannot be read is the sender's fault, which the reader of forms does not say. */
async function* partsOf(request: FastifyRequest, { uploadBytes }: ApiServices): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({
      // The folders of a document are part of its name.
      preservePath: true,
      limits: { fileSize: uploadBytes + 1, files: 20, fields: 20, parts: 40, fieldSize: 1_000_000, headerPairs: 20 },
    });
  } catch (cause) {
    const known: unknown = cause instanceof Error ? Reflect.get(cause, 'statusCode') : undefined;
    throw known === undefined ? Object.assign(new Error('The form broke off', { cause }), { statusCode: 400 }) : cause;
  }
}

/** JSON or a form, as the route takes; anything else is refused before it is read. */
function wrongMediaType({ body, form }: ApiRoute, { headers }: FastifyRequest): Answer | undefined {
  if (!body && !form) return undefined;
  const taken = [...(body ? ['application/json'] : []), ...(form ? ['multipart/form-data'] : [])];
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== undefined && taken.includes(type)) return undefined;
  return problem('wrong-media-type', { detail: `Nothing was changed. Send ${taken.join(' or ')}.` });
}

/** Undefined also when it was sent several times, which Node joins or lists. */
function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
