import { dayBefore } from '../../record/day.ts';
import type { Finding } from '../../record/finding.ts';
import { findingOf } from './disagreement.ts';
import type { Evidence } from './evidence.ts';
import { documentDay } from './evidence.ts';

/** "No incidents" against a dated row of an incident or breach log within the period spoken of. */
export function* incidentContradictions(evidence: Evidence): Iterable<Finding> {
  const all = evidence.of('incident', 0.7);
  const rows = all.filter(({ fact }) => fact.subject === 'row');
  for (const claim of all.filter(({ fact }) => fact.subject === 'none')) {
    const { scope, parts } = claim.fact;
    const to = parts?.to ?? documentDay(claim.document, evidence.on) ?? evidence.on;
    const months =
      parts?.months === '24'
        ? 'P24M'
        : parts?.months === '3' || (parts?.months !== '12' && claim.document.profile.kind === 'minutes')
          ? 'P3M'
          : 'P12M';
    const stated = parts?.from !== undefined && parts.from !== parts.to ? parts.from : undefined;
    const from = stated ?? dayBefore(to, months);
    const against = rows.filter(({ fact }) => {
      if (String(fact.value) < from || String(fact.value) > to) return false;
      if (scope === 'reportable') return fact.parts?.reported === 'true';
      if (scope === 'breach') return fact.scope === 'breach';
      return fact.scope !== 'near miss';
    });
    if (against.length === 0) continue;
    yield findingOf(
      {
        severity: 'high',
        refs: ['6.1.1', '6.3.1', '10.3.1'],
        subject: `incident: none stated in ${claim.document.path}`,
        claim: `No ${scope === 'breach' ? 'breach' : 'incident'} is stated for a period that has ${against.length === 1 ? 'one' : against.length} in the log`,
        next: 'Correct the statement, and check that each incident was assessed for the ICO and the DSPT.',
      },
      [
        { value: 'none', sightings: [claim] },
        { value: `${against.length} in the log`, sightings: against },
      ],
      evidence.on,
    );
  }
}

/** The clock for telling the ICO starts at awareness; a document that starts it at confirmation gives itself more time. */
export function* breachClockContradictions(evidence: Evidence): Iterable<Finding> {
  const told = evidence.of('breach-notice-hours', 0.6).filter(({ fact }) => fact.subject === 'ICO');
  const late = told.filter(({ fact }) => fact.parts?.clock === 'confirmation');
  const aware = told.filter(({ fact }) => fact.parts?.clock === 'awareness');
  if (late.length === 0 || aware.length === 0) return;
  yield findingOf(
    {
      severity: 'medium',
      refs: ['6.1.1'],
      subject: 'breach-notice-hours: ICO clock',
      claim: 'The time for telling the ICO starts at two different moments',
      next: 'Let the 72 hours run from becoming aware of the breach in every document.',
    },
    [
      { value: 'from confirmation', sightings: late },
      { value: 'from awareness', sightings: aware },
    ],
    evidence.on,
  );
}
