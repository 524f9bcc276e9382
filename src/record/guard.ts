import { type Change, type Holdings, lookupIn } from './holdings.ts';
import { canonicalJson } from './journal.ts';
import {
  type AnyKind,
  type Entity,
  type Field,
  type FieldProblem,
  fieldsOf,
  referredBy,
  titleInWords,
  valueIn,
} from './kinds/kind.ts';
import { isKindName, KINDS } from './kinds/kinds.ts';
import { faultInSeal, sealedOver } from './seal.ts';
import { withArticle } from './words.ts';

/**
 * Everything that changes would break, each once: references that lead nowhere, two of what there may be one of, fields that
 * may not change, what is sealed, and the invariants of each kind. What is looked through to tell is looked through once,
 * however many changes there are.
 */
export function brokenBy(before: Holdings, after: Holdings, changes: readonly Change[]): readonly FieldProblem[] {
  const lookup = lookupIn(after);
  const keys = keysIn(after);
  const problems: FieldProblem[] = [];
  const gone: Change[] = [];
  for (const change of lastOfEach(changes)) {
    const { kind: name, id } = change;
    if (!isKindName(name)) continue;
    const kind: AnyKind = KINDS[name];
    const was = before.of.get(name)?.get(id);
    const entity = after.of.get(name)?.get(id);
    if (!entity) {
      gone.push(change);
      continue;
    }
    problems.push(
      ...kept(after, kind, was, entity),
      ...faultInSeal(before, after, entity),
      ...missingReferences(after, kind, entity),
      ...sameKey(keys, kind, was, entity),
      ...(kind.invariants ?? []).flatMap((invariant) => invariant(entity, lookup) ?? []),
      ...leavesWithOpenEnds(after, was, entity),
    );
  }
  return [
    ...problems,
    ...whatStillRefers(after, gone),
    ...sealedOver(
      before,
      after,
      gone.filter(({ action }) => action === 'remove'),
    ),
  ];
}

/** The last change to each entity, in the order in which they were first changed. */
function lastOfEach(changes: readonly Change[]): Iterable<Change> {
  return new Map(changes.map((change) => [`${change.kind} ${change.id}`, change])).values();
}

/** Nobody leaves while something is still theirs: that would be found out only when it is missing. */
function leavesWithOpenEnds(after: Holdings, was: Entity | undefined, entity: Entity): FieldProblem[] {
  if (entity.kind !== 'person') return [];
  const leftOn = valueIn(entity.data, 'leftOn');
  if (typeof leftOn !== 'string' || valueIn(was?.data, 'leftOn') === leftOn) return [];
  const count = (kind: string, isOpen: (data: unknown) => boolean) =>
    [...(after.of.get(kind)?.values() ?? [])].filter(({ data }) => isOpen(data)).length;
  const held = count('appointment', (data) => {
    const ended = valueIn(data, 'endedOn');
    return valueIn(data, 'person') === entity.id && (typeof ended !== 'string' || ended > leftOn);
  });
  const isOwn = (data: unknown) => valueIn(data, 'owner') === entity.id;
  const still = [
    counted(count('responsibility', isOwn), 'evidence item'),
    counted(held, 'role'),
    counted(
      count('action', (data) => isOwn(data) && valueIn(data, 'doneOn') === undefined),
      'open action',
    ),
  ].filter((one) => one !== undefined);
  if (still.length === 0) return [];
  return [{ field: 'leftOn', message: `They still look after ${inWords(still)}. Hand these over first` }];
}

function counted(number: number, what: string): string | undefined {
  return number === 0 ? undefined : `${number} ${what}${number === 1 ? '' : 's'}`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Fields that keep their first value, and things that are sealed. */
function kept(after: Holdings, kind: AnyKind, was: Entity | undefined, now: Entity): FieldProblem[] {
  if (!was || was.revision === now.revision) return [];
  if (kind.sealedWhen?.(was.data))
    return [{ message: `${kind.label.one} "${titleInWords(kind, was.data)}" is sealed and does not change any more` }];
  const first = (kind.immutable ?? []).flatMap((name) => fieldsOf(kind).find((field) => field.name === name) ?? []);
  return first
    .filter(({ name, to }) => {
      const [had, has] = [valueIn(was.data, name), valueIn(now.data, name)];
      const emptied = has === undefined && to !== undefined && !after.of.get(to)?.has(String(had));
      return !emptied && canonicalJson([had ?? null]) !== canonicalJson([has ?? null]);
    })
    .map(({ name, label }) => ({ field: name, message: `${label} must stay as it was` }));
}

function missingReferences(after: Holdings, kind: AnyKind, entity: Entity): FieldProblem[] {
  return fieldsOf(kind).flatMap(({ name, label, to }): FieldProblem[] => {
    if (to === undefined) return [];
    const gone = referredBy(entity.data, name).filter((id) => !after.of.get(to)?.has(id));
    return gone.length > 0
      ? [{ field: name, message: `${label}: what was selected is not in the record any more` }]
      : [];
  });
}

type Leading = { readonly kind: AnyKind; readonly field: Field };

const leadingTo = new Map<string, readonly Leading[]>();

/** Every field that leads to a kind, whatever kind it is of. */
export function fieldsLeadingTo(name: string): readonly Leading[] {
  const known = leadingTo.get(name);
  if (known) return known;
  const all: readonly AnyKind[] = Object.values(KINDS);
  const found = all.flatMap((kind) => fieldsOf(kind).flatMap((field) => (field.to === name ? [{ kind, field }] : [])));
  if (isKindName(name)) leadingTo.set(name, found);
  return found;
}

/** Referring things that a message names. */
const NAMED = 5;

/** What still refers to entities that would be gone, for each of them the first few by name. */
function whatStillRefers(after: Holdings, gone: readonly Change[]): FieldProblem[] {
  return [...new Set(gone.map(({ kind }) => kind))].flatMap((name) => {
    const referring = new Map(gone.filter(({ kind }) => kind === name).map(({ id }) => [id, [] as string[]]));
    for (const { kind, field } of fieldsLeadingTo(name))
      for (const { data } of after.of.get(kind.name)?.values() ?? [])
        for (const id of referredBy(data, field.name))
          referring.get(id)?.push(`${kind.label.one} "${titleInWords(kind, data)}" (${field.label})`);
    return [...referring.values()]
      .filter((those) => those.length > 0)
      .map((those) => {
        const more = those.length > NAMED ? ` and ${those.length - NAMED} more` : '';
        return {
          message: `Something still refers to it: ${those.slice(0, NAMED).join(', ')}${more}. Change that first`,
        };
      });
  });
}

/** The first two entities of each key, by kind; made when first asked for. */
type Keys = (kind: AnyKind) => ReadonlyMap<string, readonly Entity[]>;

function keysIn(after: Holdings): Keys {
  const made = new Map<string, Map<string, Entity[]>>();
  return (kind) => {
    const known = made.get(kind.name);
    if (known) return known;
    const keys = new Map<string, Entity[]>();
    for (const entity of after.of.get(kind.name)?.values() ?? []) {
      const key = kind.keyOf?.(entity.data);
      if (key === undefined) continue;
      const same = keys.get(key);
      if (!same) keys.set(key, [entity]);
      else if (same.length === 1) same.push(entity);
    }
    made.set(kind.name, keys);
    return keys;
  };
}

function sameKey(keys: Keys, kind: AnyKind, was: Entity | undefined, entity: Entity): FieldProblem[] {
  const key = kind.keyOf?.(entity.data);
  if (key === undefined || (was && kind.keyOf?.(was.data) === key)) return [];
  const other = keys(kind)
    .get(key)
    ?.find(({ id }) => id !== entity.id);
  if (!other) return [];
  const what = withArticle(kind.label.one.toLowerCase());
  return [{ message: `There is already ${what} like this: ${titleInWords(kind, other.data)}` }];
}
