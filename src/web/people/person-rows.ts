import type { Day } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { action } from '../../record/kinds/action.ts';
import { adminAgreement } from '../../record/kinds/admin-agreement.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { informationAsset } from '../../record/kinds/information-asset.ts';
import { type AnyKind, type DataOf, type Entity, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { responsibility } from '../../record/kinds/responsibility.ts';
import { risk } from '../../record/kinds/risk.ts';
import type { PersonTraining, TrainingCount } from '../../workspace/standing/training-count.ts';

export type Person = Entity<DataOf<typeof person>>;
export type Rights = Entity<DataOf<typeof adminAgreement>>;

export type Presence = 'to-come' | 'here' | 'leaving' | 'left';

/** One person with all that the registers say of them on a day. */
export type PersonRow = {
  readonly person: Person;
  readonly presence: Presence;
  /** Undefined for somebody who has left, and while nothing can be counted. */
  readonly training: PersonTraining | undefined;
  /** Administrator rights they hold. */
  readonly rights: readonly Rights[];
  /** Whether administrator rights of anybody are recorded; otherwise it is not known that they have none. */
  readonly rightsKept: boolean;
  /** What they look after: things that need somebody else once they go. */
  readonly looksAfter: readonly Entity[];
};

/** Everyone in the staff list, with what hangs on them found in one pass. */
export function personRows(holdings: Holdings, training: TrainingCount | undefined, on: Day): readonly PersonRow[] {
  const agreements = listOf(holdings, adminAgreement);
  const rights = grouped(agreements.filter(holdsOn(on)), ({ data }) => data.person);
  const owned = grouped(lookedAfter(holdings, on), ownerOf);
  return listOf(holdings, person).map((one) => ({
    person: one,
    presence: presenceOf(one, on),
    training: training?.of.get(one.id),
    rights: rights.get(one.id) ?? [],
    rightsKept: agreements.length > 0,
    looksAfter: owned.get(one.id) ?? [],
  }));
}

/** Their last day is still theirs. */
export function presenceOf({ data: { startedOn, leftOn } }: Person, on: Day): Presence {
  if (leftOn !== undefined) return leftOn < on ? 'left' : 'leaving';
  return startedOn !== undefined && startedOn > on ? 'to-come' : 'here';
}

/** Rights that have not been taken away by a day. */
export function holdsOn(on: Day): (one: Rights) => boolean {
  return ({ data }) => data.endedOn === undefined || data.endedOn > on;
}

function lookedAfter(holdings: Holdings, on: Day): readonly Entity[] {
  return [
    ...listOf(holdings, responsibility),
    ...listOf(holdings, appointment).filter(({ data }) => data.endedOn === undefined || data.endedOn >= on),
    ...listOf(holdings, action).filter(({ data }) => data.doneOn === undefined),
    ...listOf(holdings, risk).filter(({ data }) => data.closedOn === undefined),
    ...listOf(holdings, informationAsset),
  ];
}

function ownerOf({ kind, data }: Entity): string | undefined {
  const owner: unknown = Reflect.get(Object(data), kind === appointment.name ? 'person' : 'owner');
  return typeof owner === 'string' ? owner : undefined;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** The words of a choice of a kind. */
export function choiceWords(kind: AnyKind, field: string, value: string): string {
  const options = fieldsOf(kind).find(({ name }) => name === field)?.options;
  return options?.find((option) => option.value === value)?.label ?? value;
}
