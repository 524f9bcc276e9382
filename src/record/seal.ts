import { type Change, findOf, type Holdings, listOf } from './holdings.ts';
import type { DataOf, Entity, FieldProblem } from './kinds/kind.ts';
import { isKindName } from './kinds/kinds.ts';
import { submission } from './kinds/submission.ts';

/** A submission is sealed upon what is in the record, each as it stands or as it once stood. */
export function faultInSeal(before: Holdings, after: Holdings, { kind, id: own }: Entity): FieldProblem[] {
  if (kind !== submission.name) return [];
  const now = findOf(after, submission, own);
  if (!now || !isSealed(now) || isSealed(findOf(before, submission, own))) return [];
  const wrong = now.data.restsOn.findIndex(({ kind: name, id, revision }) => {
    const entity = isKindName(name) ? after.of.get(name)?.get(id) : undefined;
    return !entity || revision < 1 || revision > entity.revision;
  });
  if (wrong < 0) return [];
  return [{ field: 'restsOn', message: `Rests on, ${wrong + 1}: must be something in the record, as it is or was` }];
}

/** What a sealed submission rests on cannot be removed; a lawful erasure can take its content, and the entries stay. */
export function sealedOver(before: Holdings, after: Holdings, removed: readonly Change[]): FieldProblem[] {
  if (removed.length === 0) return [];
  const restedOn = new Map<string, string>();
  for (const one of listOf(after, submission))
    if (isSealed(one)) for (const { kind, id } of one.data.restsOn) restedOn.set(`${kind} ${id}`, one.data.edition);
  return removed.flatMap(({ kind, id }): FieldProblem[] => {
    if (kind === submission.name && isSealed(findOf(before, submission, id)))
      return [{ message: 'A sealed submission cannot be removed' }];
    const edition = restedOn.get(`${kind} ${id}`);
    return edition === undefined
      ? []
      : [{ message: `The submission for ${edition} rests on it. It can be withdrawn or changed, not removed` }];
  });
}

function isSealed(entity: Entity<DataOf<typeof submission>> | undefined): boolean {
  return entity?.data.state === 'sealed';
}
