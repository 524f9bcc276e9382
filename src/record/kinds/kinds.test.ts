import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { kindJsonSchema } from '../kind-json-schema.ts';
import type { FieldMeta } from './field.ts';
import { type AnyKind, fieldsOf } from './kind.ts';
import { isKindName, KINDS } from './kinds.ts';

const NHS_UK = /^(?:Enter|Select) |^.+ must (?:be|not contain) /;

const TEXTS = [null, 7, {}, [], '', '  ', 'x'.repeat(30_000), 'a\u0000b', 'a\ud800', '\u200b\u2060', '\u3164'];
const LISTS = [null, 7, 'x', {}, [7], [null], [''], [[]]];

/** What no field of a form can be. */
const WRONG: Readonly<Record<FieldMeta['is'], readonly unknown[]>> = {
  text: [...TEXTS, 'two\nlines'],
  'long-text': TEXTS,
  day: [null, 7, {}, '', '2026-02-30', '20 November 2026', '1899-12-31', '2200-01-01', '2026-11-20T09:30:00Z'],
  instant: [null, 7, {}, '', '2026-11-20', '2026-11-20T09:30:00', '2026-11-20T09:30:00+01:00', '2026-13-20T09:30:00Z'],
  number: [null, '7', {}, Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 1e12],
  'yes-no': [null, 'yes', 1, {}],
  choice: [null, '', 7, 'constructor', '__proto__', 'YES'],
  reference: [null, 7, '', 'a b', '../x', 'x'.repeat(65)],
  references: [...LISTS, ['a b'], ['x'.repeat(65)]],
  texts: [...LISTS, ['x'.repeat(301)], ['a\u0000'], ['\u200b']],
  items: [...LISTS, ['7'], ['7.3.4; drop']],
  rows: [null, 7, 'x', {}, [7], [null], [[]]],
  period: [null, 7, '', 'P', '12 months', 'P1.5Y', 'PT1H', '-P1D'],
  facts: [null, 7, 'x', [], { 'A B': true }, { a: {} }, { a: 'x'.repeat(301) }, { a: '\u0000' }, { a: '\ud800' }],
};

const all: readonly (readonly [string, AnyKind])[] = Object.entries(KINDS);

describe.each(all)('the kind %s', (name, kind) => {
  const example = isKindName(name) ? KEPT_EXAMPLES[name] : {};

  test('stands under its own name', () => {
    expect(kind.name).toBe(name);
  });

  test('takes its example', () => {
    expect(kind.schema.safeParse(example).error?.issues).toBeUndefined();
  });

  test('refuses a field it does not know', () => {
    expect(kind.schema.safeParse({ ...example, surplus: 1 }).success).toBe(false);
  });

  test('has a label for every field', () => {
    expect(fieldsOf(kind).map((field) => field.name)).toEqual(Object.keys(kind.schema.shape));
  });

  test('refers to kinds that there are', () => {
    expect(fieldsOf(kind).filter(({ to }) => to !== undefined && !isKindName(to))).toEqual([]);
  });

  test.each(fieldsOf(kind).map((field) => [field.name, field] as const))(
    'refuses what %s cannot be, in the pattern of NHS.UK',
    (name, field) => {
      for (const wrong of WRONG[field.is]) {
        const { error } = kind.schema.safeParse({ ...example, [name]: wrong });
        expect(error?.issues.length, JSON.stringify(wrong)).toBeGreaterThan(0);
        for (const { message, path } of error?.issues ?? []) {
          expect(path[0]).toBe(name);
          expect(message).toMatch(NHS_UK);
        }
      }
    },
  );

  test.each(
    fieldsOf(kind)
      .filter(({ required }) => required)
      .map((field) => field.name),
  )('asks for %s when it is missing, in the pattern of NHS.UK', (field) => {
    const { error } = kind.schema.safeParse({ ...example, [field]: undefined });
    expect(error?.issues[0]?.message).toMatch(NHS_UK);
  });

  test('has a JSON Schema with the labels as titles', () => {
    const properties = kindJsonSchema(kind).properties;
    expect(Object.values(properties as Record<string, { title?: string }>).map(({ title }) => title)).toEqual(
      fieldsOf(kind).map(({ label }) => label),
    );
  });
});

test('no two kinds share an address', () => {
  const plurals = all.map(([, { plural }]) => plural);
  expect(new Set(plurals).size).toBe(plurals.length);
});
