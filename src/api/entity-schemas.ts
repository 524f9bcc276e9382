import { answer } from '../record/kinds/answer.ts';
import { document } from '../record/kinds/document.ts';
import type { AnyKind } from '../record/kinds/kind.ts';
import { KINDS } from '../record/kinds/kinds.ts';
import { observation } from '../record/kinds/observation.ts';
import { organisation } from '../record/kinds/organisation.ts';
import { component, entitySchema, pascal } from './components.ts';

/** Schemas of a kind: its fields, and the thing in the record that has them. */
export type KindSchemas = ReturnType<typeof schemasOf>;

function schemasOf({ name, schema }: AnyKind) {
  const fields = component(`${pascal(name)}Fields`, schema);
  return { fields, entity: entitySchema(pascal(name), fields) };
}

export const answerSchema = schemasOf(answer).entity;
export const observationSchema = schemasOf(observation).entity;
export const documentSchema = schemasOf(document).entity;
export const organisationSchema = schemasOf(organisation).entity;

/**
 * Kinds that have no register of their own in the API: some have an address with more to it, and who may see the record is not
 * handled with a token at all.
 */
const ELSEWHERE: readonly string[] = [
  'organisation',
  'document',
  'observation',
  'answer',
  'comment',
  'confirmation',
  'share',
  'grant',
];
/** What is published is published in the workspace, by a person. */
const READ_ONLY: readonly string[] = ['submission'];

export type Register = { readonly kind: AnyKind; readonly schemas: KindSchemas; readonly writable: boolean };

export const REGISTERS: readonly Register[] = Object.values(KINDS)
  .filter(({ name }) => !ELSEWHERE.includes(name))
  .map((kind) => ({ kind, schemas: schemasOf(kind), writable: !READ_ONLY.includes(kind.name) }));
