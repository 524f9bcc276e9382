import { dayInWords } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import type { Side } from './disagreement.ts';
import { findingOf, groupBy, listed } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay, isAboutSupplier, isHistorical, placeOf } from './evidence.ts';
import { roleById } from './roles.ts';
import { samePerson } from './same-person.ts';

/** Two current holders of a role that only one person holds. Deputies and former holders are apart; minutes speak of their own day. */
export function* roleHolderContradictions(evidence: Evidence): Iterable<Finding> {
  for (const [id, all] of groupBy(ours(evidence), ({ fact }) => fact.subject)) {
    const role = roleById(id);
    if (role === undefined || !role.sole) continue;
    const current = all.filter(({ fact }) => fact.parts?.standing !== 'former' && fact.parts?.standing !== 'acting');
    const former = all.filter(({ fact }) => fact.parts?.standing === 'former');
    const sides = people([...withoutOvertaken(current, evidence)]);
    if (sides.length < 2 && !(sides.length === 1 && isNamedAfterLeaving(sides[0], former))) continue;
    const shown =
      sides.length < 2
        ? [...sides, ...people(former).map((side) => ({ ...side, value: `${side.value}, as a former holder` }))]
        : sides;
    if (sides.length > 3) continue;
    yield findingOf(
      {
        severity: role.statutory ? 'high' : 'medium',
        refs: role.refs,
        subject: `role-holder: ${id}`,
        claim:
          sides.length < 2
            ? `The ${role.name} is named as current and as former`
            : `${sides.length === 2 ? 'Two' : sides.length} people are named as ${role.name}`,
        next: `Confirm who is the ${role.name} now, minute the appointment with its date, and correct the other documents.`,
      },
      shown,
      evidence.on,
    );
  }
}

/** Contracts and letters also name the other side's people. */
function ours(evidence: Evidence): Sighting[] {
  return evidence
    .of('role-holder', 0.7)
    .filter(
      ({ document }) =>
        document.profile.kind !== 'contract' && document.profile.kind !== 'email' && !isAboutSupplier(document),
    );
}

function people(sightings: readonly Sighting[]): Side[] {
  const sides: { value: string; key: string; sightings: Sighting[] }[] = [];
  for (const one of sightings) {
    const key = String(one.fact.value);
    const side = sides.find((other) => samePerson(other.key, key));
    if (side === undefined) sides.push({ value: one.fact.parts?.person ?? key, key, sightings: [one] });
    else side.sightings.push(one);
  }
  return sides;
}

/** Leaves out what minutes, reports and logs said before a later document named somebody else. */
function withoutOvertaken(sightings: readonly Sighting[], { on }: Evidence): Sighting[] {
  return sightings.filter((one) => {
    if (!isHistorical(one.document)) return true;
    const day = one.fact.asOf?.to ?? documentDay(one.document, on);
    const others = sightings.filter((other) => !samePerson(String(other.fact.value), String(one.fact.value)));
    return (
      day === undefined ||
      !others.some((other) => (other.fact.asOf?.from ?? documentDay(other.document, on) ?? '') > day)
    );
  });
}

function isNamedAfterLeaving(side: Side | undefined, former: readonly Sighting[]): boolean {
  return (
    side !== undefined &&
    former.some((one) =>
      side.sightings.some(
        (other) =>
          other.document !== one.document &&
          !isHistorical(other.document) &&
          samePerson(String(one.fact.value), String(other.fact.value)),
      ),
    )
  );
}

/** Someone who has left, still named for a role, or as owner or approver of a document. */
export function* ownerLeft(evidence: Evidence): Iterable<Finding> {
  const gone = evidence
    .of('person-record')
    .filter(({ fact }) => fact.value === 'left' && (fact.parts?.left ?? '') <= evidence.on);
  for (const [key, records] of groupBy(gone, ({ fact }) => fact.subject)) {
    const record = records[0];
    const left = record?.fact.parts?.left;
    if (
      record === undefined ||
      evidence
        .of('person-record')
        .some(({ fact }) => fact.subject === key && fact.value === 'current' && fact.scope === 'staff list')
    )
      continue;
    const name = record.fact.parts?.name ?? key;
    const roles = ours(evidence).filter(({ fact, document }) => {
      if (
        fact.parts?.standing === 'former' ||
        !samePerson(String(fact.value), key) ||
        records.some((one) => one.document === document)
      )
        return false;
      return !isHistorical(document) || left === undefined || (documentDay(document, evidence.on) ?? left) > left;
    });
    const owned = evidence.documents.filter(
      (one) =>
        one.profile.kind !== 'template' &&
        !isHistorical(one) &&
        one.profile.owner !== undefined &&
        samePersonName(one.profile.owner, name),
    );
    const named = evidence
      .of('responsible', 0.7)
      .filter(
        ({ fact, document }) => samePerson(fact.subject, key) && !records.some((one) => one.document === document),
      );
    if (roles.length === 0 && owned.length === 0 && named.length === 0) continue;
    const held = [
      ...new Set(roles.map(({ fact }) => roleById(fact.subject.replace(/^deputy /, ''))?.name ?? fact.subject)),
    ];
    const what = [
      held.length > 0 ? `still named as ${listed(held)}` : '',
      owned.length > 0 ? `still the owner of ${listed(owned.slice(0, 4).map((one) => one.profile.title))}` : '',
      named.length > 0
        ? `still named for ${listed([...new Set(named.map(({ fact }) => `“${fact.value}”`))].slice(0, 4))}`
        : '',
    ].filter((part) => part !== '');
    yield {
      code: 'owner-left',
      severity: roles.some(({ fact }) => roleById(fact.subject)?.statutory === true) ? 'high' : 'medium',
      refs: [...new Set(roles.flatMap(({ fact }) => roleById(fact.subject)?.refs ?? []))],
      subject: name,
      seen: [
        placeOf(record),
        ...roles.map(placeOf),
        ...named.map(placeOf),
        ...owned.map((one) => ({ file: one.path, line: 1, text: `Owner: ${one.profile.owner}` })),
      ].slice(0, 12),
      message: `${name} left${left === undefined ? '' : ` on ${dayInWords(left)}`} and is ${what.join(', and ')}.`,
      next: 'Name a successor, minute the hand-over with its date, and change the documents.',
    };
  }
}

/** Two leaving dates of one person in two documents. */
export function* leavingDateContradictions(evidence: Evidence): Iterable<Finding> {
  const gone = evidence
    .of('person-record', 0.85)
    .filter(({ fact }) => fact.value === 'left' && fact.asOf?.precision === 'day');
  for (const [key, records] of groupBy(gone, ({ fact }) => fact.subject)) {
    const days = [...groupBy(records, ({ fact }) => fact.parts?.left ?? '')];
    if (days.length < 2 || new Set(records.map(({ document }) => document)).size < 2) continue;
    yield findingOf(
      {
        severity: 'low',
        refs: ['4.2.4'],
        subject: `person-record: ${key} left`,
        claim: `Two leaving dates for ${records[0]?.fact.parts?.name ?? key}`,
        next: 'Take the date from the letter or payroll, and check that the access ended on that day.',
      },
      days.map(([day, sightings]) => ({ value: dayInWords(day), sightings })),
      evidence.on,
    );
  }
}

function samePersonName(owner: string, name: string): boolean {
  return owner.toLowerCase().includes(name.toLowerCase());
}

/** Roles that watch over the others and should not be held with them. */
const WATCHES: Readonly<Record<string, readonly string[]>> = {
  dpo: ['siro', 'it-lead', 'md', 'cto', 'security-lead', 'isms-lead', 'coo'],
  caldicott: ['siro'],
};

/** One person in roles that check each other. One finding a person. */
export function* conflictingRoles(evidence: Evidence): Iterable<Finding> {
  const current = ours(evidence).filter(({ fact }) => fact.parts?.standing === 'holder');
  for (const held of groupBy(current, ({ fact }) => String(fact.value)).values()) {
    const roles = new Set(held.map(({ fact }) => fact.subject));
    const watching = Object.keys(WATCHES).filter((id) => roles.has(id));
    const clashes = watching.flatMap((id) => (WATCHES[id] ?? []).filter((other) => roles.has(other)));
    const first = held[0];
    if (first === undefined || clashes.length === 0) continue;
    const names = [
      ...new Set([...watching.filter((id) => (WATCHES[id] ?? []).some((other) => roles.has(other))), ...clashes]),
    ].map((id) => roleById(id)?.name ?? id);
    const shown = [...watching, ...clashes].flatMap((id) => held.filter(({ fact }) => fact.subject === id).slice(0, 2));
    yield {
      code: 'conflicting-roles',
      severity: 'low',
      refs: ['1.1.5'],
      subject: first.fact.parts?.person ?? String(first.fact.value),
      seen: shown.map(placeOf),
      message: `${first.fact.parts?.person ?? first.fact.value} is ${listed(names)}; the one should be able to check the other.`,
      next: 'Give one of the roles to somebody else, or write down why there is no conflict of interest and have it approved.',
    };
  }
}
