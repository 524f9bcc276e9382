import type { Catalogue, ProofRule } from '../catalogue/catalogue.ts';
import type { Day } from '../record/day.ts';
import type { Place } from '../record/document.ts';
import type { Finding } from '../record/finding.ts';
import type { OrganisationRecord } from '../record/record.ts';
import { remembered } from '../record/remembered.ts';
import { prepareRecord, sentencesAgainst } from './assess.ts';
import type { PersonLoad } from './assessment.ts';
import { prepareFact } from './conditions/fact-condition.ts';
import { roleById } from './contradictions/roles.ts';
import { samePerson } from './contradictions/same-person.ts';
import { type DocumentEvidence, placeIn } from './document-evidence.ts';
import { type EvidenceIndex, indexAs } from './evidence-index.ts';
import { evidenceIndexOf, type PreparedItem } from './prepare.ts';
import { DEFENSIBLE, standingOf } from './standing.ts';
import type { PreparedCondition } from './witness.ts';

/** Roles from which a person counts as holding a lot. Judgement: no rule limits it, and in a small firm two is normal. */
const MANY_ROLES = 3;

/** Who holds which roles and documents, and which items no longer stand when the record is assessed without that person; most loaded first. */
export function peoplePicture(catalogue: Catalogue, record: OrganisationRecord, on: Day): PersonLoad[] {
  const { items, against } = prepareRecord(catalogue, record);
  const index = evidenceIndexOf(record);
  const stands = (item: PreparedItem) =>
    DEFENSIBLE.has(standingOf(item, record, sentencesAgainst(against, item.item.ref, on), on).standing);
  const before = new Set(items.filter(stands).map(({ item }) => item.ref));
  const onPeople = items.filter(({ item: { ref, rule } }) => before.has(ref) && restsOnPeople(rule));
  const keptBy = keepersOf(record);
  return [...rolesByPerson(record)]
    .map(([name, roles]): PersonLoad => {
      const without = withoutPerson(index, name);
      const falls = onPeople.filter((item) => !stands(preparedFrom(without, item)));
      return {
        name,
        roles: [...roles].map(([role, places]) => ({ role, places })),
        documents: keptBy(name),
        falls: falls.map(({ item }) => item.ref),
      };
    })
    .sort(
      (a, b) =>
        b.roles.length - a.roles.length ||
        b.falls.length - a.falls.length ||
        b.documents.length - a.documents.length ||
        (a.name < b.name ? -1 : 1),
    );
}

/** The item prepared from documents that differ in nothing but who holds which role. */
function preparedFrom(index: EvidenceIndex, item: PreparedItem): PreparedItem {
  const again = (one: PreparedCondition) =>
    one.condition.is === 'fact' ? prepareFact(one.condition, index, false) : one;
  return { ...item, alternatives: item.alternatives.map((conditions) => conditions.map(again)) };
}

/** True when some condition of the rule looks at who holds which role. The others cannot change with a person's leaving. */
function restsOnPeople(rule: ProofRule | undefined): boolean {
  return rule?.proofs.flat().some((condition) => condition.is === 'fact') ?? false;
}

/** Tells the paths of the documents that a person owns or approves. */
function keepersOf({ documents }: OrganisationRecord): (name: string) => string[] {
  const kept = documents.flatMap(({ path, profile: { owner, approver } }) => {
    const keepers = [owner, approver].flatMap((one) => (one ? keyOf(one) : []));
    return keepers.length > 0 ? { path, keepers } : [];
  });
  return (name) => {
    const key = keyOf(name);
    return kept.flatMap(({ path, keepers }) => (keepers.some((one) => samePerson(one, key)) ? path : []));
  };
}

/** One finding for all roles named by law or the Toolkit that have a holder and no deputy anywhere. */
export function deputyFindings(record: OrganisationRecord): Finding[] {
  const facts = record.documents.flatMap((document) =>
    document.facts.filter(({ type, strength }) => type === 'role-holder' && strength !== 'template'),
  );
  const subjects = new Set(facts.map(({ subject }) => subject));
  const alone = [...subjects].flatMap((id) =>
    roleById(id)?.statutory && !subjects.has(`deputy ${id}`) ? (roleById(id)?.name ?? []) : [],
  );
  if (alone.length === 0) return [];
  return [
    {
      code: 'no-deputy',
      severity: 'low',
      refs: [],
      subject: 'deputies',
      seen: [],
      message: `No deputy is named for: ${alone.sort().join(', ')}.`,
      next: 'Name someone who stands in for each, so that absence or departure leaves no gap.',
    },
  ];
}

/** A finding for everyone on whom too much rests: many roles, or several items that fall with them. */
export function peopleFindings(people: readonly PersonLoad[]): Finding[] {
  return people
    .filter(({ roles, falls }) => roles.length >= MANY_ROLES || falls.length >= MANY_ROLES)
    .map(({ name, roles, falls }) => ({
      code: 'key-person',
      severity: falls.length > 0 ? 'medium' : 'low',
      refs: falls,
      subject: name,
      seen: roles.flatMap(({ places }) => places.slice(0, 1)),
      message: `${name} holds ${number(roles.length, 'role')} (${roles.map(({ role }) => role).join(', ')})${falls.length > 0 ? `; without them ${number(falls.length, 'proven item')} no longer stand${falls.length === 1 ? 's' : ''}` : ''}.`,
      next: 'Name a deputy for each role, and write down what only this person knows.',
    }));
}

function number(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** The documents as they would read if the person left today and nobody took over: their appointments are gone. */
function withoutPerson(index: EvidenceIndex, name: string): EvidenceIndex {
  const key = keyOf(name);
  const changed = new Map<DocumentEvidence, DocumentEvidence>();
  for (const one of index.withFact(...ROLE_FACTS)) {
    const { facts } = one.document;
    const left = facts.filter((fact) => !(ROLE_FACTS.has(fact.type) && samePerson(String(fact.value), key)));
    if (left.length < facts.length) changed.set(one, { ...one, document: { ...one.document, facts: left } });
  }
  return indexAs(index, (one) => changed.get(one) ?? one);
}

const ROLE_FACTS: ReadonlySet<string> = new Set(['role-holder', 'role-assignment', 'emergency-contact']);

/** Current holders of named roles, by the name as it is first written. Deputies, former and acting holders are left out. */
function rolesByPerson(record: OrganisationRecord): Map<string, Map<string, Place[]>> {
  const people: { key: string; name: string; roles: Map<string, Place[]> }[] = [];
  const byKey = new Map<string, (typeof people)[number]>();
  for (const document of record.documents) {
    for (const fact of document.facts) {
      if (fact.type !== 'role-holder' || fact.strength === 'planned' || fact.strength === 'template') continue;
      if ((fact.parts?.standing ?? 'holder') !== 'holder') continue;
      const key = String(fact.value);
      let person = byKey.get(key) ?? people.find((one) => samePerson(one.key, key));
      if (!person) {
        person = { key, name: fact.parts?.person ?? key, roles: new Map() };
        people.push(person);
      }
      byKey.set(key, person);
      const role = roleById(fact.subject)?.name ?? fact.subject;
      const places = person.roles.get(role);
      if (places) places.push(placeIn(document, fact.where, fact.words));
      else person.roles.set(role, [placeIn(document, fact.where, fact.words)]);
    }
  }
  return new Map(people.map(({ name, roles }) => [name, roles]));
}

/** A name as `samePerson` compares names: first and last word, without titles, brackets and what follows a comma. */
const keyOf = remembered((name): string => {
  const words = name
    .replace(/\(.*?\)|,.*$/g, '')
    .replace(/\b(?:mr|mrs|ms|miss|dr|prof)\b\.?/gi, '')
    .trim()
    .toLowerCase()
    .split(/\s+/);
  return words.length > 1 ? `${words[0]} ${words.at(-1)}` : (words[0] ?? '');
});
