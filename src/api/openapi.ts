import * as z from 'zod';
import { fieldMeta } from '../record/kinds/field.ts';
import { components, pascal } from './components.ts';
import { API_PREFIX } from './places.ts';
import { PROBLEMS, type ProblemType } from './problem.ts';
import { type Answered, type ApiRoute, HEADERS } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

/** Version of the API's description; the address says which major one it is. */
const API_VERSION = '1.0.0';
const SCHEMAS = '#/components/schemas/';

/** The OpenAPI 3.1 document of the routes. The same routes give the same text. */
export function openapiDocument(routes: readonly ApiRoute[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = `${API_PREFIX}${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Perennial',
      version: API_VERSION,
      summary: 'The record of one organisation: its standing on the DSPT, and what it rests on.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The installation that serves this description.' }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      schemas: componentSchemas(),
      responses: problemResponses(routes),
      headers: Object.fromEntries(
        Object.entries(HEADERS).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
      ),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of one organisation, made by one of its owners.',
        },
      },
    },
  };
}

function operation(route: ApiRoute): Json {
  const { operationId, summary, tag, scope } = route;
  const body = requestBody(route);
  const parameters = [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)];
  return {
    operationId,
    summary,
    tags: [tag],
    // The scope stands as a role name, which OpenAPI 3.1 allows for any scheme.
    security: scope === 'anyone' ? [] : [{ token: [scope] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: { ...answers(route), ...problems(route) },
  };
}

function pathParameters({ params }: ApiRoute): readonly Json[] {
  return Object.entries(params?.shape ?? {}).map(([name, schema]) => parameter('path', name, schema, true));
}

function queryParameters({ query }: ApiRoute): readonly Json[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => parameter('query', name, schema, false));
}

function parameter(where: string, name: string, schema: z.core.$ZodType, required: boolean): Json {
  // The description says the same about the parameter as about its value.
  const { description, ...json } = schemaOf(schema);
  return { name, in: where, required, ...(description !== undefined && { description }), schema: json };
}

function headerParameters({ idempotent, precondition, method }: ApiRoute): readonly Json[] {
  const header = (name: string, description: string, required = false) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(method === 'GET' ? [header('If-None-Match', 'The ETag you have; 304 says it still holds.')] : []),
    ...(precondition === 'seen' ? [header('If-Match', 'The ETag you got when you read it.', true)] : []),
    ...(precondition === 'seen-or-none'
      ? [
          header('If-Match', 'The ETag you got when you read it. This or If-None-Match is needed.'),
          header('If-None-Match', '"*": there is none yet, add it.'),
        ]
      : []),
    ...(idempotent
      ? [header('Idempotency-Key', 'The same key with the same request changes things once, for 24 hours.')]
      : []),
  ];
}

function requestBody({ body, form }: ApiRoute): Json | undefined {
  if (!body && !form) return undefined;
  return {
    required: true,
    content: {
      ...(body && { 'application/json': { schema: schemaOf(body) } }),
      ...(form && { 'multipart/form-data': { schema: schemaOf(form) } }),
    },
  };
}

function answers(route: ApiRoute): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(route.answers).map(([status, answered]) => [status, answer(answered)]));
}

function answer({ description, schema, file, headers }: Answered): Json {
  return {
    description,
    ...(headers && {
      headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    }),
    ...(schema && { content: { 'application/json': { schema: schemaOf(schema) } } }),
    ...(file && { content: { 'application/octet-stream': {} } }),
  };
}

/** One response a status, which names every type of problem it can be. */
function problems(route: ApiRoute): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    groupsOf(route).map((types) => [
      String(PROBLEMS[types[0]].status),
      { $ref: `#/components/responses/${responseName(types)}` },
    ]),
  );
}

/** Every response that tells problems, once. */
function problemResponses(routes: readonly ApiRoute[]): Json {
  const groups = new Map(routes.flatMap(groupsOf).map((types) => [responseName(types), types]));
  return Object.fromEntries(
    [...groups].map(([name, types]) => [
      name,
      {
        description: types.map((type) => `${PROBLEMS[type].title} (${type})`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: `${SCHEMAS}Problem` } } },
      },
    ]),
  );
}

type Group = readonly [ProblemType, ...ProblemType[]];

/** The problems of a route, those of one status together. */
function groupsOf(route: ApiRoute): readonly Group[] {
  const groups = new Map<number, Group>();
  for (const type of problemsOf(route)) {
    const { status } = PROBLEMS[type];
    const group = groups.get(status);
    groups.set(status, group ? [...group, type] : [type]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function responseName(types: Group): string {
  return types.map(pascal).join('Or');
}

/** What a route can tell follows from its shape; it names the rest itself. */
export function problemsOf(route: ApiRoute): readonly ProblemType[] {
  const { scope, params, body, form, idempotent, precondition, method } = route;
  const types: readonly ProblemType[] = [
    'unknown-parameter',
    ...(scope === 'anyone' ? [] : (['no-token', 'bad-token', 'missing-scope'] as const)),
    ...(params ? (['not-found'] as const) : []),
    ...(body || form ? (['malformed-request', 'too-large', 'wrong-media-type'] as const) : []),
    ...(body ? (['invalid'] as const) : []),
    ...(idempotent ? (['malformed-request', 'key-reused', 'busy'] as const) : []),
    ...(method === 'GET' ? [] : (['busy'] as const)),
    ...(precondition ? (['malformed-request', 'changed-meanwhile', 'precondition-missing'] as const) : []),
    ...(route.problems ?? []),
    'too-many-requests',
    'fault',
  ];
  return [...new Set(types)];
}

/** A schema as it stands in the document: those with a name are referred to. */
function schemaOf(schema: z.core.$ZodType): Json {
  const id = schema instanceof z.ZodType ? components.get(schema)?.id : undefined;
  if (id !== undefined) return { $ref: `${SCHEMAS}${id}` };
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: withWords });
  return json;
}

function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(components, {
    uri: (id) => `${SCHEMAS}${id}`,
    io: 'input',
    unrepresentable: 'any',
    override: withWords,
  });
  return Object.fromEntries(
    Object.entries(schemas)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { $schema: _, $id: __, ...json }]) => [id, json]),
  );
}

/** Labels and hints that people see on forms say the same to programmers. */
function withWords({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  // The pattern of a date and a prefix say again, at length, what their format or description says.
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
  const meta = zodSchema instanceof z.ZodType ? fieldMeta(zodSchema) : undefined;
  if (!meta) return;
  jsonSchema.title = meta.label;
  if (meta.hint !== undefined) jsonSchema.description = meta.hint;
  if (meta.is === 'day') jsonSchema.format = 'date';
}
