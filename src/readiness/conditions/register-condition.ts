import type { Condition, RowEvent, RowTelling } from '../../catalogue/catalogue.ts';
import { dayAfter, dayInWords, periodInWords } from '../../record/day.ts';
import { type DocumentEvidence, freshnessOf, overlap, placeIn } from '../document-evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import type { Interval } from '../interval.ts';
import { type FoundRegister, registersIn } from '../registers.ts';
import { notToldByEach } from '../row-details.ts';
import { DAY_OF, eventsTold, notSaidOfAll, someOf, toldByPeople, undatedOf } from '../row-events.ts';
import { handlesPersonalData } from '../supplier-rows.ts';
import { hasPeople, unnamedPeople } from '../unmentioned.ts';
import type { PreparedCondition, Witness } from '../witness.ts';

type RegisterCondition = Extract<Condition, { is: 'register' }>;

/**
 * A register of the named sort with real rows, reviewed inside the window, of whose rows nothing is told that the rule rules
 * out. Whether every row fulfils the rule's sentence is for a person to judge otherwise: blanks and lapses in the rows are
 * reported as findings of their own.
 */
export function prepareRegister(condition: RegisterCondition, all: EvidenceIndex): PreparedCondition {
  const witnesses: Witness[] = [];
  let otherwise: PreparedCondition['otherwise'] = {
    met: 'no',
    because: `we found no register of ${inWords(condition.register)}`,
  };
  const untold = untoldBy(condition, all);
  const ruledOut = ruledOutBy(condition, all);
  for (const evidence of all.withRegister(condition.register)) {
    const register = registersIn(evidence.document).find((one) => one.register === condition.register);
    if (!register) continue;
    const found = untold ?? witness(condition, evidence, register);
    const interval = 'interval' in found ? overlap(found.interval, ruledOut.interval) : undefined;
    if ('met' in found) otherwise = found;
    else if (interval) witnesses.push({ ...found, interval });
    else otherwise = { met: 'no', because: `${evidence.document.path}: ${ruledOut.because}` };
  }
  const reviewed = condition.within ? `, reviewed within ${periodInWords(condition.within)}` : '';
  const name = inWords(condition.register);
  const review = condition.within ? `, and review it at least every ${periodInWords(condition.within)}` : '';
  return {
    condition,
    asks: `a register of ${name}${reviewed}. It must show: ${condition.condition}`,
    todo: `Keep a register of ${name}${review}. It must show: ${condition.condition}.`,
    witnesses,
    otherwise: witnesses.length > 0 && ruledOut.because !== '' ? { met: 'no', because: ruledOut.because } : otherwise,
  };
}

function witness(
  condition: RegisterCondition,
  evidence: DocumentEvidence,
  { rows, where, table }: FoundRegister,
): Witness | PreparedCondition['otherwise'] {
  const { document, proofDate, blocked } = evidence;
  const { path } = document;
  const counted = `${rows} row${rows === 1 ? '' : 's'}`;
  if (blocked) return { met: 'no', because: `${path}: ${blocked}` };
  const unsaid = notSaidOfAll(condition.everyone, evidence);
  if (unsaid !== undefined) return { met: 'no', because: `${path}: ${unsaid}` };
  if (condition.some && !TELLS[condition.some](evidence))
    return { met: 'no', because: `${path}: ${LACKS[condition.some]}` };
  const untold = notToldByEach(condition.each, table, document, condition.some === 'personal-data');
  if (untold !== undefined) return { met: 'no', because: `${path}: ${untold}` };
  const toCheck = condition.condition;
  if (!condition.within)
    return { interval: {}, because: `${path} (${counted})`, toCheck, places: [placeIn(document, where)] };
  if (!proofDate) return { met: 'unknown', because: `${path} has ${counted} but no date of its last review` };
  const fresh = freshnessOf(evidence, proofDate.date, condition.within);
  return {
    interval: fresh.interval,
    because: `${path} (${counted}, dated ${dayInWords(proofDate.date.from)})${fresh.because}`,
    toCheck,
    places: [placeIn(document, proofDate.where, proofDate.date.text)],
  };
}

const TELLS: Readonly<Record<RowTelling, (evidence: DocumentEvidence) => boolean>> = {
  'personal-data': ({ document }) => document.facts.some(handlesPersonalData),
};

const LACKS: Readonly<Record<RowTelling, string>> = {
  'personal-data': 'no row says which personal data anybody in it handles',
};

/** What keeps everybody from telling whether something happened: rows without a day, or no row that could be read. */
function untoldBy({ none }: RegisterCondition, all: EvidenceIndex): PreparedCondition['otherwise'] | undefined {
  if (!none) return undefined;
  const undated = undatedOf(none.of, all);
  if (undated.length > 0) return { met: 'unknown', because: `no ${DAY_OF[none.of]} is given for ${someOf(undated)}` };
  if (!toldByPeople(none.of) || hasPeople(all)) return undefined;
  const because = unnamedPeople(all)?.because ?? 'we found no list that names your people, with their dates';
  return { met: 'unknown', because };
}

const TOLD: Readonly<Record<RowEvent, string>> = {
  joined: 'joined',
  left: 'left',
  'incident-or-near-miss': 'is recorded',
  incident: 'is recorded as an incident',
  breach: 'is recorded as a breach',
};

/** The days on which nothing is told that the condition rules out: those after the window of the latest event. */
function ruledOutBy(
  { none }: RegisterCondition,
  all: EvidenceIndex,
): { readonly interval: Interval; readonly because: string } {
  const [latest] = none ? eventsTold(none.of, all) : [];
  if (!none || !latest) return { interval: {}, because: '' };
  const { on, words, place } = latest;
  return {
    interval: { from: dayAfter(dayAfter(on, none.within), 'P1D') },
    because: `${words} ${TOLD[none.of]} on ${dayInWords(on)} (${place.file})`,
  };
}

function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}
