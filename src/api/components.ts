import * as z from 'zod';

/** Schemas that have a name in the OpenAPI document. */
export const components = z.registry<{ readonly id: string }>();

/** Gives a schema a name of its own, in the document and in code generated from it. */
export function component<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  // `register` gives back the schema itself; its type is lost because of the registry's own parameters.
  components.add(schema as z.ZodType, { id });
  return schema;
}

/** `information-asset` as `InformationAsset`. */
export function pascal(name: string): string {
  return name
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export const problemSchema = component(
  'Problem',
  z.strictObject({
    type: z.string().meta({ description: 'Which problem it is; compare this, not the words.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What was found and what to do, for a person.' }),
    errors: z
      .array(
        z.strictObject({
          detail: z.string(),
          pointer: z.string().startsWith('#').optional().meta({ description: 'JSON pointer into the body.' }),
          parameter: z.string().optional().meta({ description: 'Name of a parameter of the address.' }),
        }),
      )
      .optional(),
    current: z.unknown().optional().meta({ description: 'What stands there now, after a conflict.' }),
  }),
);

/** A page of a list, with the address of the next one. */
export function pageOf(id: string, one: z.ZodType) {
  return component(
    id,
    z.strictObject({
      list: z.array(one),
      next: z.string().optional().meta({ description: 'Address of the next page. Absent on the last one.' }),
    }),
  );
}

export const ID = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A thing of the record: `data` has its fields. */
export function entitySchema(id: string, data: z.ZodType) {
  return component(
    id,
    z.strictObject({
      id: ID,
      revision: z.int().min(1).meta({ description: 'Number of the journal entry that made it so.' }),
      title: z.string(),
      data,
    }),
  );
}
