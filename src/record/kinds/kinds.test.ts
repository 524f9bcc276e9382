import { describe, expect, test } from 'vitest';
import { KEPT_EXAMPLES } from '../../../test/support/kept-examples.ts';
import { kindJsonSchema } from '../kind-json-schema.ts';
import { type AnyKind, fieldsOf } from './kind.ts';
import { isKindName, KINDS } from './kinds.ts';

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

  test.each(fieldsOf(kind).map((field) => [field.name, field] as const))('says what is wrong with %s', (field) => {
    for (const wrong of [null, [[]], { x: [] }, 'x'.repeat(30_000), '\u0000', -1.5, '2026-02-30']) {
      const { error } = kind.schema.safeParse({ ...example, [field]: wrong });
      for (const { message, code } of error?.issues ?? [])
        if (code !== 'unrecognized_keys') expect(message).not.toMatch(/^(?:Invalid|Expected|Too|Unrecognized)/);
    }
  });

  test.each(
    fieldsOf(kind)
      .filter(({ required }) => required)
      .map((field) => field.name),
  )('asks for %s when it is missing, in the pattern of NHS.UK', (field) => {
    const { error } = kind.schema.safeParse({ ...example, [field]: undefined });
    expect(error?.issues[0]?.message).toMatch(/^(?:Enter|Select|.* must be) /);
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
