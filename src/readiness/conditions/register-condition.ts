import type { Condition, RowEvent, RowTelling } from '../../catalogue/catalogue.ts';
import { dayAfter, dayInWords, type Period, periodInWords } from '../../record/day.ts';
import type { Checked, RecordedDocument } from '../../record/record.ts';
import {
  type DocumentEvidence,
  datedInWords,
  freshnessOf,
  onceUnseen,
  overlap,
  placeIn,
} from '../document-evidence.ts';
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
 * out. What the rule gives to be read of each row must stand there. Where it gives nothing to be read, a person must have checked
 * that what it asks for is so (ADR 25).
 */
export function prepareRegister(
  condition: RegisterCondition,
  all: EvidenceIndex,
  checked: readonly Checked[] = [],
): PreparedCondition {
  const witnesses: Witness[] = [];
  const unchecked: Witness[] = [];
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
    if ('met' in found) otherwise = found;
    else if (isTold(condition)) {
      const interval = overlap(found.interval, ruledOut.interval);
      if (interval) witnesses.push({ ...found, interval });
      else otherwise = { met: 'no', because: `${evidence.document.path}: ${ruledOut.because}` };
    } else {
      // Having a register is not yet having in it what is asked for: that somebody must have seen.
      unchecked.push(found);
      witnesses.push(...whileChecked(found, evidence.document, condition.within, checked));
    }
  }
  const reviewed = condition.within ? `, reviewed within ${periodInWords(condition.within)}` : '';
  const name = inWords(condition.register);
  const review = condition.within ? `, and review it at least every ${periodInWords(condition.within)}` : '';
  return {
    condition,
    asks: `a register of ${name}${reviewed}. It must show: ${condition.condition}`,
    todo:
      unchecked.length === 0
        ? `Keep a register of ${name}${review}. It must show: ${condition.condition}.`
        : `Look through the register of ${name}, and check that ${condition.condition}.`,
    witnesses,
    ...(unchecked.length > 0 && { unchecked }),
    otherwise: witnesses.length > 0 && ruledOut.because !== '' ? { met: 'no', because: ruledOut.because } : otherwise,
  };
}

/** Whether reading the rows tells at least part of what the condition asks of them. */
function isTold({ each, everyone, some, none }: RegisterCondition): boolean {
  return [each, everyone, some, none].some((one) => one !== undefined);
}

/**
 * The register as proof while what a person said that they checked in it is recent enough: a year, where the rule says nothing. A file
 * that is newer than the check, or came in after it, is another one; a register kept here is the same, however its entries change meanwhile.
 */
function whileChecked(
  found: Witness,
  { path, kept, writtenBy }: RecordedDocument,
  within: Period = 'P12M',
  checked: readonly Checked[],
): readonly Witness[] {
  return checked.flatMap((one) => {
    if (one.path !== undefined && one.path !== path) return [];
    if (!kept && (one.on < (found.interval.from ?? one.on) || one.on < (writtenBy ?? one.on))) return [];
    const until = dayAfter(one.on, within);
    const interval = overlap(found.interval, { from: one.on, until });
    if (!interval) return [];
    const by = one.by === undefined ? '' : ` by ${one.by}`;
    const { toCheck: _, lapsed, ...rest } = found;
    return {
      ...rest,
      interval,
      because: `${found.because}, checked${by} on ${dayInWords(one.on)}`,
      // What ended first is what has to be renewed.
      ...(lapsed && interval.until !== until && { lapsed }),
    };
  });
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
    because: `${path} (${counted}, ${datedInWords(evidence, proofDate.date)})${fresh.because}`,
    toCheck,
    places: [placeIn(document, proofDate.where, proofDate.date.text)],
    ...onceUnseen(evidence),
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
