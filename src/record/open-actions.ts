import type { Day } from './day.ts';
import { type Holdings, listOf } from './holdings.ts';
import { action } from './kinds/action.ts';
import type { DataOf, Entity } from './kinds/kind.ts';
import { person } from './kinds/person.ts';

export type KeptAction = Entity<DataOf<typeof action>>;
export type KeptPerson = Entity<DataOf<typeof person>>;

/** Actions that are not done: the longest overdue first, those without a day last. */
export function openActions(holdings: Holdings): readonly KeptAction[] {
  return listOf(holdings, action)
    .filter(({ data }) => data.doneOn === undefined)
    .toSorted((a, b) => (a.data.due ?? NO_DAY).localeCompare(b.data.due ?? NO_DAY));
}

/** Later than any day that a record can hold. */
const NO_DAY = '9999-12-31';

/** Actions that are done, the latest first. */
export function doneActions(holdings: Holdings): readonly KeptAction[] {
  return listOf(holdings, action)
    .filter(({ data }) => data.doneOn !== undefined)
    .toSorted((a, b) => (b.data.doneOn ?? '').localeCompare(a.data.doneOn ?? ''));
}

/**
 * Open actions of one person, in the order of `openActions`. They are named by their id among the people of the record, or by
 * an email address, such as that of an account; nobody with that address has no action.
 */
export function myActions(
  holdings: Holdings,
  who: { readonly person: string } | { readonly email: string },
): readonly KeptAction[] {
  const id = 'person' in who ? who.person : personByEmail(holdings, who.email)?.id;
  return id === undefined ? [] : openActions(holdings).filter(({ data }) => data.owner === id);
}

export function personByEmail(holdings: Holdings, email: string): KeptPerson | undefined {
  return listOf(holdings, person).find(({ data }) => data.email?.toLowerCase() === email.toLowerCase());
}

/** People by their email address in small letters, to find many; of several with the same the first, as `personByEmail` does. */
export function peopleByEmail(holdings: Holdings): ReadonlyMap<string, KeptPerson> {
  const people = new Map<string, KeptPerson>();
  for (const one of listOf(holdings, person)) {
    const email = one.data.email?.toLowerCase();
    if (email !== undefined && !people.has(email)) people.set(email, one);
  }
  return people;
}

/** People who can be given something to do: all but those who have left or whose last day is known. */
export function peopleWhoStay(holdings: Holdings): readonly KeptPerson[] {
  return listOf(holdings, person)
    .filter(({ data }) => data.leftOn === undefined)
    .toSorted((a, b) => a.data.name.localeCompare(b.data.name, 'en-GB'));
}

export function isOverdue({ data: { due, doneOn } }: KeptAction, on: Day): boolean {
  return doneOn === undefined && due !== undefined && due < on;
}
