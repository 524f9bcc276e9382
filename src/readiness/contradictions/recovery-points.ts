import type { Finding } from '../../record/finding.ts';
import { findingOf } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { byThing } from './same-thing.ts';

const MAIN: ReadonlySet<string> = new Set(['main', 'database', 'application', 'portal', '']);

/** Data loss promised to be smaller than the time between two backups of the same system. */
export function* recoveryPointContradictions(evidence: Evidence): Iterable<Finding> {
  const targets = evidence.of('recovery-target', 0.7).filter((one) => one.fact.subject === 'rpo' && isMain(one));
  const rules = evidence.of('backup-rule', 0.7).filter((one) => one.fact.subject === 'frequency' && isMain(one));
  for (const things of byThing([...targets, ...rules].map(withoutScope))) {
    const own = things.filter(({ fact }) => fact.type === 'backup-rule');
    const shortest = Math.min(...own.map(({ fact }) => Number(fact.value)));
    const tooShort = things.filter(
      ({ fact }) =>
        fact.type === 'recovery-target' &&
        Number(fact.value) > 0 &&
        Number(fact.value) < shortest &&
        own.some((rule) => sameName(rule.fact.parts?.name, fact.parts?.name)),
    );
    if (own.length === 0 || tooShort.length === 0) continue;
    const best = own.filter(({ fact }) => fact.value === shortest);
    yield findingOf(
      {
        severity: 'medium',
        refs: ['7.3.1'],
        subject: `recovery-target: rpo against backups${best[0]?.fact.parts?.name ? ` / ${best[0].fact.parts.name}` : ''}`,
        claim: 'The data loss allowed is smaller than the time between two backups',
        next: 'Back up more often (or name the change logs that fill the gap), or correct the target.',
      },
      [
        { value: `at most ${tooShort[0]?.fact.parts?.shown}`, sightings: tooShort },
        { value: `a backup ${best[0]?.fact.parts?.shown}`, sightings: best },
      ],
      evidence.on,
    );
  }
}

/** A backup of "message records" is not one of the "messaging service": a part of a name is not enough here. */
function sameName(a = '', b = ''): boolean {
  return a === b || a === '' || b === '';
}

function isMain({ fact }: Sighting): boolean {
  return MAIN.has(fact.scope ?? '');
}

/** The product and its database are one here: only their name tells two of them apart. */
function withoutScope({ fact, document }: Sighting): Sighting {
  return { document, fact: { ...fact, scope: '' } };
}
