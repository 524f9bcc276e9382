import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy, sidesBy } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay } from './evidence.ts';

const ABOUT: Readonly<Record<string, string>> = {
  status: 'states',
  score: 'scores',
  affected: 'counts of people or records affected',
};

/** A numbered risk, incident or finding with two states, scores or counts. One finding an item and part. */
export function* trackedItemContradictions(evidence: Evidence): Iterable<Finding> {
  for (const group of groupBy(
    evidence.of('tracked-item', 0.7),
    ({ fact }) => `${fact.subject}|${fact.scope}`,
  ).values()) {
    const first = group[0];
    if (first === undefined || new Set(group.map(({ document }) => document)).size < 2) continue;
    const standing = group.filter((one) => !group.some((other) => overtakes(other, one, evidence)));
    const sides = sidesBy(
      standing,
      ({ fact }) => String(fact.value),
      ({ fact }) => fact.parts?.shown ?? String(fact.value),
    );
    if (sides.length !== 2) continue;
    yield findingOf(
      {
        severity: first.fact.scope === 'status' ? 'medium' : 'low',
        refs: [],
        subject: `tracked-item: ${first.fact.subject} ${first.fact.scope}`,
        claim: `Two ${ABOUT[first.fact.scope ?? ''] ?? 'values'} for ${first.fact.subject}`,
        next: 'Look at the register that leads, and correct the other document.',
      },
      sides,
      evidence.on,
    );
  }
}

/** A state or score may change: what a document written earlier says is history. Counts of one incident do not change so. */
function overtakes(newer: Sighting, older: Sighting, { on }: Evidence): boolean {
  if (newer.document === older.document || newer.fact.value === older.fact.value || newer.fact.scope === 'affected')
    return false;
  // What is closed is seldom opened again: a later "still open" speaks against it.
  if (newer.fact.value === 'open') return false;
  const since = newer.fact.scope === 'status' ? newer.fact.asOf?.from : undefined;
  const written = documentDay(older.document, on);
  const day = since ?? documentDay(newer.document, on);
  return written !== undefined && day !== undefined && day > written;
}

/** "All actions are closed" above a list with an open one, in one document. */
export function* allDoneContradictions(evidence: Evidence): Iterable<Finding> {
  for (const [path, group] of groupBy(evidence.of('all-done', 0.7), ({ document }) => document.path)) {
    const claims = group.filter(({ fact }) => fact.value === 'all');
    const open = group.filter(({ fact }) => fact.value === 'open');
    if (claims.length === 0 || open.length === 0) continue;
    yield findingOf(
      {
        severity: 'medium',
        refs: [],
        subject: `all-done: ${path}`,
        claim: 'All actions are said to be closed, and the list shows one that is not',
        next: 'Close the action with its date, or correct the sentence.',
      },
      [
        { value: 'the statement', sightings: claims },
        {
          value: open
            .map(({ fact }) => fact.parts?.name ?? '')
            .slice(0, 3)
            .join('; '),
          sightings: open,
        },
      ],
      evidence.on,
    );
  }
}
