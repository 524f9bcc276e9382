import * as z from 'zod';
import { DEFAULT_EDITION } from '../../catalogue/shipped-catalogues.ts';
import { findOf, type Holdings, listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { component, pageOf } from '../components.ts';
import { entityJson, entityTag } from '../entity-json.ts';
import { answerSchema } from '../entity-schemas.ts';
import { listAnswer, listAnswers, oneAnswers } from '../list-answer.ts';
import { openRecord } from '../open-record.ts';
import { PAGE } from '../paging.ts';
import { type AnswerTo, givenBefore, performOnce } from '../perform-once.ts';
import { seenRevision, tagOf, unlessKnown } from '../preconditions.ts';
import { problem } from '../problem.ts';
import { changedMeanwhile, notFound } from '../problem-of.ts';
import { defineRoute } from '../route.ts';
import { REF } from '../standing-json.ts';

/** What a caller says; edition and item follow from the address. Nobody approves or sends back with a token: that is a person's word. */
const given = component(
  'GivenAnswer',
  answer.schema
    .omit({
      edition: true,
      item: true,
      answeredOn: true,
      approvedBy: true,
      approvedOn: true,
      sentBackBecause: true,
      sentBackBy: true,
      sentBackOn: true,
    })
    .extend({
      answeredOn: answer.schema.shape.answeredOn.optional().meta({ description: 'Without it, today.' }),
    }),
);

export const answerRoutes = [
  defineRoute({
    method: 'GET',
    path: '/answers',
    operationId: 'listAnswers',
    summary: 'What the organisation has answered to evidence items, of every edition',
    tag: 'Answers',
    scope: 'read-registers',
    query: z.strictObject(PAGE),
    answers: listAnswers(pageOf('AnswerPage', answerSchema), 'A page of answers'),
    problems: ['bad-cursor'],
    handle: async (call) => {
      const record = await openRecord(call);
      const tag = tagOf(call.url, record.head.hash);
      return listAnswer(call, tag, listOf(record.holdings, answer), ({ id }) => [id], entityJson);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/items/{ref}/answer',
    operationId: 'getAnswer',
    summary: 'The answer to one evidence item of the current edition',
    tag: 'Answers',
    scope: 'read-registers',
    params: z.strictObject({ ref: REF }),
    answers: oneAnswers(answerSchema, 'The answer'),
    handle: async (call) => {
      const { holdings } = await openRecord(call);
      const edition = listOf(holdings, organisation)[0]?.data.edition ?? DEFAULT_EDITION;
      const found = answerTo(holdings, edition, call.params.ref);
      return found
        ? unlessKnown(call.ifNoneMatch, entityTag(found), () => entityJson(found))
        : notFound('This item has no answer in your edition.');
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/items/{ref}/answer',
    operationId: 'putAnswer',
    summary:
      'Answers one evidence item of the current edition, or changes its answer; a changed one is not approved any more',
    tag: 'Answers',
    scope: 'write-answers',
    idempotent: true,
    precondition: 'seen-or-none',
    params: z.strictObject({ ref: REF }),
    body: given,
    answers: {
      200: { description: 'Changed', schema: answerSchema, headers: ['ETag'] },
      201: { description: 'Answered for the first time', schema: answerSchema, headers: ['ETag'] },
    },
    problems: ['no-standing'],
    handle: async (call) => {
      const replayed = await givenBefore(call);
      if (replayed) return replayed;
      const { services, params, caller } = call;
      const asked = await services.standings.on(caller.organisation, services.today());
      if (!asked.ok) return problem('no-standing', { detail: asked.problem.message });
      const { edition, items } = asked.standing.check.assessment;
      if (!items.some(({ item }) => item.ref === params.ref))
        return notFound('There is no evidence item with this number in your edition and category.');
      const { holdings } = await openRecord(call);
      const found = answerTo(holdings, edition, params.ref);
      const data = { answeredOn: services.today(), ...call.body, edition, item: params.ref };
      if (call.ifMatch === undefined && call.ifNoneMatch?.trim() === '*') {
        if (found) return changedMeanwhile(entityJson(found));
        return performOnce(call, { do: 'add', kind: answer.name, data }, written(201));
      }
      const seen = seenRevision(call.ifMatch);
      if (!seen.ok) return seen.answer;
      if (!found)
        return notFound('This item has no answer yet. Send "If-None-Match: *" instead of If-Match to add one.');
      const command = { do: 'change', kind: answer.name, id: found.id, seen: seen.revision, data } as const;
      return performOnce(call, command, written(200));
    },
  }),
];

function answerTo(holdings: Holdings, edition: string, ref: string) {
  return listOf(holdings, answer).find(({ data }) => data.item === ref && data.edition === edition);
}

function written(status: number): AnswerTo {
  return ({ ids, holdings }) => {
    const entity = findOf(holdings, answer, ids[0] ?? '');
    if (!entity) return notFound();
    return { status, headers: { etag: entityTag(entity) }, body: entityJson(entity) };
  };
}
