import { NotificationBanner } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { SeatedVisit } from '../route.ts';

/** What was done, by the code that the address of the page after it carries. */
const DONE_WORDS = {
  added: 'Added to the record.',
  saved: 'Saved.',
  'sent-before': 'You sent this before, and it was done then. The record has changed since: this is how it stands now.',
  unchanged: 'You changed nothing, so the record is as it was.',
  removed: 'Removed from the register. The journal still has it.',
  'taken-in': 'The rows are in the register.',
  'import-undone': 'The import is taken back. What it added is gone, and what it changed is as it was before.',
  restored: 'It is back in the register, as it was.',
  'handed-over': 'Saved their last day, and handed over what they looked after.',
  joined: 'Added to the staff list.',
  moved: 'Saved the new job.',
  'access-removed': 'Saved the day their access was removed.',
  trained: 'Saved the training.',
  'policy-read': 'Saved that you have read this document.',
  'staff-read': 'Staff are asked to read this document.',
  'staff-read-no-more': 'Staff are no longer asked to read this document.',
  erased: 'Erased. The journal keeps that somebody erased it and why, and nothing of what it said.',
  answered: 'Saved your answer.',
  carried: 'Last year’s answer is carried over. Read it against this year’s question, then save it to confirm.',
  commented: 'Your comment is kept.',
  'taken-back': 'The comment is taken back. The journal still has it.',
  checked: 'Saved that you have checked it.',
  'check-taken-back': 'Taken back: it waits to be checked again.',
  'check-gone': 'Somebody had taken it back already: it waits to be checked again.',
  'looked-after': 'Saved who looks after this item.',
  confirmed: 'You have confirmed it. The list shows your name and today’s date.',
  closed: 'Closed. The list of actions keeps what showed them.',
  approved: 'The answer is approved.',
  'sent-back': 'The answer went back to whoever gave it, with your reason.',
  accepted: 'The document is accepted for this item.',
  rejected: 'The document does not count for this item.',
  released: 'The document is released. From now on we read it and it can count.',
  withdrawn: 'The document is withdrawn. From today it no longer counts.',
  'upload-withdrawn': 'All that you added is withdrawn. From today none of it counts.',
  'none-withdrawn': 'Nothing changed: of what you added then, nothing is in use that could be withdrawn.',
  'own-name-kept': 'The name is kept in Settings as another name of yours.',
  'put-back': 'The document is back in use, as it was.',
  decided: 'What you decided is kept.',
  shown: 'The document is kept and accepted for this item.',
  'took-place':
    'It has taken the place of the older one, which is withdrawn. What that one was accepted for has gone over.',
  given: 'Given. The plan and the list of actions show who has it and by when.',
  'action-done': 'The action is marked as done.',
  'action-open': 'The action is open again.',
  'incident-kept': 'It is in the register. What is left to do stands below.',
  told: 'We have received it. Thank you for telling us.',
  'step-kept': 'Recorded.',
  'recorded-before': 'That was recorded before.',
  reviewed: 'The review is recorded.',
  undone: 'Taken back. It is as it was before.',
  'looked-up': 'What the Toolkit showed is kept, with today as the day.',
  'example-removed': 'The example is removed, with its documents and its journal.',
  'factor-required': 'Everyone in this organisation now needs a second factor.',
  'factor-optional': 'A second factor is no longer required.',
} as const;

export type DoneCode = keyof typeof DONE_WORDS;

/** The address of the page to go on to, saying what was done and, where the page needs it, to what. */
export function withDone(path: string, code: DoneCode, about: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ done: code, ...about })}`;
}

function isDone(code: string): code is DoneCode {
  return Object.hasOwn(DONE_WORDS, code);
}

/** Says what was just done, when the address names something that can be. */
export function DoneBanner({ query, children }: Pick<SeatedVisit, 'query'> & { readonly children?: ReactNode }) {
  const code = query.text('done');
  if (!isDone(code)) return null;
  return (
    <NotificationBanner success disableAutoFocus title="Done">
      <p className="nhsuk-notification-banner__heading">{DONE_WORDS[code]}</p>
      {children}
    </NotificationBanner>
  );
}
