import type { Day } from './day.ts';
import { handOverSteps } from './decide-hand-over.ts';
import { factsTold } from './facts-told.ts';
import { brokenBy, fieldsLeadingTo } from './guard.ts';
import { type Change, draftOf, type Holdings, type Instant, listOf } from './holdings.ts';
import { canonicalJson } from './journal.ts';
import { confirmation } from './kinds/confirmation.ts';
import { ID, longText } from './kinds/field.ts';
import { type AnyKind, type Entity, type FieldProblem, fieldsOf, referredBy, valueIn } from './kinds/kind.ts';
import { isKindName, KINDS } from './kinds/kinds.ts';
import { organisation } from './kinds/organisation.ts';

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
      /** Whatever refers to it and need not is made to refer to nothing. What must refer to something keeps it from being erased. */
      readonly clearing?: true;
    }
  /**
   * Somebody leaves, and `to` takes over what they look after: evidence items, open actions and risks, information assets and,
   * from the day after, roles.
   */
  | {
      readonly do: 'hand-over';
      readonly person: string;
      readonly seen: number;
      readonly leftOn: Day;
      /** Who takes over; absent when there is nothing to take over, or it is to end. */
      readonly to?: string;
      /** Things that somebody else takes over than the rest; without `to`, nobody does. */
      readonly apart?: readonly { readonly kind: string; readonly id: string; readonly to?: string }[];
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
  | {
      readonly ok: true;
      readonly changes: readonly Change[];
      readonly ids: readonly string[];
      /** What is held once the changes stand in the journal. */
      readonly after: Holdings;
    }
  | { readonly ok: false; readonly problem: DecideProblem };

/**
 * What a command does to the record, or why not. Pure: time and ids come in with the context. A change that would leave
 * everything as it is makes no entry.
 */
export function decide(holdings: Holdings, command: Command, context: DecideContext): Decision {
  const draft = draftOf(holdings);
  const changes: Change[] = [];
  const ids: string[] = [];
  for (const asked of flat(command)) {
    const steps = stepsOf(draft.holdings, asked);
    if (!steps.ok) return steps;
    for (const step of steps.steps) {
      const decided = decideOne(draft.holdings, step, context);
      if (!decided.ok) return decided;
      changes.push(...decided.changes);
      draft.put(decided.changes.map((change) => ({ ...change, at: context.at })));
      if (steps.about === undefined) ids.push(decided.id);
    }
    if (steps.about !== undefined) ids.push(steps.about);
  }
  const problems = brokenBy(holdings, draft.holdings, changes);
  if (problems.length > 0) return { ok: false, problem: { type: 'invalid', problems } };
  return { ok: true, changes, ids, after: draft.holdings };
}

type Asked = Exclude<Command, { do: 'together' }>;
type Step = Exclude<Asked, { do: 'hand-over' }>;
type Refused = { readonly ok: false; readonly problem: DecideProblem };

function flat(command: Command): readonly Asked[] {
  return command.do === 'together' ? command.commands.flatMap(flat) : [command];
}

/** What is asked as single steps; `about` is the id to answer when they are about something else as well. */
function stepsOf(
  holdings: Holdings,
  asked: Asked,
): { readonly ok: true; readonly steps: readonly Step[]; readonly about?: string } | Refused {
  if (asked.do === 'hand-over') {
    const handed = handOverSteps(holdings, asked);
    return handed.ok ? { ...handed, about: asked.person } : handed;
  }
  if (asked.do === 'erase' && asked.clearing)
    return { ok: true, steps: [...clearingSteps(holdings, asked), asked], about: asked.id };
  if (asked.do === 'change' && asked.kind === organisation.name)
    return { ok: true, steps: [asked, ...unconfirmingSteps(holdings, asked.data)], about: asked.id };
  return { ok: true, steps: [asked] };
}

/** What was confirmed is what had been told then: what is told otherwise from now on waits to be confirmed anew. */
function unconfirmingSteps(holdings: Holdings, data: unknown): readonly Step[] {
  const before = factsTold(holdings);
  const after = valueIn(data, 'facts');
  return listOf(holdings, confirmation)
    .filter(({ data: { fact } }) => valueIn(after, fact) !== before[fact])
    .map(({ kind, id, revision }) => ({ do: 'remove', kind, id, seen: revision }));
}

/** Takes an entity out of whatever may do without it. */
function clearingSteps(holdings: Holdings, { kind: name, id }: { kind: string; id: string }): readonly Step[] {
  const cleared = new Map<Entity, Record<string, unknown>>();
  for (const { kind, field } of fieldsLeadingTo(name)) {
    if (field.required) continue;
    for (const entity of holdings.of.get(kind.name)?.values() ?? []) {
      if ((entity.kind === name && entity.id === id) || !referredBy(entity.data, field.name).includes(id)) continue;
      // Nothing gets in that its kind's schema has not parsed: all of them are objects.
      const data = cleared.get(entity) ?? { ...(entity.data as Record<string, unknown>) };
      const value = data[field.name];
      data[field.name] = Array.isArray(value) ? value.filter((one) => one !== id) : undefined;
      cleared.set(entity, data);
    }
  }
  return [...cleared].map(
    ([entity, data]): Step => ({ do: 'change', kind: entity.kind, id: entity.id, seen: entity.revision, data }),
  );
}

type Decided = { readonly ok: true; readonly changes: readonly Change[]; readonly id: string } | Refused;

function decideOne(holdings: Holdings, command: Step, context: DecideContext): Decided {
  if (!isKindName(command.kind)) return invalid(`There is no kind of record called "${command.kind}"`);
  const kind: AnyKind = KINDS[command.kind];
  const known = command.id === undefined ? undefined : holdings.of.get(kind.name)?.get(command.id);
  switch (command.do) {
    case 'add': {
      if (known) return invalid(`${kind.label.one} ${command.id} is there already`);
      if (command.id !== undefined && !ID.test(command.id))
        return invalid('An id must be 1 to 64 letters, digits, hyphens or underscores');
      const parsed = parse(kind, command.data, context.today);
      if (!parsed.ok) return parsed;
      return done(command.id ?? context.newId(), (id) => ({ action: 'add', kind: kind.name, id, data: parsed.data }));
    }
    case 'change': {
      if (!known) return missing(command);
      const parsed = parse(kind, command.data, context.today);
      if (!parsed.ok) return parsed;
      if (known.revision !== command.seen) return stale(command, known, parsed.data);
      if (canonicalJson(known.data) === canonicalJson(parsed.data)) return { ok: true, changes: [], id: command.id };
      return done(command.id, (id) => ({ action: 'change', kind: kind.name, id, data: parsed.data }));
    }
    case 'remove':
      if (!known) return missing(command);
      if (known.revision !== command.seen) return stale(command, known, undefined);
      return done(command.id, (id) => ({ action: 'remove', kind: kind.name, id }));
    case 'erase': {
      if (!ID.test(command.id)) return missing(command);
      const why = { reason: REASON.safeParse(command.reason), basis: BASIS.safeParse(command.basis) };
      const problems = [
        ...(why.reason.error?.issues ?? []).map(({ message }) => ({ field: 'reason', message })),
        ...(why.basis.error?.issues ?? []).map(({ message }) => ({ field: 'basis', message })),
      ];
      const [reason, basis] = [why.reason.data, why.basis.data];
      if (reason === undefined || basis === undefined) return { ok: false, problem: { type: 'invalid', problems } };
      return done(command.id, (id) => ({ action: 'erase', kind: kind.name, id, data: { reason, basis } }));
    }
    default:
      return command satisfies never;
  }
}

const REASON = longText('Why it is erased');
const BASIS = longText('The legal basis of the erasure');

function parse(kind: AnyKind, data: unknown, today: Day): { readonly ok: true; readonly data: unknown } | Refused {
  const read = kind.schema.safeParse(data);
  if (read.success) {
    const ahead = toldAhead(kind, read.data, today);
    return ahead.length === 0
      ? { ok: true, data: withoutUndefined(read.data) }
      : { ok: false, problem: { type: 'invalid', problems: ahead } };
  }
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

/** What is told as having happened on a day to come. */
function toldAhead(kind: AnyKind, data: unknown, today: Day): readonly FieldProblem[] {
  const fields = fieldsOf(kind).flatMap(({ name, label, past }): FieldProblem[] => {
    const value = past === true ? valueIn(data, name) : undefined;
    return typeof value === 'string' && value.slice(0, today.length) > today
      ? [{ field: name, message: `${label} must be today or in the past` }]
      : [];
  });
  return [...fields, ...(kind.notYet?.(data, today) ?? [])];
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

function done(id: string, change: (id: string) => Change): Decided {
  return { ok: true, changes: [change(id)], id };
}

function invalid(message: string): Refused {
  return { ok: false, problem: { type: 'invalid', problems: [{ message }] } };
}

function missing({ kind, id }: { kind: string; id: string }): Refused {
  return { ok: false, problem: { type: 'not-found', kind, id } };
}

function stale({ kind, id }: { kind: string; id: string }, now: Entity, yours: unknown): Refused {
  return { ok: false, problem: { type: 'changed-meanwhile', kind, id, yours, now } };
}
