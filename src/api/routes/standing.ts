import * as z from 'zod';
import { unlessKnown } from '../preconditions.ts';
import { defineRoute } from '../route.ts';
import { standingAsked, WHEN } from '../standing-asked.ts';
import { standingSchema } from '../standing-json.ts';

export const standingRoutes = [
  defineRoute({
    method: 'GET',
    path: '/standing',
    operationId: 'getStanding',
    summary: 'Where the organisation stands: the claimed and the defensible outcome',
    tag: 'Standing',
    scope: 'read-standing',
    query: z.strictObject(WHEN),
    answers: {
      200: { description: 'The standing', schema: standingSchema, headers: ['ETag'] },
      304: { description: 'Nothing has changed since the ETag sent in If-None-Match', headers: ['ETag'] },
    },
    problems: ['no-standing'],
    handle: async (call) => {
      const asked = await standingAsked(call);
      if (!asked.ok) return asked.answer;
      const { edition, category, on, outcome, totals, forecast, caveats } = asked.check;
      const { seq } = asked.holdings;
      return unlessKnown(call.ifNoneMatch, asked.tag, () => ({
        organisation: call.caller.organisation,
        edition,
        category,
        on,
        seq,
        outcome,
        totals,
        forecast,
        caveats,
      }));
    },
  }),
];
