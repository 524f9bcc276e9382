import { type Day, dayBefore, type Period } from '../record/day.ts';
import type { Fact } from '../record/document.ts';
import type { MeasureCondition, MeasureRow } from './conditions/measure-condition.ts';
import { placeIn } from './document-evidence.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { factsOfType, type Located } from './recorded-facts.ts';
import { registersIn } from './registers.ts';
import { handlesPersonalData } from './supplier-rows.ts';
import { firmsByName, peopleByName, type ToldByName } from './told-by-name.ts';

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
  const { known, told } = counted(condition, all);
  for (const label of mentioned) told.add(label);
  const rows: MeasureRow[] = [];
  for (const { fact, evidence, names } of known) {
    if (names.some(told.tells)) continue;
    for (const name of names) told.add(name);
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

export function isOfPeople({ measure, of }: MeasureCondition): boolean {
  return OF_PEOPLE.has(measure) && (measure === 'training-completion' || partyOf(of) === 'people');
}

/** Whether any list says of how many people a measure is to be counted. */
export function hasPeople(all: EvidenceIndex): boolean {
  return all.withFact('person-record').length > 0;
}

/** A list of people in which too few rows can be told apart, as the end of a sentence, and what to do about it. */
export function unnamedPeople(all: EvidenceIndex): { readonly because: string; readonly todo: string } | undefined {
  for (const { document, blocked } of all.withRegister('people')) {
    const { path } = document;
    const rows = registersIn(document).find(({ register }) => register === 'people')?.rows ?? 0;
    const read = document.facts.filter(({ type }) => type === 'person-record').length;
    if (blocked !== undefined || rows === 0 || read >= rows * READ) continue;
    const few =
      read === 0
        ? `no row in ${path} gives`
        : `only ${read} of ${rows} rows in ${path} ${read === 1 ? 'gives' : 'give'}`;
    return {
      because: `${few} both a first and a last name, by which we count people: write both, such as “Ann Hart”`,
      todo: `Write the first and the last name of everyone in ${path}, such as “Ann Hart”, and the same names in your other lists of people.`,
    };
  }
  return undefined;
}

/** Share of the rows of a list of people that must be read before it can be counted against. */
const READ = 0.8;

/** Somebody a register knows, by every name it can be told by. */
type Known = Located & { readonly names: readonly string[] };

function counted(
  { measure, of, within }: MeasureCondition,
  all: EvidenceIndex,
): { known: readonly Known[]; told: ToldByName } {
  switch (measure) {
    case 'training-completion':
      return { known: staff(all, ({ value }) => value !== 'left'), told: peopleByName() };
    case 'contract-clause-coverage':
      return partyOf(of) === 'suppliers'
        ? { known: processors(all), told: firmsByName() }
        : { known: staff(all, ({ value }) => value !== 'left'), told: peopleByName() };
    case 'role-training':
      return { known: holders(all), told: peopleByName() };
    case 'supplier-assurance':
      return {
        known: processors(all).filter(({ fact }) => !/confidential/.test(of) || ofPatients(fact)),
        told: firmsByName(),
      };
    case 'leaver-access-removed':
      return { known: staff(all, ({ parts }, on) => leftWithin(within, parts?.left, on)), told: peopleByName() };
    default:
      return { known: [], told: peopleByName() };
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
