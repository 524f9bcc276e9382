import * as z from 'zod';
import { fieldMeta } from './kinds/field.ts';
import type { AnyKind } from './kinds/kind.ts';

/** JSON Schema (draft 2020-12) of what a kind keeps, with labels as titles and hints as descriptions. */
export function kindJsonSchema({ schema, label, purpose }: AnyKind): Readonly<Record<string, unknown>> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      // The schema of every node is one of Zod's own types, whose common ancestor is given here.
      const meta = zodSchema instanceof z.ZodType ? fieldMeta(zodSchema) : undefined;
      if (!meta) return;
      jsonSchema.title = meta.label;
      if (meta.hint !== undefined) jsonSchema.description = meta.hint;
      if (meta.is === 'day') jsonSchema.format = 'date';
    },
  });
  return { ...made, title: label.one, description: purpose };
}
