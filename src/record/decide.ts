import type { Day } from './day.ts';
import { brokenBy } from './guard.ts';
import { type Change, type Holdings, type Instant, withChanges } from './holdings.ts';
import { canonicalJson } from './journal.ts';
import { type AnyKind, type Entity, type FieldProblem, fieldsOf } from './kinds/kind.ts';
import { isKindName, KINDS } from './kinds/kinds.ts';

/** What somebody wants done to the record. `seen` is the revision they looked at when they decided. */
export type Command =
  | { readonly do: 'add'; readonly kind: string; readonly id?: string; readonly data: unknown }
  | { readonly do: 'change'; readonly kind: string; readonly id: string; readonly seen: number; readonly data: unknown }
  | { readonly do: 'remove'; readonly kind: string; readonly id: string; readonly seen: number }
  /** Lawful erasure. Also of what was removed earlier; the caller makes sure that there was such an entity. */
  | {
      readonly do: 'erase';
      readonly kind: string;
      readonly id: string;
      readonly reason: string;
      readonly basis: string;
    }
  /** Somebody leaves, and `to` takes over what they look after: evidence items, actions and, from the day after, roles. */
  | {
      readonly do: 'hand-over';
      readonly person: string;
      readonly seen: number;
      readonly leftOn: Day;
      /** Who takes over; absent when there is nothing to take over, or it is to end. */
      readonly to?: string;
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
  /** Someone changed it since it was looked at; `now` is what stands there. */
  | {
      readonly type: 'changed-meanwhile';
      readonly kind: string;
      readonly id: string;
      /** What would have been written; undefined for a removal. */
      readonly yours: unknown;
      readonly now: Entity;
    };

export type Decision =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly ids: readonly string[] }
  | { readonly ok: false; readonly problem: DecideProblem };

/**
 * What a command does to the record, or why not. Pure: time and ids come in with the context. A change that would leave
 * everything as it is makes no entry.
 */
export function decide(holdings: Holdings, command: Command, context: DecideContext): Decision {
  const changes: Change[] = [];
  const ids: string[] = [];
  let after = holdings;
  for (const single of flat(command)) {
    const decided = decideOne(after, single, context);
    if (!decided.ok) return decided;
    changes.push(...decided.changes);
    ids.push(...decided.ids);
    after = withChanges(after, decided.changes);
  }
  const problems = brokenBy(holdings, after, changes);
  if (problems.length > 0) return { ok: false, problem: { type: 'invalid', problems } };
  return { ok: true, changes, ids };
}

type Single = Exclude<Command, { do: 'together' }>;

function flat(command: Command): readonly Single[] {
  return command.do === 'together' ? command.commands.flatMap(flat) : [command];
}

function decideOne(holdings: Holdings, command: Single, context: DecideContext): Decision {
  if (command.do === 'hand-over') return handOver(holdings, command, context);
  if (!isKindName(command.kind)) return invalid(`There is no kind of record called "${command.kind}"`);
  const kind: AnyKind = KINDS[command.kind];
  const known = command.id === undefined ? undefined : holdings.of.get(kind.name)?.get(command.id);
  switch (command.do) {
    case 'add': {
      if (known) return invalid(`${kind.label.one} ${command.id} is there already`);
      if (command.id !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(command.id))
        return invalid('An id must be 1 to 64 letters, digits, hyphens or underscores');
      const parsed = parse(kind, command.data);
      if (!parsed.ok) return parsed;
      return done(command.id ?? context.newId(), (id) => ({ action: 'add', kind: kind.name, id, data: parsed.data }));
    }
    case 'change': {
      if (!known) return missing(command);
      const parsed = parse(kind, command.data);
      if (!parsed.ok) return parsed;
      if (known.revision !== command.seen) return stale(command, known, parsed.data);
      if (canonicalJson(known.data) === canonicalJson(parsed.data)) return { ok: true, changes: [], ids: [command.id] };
      return done(command.id, (id) => ({ action: 'change', kind: kind.name, id, data: parsed.data }));
    }
    case 'remove':
      if (!known) return missing(command);
      if (known.revision !== command.seen) return stale(command, known, undefined);
      return done(command.id, (id) => ({ action: 'remove', kind: kind.name, id }));
    case 'erase': {
      const { reason, basis } = command;
      if (!reason.trim()) return invalid('Enter why it is erased', 'reason');
      if (!basis.trim()) return invalid('Enter the legal basis of the erasure', 'basis');
      return done(command.id, (id) => ({ action: 'erase', kind: kind.name, id, data: { reason, basis } }));
    }
    default:
      return command satisfies never;
  }
}

/** Ends what a leaver holds and gives it to somebody else, together with the leaving itself. */
function handOver(
  holdings: Holdings,
  { person, seen, leftOn, to }: Extract<Single, { do: 'hand-over' }>,
  context: DecideContext,
): Decision {
  const leaver = holdings.of.get('person')?.get(person);
  if (!leaver) return missing({ kind: 'person', id: person });
  if (to === person) return invalid('Select somebody else to take over', 'to');
  if (to !== undefined && !holdings.of.get('person')?.has(to)) return missing({ kind: 'person', id: to });
  // Nothing gets in that its kind's schema has not parsed: all of them are objects.
  const dataOf = (entity: Entity) => entity.data as Readonly<Record<string, unknown>>;
  const change = (entity: Entity, over: Readonly<Record<string, unknown>>): Single => ({
    do: 'change',
    kind: entity.kind,
    id: entity.id,
    seen: entity.revision,
    data: { ...dataOf(entity), ...over },
  });
  const held = (kind: string) => [...(holdings.of.get(kind)?.values() ?? [])];
  const steps: Single[] = [];
  for (const one of held('responsibility')) {
    const { owner, deputy } = dataOf(one);
    const nextDeputy = deputy === person || deputy === to ? undefined : deputy;
    if (owner === person && to !== undefined) steps.push(change(one, { owner: to, deputy: nextDeputy }));
    else if (owner === person)
      steps.push(
        deputy === undefined
          ? { do: 'remove', kind: one.kind, id: one.id, seen: one.revision }
          : change(one, { owner: deputy, deputy: undefined }),
      );
    else if (deputy === person) steps.push(change(one, { deputy: to === owner ? undefined : to }));
  }
  for (const one of held('action')) {
    const { owner, doneOn } = dataOf(one);
    if (owner === person && doneOn === undefined) steps.push(change(one, { owner: to }));
  }
  for (const one of held('appointment')) {
    const { person: holder, deputy, endedOn, role } = dataOf(one);
    if (holder === person && (endedOn === undefined || String(endedOn) > leftOn)) {
      steps.push(change(one, { endedOn: leftOn }));
      if (to !== undefined) steps.push(successor(String(role), to, leftOn));
    } else if (deputy === person && endedOn === undefined) steps.push(change(one, { deputy: undefined }));
  }
  steps.push(change(leaver, { leftOn }));
  const changes: Change[] = [];
  let after = holdings;
  for (const step of steps) {
    const decided = decideOne(after, step, context);
    if (!decided.ok) return decided;
    changes.push(...decided.changes);
    after = withChanges(after, decided.changes);
  }
  if (leaver.revision !== seen) return stale({ kind: 'person', id: person }, leaver, { ...dataOf(leaver), leftOn });
  return { ok: true, changes, ids: [person] };
}

function successor(role: string, person: string, leftOn: Day): Single {
  const next = new Date(Date.parse(leftOn) + 86_400_000).toISOString().slice(0, 10);
  return { do: 'add', kind: 'appointment', data: { role, person, appointedOn: next } };
}

function parse(kind: AnyKind, data: unknown): { ok: true; data: unknown } | { ok: false; problem: DecideProblem } {
  const read = kind.schema.safeParse(data);
  if (read.success) return { ok: true, data: withoutUndefined(read.data) };
  const labels = new Map(fieldsOf(kind).map(({ name, label }) => [name, label]));
  const problems = read.error.issues.map((issue): FieldProblem => {
    const [field, row] = issue.path;
    if (issue.code === 'unrecognized_keys')
      return { message: `${kind.label.one} has no field ${issue.keys.map((key) => `"${key}"`).join(', ')}` };
    if (field === undefined) return { message: `${kind.label.one} must be given as fields with values` };
    const where = typeof row === 'number' ? `${labels.get(String(field)) ?? String(field)}, ${row + 1}: ` : '';
    return { field: String(field), message: `${where}${issue.message}` };
  });
  return { ok: false, problem: { type: 'invalid', problems } };
}

/** A field that is undefined is the same as one that is not there: JSON knows only the second. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, withoutUndefined(one)]),
  );
}

function done(id: string, change: (id: string) => Change): Decision {
  return { ok: true, changes: [change(id)], ids: [id] };
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
