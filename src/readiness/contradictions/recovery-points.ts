import type { Finding } from '../../record/finding.ts';
import { findingOf } from './disagreement.ts';
import type { Evidence } from './evidence.ts';

/** Data loss promised to be smaller than the time between two backups of the same system. */
export function* recoveryPointContradictions(evidence: Evidence): Iterable<Finding> {
  const main = new Set(['main', 'database', 'application', 'portal', '']);
  const targets = evidence
    .of('recovery-target', 0.7)
    .filter(({ fact }) => fact.subject === 'rpo' && main.has(fact.scope ?? ''));
  const rules = evidence
    .of('backup-rule', 0.7)
    .filter(({ fact }) => fact.subject === 'frequency' && main.has(fact.scope ?? ''));
  const shortest = Math.min(...rules.map(({ fact }) => Number(fact.value)));
  const tooShort = targets.filter(({ fact }) => Number(fact.value) > 0 && Number(fact.value) < shortest);
  if (rules.length === 0 || tooShort.length === 0) return;
  const best = rules.filter(({ fact }) => fact.value === shortest);
  yield findingOf(
    {
      severity: 'medium',
      refs: ['7.3.1'],
      subject: 'recovery-target: rpo against backups',
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
