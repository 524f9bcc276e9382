import * as z from 'zod';
import { listOf } from '../../record/holdings.ts';
import { organisation } from '../../record/kinds/organisation.ts';
import { component, ID, pageOf } from '../components.ts';
import { entityJson } from '../entity-json.ts';
import { organisationSchema } from '../entity-schemas.ts';
import { oneAnswers } from '../list-answer.ts';
import { openRecord } from '../open-record.ts';
import { badCursor, limitOf, nextPage, PAGE, readCursor, writeCursor } from '../paging.ts';
import { tagOf, unlessKnown } from '../preconditions.ts';
import { defineRoute } from '../route.ts';

const HASH = z.string().regex(/^[0-9a-f]{64}$/);

const whole = component(
  'OrganisationAndRecord',
  z.strictObject({
    id: z.string(),
    profile: organisationSchema.optional().meta({ description: 'Absent until somebody has filled it in.' }),
    head: z
      .strictObject({ seq: z.int().min(0), hash: HASH })
      .meta({ description: 'The last entry of the journal. It changes when anything does.' }),
  }),
);

const entrySchema = component(
  'JournalEntry',
  z.strictObject({
    seq: z.int().min(1),
    at: z.iso.datetime(),
    actor: z.string().meta({ description: 'account:ID, token:ID or system.' }),
    action: z.enum(['add', 'change', 'remove', 'erase']),
    kind: z.string(),
    id: ID,
    dataHash: HASH,
    previous: HASH,
    hash: HASH,
  }),
);

export const recordRoutes = [
  defineRoute({
    method: 'GET',
    path: '/organisation',
    operationId: 'getOrganisation',
    summary: 'Whose record the token opens, and where its journal ends',
    tag: 'Record',
    scope: 'read-standing',
    answers: oneAnswers(whole, 'The organisation'),
    handle: async (call) => {
      const { head, holdings } = await openRecord(call);
      const [profile] = listOf(holdings, organisation);
      return unlessKnown(call.ifNoneMatch, tagOf(call.url, head.hash), () => ({
        id: call.caller.organisation,
        ...(profile && { profile: entityJson(profile) }),
        head,
      }));
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/journal',
    operationId: 'listJournal',
    summary:
      'Every change ever made, the oldest first: who, when, what, and the hashes that chain them; not what it said',
    tag: 'Record',
    scope: 'read-journal',
    query: z.strictObject(PAGE),
    answers: {
      200: {
        description: 'A page of the journal. It never changes once it is full.',
        schema: pageOf('JournalPage', entrySchema),
        headers: ['Link'],
      },
    },
    problems: ['bad-cursor'],
    handle: async ({ services, caller, query, url }) => {
      const position = query.cursor === undefined ? [0] : readCursor(query.cursor);
      const after = position?.length === 1 ? position[0] : undefined;
      if (typeof after !== 'number') return badCursor();
      const limit = limitOf(query);
      const found = await services.journal.entriesAfter(caller.organisation, after, limit + 1);
      const list = found.slice(0, limit).map(({ entry }) => entry);
      const last = list.at(-1);
      const more = last !== undefined && found.length > limit;
      const { next, headers } = nextPage(url, more ? writeCursor([last.seq]) : undefined);
      return { status: 200, headers, body: { list, ...(next !== undefined && { next }) } };
    },
  }),
];
