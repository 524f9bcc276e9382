import { describe, expect, test } from 'vitest';
import { incidentClock, isOpen, spanInWords } from './incident-clock.ts';
import type { incident } from './kinds/incident.ts';
import type { DataOf } from './kinds/kind.ts';

const HOUR = 3_600_000;
const BREACH: DataOf<typeof incident> = {
  title: 'A letter went astray',
  severity: 'reportable',
  personalData: true,
  foundAt: '2026-10-24T12:00:00.000Z',
};

test.each([
  ['is not closed', {}, true],
  ['is closed', { closedOn: '2026-10-24' }, false],
  ['is closed and not decided', { severity: 'undecided', closedOn: '2026-10-24' }, true],
  [
    'is closed and not decided, without personal data',
    { severity: 'undecided', personalData: false, closedOn: '2026-10-24' },
    false,
  ],
  [
    'is closed with why it was not reported',
    { severity: 'undecided', notReportedBecause: 'No risk', closedOn: '2026-10-24' },
    false,
  ],
] as const)('an incident that %s is open or not', (_, over, open) => {
  expect(isOpen({ ...BREACH, ...over })).toBe(open);
});

describe('the hours for telling the ICO', () => {
  test.each([
    ['2026-10-24T12:00:00.000Z', { state: 'running', left: 72 * HOUR }],
    // The clocks go back in between: an hour is an hour.
    ['2026-10-25T12:00:00.000Z', { state: 'running', left: 48 * HOUR }],
    ['2026-10-27T12:00:00.000Z', { state: 'running', left: 0 }],
    ['2026-10-27T13:00:00.000Z', { state: 'over', over: HOUR }],
  ])('at %s are %o', (now, clock) => {
    expect(incidentClock(BREACH, now)).toEqual(clock);
  });

  test.each([
    ['no personal data', { personalData: false }, 'off'],
    ['minor', { severity: 'minor' }, 'off'],
    ['a near miss', { severity: 'near-miss' }, 'off'],
    ['not decided yet', { severity: 'undecided' }, 'running'],
    ['closed without a report', { closedOn: '2026-10-24' }, 'off'],
    ['closed before it was decided', { severity: 'undecided', closedOn: '2026-10-24' }, 'running'],
    ['not reported for a reason', { notReportedBecause: 'Nobody else could open it' }, 'off'],
  ] as const)('of an incident that is %s', (_, over, state) => {
    expect(incidentClock({ ...BREACH, ...over }, '2026-10-24T13:00:00.000Z').state).toBe(state);
  });

  test.each([
    ['2026-10-27T12:00:00.000Z', false],
    ['2026-10-27T12:00:01.000Z', true],
  ])('once it was reported at %s are told as late: %s', (reportedAt, late) => {
    expect(incidentClock({ ...BREACH, reportedAt }, '2026-11-20T09:00:00.000Z')).toMatchObject({ state: 'told', late });
  });
});

test.each([
  [0, '0 minutes'],
  [59.9 * 60_000, '59 minutes'],
  [HOUR, '1 hour'],
  [99 * HOUR + 60_000, '99 hours and 1 minute'],
  [121 * HOUR, '5 days and 1 hour'],
])('a span of %i is %s', (span, words) => {
  expect(spanInWords(span)).toBe(words);
});
