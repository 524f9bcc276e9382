import type { Entity } from '../record/kinds/kind.ts';
import { isKindName, KINDS } from '../record/kinds/kinds.ts';

/** A thing of the record as the API writes it. */
export function entityJson({ kind, id, revision, data }: Entity) {
  const title = isKindName(kind) ? titled(KINDS[kind], data) : id;
  return { id, revision, title, data };
}

/** The revision as an entity tag: what `If-Match` is to name. */
export function entityTag({ revision }: Pick<Entity, 'revision'>): string {
  return `"${revision}"`;
}

// Nothing gets into the record that its kind's schema has not parsed.
// biome-ignore lint/suspicious/noExplicitAny: see above.
function titled(kind: { readonly titleOf: (data: any) => string }, data: unknown): string {
  return kind.titleOf(data);
}
