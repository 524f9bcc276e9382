import { type Day, dayAfter, isDay } from './day.ts';
import type { Command, DecideProblem } from './decide.ts';
import type { Holdings } from './holdings.ts';
import { isExclusiveRole } from './kinds/appointment.ts';
import type { Entity } from './kinds/kind.ts';

type HandOver = Extract<Command, { do: 'hand-over' }>;
type Step = Extract<Command, { do: 'add' | 'change' | 'remove' }>;
type Data = Readonly<Record<string, unknown>>;

/**
 * The steps by which somebody leaves: what they look after goes to who takes over, and what nobody takes over ends. A deputy
 * who stays becomes the owner of an evidence item that nobody takes. Devices are not among it: somebody has to bring them back.
 */
export function handOverSteps(
  holdings: Holdings,
  command: HandOver,
): { readonly ok: true; readonly steps: readonly Step[] } | { readonly ok: false; readonly problem: DecideProblem } {
  const { person, leftOn } = command;
  const leaver = holdings.of.get('person')?.get(person);
  if (!leaver) return { ok: false, problem: { type: 'not-found', kind: 'person', id: person } };
  const problem = problemWith(holdings, command, leaver);
  if (problem) return { ok: false, problem };
  const held = (kind: string) => [...(holdings.of.get(kind)?.values() ?? [])];
  const steps = [
    ...held('responsibility').flatMap((one) => responsibilitySteps(holdings, one, command)),
    ...[...held('action'), ...held('risk'), ...held('information-asset')].flatMap((one) => ownerSteps(one, command)),
    ...held('appointment').flatMap((one) => appointmentSteps(one, command, held('appointment'))),
    changed(leaver, { leftOn }),
  ];
  return { ok: true, steps };
}

function problemWith(holdings: Holdings, command: HandOver, leaver: Entity): DecideProblem | undefined {
  const { person, seen, leftOn, to, apart = [] } = command;
  if (!isDay(leftOn) || leftOn < '1900-01-01' || leftOn > '2199-12-31')
    return { type: 'invalid', problems: [{ field: 'leftOn', message: 'Left on must be a real date' }] };
  if (leaver.revision !== seen)
    return { type: 'changed-meanwhile', kind: 'person', id: person, yours: { ...dataOf(leaver), leftOn }, now: leaver };
  for (const taker of [to, ...apart.map((one) => one.to)]) {
    if (taker === person)
      return { type: 'invalid', problems: [{ field: 'to', message: 'Select somebody else to take over' }] };
    if (taker !== undefined && !holdings.of.get('person')?.has(taker))
      return { type: 'not-found', kind: 'person', id: taker };
  }
  const gone = apart.find(({ kind, id }) => !holdings.of.get(kind)?.has(id));
  return gone && { type: 'not-found', kind: gone.kind, id: gone.id };
}

/** Whether somebody is in the record, and neither has left nor is leaving. */
export function stays(holdings: Holdings, id: unknown): boolean {
  const one = typeof id === 'string' ? holdings.of.get('person')?.get(id) : undefined;
  return one !== undefined && dataOf(one).leftOn === undefined;
}

/** Who takes one thing over; undefined when nobody does. */
function takerOf({ kind, id }: Entity, { to, apart = [] }: HandOver): string | undefined {
  const own = apart.find((one) => one.kind === kind && one.id === id);
  return own ? own.to : to;
}

function responsibilitySteps(holdings: Holdings, one: Entity, command: HandOver): readonly Step[] {
  const { person } = command;
  const { owner, deputy } = dataOf(one);
  const taker = takerOf(one, command);
  if (owner !== person) return deputy === person ? [changed(one, { deputy: taker === owner ? undefined : taker })] : [];
  const next = taker ?? (stays(holdings, deputy) ? deputy : undefined);
  if (next === undefined) return [{ do: 'remove', kind: one.kind, id: one.id, seen: one.revision }];
  return [changed(one, { owner: next, deputy: deputy === next ? undefined : deputy })];
}

/** Things that are still open and may be without an owner. */
function ownerSteps(one: Entity, command: HandOver): readonly Step[] {
  const { owner, doneOn, closedOn } = dataOf(one);
  if (owner !== command.person || doneOn !== undefined || closedOn !== undefined) return [];
  return [changed(one, { owner: takerOf(one, command) })];
}

function appointmentSteps(one: Entity, command: HandOver, all: readonly Entity[]): readonly Step[] {
  const { person, leftOn } = command;
  const { person: holder, deputy, appointedOn, endedOn } = dataOf(one);
  const taker = takerOf(one, command);
  if (typeof endedOn === 'string' && endedOn <= leftOn) return [];
  if (holder !== person)
    return deputy === person ? [changed(one, { deputy: taker === holder ? undefined : taker })] : [];
  const deputyLeft = deputy === taker ? undefined : deputy;
  if (String(appointedOn) > leftOn)
    return taker === undefined
      ? [{ do: 'remove', kind: one.kind, id: one.id, seen: one.revision }]
      : [changed(one, { person: taker, deputy: deputyLeft })];
  const from = dayAfter(leftOn, 'P1D');
  const ending = changed(one, { endedOn: leftOn });
  if (taker === undefined || isFilled(one, taker, from, all)) return [ending];
  // The letter or minute of an appointment is about the one who was appointed.
  const { document: _, ...rest } = dataOf(one);
  return [
    ending,
    { do: 'add', kind: one.kind, data: { ...rest, person: taker, deputy: deputyLeft, appointedOn: from, endedOn } },
  ];
}

/** Whether a role is somebody's already from a day on, so that there is nothing to take over. */
function isFilled(one: Entity, taker: string, from: Day, all: readonly Entity[]): boolean {
  const { role } = dataOf(one);
  return all.some((other) => {
    const { role: same, person, endedOn } = dataOf(other);
    if (other.id === one.id || same !== role || (typeof endedOn === 'string' && endedOn < from)) return false;
    return person === taker || isExclusiveRole(String(role));
  });
}

function changed(entity: Entity, over: Data): Step {
  const { kind, id, revision } = entity;
  return { do: 'change', kind, id, seen: revision, data: { ...dataOf(entity), ...over } };
}

function dataOf(entity: Entity): Data {
  // Nothing gets in that its kind's schema has not parsed: all of them are objects.
  return entity.data as Data;
}
