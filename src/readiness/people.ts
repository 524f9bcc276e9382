import type { Catalogue, ProofRule } from '../catalogue/catalogue.ts';
import type { Day } from '../record/day.ts';
import type { Place } from '../record/document.ts';
import type { Finding } from '../record/finding.ts';
import type { OrganisationRecord } from '../record/record.ts';
import { prepareRecord, sentencesAgainst } from './assess.ts';
import type { PersonLoad } from './assessment.ts';
import { prepareFact } from './conditions/fact-condition.ts';
import { roleById } from './contradictions/roles.ts';
import { samePerson } from './contradictions/same-person.ts';
import { placeIn } from './document-evidence.ts';
import { evidenceIn, type PreparedItem } from './prepare.ts';
import { DEFENSIBLE, standingOf } from './standing.ts';
import type { PreparedCondition } from './witness.ts';

/** Roles from which a person counts as holding a lot. Judgement: no rule limits it, and in a small firm two is normal. */
const MANY_ROLES = 3;

/** Who holds which roles and documents, and which items no longer stand when the record is assessed without that person; most loaded first. */
export function peoplePicture(catalogue: Catalogue, record: OrganisationRecord, on: Day): PersonLoad[] {
  const { items, against } = prepareRecord(catalogue, record);
  const stands = (item: PreparedItem, who: OrganisationRecord) =>
    DEFENSIBLE.has(standingOf(item, who, sentencesAgainst(against, item.item.ref, on), on).standing);
  const before = new Set(items.filter((item) => stands(item, record)).map(({ item }) => item.ref));
  const onPeople = items.filter(({ item: { ref, rule } }) => before.has(ref) && restsOnPeople(rule));
  return [...rolesByPerson(record)]
    .map(([name, roles]): PersonLoad => {
      const without = withoutPerson(record, name);
      const falls = preparedForOther(onPeople, without).filter((item) => !stands(item, without));
      return {
        name,
        roles: [...roles].map(([role, places]) => ({ role, places })),
        documents: keptBy(record, name),
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

/** Items prepared for a record that differs in nothing but who holds which role. */
function preparedForOther(items: readonly PreparedItem[], record: OrganisationRecord): readonly PreparedItem[] {
  const all = evidenceIn(record);
  const again = (one: PreparedCondition) => (one.condition.is === 'fact' ? prepareFact(one.condition, all) : one);
  return items.map((item) => ({ ...item, alternatives: item.alternatives.map((conditions) => conditions.map(again)) }));
}

/** True when some condition of the rule looks at who holds which role. The others cannot change with a person's leaving. */
function restsOnPeople(rule: ProofRule | undefined): boolean {
  return rule?.proofs.flat().some((condition) => condition.is === 'fact') ?? false;
}

/** Paths of the documents that the person owns or approves. */
function keptBy({ documents }: OrganisationRecord, name: string): string[] {
  const key = keyOf(name);
  return documents
    .filter(({ profile: { owner, approver } }) => [owner, approver].some((one) => one && samePerson(keyOf(one), key)))
    .map(({ path }) => path);
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

/** The record as it would be if the person left today and nobody took over: their appointments are gone. */
function withoutPerson(record: OrganisationRecord, name: string): OrganisationRecord {
  const key = keyOf(name);
  const documents = record.documents.map((document) => {
    const facts = document.facts.filter((fact) => !(ROLE_FACTS.has(fact.type) && samePerson(String(fact.value), key)));
    return facts.length === document.facts.length ? document : { ...document, facts };
  });
  return { ...record, documents };
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
function keyOf(name: string): string {
  const words = name
    .replace(/\(.*?\)|,.*$/g, '')
    .replace(/\b(?:mr|mrs|ms|miss|dr|prof)\b\.?/gi, '')
    .trim()
    .toLowerCase()
    .split(/\s+/);
  return words.length > 1 ? `${words[0]} ${words.at(-1)}` : (words[0] ?? '');
}
