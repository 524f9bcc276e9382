import type { Day } from './day.ts';
import type { Place } from './document.ts';

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_CODES = [
  'unanswered',
  'no-proof',
  'stale-proof',
  'lapses-soon',
  'unfilled-placeholder',
  'future-dated-claim',
  'contradiction',
  'unsupported-claim',
  'overdue-review',
  'empty-record',
  'broken-reference',
  'outdated-standard',
  'no-owner',
  'owner-left',
  'no-deputy',
  'key-person',
  'conflicting-roles',
  'supplier-unassured',
  'supplier-assurance-lapsed',
  'processor-without-contract',
  'training-below-target',
  'leaver-with-access',
  'admin-without-agreement',
  'unsupported-asset',
  'unencrypted-device',
  'incident-clock',
  'not-approved',
  'wrong-organisation',
  'recycled-file',
  'patient-identifiable',
  'edition-changed',
  'impossible-date',
  'wrong-total',
  'unsigned',
  'document-control',
  'duplicate-rows',
  'undated-proof',
  'unreadable',
  'different-question',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Something a person should know about the record, with where it was seen and what to do next. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Evidence items it touches, in catalogue order; empty when it concerns a document that speaks to none. */
  readonly refs: readonly string[];
  /** What it is about: a document path, a person, a supplier, an item. Code + subject identify a finding between runs. */
  readonly subject: string;
  readonly seen: readonly Place[];
  /** First day on which it was true, when that is known. */
  readonly since?: Day;
  /** Last day on which it is true, when that is known. */
  readonly until?: Day;
  readonly message: string;
  readonly next: string;
};
