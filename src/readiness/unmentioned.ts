import { type Day, dayBefore, type Period } from '../record/day.ts';
import type { Fact } from '../record/document.ts';
import { withoutLegalForm } from '../record/own-names.ts';
import type { MeasureCondition, MeasureRow } from './conditions/measure-condition.ts';
import { samePerson } from './contradictions/same-person.ts';
import { placeIn } from './document-evidence.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { factsOfType, type Located } from './recorded-facts.ts';
import { registersIn } from './registers.ts';
import { handlesPersonalData } from './supplier-rows.ts';

/** Whose contracts a measure counts, by its words. */
export function partyOf(of: string): 'people' | 'suppliers' {
  return /supplier/.test(of) ? 'suppliers' : 'people';
}

/**
 * Whoever a register knows and no row of the measure mentions, as rows that do not count: somebody on the staff list who stands in
 * no training log is untrained, not absent. `mentioned` are the labels of the rows, in lower case.
 */
export function unmentioned(
  condition: MeasureCondition,
  mentioned: readonly string[],
  all: EvidenceIndex,
): readonly MeasureRow[] {
  const { known, same } = counted(condition, all);
  const labels = Map.groupBy(mentioned, same.key);
  // One row stands for one of several whom it could mean: "J Smith" is not John and Jane.
  const meant = new Map<string, string>();
  const isMentioned = (name: string) => {
    const others = labels.get(same.key(name)) ?? [];
    const fits = (other: string) => same.is(other, name) && same.is(meant.get(other) ?? name, name);
    const label = others.find((other) => other === name) ?? others.find(fits);
    if (label !== undefined && !meant.has(label)) meant.set(label, name);
    return label !== undefined;
  };
  const rows: MeasureRow[] = [];
  for (const { fact, evidence, names } of known) {
    if (names.some(isMentioned)) continue;
    for (const name of names) {
      const others = labels.get(same.key(name));
      if (others) others.push(name);
      else labels.set(same.key(name), [name]);
    }
    rows.push({
      label: fact.parts?.name ?? fact.parts?.person ?? fact.subject,
      done: undefined,
      place: placeIn(evidence.document, fact.where, fact.words),
    });
  }
  return rows;
}

/** Measures of people: without a list of them nobody can tell of how many. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['training-completion', 'contract-clause-coverage']);

/** Why it cannot be told of how many a measure is to be counted, to end a sentence; undefined when it can. */
export function uncountable({ measure, of }: MeasureCondition, all: EvidenceIndex): string | undefined {
  if (!OF_PEOPLE.has(measure) || (measure !== 'training-completion' && partyOf(of) === 'suppliers')) return undefined;
  if (all.withFact('person-record').length === 0) return 'no list of your people was found to count it against';
  for (const { document, blocked } of all.withRegister('people')) {
    const rows = registersIn(document).find(({ register }) => register === 'people')?.rows ?? 0;
    const read = document.facts.filter(({ type }) => type === 'person-record').length;
    if (blocked === undefined && rows > 0 && read < rows * READ)
      return `of ${rows} rows in ${document.path} only ${read} could be read as people with first and last name`;
  }
  return undefined;
}

/** Share of the rows of a list of people that must be read before it can be counted against. */
const READ = 0.8;

/** Somebody a register knows, by every name it can be told by. */
type Known = Located & { readonly names: readonly string[] };
/** How names are compared: those with different keys are never one. */
type Same = { readonly key: (name: string) => string; readonly is: (a: string, b: string) => boolean };

const PEOPLE: Same = {
  // Whoever can be one person has the surname and the first letter in common: a list may have thousands of one surname.
  key: (name) => `${name.split(' ')[1] ?? ''} ${name.charAt(0)}`,
  is: samePerson,
};
/** Names of firms as they are compared: each is compared with many. */
function firms(): Same {
  const known = new Map<string, string>();
  const firm = (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const bare = withoutLegalForm(name.replace(/\([^()]*\)/g, ' ').toLowerCase());
    known.set(name, bare);
    return bare;
  };
  return {
    key: (name) => firm(name).split(/[^\p{L}\p{N}]/u)[0] ?? '',
    is: (a, b) => firm(a).startsWith(firm(b)) || firm(b).startsWith(firm(a)),
  };
}

function counted(
  { measure, of, within }: MeasureCondition,
  all: EvidenceIndex,
): { known: readonly Known[]; same: Same } {
  switch (measure) {
    case 'training-completion':
      return { known: staff(all, ({ value }) => value !== 'left'), same: PEOPLE };
    case 'contract-clause-coverage':
      return partyOf(of) === 'suppliers'
        ? { known: processors(all), same: firms() }
        : { known: staff(all, ({ value }) => value !== 'left'), same: PEOPLE };
    case 'role-training':
      return { known: holders(all), same: PEOPLE };
    case 'supplier-assurance':
      return {
        known: processors(all).filter(({ fact }) => !/confidential/.test(of) || ofPatients(fact)),
        same: firms(),
      };
    case 'leaver-access-removed':
      return { known: staff(all, ({ parts }, on) => leftWithin(within, parts?.left, on)), same: PEOPLE };
    default:
      return { known: [], same: PEOPLE };
  }
}

function staff(all: EvidenceIndex, counts: (fact: Fact, readOn: Day) => boolean): readonly Known[] {
  return factsOfType('person-record', all).flatMap((one) =>
    counts(one.fact, one.evidence.readOn) ? { ...one, names: [one.fact.subject] } : [],
  );
}

function leftWithin(within: Period | undefined, left: string | undefined, on: Day): boolean {
  return left !== undefined && left < on && (within === undefined || left >= dayBefore(on, within));
}

/** The roles that need training of their own. */
const TRAINED_ROLES: ReadonlySet<string> = new Set([
  'siro',
  'dpo',
  'dp-lead',
  'caldicott',
  'ig-lead',
  'security-lead',
  'it-lead',
]);

/** A firm may hold a role, such as that of a data protection officer; it is not trained. */
const FIRM = /\b(?:ltd|limited|llp|plc|cic|inc|llc|bv|gmbh|solicitors|associates|partners|consult\w+)\b/i;

function holders(all: EvidenceIndex): readonly Known[] {
  return factsOfType('role-holder', all).flatMap((one) => {
    const { subject, value, parts } = one.fact;
    return TRAINED_ROLES.has(subject) &&
      parts?.standing !== 'former' &&
      typeof value === 'string' &&
      !FIRM.test(parts?.person ?? '')
      ? { ...one, names: [value] }
      : [];
  });
}

/** The suppliers said to handle personal data; all in use where the lists say of none what it handles. */
function processors(all: EvidenceIndex): readonly Known[] {
  const listed = factsOfType('supplier', all).filter(
    ({ fact }) => fact.value !== 'ended' && fact.scope !== 'mentioned',
  );
  const told = listed.some(({ fact }) => (fact.parts?.data ?? '') !== '');
  return listed
    .filter(({ fact }) => !told || handlesPersonalData(fact))
    .map((one) => ({ ...one, names: [one.fact.subject, one.fact.parts?.name ?? ''] }));
}

function ofPatients({ parts }: Fact): boolean {
  return /\b(?:patients?|health|clinical|care|medical|service users?|special categor)/i.test(parts?.data ?? '');
}
