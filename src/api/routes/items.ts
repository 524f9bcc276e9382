import * as z from 'zod';
import { SEVERITIES } from '../../record/finding.ts';
import { listOf } from '../../record/holdings.ts';
import { answer } from '../../record/kinds/answer.ts';
import { observation } from '../../record/kinds/observation.ts';
import { component, pageOf } from '../components.ts';
import { entityJson } from '../entity-json.ts';
import { answerSchema, observationSchema } from '../entity-schemas.ts';
import { listAnswer, listAnswers, oneAnswers } from '../list-answer.ts';
import { PAGE } from '../paging.ts';
import { tagOf, unlessKnown } from '../preconditions.ts';
import { notFound } from '../problem-of.ts';
import { defineRoute } from '../route.ts';
import { standingAsked, WHEN } from '../standing-asked.ts';
import { findingSchema, itemSchema, REF } from '../standing-json.ts';

const itemWithAll = component(
  'ItemWithProof',
  z.strictObject({
    item: itemSchema,
    answer: answerSchema.optional(),
    observations: z.array(observationSchema),
    findings: z.array(findingSchema),
  }),
);

export const itemRoutes = [
  defineRoute({
    method: 'GET',
    path: '/items',
    operationId: 'listItems',
    summary: 'Every evidence item with its standing, in portal order',
    tag: 'Standing',
    scope: 'read-standing',
    query: z.strictObject({ ...WHEN, ...PAGE }),
    answers: listAnswers(pageOf('ItemPage', itemSchema), 'A page of items'),
    problems: ['no-standing', 'bad-cursor'],
    handle: async (call) => {
      const asked = await standingAsked(call);
      if (!asked.ok) return asked.answer;
      const placed = asked.check.items.map((item, at) => ({ item, at }));
      return listAnswer(
        call,
        asked.tag,
        placed,
        ({ at }) => [at],
        ({ item }) => item,
      );
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/items/{ref}',
    operationId: 'getItem',
    summary: 'One evidence item: its standing, answer, observations and findings',
    tag: 'Standing',
    scope: 'read-standing',
    params: z.strictObject({ ref: REF }),
    query: z.strictObject(WHEN),
    answers: oneAnswers(itemWithAll, 'The item'),
    problems: ['no-standing'],
    handle: async (call) => {
      const asked = await standingAsked(call);
      if (!asked.ok) return asked.answer;
      const { ref } = call.params;
      const { holdings } = asked;
      const { items, findings, edition } = asked.check;
      const item = items.find((one) => one.ref === ref);
      if (!item) return notFound('There is no evidence item with this number in your edition and category.');
      const said = listOf(holdings, answer).find(({ data }) => data.item === ref && data.edition === edition);
      return unlessKnown(call.ifNoneMatch, asked.tag, () => ({
        item,
        ...(said && { answer: entityJson(said) }),
        observations: listOf(holdings, observation)
          .filter(({ data }) => data.items.includes(ref))
          .map(entityJson),
        findings: findings.filter(({ refs }) => refs.includes(ref)),
      }));
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/findings',
    operationId: 'listFindings',
    summary: 'What a person should know of the record, the weightiest first',
    tag: 'Standing',
    scope: 'read-standing',
    query: z.strictObject({
      ...WHEN,
      ...PAGE,
      severity: z.enum(SEVERITIES, `severity must be one of ${SEVERITIES.join(', ')}`).optional(),
    }),
    answers: listAnswers(pageOf('FindingPage', findingSchema), 'A page of findings'),
    problems: ['no-standing', 'bad-cursor'],
    handle: async (call) => {
      const asked = await standingAsked(call);
      if (!asked.ok) return asked.answer;
      const { severity } = call.query;
      const found = asked.check.findings.filter((one) => severity === undefined || one.severity === severity);
      // Findings have no numbers of their own: what they say tells one from another.
      return listAnswer(
        call,
        asked.tag,
        found,
        (one) => [
          SEVERITIES.indexOf(one.severity),
          one.code,
          one.subject.slice(0, 60).toWellFormed(),
          tagOf(JSON.stringify(one)),
        ],
        (one) => one,
      );
    },
  }),
];
