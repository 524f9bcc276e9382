import * as z from 'zod';
import { isDay } from '../record/day.ts';
import { DOCUMENT_KINDS } from '../record/document.ts';
import { CERTIFICATES, FUNCTIONS, PERSON_DETAILS, ROW_DETAILS, ROW_EVENTS, ROW_TELLINGS, STATED } from './catalogue.ts';

/** The YAML shapes under `catalogue/`, exactly as a reviewer writes them. Unknown keys are refused: they are misspellings. */

const text = z.string().trim().min(1);
const ref = z
  .string()
  .regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/, 'must be an item number in quotation marks, such as "7.3.4"');
const day = z.string().refine(isDay, 'must be a real day written YYYY-MM-DD');
const period = z.string().regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'must be an ISO 8601 period such as P12M');
const confidence = z.enum(['high', 'medium', 'low']);
const category = z.union([z.literal(2), z.literal(3), z.literal(4)]);
const certificate = z.enum(CERTIFICATES);
const risk = z.enum(['high', 'medium', 'low']);
const keys = z.array(text).min(1);

const source = z.strictObject({ url: z.url(), 'read-on': day, gives: text.optional() });

const item = z.strictObject({
  ref,
  requirement: text,
  answer: z.enum(['yes_no', 'text', 'document', 'number', 'date']).nullable(),
  'answer-confidence': confidence.optional(),
  mandatory: z.boolean().nullable(),
  approaching: z.boolean().nullable(),
  'exempt-by': z.array(certificate).nullable(),
  evidence: z.array(text),
  editions: z.record(text, text),
  change: z
    .strictObject({ from: text, kind: z.enum(['new', 'status', 'meaning', 'wording', 'guidance']), what: text })
    .optional(),
  'not-applicable': text.optional(),
  'differs-in': z.array(category).optional(),
  notes: text.optional(),
  confidence,
  rule: z.literal('lent').optional(),
  sources: keys,
});

export const catalogueSchema = z.strictObject({
  edition: text,
  years: z.string().regex(/^\d{4}-\d{2}$/, 'must be written like 2025-26'),
  category,
  title: text,
  deadline: day.nullable(),
  'read-on': day,
  'official-counts': z.strictObject({
    items: z.int().nullable(),
    mandatory: z.int().nullable(),
    approaching: z.int().nullable(),
    confidence,
    sources: keys,
  }),
  caveats: z.array(text),
  'proof-rules': z.enum(['own', 'lent']).optional(),
  sources: z.record(text, source),
  standards: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        assertions: z.array(z.strictObject({ id: text, title: text, items: z.array(item).min(1) })).min(1),
      }),
    )
    .min(1),
});
export type CatalogueFile = z.infer<typeof catalogueSchema>;
export type ItemEntry = z.infer<typeof item>;

export const editionSchema = z.strictObject({
  edition: text,
  years: z.string().regex(/^\d{4}-\d{2}$/, 'must be written like 2025-26'),
  'released-on': day.nullable(),
  'released-basis': text.optional(),
  'in-force': z.boolean(),
  deadline: day.nullable(),
  'deadline-basis': z.enum(['published', 'by-pattern']),
  contents: z.enum(['reconstructed', 'unknown']),
  caveat: text.nullable(),
  confidence,
  'read-on': day,
  sources: z.record(text, z.strictObject({ url: z.url().nullable(), 'read-on': day, gives: text.optional() })),
});
export type EditionFile = z.infer<typeof editionSchema>;

const condition = z.union([
  z.strictObject({ fact: text, filled: z.literal(true) }),
  z.strictObject({
    document: z.array(z.enum(DOCUMENT_KINDS)).min(1),
    about: text,
    'dated-within': period.optional(),
    approved: z.literal(true).optional(),
    names: z.array(text).optional(),
    'names-us': z.literal(true).optional(),
    states: z.enum(STATED).optional(),
    everyone: z.array(z.enum(PERSON_DETAILS)).min(1).optional(),
  }),
  z.strictObject({
    register: text,
    condition: text,
    everyone: z.array(z.enum(PERSON_DETAILS)).min(1).optional(),
    each: z.array(z.enum(ROW_DETAILS)).min(1).optional(),
    some: z.enum(ROW_TELLINGS).optional(),
    none: z.strictObject({ of: z.enum(ROW_EVENTS), within: period }).optional(),
    'reviewed-within': period.optional(),
  }),
  z.strictObject({ activity: text, outcome: z.enum(['success', 'recorded']), within: period }),
  z.strictObject({ measure: text, 'at-least': z.number().positive().max(1), window: period.optional(), of: text }),
  z.strictObject({ certificate, scope: text, valid: z.literal(true) }),
  z.strictObject({ 'attested-by': text, within: period.optional() }),
]);
export type ConditionEntry = z.infer<typeof condition>;

export const proofRulesSchema = z.array(
  z.strictObject({
    ref,
    ask: text,
    why: text,
    'first-step': text,
    function: z.enum(FUNCTIONS),
    'effort-hours': z.number().nonnegative(),
    'lead-time-days': z.number().nonnegative(),
    risk,
    'quick-win': z.boolean(),
    'applies-when': text.optional(),
    proofs: z.array(z.array(condition).min(1)).min(1),
    'breaks-when': z.array(text),
    'falls-stale': z.array(text),
    vocabulary: z.array(text).min(1),
    'not-this': z.array(z.string().regex(/^.+ \(\d+\.\d+\.\d+\)$/, 'must end with an item number in brackets')),
    'shares-proof-with': z.array(ref),
    basis: text,
  }),
);
export type ProofRuleEntry = z.infer<typeof proofRulesSchema>[number];
