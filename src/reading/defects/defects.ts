import type { Day } from '../../record/day.ts';
import type { Defect } from '../../record/document.ts';
import { notApproved } from './approval.ts';
import type { DefectRule, ProfiledDocument } from './defect-rule.ts';
import { documentControl } from './document-control.ts';
import { emptyRecord } from './empty-record.ts';
import { examine } from './examine.ts';
import { futureDatedClaim } from './future-dated-claim.ts';
import { impossibleDate } from './impossible-date.ts';
import { incidentClock } from './incident-clock.ts';
import { leaversInText } from './leavers.ts';
import { outdatedStandard, unsupportedAsset } from './out-of-date.ts';
import { overdueReview } from './overdue-review.ts';
import { patientIdentifiable } from './patient-identifiable.ts';
import { registerRows } from './register-rows.ts';
import { supplierAssurance } from './supplier-assurance.ts';
import { trainingCoverage } from './training-coverage.ts';
import { undatedProof } from './undated-proof.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';
import { unsigned } from './unsigned.ts';
import { wrongTotal } from './wrong-total.ts';

/** The rules for a single document. To add one, write it in its own file and list it here. */
const RULES: readonly DefectRule[] = [
  unfilledPlaceholder,
  futureDatedClaim,
  overdueReview,
  emptyRecord,
  outdatedStandard,
  unsupportedAsset,
  notApproved,
  impossibleDate,
  wrongTotal,
  unsigned,
  incidentClock,
  documentControl,
  registerRows,
  leaversInText,
  supplierAssurance,
  trainingCoverage,
  patientIdentifiable,
  undatedProof,
];

/**
 * Mechanical faults of one document, judged on the day `on`; what it says of later days than `writtenBy` had not happened when it was written. A withdrawn document has none but patients' details left in it. What needs the other documents of the set is found by
 * `referenceDefects` and `organisationDefects`.
 */
export function defectsOf(document: ProfiledDocument, on: Day, writtenBy: Day = on): readonly Defect[] {
  // What is kept for reference only binds nobody; reporting its age would drown what matters.
  if (document.profile.status === 'withdrawn') return patientIdentifiable(examine(document, on));
  const examined = examine(document, on);
  const asWritten = writtenBy < on ? { ...examined, on: writtenBy } : examined;
  return RULES.flatMap((rule) => rule(rule === futureDatedClaim ? asWritten : examined));
}
