import { type Change, type Holdings, lookupIn } from './holdings.ts';
import { canonicalJson } from './journal.ts';
import { type AnyKind, type Entity, type Field, type FieldProblem, fieldsOf } from './kinds/kind.ts';
import { isKindName, KINDS } from './kinds/kinds.ts';
import { withArticle } from './words.ts';

/**
 * Everything that changes would break, each once: references that lead nowhere, two of what there may be one of, fields that
 * may not change, what is sealed, and the invariants of each kind.
 */
export function brokenBy(before: Holdings, after: Holdings, changes: readonly Change[]): readonly FieldProblem[] {
  const lookup = lookupIn(after);
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const { kind: name, id, action } of changes) {
    if (!isKindName(name) || seen.has(`${name} ${id}`)) continue;
    seen.add(`${name} ${id}`);
    const kind: AnyKind = KINDS[name];
    const was = before.of.get(name)?.get(id);
    const entity = after.of.get(name)?.get(id);
    if (!entity) {
      problems.push(
        ...whatStillRefers(after, name, id),
        ...(action === 'erase' ? [] : sealedOver(after, name, id, was)),
      );
      continue;
    }
    problems.push(
      ...kept(kind, was, entity),
      ...missingReferences(after, kind, entity),
      ...sameKey(after, kind, was, entity),
      ...(kind.invariants ?? []).flatMap((invariant) => invariant(entity, lookup) ?? []),
      ...leavesWithOpenEnds(after, was, entity),
    );
  }
  return problems;
}

/** Nobody leaves while something is still theirs: that would be found out only when it is missing. */
function leavesWithOpenEnds(after: Holdings, was: Entity | undefined, entity: Entity): FieldProblem[] {
  if (entity.kind !== 'person') return [];
  const leftOn = fieldIn(entity.data, 'leftOn');
  if (typeof leftOn !== 'string' || fieldIn(was?.data, 'leftOn') === leftOn) return [];
  const count = (kind: string, isOpen: (data: unknown) => boolean) =>
    [...(after.of.get(kind)?.values() ?? [])].filter(({ data }) => isOpen(data)).length;
  const open: readonly (readonly [number, string])[] = [
    [count('responsibility', (data) => fieldIn(data, 'owner') === entity.id), 'evidence items'],
    [
      count('appointment', (data) => {
        const ended = fieldIn(data, 'endedOn');
        return fieldIn(data, 'person') === entity.id && (typeof ended !== 'string' || ended > leftOn);
      }),
      'roles',
    ],
    [
      count('action', (data) => fieldIn(data, 'owner') === entity.id && fieldIn(data, 'doneOn') === undefined),
      'open actions',
    ],
  ];
  const still = open.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  if (still.length === 0) return [];
  return [{ field: 'leftOn', message: `They still look after ${still.join(', ')}. Hand these over first` }];
}

/** Fields that keep their first value, and things that are sealed. */
function kept(
  { immutable = [], sealedWhen, label, ...kind }: AnyKind,
  was: Entity | undefined,
  now: Entity,
): FieldProblem[] {
  if (!was || was.revision === now.revision) return [];
  if (sealedWhen?.(was.data))
    return [{ message: `${label.one} "${kind.titleOf(was.data)}" is sealed and does not change any more` }];
  return immutable
    .filter(
      (field) =>
        canonicalJson([fieldIn(was.data, field) ?? null]) !== canonicalJson([fieldIn(now.data, field) ?? null]),
    )
    .map((field) => ({
      field,
      message: `${fieldsOf(kind).find(({ name }) => name === field)?.label ?? field} must stay as it was`,
    }));
}

/** What a sealed submission rests on cannot be removed; a lawful erasure can take its content, and the entry stays. */
function sealedOver(after: Holdings, name: string, id: string, was: Entity | undefined): FieldProblem[] {
  const own = KINDS.submission.sealedWhen;
  if (name === 'submission' && was && own?.(KINDS.submission.schema.parse(was.data)))
    return [{ message: 'A sealed submission cannot be removed' }];
  const resting = [...(after.of.get('submission')?.values() ?? [])].find(({ data }) => {
    const rows = fieldIn(data, 'restsOn');
    return (
      fieldIn(data, 'state') === 'sealed' &&
      Array.isArray(rows) &&
      rows.some((row) => fieldIn(row, 'kind') === name && fieldIn(row, 'id') === id)
    );
  });
  return resting
    ? [
        {
          message: `The submission for ${String(fieldIn(resting.data, 'edition'))} rests on it. It can be withdrawn or changed, not removed`,
        },
      ]
    : [];
}

function missingReferences(after: Holdings, kind: AnyKind, entity: Entity): FieldProblem[] {
  return fieldsOf(kind).flatMap(({ name, label, to }): FieldProblem[] => {
    if (to === undefined) return [];
    const gone = referred(entity.data, name).filter((id) => !after.of.get(to)?.has(id));
    return gone.length > 0
      ? [{ field: name, message: `${label}: what was selected is not in the record any more` }]
      : [];
  });
}

/** Fields that lead to a kind, of all kinds. */
const leadingTo = new Map<string, readonly { readonly kind: AnyKind; readonly field: Field }[]>();
for (const name of Object.keys(KINDS)) {
  const all: readonly AnyKind[] = Object.values(KINDS);
  leadingTo.set(
    name,
    all.flatMap((kind) => fieldsOf(kind).flatMap((field) => (field.to === name ? [{ kind, field }] : []))),
  );
}

/** What still refers to an entity that would be gone, the first few by name. */
function whatStillRefers(after: Holdings, name: string, id: string): FieldProblem[] {
  const referring = (leadingTo.get(name) ?? []).flatMap(({ kind, field }) =>
    [...(after.of.get(kind.name)?.values() ?? [])]
      .filter(({ data }) => referred(data, field.name).includes(id))
      .map(({ data }) => `${kind.label.one} "${kind.titleOf(data)}" (${field.label})`),
  );
  if (referring.length === 0) return [];
  const more = referring.length > 5 ? ` and ${referring.length - 5} more` : '';
  return [{ message: `Something still refers to it: ${referring.slice(0, 5).join(', ')}${more}. Change that first` }];
}

function sameKey(after: Holdings, kind: AnyKind, was: Entity | undefined, entity: Entity): FieldProblem[] {
  const key = kind.keyOf?.(entity.data);
  if (key === undefined || (was && kind.keyOf?.(was.data) === key)) return [];
  for (const other of after.of.get(kind.name)?.values() ?? []) {
    if (other.id !== entity.id && kind.keyOf?.(other.data) === key)
      return [
        {
          message: `There is already ${withArticle(kind.label.one.toLowerCase())} like this: ${kind.titleOf(other.data)}`,
        },
      ];
  }
  return [];
}

function referred(data: unknown, field: string): readonly string[] {
  const value = fieldIn(data, field);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function fieldIn(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined;
}
