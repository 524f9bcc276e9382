import type { Finding } from '../../record/finding.ts';
import { findingOf, groupBy, listed } from './disagreement.ts';
import type { Evidence, Sighting } from './evidence.ts';
import { documentDay, isAboutSupplier, isHistorical } from './evidence.ts';

const REFS: Readonly<Record<string, readonly string[]>> = {
  'immutable backups': ['7.3.5'],
  'NCSC Early Warning': ['6.3.2'],
  'mobile device management': ['9.5.2'],
  'web and DNS filtering': ['9.3.4'],
  DMARC: ['6.2.3'],
  'vulnerability scanning': ['8.4.3'],
  'network segmentation': ['9.1.1'],
};

/** A safeguard described as working in one document and as missing, or still planned, in another. One finding a safeguard. */
export function* controlContradictions(evidence: Evidence): Iterable<Finding> {
  const ours = evidence.of('control-state', 0.65).filter(({ document }) => !isAboutSupplier(document));
  for (const [control, states] of groupBy(ours, ({ fact }) => fact.subject)) {
    const live = states.filter(({ fact }) => fact.value === 'live');
    const missing = states.filter(
      (one) => one.fact.value !== 'live' && live.some((other) => !explained(one, other, evidence)),
    );
    const against = live.filter((one) => missing.some((other) => !explained(other, one, evidence)));
    if (missing.length === 0 || against.length === 0) continue;
    const values = [...new Set(missing.map(({ fact }) => String(fact.value)))];
    yield findingOf(
      {
        // Words decide here, not rows or settings: it makes the claim doubtful, not untrue.
        severity: 'medium',
        refs: REFS[control] ?? [],
        subject: `control-state: ${control}`,
        claim: `${capital(control)} ${/[^s]s$/.test(control.split(' of ')[0] ?? control) ? 'are' : 'is'} described as in place and as ${listed(values.map((value) => (value === 'absent' ? 'not in place' : 'only planned')))}`,
        next: 'Look at the system itself, and let every document say what is true today; a plan belongs in the action list.',
      },
      [
        { value: 'in place', sightings: against },
        { value: 'not yet', sightings: missing },
      ],
      evidence.on,
    );
  }
}

/** Progress explains two states: what was missing or planned on one day may stand on a later one. */
function explained(missing: Sighting, live: Sighting, { on }: Evidence): boolean {
  if (missing.document === live.document && missing.fact.where.line === live.fact.where.line) return true;
  const [then, now] = [documentDay(missing.document, on), documentDay(live.document, on)];
  if (!isHistorical(missing.document) || then === undefined || now === undefined || now <= then) return false;
  return missing.fact.asOf === undefined || missing.fact.asOf.from <= now;
}

const PRACTICE_REFS: Readonly<Record<string, readonly string[]>> = {
  'personal devices': ['9.5.2'],
  'removable media': ['9.5.2'],
  'shared accounts': ['4.1.1'],
};

/** A practice that is allowed, or seen, in one place and banned in another. One finding a practice. */
export function* practiceContradictions(evidence: Evidence): Iterable<Finding> {
  const ours = evidence.of('practice-rule', 0.65).filter(({ document }) => !isAboutSupplier(document));
  for (const [practice, rules] of groupBy(ours, ({ fact }) => fact.subject)) {
    const banned = rules.filter(({ fact }) => fact.value === 'banned');
    const allowed = rules.filter(({ fact }) => fact.value !== 'banned');
    const broken = allowed.filter((one) => banned.some((ban) => reaches(ban, one)));
    const bans = banned.filter((ban) => broken.some((one) => reaches(ban, one)));
    if (broken.length === 0) continue;
    const seen = broken.some(({ fact }) => fact.value === 'seen');
    yield findingOf(
      {
        severity: 'medium',
        refs: PRACTICE_REFS[practice] ?? [],
        subject: `practice-rule: ${practice}`,
        claim: `${capital(practice)}: ruled out in one place and ${seen ? 'found in use' : 'allowed'} in another`,
        next: 'Decide which rule holds, approve it once, and correct the other document or end the practice.',
      },
      [
        { value: 'ruled out', sightings: bans },
        { value: seen ? 'in use' : 'allowed', sightings: broken },
      ],
      evidence.on,
    );
  }
}

/** A ban of everything reaches every use; a ban of one use only the same. */
function reaches(ban: Sighting, use: Sighting): boolean {
  return ban.fact.scope === '' || ban.fact.scope === use.fact.scope;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
