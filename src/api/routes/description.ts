import * as z from 'zod';
import { component, problemSchema } from '../components.ts';
import { PROBLEMS } from '../problem.ts';
import { notFound } from '../problem-of.ts';
import { type ApiRoute, defineRoute } from '../route.ts';

const problemKind = component(
  'ProblemKind',
  z.strictObject({
    type: problemSchema.shape.type,
    title: problemSchema.shape.title,
    status: problemSchema.shape.status,
  }),
);

/** What describes the API to programs. `document` is asked for when it is first read. */
export function descriptionRoutes(document: () => unknown): readonly ApiRoute[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/openapi.json',
      operationId: 'getOpenapi',
      summary: 'This description, OpenAPI 3.1',
      tag: 'Description',
      scope: 'anyone',
      answers: { 200: { description: 'The description', schema: z.looseObject({ openapi: z.string() }) } },
      handle: async () => ({ status: 200, body: document() }),
    }),
    defineRoute({
      method: 'GET',
      path: '/problems/{name}',
      operationId: 'getProblemKind',
      summary: 'What a type of problem means',
      tag: 'Description',
      scope: 'anyone',
      params: z.strictObject({ name: z.string().regex(/^[a-z-]{1,60}$/) }),
      answers: { 200: { description: 'The kind of problem', schema: problemKind } },
      handle: async ({ params: { name } }) => {
        const found = Object.entries(PROBLEMS).find(([type]) => type === name);
        if (!found) return notFound('There is no such problem.');
        const [type, { title, status }] = found;
        return { status: 200, body: { type: `/api/v1/problems/${type}`, title, status } };
      },
    }),
  ];
}
