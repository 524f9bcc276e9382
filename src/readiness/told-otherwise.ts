import { type Day, dayAfter, dayInWords } from '../record/day.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { factsOfType } from './recorded-facts.ts';
import { eventsTold } from './row-events.ts';
import { handlesPersonalData } from './supplier-rows.ts';
import type { Witness } from './witness.ts';

const LISTED = 1;
/** How a log says that nobody knows yet how grave something was. */
const UNDECIDED =
  /\b(?:undecided|not (?:yet )?decided|to be (?:decided|confirmed|assessed)|under (?:review|investigation)|high[- ]risk)\b/i;

/** What the record tells against a fact that was told to be false, by the fact's name: an incident in the log, a supplier in the list. */
const OTHERWISE: Readonly<Record<string, (all: EvidenceIndex, readOn: Day) => readonly Witness[]>> = {
  'had-incident-in-last-12-months': (all, readOn) =>
    eventsTold('incident-or-near-miss', all)
      .slice(0, LISTED)
      .map(({ on, words, place }) => ({
        // What is untrue as it was told becomes true by no waiting: somebody must tell it anew.
        interval: { from: on, ...(dayAfter(on, 'P12M') < readOn && { until: dayAfter(on, 'P12M') }) },
        because: `“${words}” is recorded on ${dayInWords(on)} (${place.file})`,
        places: [place],
      })),
  'had-high-risk-breach-in-last-12-months': (all, readOn) =>
    eventsTold('breach', all)
      .filter(({ on, place }) => dayAfter(on, 'P12M') >= readOn && UNDECIDED.test(place.text ?? ''))
      .slice(0, LISTED)
      .map(({ on, words, place }) => ({
        interval: { from: on },
        because: `“${words}” of ${dayInWords(on)} may have been one, and nobody has decided that yet (${place.file})`,
        places: [place],
      })),
  'uses-suppliers-for-personal-data': (all) => suppliers(all, 'is said to handle personal data', true),
  'uses-it-suppliers': (all) => suppliers(all, 'is listed as a supplier', false),
  'has-portable-devices': (all) => devices(all, 'laptops', 'phones'),
  'uses-mobile-phones': (all) => devices(all, 'phones'),
};

/** Rows of a list of devices that are in use. */
function devices(all: EvidenceIndex, ...kinds: readonly string[]): readonly Witness[] {
  return factsOfType('asset', all)
    .filter(({ fact }) => kinds.includes(fact.subject) && fact.value === 'in use')
    .slice(0, LISTED)
    .map(({ fact, evidence: { document } }) => ({
      interval: {},
      because: `${fact.parts?.tag ?? 'a device'} is listed among the ${fact.subject} in use (${document.path})`,
      places: [{ file: document.path, ...fact.where, text: fact.words }],
    }));
}

function suppliers(all: EvidenceIndex, says: string, handling: boolean): readonly Witness[] {
  return factsOfType('supplier', all)
    .filter(({ fact }) => (handling ? handlesPersonalData(fact) : fact.value !== 'ended' && fact.scope !== 'mentioned'))
    .slice(0, LISTED)
    .map(({ fact, evidence: { document } }) => ({
      interval: {},
      because: `${fact.parts?.name ?? fact.subject} ${says} (${document.path})`,
      places: [{ file: document.path, ...fact.where, text: fact.words }],
    }));
}

/** What tells against an item's not applying by a fact, with the days on which it does, as far as that is known on `readOn`. */
export function toldOtherwise(fact: string | undefined, all: EvidenceIndex, readOn: Day): readonly Witness[] {
  return fact === undefined ? [] : (OTHERWISE[fact]?.(all, readOn) ?? []);
}
