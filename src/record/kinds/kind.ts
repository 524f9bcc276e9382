import * as z from 'zod';
import { type FieldMeta, fieldMeta } from './field.ts';

/** What an invariant may look at: the record as it would be after the change. */
export type Lookup = {
  readonly find: <K extends AnyKind>(kind: K, id: string) => Entity<DataOf<K>> | undefined;
  readonly list: <K extends AnyKind>(kind: K) => readonly Entity<DataOf<K>>[];
  /** Everything else of the same kind. */
  readonly findOther: <Data>(entity: Entity<Data>, is: (other: Entity<Data>) => boolean) => Entity<Data> | undefined;
};

/** A thing the organisation keeps, as it stands now. */
export type Entity<Data = unknown> = {
  readonly kind: string;
  readonly id: string;
  /** Number of the journal entry that made it so. */
  readonly revision: number;
  /** When that entry was made: an instant. */
  readonly revisedAt: string;
  readonly data: Data;
};

/** A message in the pattern of NHS.UK, and the field it belongs to; no field when it concerns the whole. */
export type FieldProblem = { readonly field?: string; readonly message: string };

/**
 * One kind of thing an organisation keeps. `schema` says its fields with labels and hints (made with `field.ts`);
 * `invariants` are looked at after every change to one of its entities and never let a wrong one into the record.
 */
export type Kind<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> = {
  readonly name: Name;
  /** In addresses and as the register's name: `suppliers`. */
  readonly plural: string;
  readonly label: { readonly one: string; readonly many: string };
  /** What it is kept for, one sentence for a person. */
  readonly purpose: string;
  readonly schema: z.ZodObject<Shape>;
  readonly titleOf: (data: z.infer<z.ZodObject<Shape>>) => string;
  /** Fields that a list of many shows beside the title; otherwise the first that are short. */
  readonly listed?: readonly (keyof Shape & string)[];
  /** Two entities with the same key are refused; undefined never clashes. */
  readonly keyOf?: (data: z.infer<z.ZodObject<Shape>>) => string | undefined;
  /** Fields that keep their first value for good. A reference may be emptied in the step that erases what it leads to. */
  readonly immutable?: readonly (keyof Shape & string)[];
  /** What cannot be said yet on a day, besides days of fields that tell of the past. */
  readonly notYet?: (data: z.infer<z.ZodObject<Shape>>, today: string) => readonly FieldProblem[];
  /** Once this holds, the entity never changes again. */
  readonly sealedWhen?: (data: z.infer<z.ZodObject<Shape>>) => boolean;
  readonly invariants?: readonly ((
    entity: Entity<z.infer<z.ZodObject<Shape>>>,
    lookup: Lookup,
  ) => FieldProblem | undefined)[];
};

/** Any kind at all. What its functions are given has been parsed by its own schema, which a type for all of them cannot say. */
export type AnyKind = Pick<Kind, 'name' | 'plural' | 'label' | 'purpose'> & {
  readonly schema: z.ZodObject;
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly titleOf: (data: any) => string;
  readonly listed?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly keyOf?: (data: any) => string | undefined;
  readonly immutable?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly notYet?: (data: any, today: string) => readonly FieldProblem[];
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly sealedWhen?: (data: any) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly invariants?: readonly ((entity: Entity<any>, lookup: Lookup) => FieldProblem | undefined)[];
};
export type DataOf<K extends AnyKind> = z.infer<K['schema']>;

/** Declares a kind; keys that the schema does not know are refused. */
export function defineKind<const Name extends string, Shape extends z.ZodRawShape>(
  kind: Omit<Kind<Name, Shape>, 'schema'> & { readonly fields: Shape },
): Kind<Name, Shape> {
  const { fields, ...rest } = kind;
  // A strict object is an object; the type of Zod keeps the two apart by a parameter nobody here uses.
  return { ...rest, schema: z.strictObject(fields) as unknown as z.ZodObject<Shape> };
}

export type Field = FieldMeta & {
  readonly name: string;
  readonly required: boolean;
  /** The fields of one row, for a list of rows. */
  readonly of?: readonly Field[];
};

const known = new WeakMap<z.ZodObject, readonly Field[]>();

/** The fields of a kind in the order they are declared. */
export function fieldsOf({ schema }: Pick<AnyKind, 'schema'>): readonly Field[] {
  const done = known.get(schema);
  if (done) return done;
  const fields = Object.entries(schema.shape).flatMap(([name, field]): Field[] => {
    const meta = fieldMeta(field);
    if (!meta) return [];
    const row = rowOf(field);
    return [
      { ...meta, name, required: !field.safeParse(undefined).success, ...(row && { of: fieldsOf({ schema: row }) }) },
    ];
  });
  known.set(schema, fields);
  return fields;
}

/** What each row of a list of rows is made of. */
function rowOf(schema: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodOptional) return rowOf(schema.unwrap());
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) return schema.element;
  return undefined;
}

/** The ids that a field leads to, be it one reference or a list of them. */
export function referredBy(data: unknown, field: string): readonly string[] {
  const value = valueIn(data, field);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The value of a field in data that may be anything. */
export function valueIn(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined;
}

/** What an entity is called, with the words of choices in place of their values; days as `dayWords` has them. */
export function titleInWords(kind: AnyKind, data: unknown, dayWords = (day: string) => day): string {
  // Before the title is made of them: within it, "in" for a choice would be found in "Appointment" too.
  const told = fieldsOf(kind).flatMap(({ name, is, options = [] }) => {
    const value = valueIn(data, name);
    if (is === 'day' && typeof value === 'string') return [[name, dayWords(value)] as const];
    const chosen = options.find((one) => one.value === value);
    return chosen ? [[name, chosen.label] as const] : [];
  });
  return kind.titleOf(typeof data === 'object' ? { ...data, ...Object.fromEntries(told) } : data);
}

/** Told when something ends before it began; undefined while either day is not known. */
export function endsBefore(
  begins: string | undefined,
  ends: string | undefined,
  field: string,
  label: string,
  than: string,
): FieldProblem | undefined {
  return begins !== undefined && ends !== undefined && ends < begins
    ? { field, message: `${label} must be the same as or after ${than}` }
    : undefined;
}
