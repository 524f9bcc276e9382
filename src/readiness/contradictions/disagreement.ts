import type { Day } from '../../record/day.ts';
import { dayInWords } from '../../record/day.ts';
import type { Place } from '../../record/document.ts';
import type { Finding, FindingCode, Severity } from '../../record/finding.ts';
import type { Sighting } from './evidence.ts';
import { documentDay, inWords, placeOf } from './evidence.ts';

/** Sightings that state one value, with the value in words. */
export type Side = { readonly value: string; readonly sightings: readonly Sighting[] };

export type Dispute = {
  readonly code?: FindingCode;
  readonly severity: Severity;
  readonly refs: readonly string[];
  /** Stable between runs: identifies the finding together with its code. */
  readonly subject: string;
  /** The beginning of the message, such as "Two recovery time objectives for the patient database". */
  readonly claim: string;
  readonly next: string;
};

const MOST_PLACES = 12;

/** One finding for one disagreement: every side with its value and places, and which document is the newest, without choosing. */
export function findingOf(dispute: Dispute, sides: readonly Side[], on: Day): Finding {
  const shown = sides.map(
    (side) =>
      `${side.value} (${side.sightings
        .slice(0, 3)
        .map((one) => inWords(placeOf(one)))
        .join(', ')}${side.sightings.length > 3 ? ` and ${side.sightings.length - 3} more` : ''})`,
  );
  const draft = isDraftAgainstForce(sides);
  const newest = newestOf(
    sides.flatMap((side) => side.sightings),
    on,
  );
  return {
    code: dispute.code ?? 'contradiction',
    severity: draft ? 'low' : dispute.severity,
    refs: dispute.refs,
    subject: dispute.subject,
    seen: distinct(interleaved(sides).map(placeOf)).slice(0, MOST_PLACES),
    message: `${dispute.claim}: ${listed(shown)}.${draft ? ' One side is only a draft.' : newest}`,
    next: dispute.next,
  };
}

/** Each place once: two values may stand on one line. */
function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter(({ file, line, page, cell, text }) => {
    const key = [file, page, cell ?? line, line === undefined ? text : ''].join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A draft may be the new rule on its way: worth knowing, seldom wrong. */
function isDraftAgainstForce(sides: readonly Side[]): boolean {
  const drafts = sides.filter((side) => side.sightings.every(({ document }) => document.profile.status === 'draft'));
  return drafts.length > 0 && drafts.length < sides.length;
}

/** One place of each side first, so that a shortened list still shows both values. */
function interleaved(sides: readonly Side[]): Sighting[] {
  const out: Sighting[] = [];
  const longest = Math.max(0, ...sides.map((side) => side.sightings.length));
  for (let at = 0; at < longest; at += 1) {
    for (const side of sides) {
      const one = side.sightings[at];
      if (one !== undefined) out.push(one);
    }
  }
  return out;
}

export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

function newestOf(sightings: readonly Sighting[], on: Day): string {
  const dated = sightings
    .map(({ document }) => ({ document, day: documentDay(document, on) }))
    .filter((one) => one.day !== undefined && one.document.profile.status !== 'draft')
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
  const last = dated[dated.length - 1];
  if (last?.day === undefined || dated.every((one) => one.document === last.document) || dated[0]?.day === last.day)
    return '';
  return ` The newest of them is ${inWords({ file: last.document.path })}, dated ${dayInWords(last.day)}.`;
}

/** Sides by value: sightings whose key is equal stand together, in order of first appearance. */
export function sidesBy(
  sightings: readonly Sighting[],
  key: (one: Sighting) => string,
  show: (one: Sighting) => string,
): Side[] {
  const sides = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const list = sides.get(key(one));
    if (list === undefined) sides.set(key(one), [one]);
    else list.push(one);
  }
  return [...sides.values()].flatMap((list) =>
    list[0] === undefined ? [] : [{ value: show(list[0]), sightings: list }],
  );
}

/** Sightings grouped by what they are about. */
export function groupBy(sightings: readonly Sighting[], key: (one: Sighting) => string): Map<string, Sighting[]> {
  const groups = new Map<string, Sighting[]>();
  for (const one of sightings) {
    const list = groups.get(key(one));
    if (list === undefined) groups.set(key(one), [one]);
    else list.push(one);
  }
  return groups;
}
