import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openapiDocument } from '../../src/api/openapi.ts';
import { ROUTES } from '../../src/api/routes/all-routes.ts';
import type { Called } from './api-server.ts';

/** The description, as a program would read it. */
// biome-ignore lint/suspicious/noExplicitAny: it is looked into by its own rules, which the tests themselves hold it to.
export const described: any = JSON.parse(JSON.stringify(openapiDocument(ROUTES)));

const ajv = withFormats(new Ajv2020({ strict: true, strictTypes: false, allErrors: true, schemas: [] }));
ajv.addVocabulary(['components', 'paths', 'info', 'openapi', 'servers', 'tags', 'jsonSchemaDialect']);
ajv.addSchema(described, 'openapi');

/** A validator that knows days, addresses and the like. */
export function withFormats(ajv: Ajv2020): Ajv2020 {
  // The module is CommonJS: its default stands one step further in than its types say.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv;
}

/** What of an answer the description does not say; empty when they agree. */
export function disagreement(method: string, path: string, called: Called): readonly string[] {
  const place = `/paths/${escaped(`/api/v1${path}`)}/${method.toLowerCase()}`;
  const operation = at(place);
  if (!operation) return [`${method} ${path} is not described`];
  const response = resolved(operation.responses[String(called.status)]);
  if (!response) return [`${method} ${path} answers ${called.status}, which is not described: ${called.text}`];
  const type = String(called.headers['content-type'] ?? '').split(';')[0] ?? '';
  const contents = Object.keys(response.content ?? {});
  if (contents.length === 0) return called.text === '' ? [] : [`${method} ${path} ${called.status} has a body`];
  if (!contents.includes(type)) return [`${method} ${path} ${called.status} is ${type}, not ${contents.join()}`];
  const missing = Object.keys(response.headers ?? {}).filter(
    (name) => name !== 'Link' && called.headers[name.toLowerCase()] === undefined,
  );
  const { schema } = response.content[type];
  if (!schema) return missing;
  const validate = ajv.compile(absolute(schema));
  validate(called.body);
  return [...missing, ...(validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)];
}

export function resolved(value: { readonly $ref?: string } | undefined) {
  return value?.$ref === undefined ? value : at(value.$ref.slice(1));
}

function at(pointer: string) {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value, step) => value?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], described);
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** References inside the document made to lead there from a schema that stands on its own. */
function absolute(schema: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/'));
}
