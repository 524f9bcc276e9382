import * as z from 'zod';
import { findOf, type Holdings, listOf } from '../../record/holdings.ts';
import type { Answer } from '../answer.ts';
import { component, ID, pageOf, pascal } from '../components.ts';
import { entityJson, entityTag } from '../entity-json.ts';
import { REGISTERS, type Register } from '../entity-schemas.ts';
import { listAnswer, listAnswers, oneAnswers } from '../list-answer.ts';
import { openRecord } from '../open-record.ts';
import { PAGE } from '../paging.ts';
import { performOnce } from '../perform-once.ts';
import { API_PREFIX } from '../places.ts';
import { seenRevision, tagOf, unlessKnown } from '../preconditions.ts';
import { notFound } from '../problem-of.ts';
import { type ApiRoute, defineRoute } from '../route.ts';

const registerSchema = component(
  'Register',
  z.strictObject({
    name: z.string(),
    label: z.string(),
    purpose: z.string(),
    entries: z.int().min(0),
    writable: z.boolean(),
    address: z.string(),
  }),
);

const listRegisters = defineRoute({
  method: 'GET',
  path: '/registers',
  operationId: 'listRegisters',
  summary: 'The registers there are, and how much is in each',
  tag: 'Registers',
  scope: 'read-registers',
  answers: oneAnswers(component('RegisterList', z.strictObject({ list: z.array(registerSchema) })), 'Every register'),
  handle: async (call) => {
    const record = await openRecord(call);
    return unlessKnown(call.ifNoneMatch, tagOf(call.url, record.head.hash), () => ({
      list: REGISTERS.map(({ kind, writable }) => ({
        name: kind.plural,
        label: kind.label.many,
        purpose: kind.purpose,
        entries: record.holdings.of.get(kind.name)?.size ?? 0,
        writable,
        address: `${API_PREFIX}/registers/${kind.plural}`,
      })),
    }));
  },
});

/** The routes of one register: all of them have the same five, each with the register's own schema. */
function routesOf({ kind, schemas, writable }: Register): readonly ApiRoute[] {
  const path = `/registers/${kind.plural}`;
  const one = kind.label.one.toLowerCase();
  const many = kind.label.many.toLowerCase();
  const Name = pascal(kind.name);
  const tag = kind.label.many;
  const params = z.strictObject({ id: ID });
  const found = (holdings: Holdings, id: string | undefined) => findOf(holdings, kind, id ?? '');
  const written =
    (status: number) =>
    (done: { readonly ids: readonly string[]; readonly holdings: Holdings }): Answer => {
      const entity = found(done.holdings, done.ids[0]);
      if (!entity) return notFound();
      const location = status === 201 ? { location: `${API_PREFIX}${path}/${entity.id}` } : {};
      return { status, headers: { etag: entityTag(entity), ...location }, body: entityJson(entity) };
    };

  const reading = [
    defineRoute({
      method: 'GET',
      path,
      operationId: `list${pascal(kind.plural)}`,
      summary: `Lists ${many}`,
      tag,
      scope: 'read-registers',
      query: z.strictObject(PAGE),
      answers: listAnswers(pageOf(`${Name}Page`, schemas.entity), `A page of ${many}`),
      problems: ['bad-cursor'],
      handle: async (call) => {
        const record = await openRecord(call);
        const tagged = tagOf(call.url, record.head.hash);
        return listAnswer(call, tagged, listOf(record.holdings, kind), ({ id }) => [id], entityJson);
      },
    }),
    defineRoute({
      method: 'GET',
      path: `${path}/{id}`,
      operationId: `get${Name}`,
      summary: `Reads one ${one}`,
      tag,
      scope: 'read-registers',
      params,
      answers: oneAnswers(schemas.entity, kind.label.one),
      handle: async (call) => {
        const entity = found((await openRecord(call)).holdings, call.params.id);
        return entity ? unlessKnown(call.ifNoneMatch, entityTag(entity), () => entityJson(entity)) : notFound();
      },
    }),
  ];
  if (!writable) return reading;

  return [
    ...reading,
    defineRoute({
      method: 'POST',
      path,
      operationId: `add${Name}`,
      summary: `Adds one ${one}`,
      tag,
      scope: 'write-registers',
      idempotent: true,
      body: schemas.fields,
      answers: { 201: { description: 'Added', schema: schemas.entity, headers: ['ETag', 'Location'] } },
      handle: (call) => performOnce(call, { do: 'add', kind: kind.name, data: call.body }, written(201)),
    }),
    defineRoute({
      method: 'PUT',
      path: `${path}/{id}`,
      operationId: `change${Name}`,
      summary: `Writes the whole of one ${one} anew`,
      tag,
      scope: 'write-registers',
      idempotent: true,
      precondition: 'seen',
      params,
      body: schemas.fields,
      answers: { 200: { description: 'Changed', schema: schemas.entity, headers: ['ETag'] } },
      handle: async (call) => {
        const seen = seenRevision(call.ifMatch);
        if (!seen.ok) return seen.answer;
        const { id } = call.params;
        const command = { do: 'change', kind: kind.name, id, seen: seen.revision, data: call.body } as const;
        return performOnce(call, command, written(200));
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: `${path}/{id}`,
      operationId: `remove${Name}`,
      summary: `Removes one ${one}; the journal keeps what it was`,
      tag,
      scope: 'write-registers',
      idempotent: true,
      precondition: 'seen',
      params,
      answers: { 204: { description: 'Removed' } },
      problems: ['invalid'],
      handle: async (call) => {
        const seen = seenRevision(call.ifMatch);
        if (!seen.ok) return seen.answer;
        const { id } = call.params;
        const command = { do: 'remove', kind: kind.name, id, seen: seen.revision } as const;
        return performOnce(call, command, () => ({ status: 204 }));
      },
    }),
  ];
}

export const registerRoutes: readonly ApiRoute[] = [listRegisters, ...REGISTERS.flatMap(routesOf)];
