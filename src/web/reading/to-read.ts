import type { Day } from '../../record/day.ts';
import { type HoldingsByKind, listOf } from '../../record/holdings.ts';
import { person } from '../../record/kinds/person.ts';
import { POLICY_READ, trainingRecord } from '../../record/kinds/training-record.ts';
import { documentsInUse } from '../../workspace/documents/kept-document.ts';
import type { Standing } from '../../workspace/standing/standing.ts';
import { type Person, presenceOf } from '../people/person-rows.ts';

/** A document that staff are asked to read. A new version of it is another document, and is to be read again. */
export type ToRead = { readonly id: string; readonly title: string };

/** Documents in use that somebody chose for staff to read, by title; without a standing their files' names stand for titles. */
export function toRead(holdings: HoldingsByKind, on: Day, standing: Standing | undefined): readonly ToRead[] {
  const titles = new Map(standing?.check.record.documents.map(({ path, profile }) => [path, profile.title.trim()]));
  return documentsInUse(holdings, on)
    .filter(({ data }) => data.staffRead === true)
    .map(({ id, data }) => ({ id, title: titles.get(data.path) || data.path }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en-GB', { numeric: true }));
}

/** On which day somebody read which document. */
export function readBy(holdings: HoldingsByKind, who: string): ReadonlyMap<string, Day> {
  return readings(holdings).get(who) ?? new Map();
}

/** The same of everybody, by the id of the person. */
export function readings(holdings: HoldingsByKind): ReadonlyMap<string, ReadonlyMap<string, Day>> {
  const of = new Map<string, Map<string, Day>>();
  for (const { data } of listOf(holdings, trainingRecord)) {
    if (data.kind !== POLICY_READ || data.document === undefined) continue;
    const read = of.get(data.person) ?? new Map<string, Day>();
    of.set(data.person, read.set(data.document, data.completedOn));
  }
  return of;
}

/** Everybody who is asked to read: the staff list of the day, without those who work for a supplier. */
export function readers(holdings: HoldingsByKind, on: Day): readonly Person[] {
  return listOf(holdings, person)
    .filter((one) => one.data.employment !== 'supplier' && ['here', 'leaving'].includes(presenceOf(one, on)))
    .sort((a, b) => a.data.name.localeCompare(b.data.name, 'en-GB'));
}

/** One document with who has read it and who has not. */
export type DocumentRead = { readonly one: ToRead; readonly read: readonly Person[]; readonly left: readonly Person[] };
/** One person with what they have read, by the id of the document, and what they have not. */
export type PersonRead = {
  readonly who: Person;
  readonly read: ReadonlyMap<string, Day>;
  readonly left: readonly ToRead[];
};

/** How far the reading has come, by document and by person. */
export function progress(
  holdings: HoldingsByKind,
  on: Day,
  documents: readonly ToRead[],
): { readonly documents: readonly DocumentRead[]; readonly people: readonly PersonRead[] } {
  const all = readings(holdings);
  const has = ({ id }: Person, one: ToRead) => all.get(id)?.has(one.id) === true;
  const people = readers(holdings, on);
  return {
    documents: documents.map((one) => ({
      one,
      read: people.filter((who) => has(who, one)),
      left: people.filter((who) => !has(who, one)),
    })),
    people: people.map((who) => ({
      who,
      read: all.get(who.id) ?? new Map(),
      left: documents.filter((one) => !has(who, one)),
    })),
  };
}
