import * as z from 'zod';
import { CATEGORIES } from '../catalogue/catalogue.ts';
import { STANDINGS } from '../readiness/assessment.ts';
import { FINDING_CODES, SEVERITIES } from '../record/finding.ts';
import { component } from './components.ts';

/** What the API says of a standing: the words and shapes of `perennial check --json`, as far as they go. */

export const DAY = z.iso.date().meta({ description: 'A calendar day, YYYY-MM-DD.' });
export const REF = z.string().min(1).max(20).meta({ description: 'Number of an evidence item, such as 7.3.4.' });

const place = component(
  'Place',
  z.strictObject({
    file: z.string(),
    line: z.int().min(1).optional(),
    page: z.int().min(1).optional(),
    cell: z.string().optional(),
    text: z.string().optional().meta({ description: 'As it stands there: not to be trusted when you show it.' }),
  }),
);

const outcome = component(
  'Outcome',
  z.strictObject({
    met: z.boolean(),
    level: z.enum(['Standards Met', 'Standards Not Met']),
    mandatory: z.int().min(0),
    counting: z.int().min(0).meta({ description: 'Mandatory items that count.' }),
    missing: z.array(REF),
  }),
);

const standing = z.enum(STANDINGS);

export const standingSchema = component(
  'Standing',
  z.strictObject({
    organisation: z.string(),
    edition: z.string(),
    category: z.union(CATEGORIES.map((one) => z.literal(one))),
    on: DAY.meta({ description: 'The day it is judged on.' }),
    seq: z.int().min(0).meta({ description: 'Number of the last journal entry it takes account of.' }),
    outcome: z.strictObject({
      claimed: outcome.meta({
        description: 'What a self-assessment could publish: what an answer or a document claims.',
      }),
      defensible: outcome.meta({ description: 'What would survive a question.' }),
    }),
    totals: z.strictObject({
      hours: z.number().min(0).meta({ description: 'Hours of work to Standards Met.' }),
      longestLeadTimeDays: z.number().min(0),
      longestLeadTimeRef: REF.optional(),
    }),
    forecast: z
      .array(
        z.strictObject({
          on: DAY,
          counting: z.int().min(0),
          changes: z.array(z.strictObject({ ref: REF, from: standing, to: standing, because: z.string() })),
        }),
      )
      .meta({ description: 'Days on which something changes if nobody acts, soonest first.' }),
    caveats: z.array(z.string()).meta({ description: 'What to know before relying on this.' }),
  }),
);

export const itemSchema = component(
  'Item',
  z.strictObject({
    ref: REF,
    mandatory: z.boolean().nullable().meta({ description: 'null: not known to us.' }),
    standing,
    reasons: z.array(z.string()).meta({ description: 'The decisive one first.' }),
    documents: z.array(z.string()).meta({ description: 'Paths of documents that speak to it, strongest first.' }),
    requirement: z.string().meta({ description: 'What it asks, in our words.' }),
    confidence: z.enum(['high', 'medium', 'low']),
    checks: z.array(
      z.strictObject({
        asks: z.string(),
        met: z.enum(['yes', 'no', 'lapsed', 'unknown']),
        because: z.string(),
        toCheck: z.string().optional().meta({
          description:
            'What no reading can tell and a person must see for themselves; completes "check that ...". Of a check that is not met: all that is lacking.',
        }),
        seen: z.array(place),
        until: DAY.optional(),
      }),
    ),
    until: DAY.optional(),
  }),
);

export const findingSchema = component(
  'Finding',
  z.strictObject({
    code: z.enum(FINDING_CODES),
    severity: z.enum(SEVERITIES),
    refs: z.array(REF),
    message: z.string(),
    next: z.string(),
    seen: z.array(place),
    subject: z.string(),
    since: DAY.optional(),
    until: DAY.optional(),
  }),
);
