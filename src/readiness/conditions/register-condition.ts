import type { Condition, RowEvent } from '../../catalogue/catalogue.ts';
import { dayAfter, dayInWords, periodInWords } from '../../record/day.ts';
import { type DocumentEvidence, freshnessOf, overlap, placeIn } from '../document-evidence.ts';
import type { EvidenceIndex } from '../evidence-index.ts';
import type { Interval } from '../interval.ts';
import { type FoundRegister, registersIn } from '../registers.ts';
import { eventsTold, notSaidOfAll } from '../row-events.ts';
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
  const ruledOut = ruledOutBy(condition, all);
  for (const evidence of all.withRegister(condition.register)) {
    const register = registersIn(evidence.document).find((one) => one.register === condition.register);
    if (!register) continue;
    const found = witness(condition, evidence, register);
    const interval = 'interval' in found ? overlap(found.interval, ruledOut.interval) : undefined;
    if ('met' in found) otherwise = found;
    else if (interval) witnesses.push({ ...found, interval });
    else otherwise = { met: 'no', because: `${evidence.document.path}: ${ruledOut.because}` };
  }
  const reviewed = condition.within ? `, reviewed within ${periodInWords(condition.within)}` : '';
  const name = inWords(condition.register);
  return {
    condition,
    asks: `a register of ${name}${reviewed}. In it, ${condition.condition}`,
    todo: `Keep a register of ${name}${reviewed}. In it, ${condition.condition}.`,
    witnesses,
    otherwise: witnesses.length > 0 && ruledOut.because !== '' ? { met: 'no', because: ruledOut.because } : otherwise,
  };
}

function witness(
  condition: RegisterCondition,
  evidence: DocumentEvidence,
  { rows, where }: FoundRegister,
): Witness | PreparedCondition['otherwise'] {
  const { document, proofDate, blocked } = evidence;
  const { path } = document;
  const counted = `${rows} row${rows === 1 ? '' : 's'}`;
  if (blocked) return { met: 'no', because: `${path}: ${blocked}` };
  const unsaid = notSaidOfAll(condition.everyone, evidence);
  if (unsaid !== undefined) return { met: 'no', because: `${path}: ${unsaid}` };
  if (!condition.within) return { interval: {}, because: `${path} (${counted})`, places: [placeIn(document, where)] };
  if (!proofDate) return { met: 'unknown', because: `${path} has ${counted} but no date of its last review` };
  const fresh = freshnessOf(evidence, proofDate.date, condition.within);
  return {
    interval: fresh.interval,
    because: `${path} (${counted}, dated ${dayInWords(proofDate.date.from)})${fresh.because}; check that ${condition.condition}`,
    places: [placeIn(document, proofDate.where, proofDate.date.text)],
  };
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
