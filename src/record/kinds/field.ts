import * as z from 'zod';
import { isDay } from '../day.ts';
import { isSeen } from '../seen.ts';

/** How a field is filled in and shown. Forms, lists, import and export follow from this. */
export type FieldMeta = {
  readonly is:
    | 'text'
    | 'long-text'
    | 'day'
    | 'number'
    | 'yes-no'
    | 'choice'
    | 'reference'
    | 'references'
    | 'texts'
    | 'items'
    | 'rows'
    | 'period'
    | 'instant'
    | 'facts';
  /** As a question or a name on a form: "Contract ends on". */
  readonly label: string;
  /** What a person needs to know to fill it in, one sentence. */
  readonly hint?: string;
  /** Kind that a reference leads to. */
  readonly to?: string;
  /** Choices with their words, in the order shown. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Says something about a person: shown to fewer, and gone after an erasure. */
  readonly personal?: true;
  /** Tells of something that has happened: its day is never one to come. */
  readonly past?: true;
};

/** Words of a field besides its label. */
export type FieldWords = Pick<FieldMeta, 'hint' | 'personal' | 'past'>;
/** `missing` is what somebody is told who leaves it out, where its label does not fit the usual sentence. */
type OwnSentence = { readonly missing?: string };

const metas = z.registry<FieldMeta>();

/** What is known of a field; undefined for a schema that was not made here. */
export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  return metas.get(schema) ?? (schema instanceof z.ZodOptional ? fieldMeta(schema.unwrap() as z.ZodType) : undefined);
}

const LINE = 300;
const LONG = 20_000;
/** Sentences follow the pattern of NHS.UK: "Enter ...", "Select ...", "... must be ...". */
const lower = (label: string) => (/^[A-Z][a-z]/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label);
// Zod's own wording is for programmers; these are for the person at the form.
const missing = (words: string) => ({ error: words });

function lineOf(label: string, longest: number, of: RegExp, sentence = `Enter ${lower(label)}`) {
  return z
    .string(missing(sentence))
    .trim()
    .min(1, sentence)
    .refine((text) => text === '' || isSeen(text), sentence)
    .max(longest, `${label} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
    .refine((text) => !of.test(text), `${label} must not contain control characters`)
    .refine((text) => text.isWellFormed(), `${label} must be readable text`);
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text);
}

/** One line of text, up to 300 characters. */
export function text(label: string, words: FieldWords & OwnSentence & { readonly longest?: number } = {}) {
  const { longest = LINE, missing: sentence, ...rest } = words;
  return lineOf(label, longest, /\p{Cc}/u, sentence).register(metas, { is: 'text', label, ...rest });
}

/** Text of several lines, up to 20,000 characters. */
export function longText(label: string, words: FieldWords = {}) {
  // Line breaks and tabs are what several lines are made of.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to refuse them.
  return lineOf(label, LONG, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/).register(metas, {
    is: 'long-text',
    label,
    ...words,
  });
}

/** A calendar day, `YYYY-MM-DD`, between 1900 and 2199. */
export function day(label: string, words: FieldWords = {}) {
  return z
    .string(missing(`Enter the day: ${lower(label)}`))
    .refine((value) => isDay(value) && value >= '1900-01-01' && value <= '2199-12-31', `${label} must be a real date`)
    .register(metas, { is: 'day', label, ...words });
}

/** An instant, ISO 8601 in UTC, between 1900 and 2199. Kept with milliseconds whatever was given, so that instants compare as text. */
export function instant(label: string, words: FieldWords = {}) {
  return z.iso
    .datetime({ error: `${label} must be a date and time in UTC, such as 2026-11-20T09:30:00Z` })
    .overwrite((value) => (Number.isNaN(Date.parse(value)) ? value : new Date(value).toISOString()))
    .refine((value) => value >= '1900' && value < '2200', `${label} must be a real date and time`)
    .register(metas, { is: 'instant', label, ...words });
}

export function number(
  label: string,
  words: FieldWords & { readonly least?: number; readonly most?: number; readonly whole?: boolean } = {},
) {
  const { least = 0, most = 1_000_000_000, whole = true, ...rest } = words;
  const base = z.number(missing(`Enter a number: ${lower(label)}`));
  return (whole ? base.int(`${label} must be a whole number`) : base)
    .min(least, `${label} must be ${least} or more`)
    .max(most, `${label} must be ${most.toLocaleString('en-GB')} or less`)
    .register(metas, { is: 'number', label, ...rest });
}

export function yesNo(label: string, words: FieldWords = {}) {
  return z.boolean(missing(`Select yes or no: ${lower(label)}`)).register(metas, { is: 'yes-no', label, ...words });
}

/** One of a fixed set of values, given with the words people see. */
export function choice<const Options extends Readonly<Record<string, string>>>(
  label: string,
  options: Options,
  words: FieldWords & OwnSentence = {},
) {
  const { missing: sentence = `Select ${lower(label)}`, ...rest } = words;
  // The keys of a literal object are its own.
  const values = Object.keys(options) as [keyof Options & string, ...(keyof Options & string)[]];
  return z.enum(values, missing(sentence)).register(metas, {
    is: 'choice',
    label,
    options: values.map((value) => ({ value, label: options[value] ?? value })),
    ...rest,
  });
}

/** What the id of an entity looks like. */
export const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The id of an entity of another kind. `decide` refuses one that is not there. */
export function reference(label: string, to: string, words: FieldWords = {}) {
  return z
    .string(missing(`Select ${lower(label)}`))
    .regex(ID, `Select ${lower(label)}`)
    .register(metas, { is: 'reference', label, to, ...words });
}

export function references(label: string, to: string, words: FieldWords = {}) {
  return z
    .array(
      z.string(missing(`Select ${lower(label)}`)).regex(ID, `Select ${lower(label)}`),
      missing(`Select ${lower(label)}`),
    )
    .max(1_000, `${label} must be 1,000 or fewer`)
    .register(metas, { is: 'references', label, to, ...words });
}

/** A list of short texts. */
export function texts(label: string, words: FieldWords = {}) {
  return z
    .array(lineOf(label, LINE, /\p{Cc}/u), missing(`Enter ${lower(label)}, one a line`))
    .max(200, `${label} must be 200 or fewer`)
    .register(metas, {
      is: 'texts',
      label,
      ...words,
    });
}

const ITEM = /^\d{1,2}(?:\.\d{1,2}){2,3}$|^[A-E]\d\.[a-z](?:\.\d{1,2})?$/i;

/** Numbers of evidence items, such as `7.3.4`. */
export function items(label: string, words: FieldWords = {}) {
  return z
    .array(
      z
        .string(missing(`${label} must be numbers of evidence items, such as 7.3.4`))
        .regex(ITEM, `${label} must be numbers of evidence items, such as 7.3.4`),
      missing(`Enter ${lower(label)}`),
    )
    .max(200, `${label} must be 200 or fewer`)
    .register(metas, { is: 'items', label, ...words });
}

/** The number of one evidence item. */
export function item(label: string, words: FieldWords = {}) {
  return z
    .string(missing(`Enter ${lower(label)}`))
    .regex(ITEM, `${label} must be the number of an evidence item, such as 7.3.4`)
    .register(metas, { is: 'text', label, ...words });
}

/** A span of calendar time as ISO 8601 text, such as `P12M`. */
export function period(label: string, words: FieldWords = {}) {
  return z
    .string(missing(`Enter ${lower(label)}`))
    .regex(/^P(?:\d{1,3}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?$/, `${label} must be a period, such as P12M`)
    .refine((value) => value !== 'P', `${label} must be a period, such as P12M`)
    .register(metas, { is: 'period', label, ...words });
}

/** Facts about the organisation that switch evidence items on or off, by the catalogue's names for them. */
export function facts(label: string, words: FieldWords = {}) {
  const value = `${label} must be yes, no, a number or a short text`;
  return z
    .record(
      z.string().regex(/^[a-z0-9-]{1,80}$/),
      z.union([z.boolean(), z.number(), z.string().max(LINE, value).refine(isPlain, value)], missing(value)),
      {
        error: ({ code }) =>
          code === 'invalid_key'
            ? `${label} must be named in small letters, such as uses-byod`
            : `Enter ${lower(label)}`,
      },
    )
    .register(metas, { is: 'facts', label, ...words });
}

/** A list of things that are only kept as part of this one, each with a few fields; up to 200 unless said otherwise. */
export function rows<Shape extends z.ZodRawShape>(
  label: string,
  shape: Shape,
  words: FieldWords & { readonly most?: number } = {},
) {
  const { most = 200, ...rest } = words;
  return z
    .array(
      z.strictObject(shape, missing(`Enter ${lower(label)}, each with its fields`)),
      missing(`Enter ${lower(label)} as a list`),
    )
    .max(most, `${label} must be ${most.toLocaleString('en-GB')} or fewer`)
    .register(metas, { is: 'rows', label, ...rest });
}
