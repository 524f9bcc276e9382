import { type Day, dayInWords } from '../../record/day.ts';
import { type Holdings, listOf } from '../../record/holdings.ts';
import { absence } from '../../record/kinds/absence.ts';
import { appointment } from '../../record/kinds/appointment.ts';
import { type DataOf, type Entity, fieldsOf } from '../../record/kinds/kind.ts';
import { person } from '../../record/kinds/person.ts';
import { paths } from '../paths.ts';
import { recordPaths } from '../record/record-paths.ts';
import { type Person, presenceOf } from './person-rows.ts';

type Appointment = Entity<DataOf<typeof appointment>>;

/** What is wrong with how a role is filled, in a word, and where to mend it. */
export type RoleTrouble = {
  readonly what: string;
  /** What there is to know besides the word. */
  readonly more?: string;
  readonly urgent: boolean;
  readonly href: string;
  /** What the link does. */
  readonly mend: string;
};

/** One role that the Toolkit asks for with one who holds it; nobody for a role that is empty. */
export type RoleLine = {
  readonly key: string;
  readonly role: string;
  readonly held?: { readonly appointment: Appointment; readonly holder: Person | undefined; readonly deputy?: Person };
  readonly troubles: readonly RoleTrouble[];
};

/** Who holds each of the roles on a day, and what is wrong with it. */
export function roleLines(organisation: string, holdings: Holdings, on: Day): readonly RoleLine[] {
  const people = new Map(listOf(holdings, person).map((one) => [one.id, one]));
  const all = listOf(holdings, appointment);
  const away = awayOn(holdings, on);
  const roles = fieldsOf(appointment).find(({ name }) => name === 'role')?.options ?? [];
  return roles.flatMap(({ value, label }): readonly RoleLine[] => {
    const ofRole = all.filter(({ data }) => data.role === value);
    const held = ofRole.filter(({ data }) => data.appointedOn <= on && (data.endedOn ?? on) >= on);
    const next = ofRole
      .filter(({ data }) => data.appointedOn > on)
      .sort((a, b) => (a.data.appointedOn < b.data.appointedOn ? -1 : 1))[0];
    const add = { href: `${recordPaths.add(organisation, appointment.plural)}?role=${value}`, mend: 'Name somebody' };
    if (held.length === 0) {
      const name = next && people.get(next.data.person)?.data.name;
      const told = next
        ? {
            what: 'Nobody yet',
            more: `From ${dayInWords(next.data.appointedOn)}: ${name ?? 'somebody'}`,
            href: paths.entity(organisation, appointment.plural, next.id),
            mend: 'Change the appointment',
          }
        : { what: 'Nobody', ...add };
      return [{ key: value, role: label, troubles: [{ ...told, urgent: false }] }];
    }
    return held.map((one) => {
      const holder = people.get(one.data.person);
      const deputy = one.data.deputy === undefined ? undefined : people.get(one.data.deputy);
      const change = paths.entity(organisation, appointment.plural, one.id);
      const troubles = [
        ...holderTroubles({ holder, deputy, away, on, change, next: next ? undefined : add }),
        ...deputyTroubles({ deputy, away, on, change }),
      ];
      return { key: one.id, role: label, held: { appointment: one, holder, ...(deputy && { deputy }) }, troubles };
    });
  });
}

type Away = ReadonlyMap<string, Entity<DataOf<typeof absence>>>;

function awayOn(holdings: Holdings, on: Day): Away {
  const current = listOf(holdings, absence).filter(({ data }) => data.from <= on && (data.until ?? on) >= on);
  return new Map(current.map((one) => [one.data.person, one]));
}

function holderTroubles(asked: {
  readonly holder: Person | undefined;
  readonly deputy: Person | undefined;
  readonly away: Away;
  readonly on: Day;
  readonly change: string;
  /** Where a next holder is named; undefined when there is one. */
  readonly next: { readonly href: string; readonly mend: string } | undefined;
}): readonly RoleTrouble[] {
  const { holder, deputy, away, on, change, next } = asked;
  const presence = holder ? presenceOf(holder, on) : 'left';
  if (presence === 'left')
    return [{ what: 'Holder has left', urgent: true, href: change, mend: 'End the appointment, then name somebody' }];
  const leaving =
    presence === 'leaving' && next
      ? [{ what: 'Holder leaves', more: `On ${dayInWords(holder?.data.leftOn ?? on)}`, urgent: false, ...next }]
      : [];
  const gone = holder && away.get(holder.id);
  if (!gone) return leaving;
  const back = gone.data.until === undefined ? '' : `Until ${dayInWords(gone.data.until)}. `;
  const standsIn = deputy !== undefined && presenceOf(deputy, on) !== 'left' && !away.has(deputy.id);
  const told = standsIn
    ? { more: `${back}The deputy stands in.`, mend: 'See the appointment' }
    : { more: `${back}Nobody stands in.`, mend: 'Name a deputy who is here' };
  return [...leaving, { what: 'Holder is away', urgent: !standsIn, href: change, ...told }];
}

function deputyTroubles(asked: {
  readonly deputy: Person | undefined;
  readonly away: Away;
  readonly on: Day;
  readonly change: string;
}): readonly RoleTrouble[] {
  const { deputy, away, on, change } = asked;
  const told = (what: string, mend: string) => [{ what, urgent: false, href: change, mend }];
  if (!deputy) return told('No deputy', 'Name a deputy');
  if (presenceOf(deputy, on) === 'left') return told('Deputy has left', 'Name another deputy');
  return away.has(deputy.id) ? told('Deputy is away', 'See the appointment') : [];
}
