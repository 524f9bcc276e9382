import { type Day, dayInWords, type StatedDate } from '../../record/day.ts';
import type { DateMeaning, DocumentKind } from '../../record/document.ts';
import { neutralised } from '../../report/neutralised.ts';
import type { DocumentRow } from '../../workspace/documents/document-rows.ts';

export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  policy: 'Policy',
  procedure: 'Procedure',
  plan: 'Plan',
  register: 'Register',
  log: 'Log',
  minutes: 'Minutes',
  notice: 'Notice',
  contract: 'Contract',
  certificate: 'Certificate',
  report: 'Report',
  form: 'Form',
  statement: 'Statement',
  screenshot: 'Screenshot',
  template: 'Blank template',
  email: 'Email',
  other: 'Not recognised',
};

export const STATE_WORDS: Readonly<Record<DocumentRow['state'], string>> = {
  held: 'Held back',
  'in-use': 'In use',
  withdrawn: 'Withdrawn',
};

export const MEANING_WORDS: Readonly<Record<DateMeaning, string>> = {
  created: 'Written',
  effective: 'In force from',
  approved: 'Approved',
  reviewed: 'Reviewed',
  'next-review': 'Next review',
  issued: 'Issued',
  expires: 'Expires',
  event: 'Took place',
  stated: 'Other dates',
};

/** A full date in words, and what is less exact as it was written. */
export function dateInWords({ precision, from, text }: StatedDate): string {
  return precision === 'day' ? dayInWords(from) : neutralised(text);
}

const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day as a list has room for it: "20 Nov 2026". */
export function dayInShort(day: Day): string {
  return SHORT.format(new Date(`${day}T00:00:00Z`));
}

/** How sure a suggestion is. */
export function surenessInWords(score: number): string {
  return `${Math.round(score * 100)}% sure`;
}
