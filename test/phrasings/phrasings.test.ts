import { describe, expect, test } from 'vitest';
import { PEOPLE_AND_EVENTS } from './people-and-events.ts';
import type { Phrasing } from './phrasing.ts';
import { readingsOf } from './phrasing.ts';
import { SETTINGS_SAID } from './settings.ts';
import { TIMES } from './times.ts';

const ALL: readonly Phrasing[] = [...TIMES, ...SETTINGS_SAID, ...PEOPLE_AND_EVENTS];

describe.each(ALL)('$about', ({ type, reads, wordings }) => {
  test.each(wordings)('is read from: %s', (wording) => {
    expect(readingsOf(type, wording)).toContain(reads);
  });
});

/** What looks like one of these facts and is none. */
const NOT_SAID: readonly (readonly [type: string, wording: string])[] = [
  ['headcount', 'All eight people concerned were told on 5 March.'],
  ['headcount', 'Mail is opened only with two people agreeing to it first.'],
  ['headcount', 'A group with 200 people supported pays £640 a month.'],
  [
    'retention-period',
    'log.md @@ # Breach log // | Date | What | Owner | / |---|---|---| / | 4 May 2026 | Mover kept rights for five days | A. Holt |',
  ],
  ['backup-rule', 'The backup report is reviewed weekly.'],
  ['backup-rule', 'A restore from backup is tested every month.'],
  ['review-cycle', 'The access log is exported every month.'],
  [
    'practice-rule',
    'access.md @@ # Access review // | Account | Holder | MFA | / |---|---|---| / | info@ | Shared mailbox, sign-in blocked | On |',
  ],
  [
    'software-support',
    'inventory.md @@ # Removed software // | Name | Supported until | State | / |---|---|---| / | reports | April 2025 | Removed on 3 May 2025 |',
  ],
  ['certificate', 'Ask the supplier whether it holds Cyber Essentials Plus.'],
  ['encryption-state', 'TLS 1.0 and TLS 1.1 are disabled.'],
];

describe('what only looks like it', () => {
  test.each(NOT_SAID)('is no %s: %s', (type, wording) => {
    expect(readingsOf(type, wording)).toEqual([]);
  });
});
