import type { Day } from '../../record/day.ts';
import type { ReadDocument } from '../../record/document.ts';
import type { Finding } from '../../record/finding.ts';
import { coverageContradictions, encryptionContradictions, mfaContradictions } from './claims-against-rows.ts';
import { controlContradictions, practiceContradictions } from './controls.ts';
import { indexContradictions } from './document-index.ts';
import { unsupportedClaims } from './empty-records.ts';
import { eventContradictions } from './events.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf } from './evidence.ts';
import { hostingContradictions } from './hosting.ts';
import { breachClockContradictions, incidentContradictions } from './incidents.ts';
import { leaverAccountContradictions } from './leaver-accounts.ts';
import { countContradictions, headcountContradictions, trainingContradictions } from './people-counts.ts';
import { recoveryPointContradictions } from './recovery-points.ts';
import { registerSizeContradictions } from './register-sizes.ts';
import {
  certificateContradictions,
  closedListContradictions,
  recipientContradictions,
  supplierListContradictions,
} from './registers.ts';
import { conflictingRoles, leavingDateContradictions, ownerLeft, roleHolderContradictions } from './role-holders.ts';
import { settingContradictions } from './settings.ts';
import { allDoneContradictions, trackedItemContradictions } from './tracked-items.ts';

/** A family of contradictions: what it finds, worst first is decided later. */
type ContradictionFamily = (evidence: Evidence) => Iterable<Finding>;

const FAMILIES: readonly ContradictionFamily[] = [
  roleHolderContradictions,
  ownerLeft,
  leavingDateContradictions,
  conflictingRoles,
  hostingContradictions,
  mfaContradictions,
  encryptionContradictions,
  trainingContradictions,
  incidentContradictions,
  breachClockContradictions,
  headcountContradictions,
  countContradictions,
  coverageContradictions,
  recoveryPointContradictions,
  eventContradictions,
  certificateContradictions,
  supplierListContradictions,
  closedListContradictions,
  recipientContradictions,
  indexContradictions,
  settingContradictions,
  registerSizeContradictions,
  controlContradictions,
  practiceContradictions,
  allDoneContradictions,
  trackedItemContradictions,
  leaverAccountContradictions,
  unsupportedClaims,
];

const ORDER = { high: 0, medium: 1, low: 2 } as const;

/**
 * Where the facts of a folder cannot all be true on a day: across documents and inside one. One finding a disagreement, with every
 * side shown; none is chosen. Facts only meet when type, subject and scope agree.
 */
export function contradictions(
  documents: readonly ReadDocument[],
  on: Day,
  exemptedBy?: Evidence['exemptedBy'],
): Finding[] {
  const evidence = evidenceOf(documents, on, exemptedBy);
  return FAMILIES.flatMap((family) => [...family(evidence)]).sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
