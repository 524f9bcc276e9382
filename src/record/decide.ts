import type { Day } from './day.ts';
import { type Change, type Holdings, type Instant, lookupIn, withChanges } from './holdings.ts';
import { type AnyKind, type Entity, type FieldProblem, fieldsOf } from './kinds/kind.ts';
import { isKindName, KINDS } from './kinds/kinds.ts';

/** What somebody wants done to the record. `seen` is the revision they looked at when they decided. */
export type Command =
  | { readonly do: 'add'; readonly kind: string; readonly id?: string; readonly data: unknown }
  | { readonly do: 'change'; readonly kind: string; readonly id: string; readonly seen: number; readonly data: unknown }
  | { readonly do: 'remove'; readonly kind: string; readonly id: string; readonly seen: number }
  | {
      readonly do: 'erase';
      readonly kind: string;
      readonly id: string;
      readonly reason: string;
      readonly basis: string;
    }
  /** All of it or nothing, as one step; invariants are looked at once, after the last. */
  | { readonly do: 'together'; readonly commands: readonly Command[] };

export type DecideContext = {
  readonly at: Instant;
  readonly today: Day;
  /** A fresh id: a UUID, version 7. */
  readonly newId: () => string;
};

/** Why a command was not done. Nothing has changed. */
export type DecideProblem =
  /** Beside the fields they concern, in the pattern of NHS.UK. */
  | { readonly type: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly type: 'not-found'; readonly kind: string; readonly id: string }
  /** Someone changed it since it was looked at; `now` is what stands there, undefined when it is gone. */
  | {
      readonly type: 'changed-meanwhile';
      readonly kind: string;
      readonly id: string;
      readonly yours: unknown;
      readonly now: Entity | undefined;
    };

export type Decision =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly ids: readonly string[] }
  | { readonly ok: false; readonly problem: DecideProblem };

/** What a command does to the record, or why not. Pure: time and ids come in with the context. */
export function decide(holdings: Holdings, command: Command, context: DecideContext): Decision {
  const changes: Change[] = [];
  let after = holdings;
  for (const single of flat(command)) {
    const decided = decideOne(after, single, context);
    if (!decided.ok) return decided;
    changes.push(...decided.changes);
    after = withChanges(after, decided.changes);
  }
  const problems = brokenInvariants(after, changes);
  if (problems.length > 0) return { ok: false, problem: { type: 'invalid', problems } };
  return { ok: true, changes, ids: changes.map(({ id }) => id) };
}

type Single = Exclude<Command, { do: 'together' }>;

function flat(command: Command): readonly Single[] {
  return command.do === 'together' ? command.commands.flatMap(flat) : [command];
}

function decideOne(holdings: Holdings, command: Single, { newId }: DecideContext): Decision {
  if (!isKindName(command.kind)) return invalid(`There is no kind of record called "${command.kind}"`);
  const kind: AnyKind = KINDS[command.kind];
  const known = command.id === undefined ? undefined : holdings.of.get(kind.name)?.get(command.id);
  switch (command.do) {
    case 'add': {
      if (known) return invalid(`${kind.label.one} ${command.id} is there already`);
      const parsed = parse(kind, command.data);
      if (!parsed.ok) return parsed;
      return done({ action: 'add', kind: kind.name, id: command.id ?? newId(), data: parsed.data });
    }
    case 'change': {
      if (!known) return missing(command);
      const parsed = parse(kind, command.data);
      if (!parsed.ok) return parsed;
      if (known.revision !== command.seen) return stale(command, known, parsed.data);
      return done({ action: 'change', kind: kind.name, id: command.id, data: parsed.data });
    }
    case 'remove':
      if (!known) return missing(command);
      if (known.revision !== command.seen) return stale(command, known, undefined);
      return done({ action: 'remove', kind: kind.name, id: command.id });
    case 'erase': {
      const { reason, basis } = command;
      if (!reason.trim()) return invalid('Enter why it is erased', 'reason');
      if (!basis.trim()) return invalid('Enter the legal basis of the erasure', 'basis');
      return done({ action: 'erase', kind: kind.name, id: command.id, data: { reason, basis } });
    }
    default:
      return command satisfies never;
  }
}

function parse(kind: AnyKind, data: unknown): { ok: true; data: unknown } | { ok: false; problem: DecideProblem } {
  const read = kind.schema.safeParse(data);
  if (read.success) return { ok: true, data: withoutUndefined(read.data) };
  const problems = read.error.issues.map((issue): FieldProblem => {
    if (issue.code === 'unrecognized_keys')
      return { message: `${kind.label.one} has no field ${issue.keys.map((key) => `"${key}"`).join(', ')}` };
    const [field] = issue.path;
    return { ...(field !== undefined && { field: String(field) }), message: issue.message };
  });
  return { ok: false, problem: { type: 'invalid', problems } };
}

/** A field that is undefined is the same as one that is not there: JSON knows only the second. */
function withoutUndefined(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** Everything the changes broke, each once. */
function brokenInvariants(after: Holdings, changes: readonly Change[]): readonly FieldProblem[] {
  const lookup = lookupIn(after);
  const problems: FieldProblem[] = [];
  for (const { kind: name, id } of changes) {
    if (!isKindName(name)) continue;
    const kind: AnyKind = KINDS[name];
    const entity = after.of.get(name)?.get(id);
    if (!entity) {
      problems.push(...danglingReferences(after, name, id));
      continue;
    }
    for (const invariant of kind.invariants ?? []) {
      const problem = invariant(entity, lookup);
      if (problem) problems.push(problem);
    }
    problems.push(...missingReferences(after, kind, entity), ...sameKey(after, kind, entity));
  }
  return problems;
}

function missingReferences(after: Holdings, kind: AnyKind, entity: Entity): FieldProblem[] {
  return fieldsOf(kind).flatMap((field): FieldProblem[] => {
    if (field.to === undefined) return [];
    const gone = referred(entity.data, field.name).filter((id) => !after.of.get(field.to ?? '')?.has(id));
    return gone.length > 0 ? [{ field: field.name, message: `${field.label}: it is no longer in the record` }] : [];
  });
}

/** What still refers to an entity that would be gone. */
function danglingReferences(after: Holdings, name: string, id: string): FieldProblem[] {
  return Object.values(KINDS).flatMap((kind: AnyKind) =>
    fieldsOf(kind)
      .filter((field) => field.to === name)
      .flatMap((field) =>
        [...(after.of.get(kind.name)?.values() ?? [])]
          .filter((entity) => referred(entity.data, field.name).includes(id))
          .map((entity) => ({
            message: `${kind.label.one} "${kind.titleOf(entity.data)}" still refers to it (${field.label}). Change that first`,
          })),
      ),
  );
}

function referred(data: unknown, field: string): readonly string[] {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function sameKey(after: Holdings, kind: AnyKind, entity: Entity): FieldProblem[] {
  const key = kind.keyOf?.(entity.data);
  if (key === undefined) return [];
  const other = [...(after.of.get(kind.name)?.values() ?? [])].find(
    (one) => one.id !== entity.id && kind.keyOf?.(one.data) === key,
  );
  return other
    ? [{ message: `There is already such a ${kind.label.one.toLowerCase()}: ${kind.titleOf(other.data)}` }]
    : [];
}

function done(...changes: readonly Change[]): Decision {
  return { ok: true, changes, ids: changes.map(({ id }) => id) };
}

function invalid(message: string, field?: string): { ok: false; problem: DecideProblem } {
  return { ok: false, problem: { type: 'invalid', problems: [{ message, ...(field !== undefined && { field }) }] } };
}

function missing({ kind, id }: { kind: string; id: string }): Decision {
  return { ok: false, problem: { type: 'not-found', kind, id } };
}

function stale({ kind, id }: { kind: string; id: string }, now: Entity, yours: unknown): Decision {
  return { ok: false, problem: { type: 'changed-meanwhile', kind, id, yours, now } };
}
