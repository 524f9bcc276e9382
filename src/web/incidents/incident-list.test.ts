import { expect, test } from 'vitest';
import { type Incident, type IncidentData, incidentsByQuarter, leftToDo, STEPS, withStep } from './incident-list.ts';

const DATA: IncidentData = {
  title: 'A letter went astray',
  severity: 'undecided',
  personalData: true,
  foundAt: '2026-11-19T10:00:00.000Z',
};

function found(foundAt: string, severity: IncidentData['severity'] = 'minor'): Incident {
  return {
    kind: 'incident',
    id: foundAt,
    revision: 1,
    revisedAt: '2026-11-20T09:30:00.000Z',
    data: { ...DATA, foundAt, severity },
  };
}

test('what is left to do shrinks with what is done, and nothing is left of a closed one', () => {
  const fields = (over: Partial<IncidentData>) => leftToDo({ ...DATA, ...over }).map(({ field }) => field);
  const everything = { managementToldOn: '2026-11-19', cause: 'Haste', lessons: 'Look twice' };
  expect([
    fields({}),
    fields({ severity: 'minor', ...everything }),
    fields({ severity: 'near-miss', personalData: false }),
    fields({ closedOn: '2026-11-20', severity: 'minor' }),
    fields({ closedOn: '2026-11-20', ...everything, customersToldOn: '2026-11-20', peopleToldOn: '2026-11-20' }),
    fields({ severity: 'reportable', personalData: false, ...everything }),
    fields({ severity: 'reportable', personalData: false, ...everything, notReportedBecause: 'No risk to anybody' }),
  ]).toEqual([
    ['severity', 'managementToldOn', 'customersToldOn', 'peopleToldOn', 'cause', 'lessons', 'closedOn'],
    ['closedOn'],
    ['cause', 'lessons', 'closedOn'],
    [],
    ['severity'],
    ['reportedAt', 'closedOn'],
    ['closedOn'],
  ]);
});

test('a step is done once, with the moment for a report and the day for all others', () => {
  const now = '2026-11-20T09:00:00.000Z';
  const done = STEPS.map((step) => withStep(DATA, step, now, '2026-11-20')?.[step.field]);
  expect(done).toEqual(['2026-11-20', now, '2026-11-20', '2026-11-20', '2026-11-20']);
  expect(STEPS.map((step) => withStep({ ...DATA, [step.field]: now }, step, now, '2026-11-20'))).toEqual(
    STEPS.map(() => undefined),
  );
});

test('incidents are counted in the quarter they were found in, by the day in Britain', () => {
  const quarters = incidentsByQuarter(
    [
      found('2024-12-31T23:59:00.000Z'),
      found('2025-01-01T00:00:00.000Z'),
      // Still June in UTC, July in Britain.
      found('2026-06-30T23:30:00.000Z', 'reportable'),
      found('2026-11-20T09:00:00.000Z', 'near-miss'),
    ],
    '2026-11-20',
  );
  expect(quarters.map(({ from, all }) => [from, all])).toEqual([
    ['2025-01-01', 1],
    ['2025-04-01', 0],
    ['2025-07-01', 0],
    ['2025-10-01', 0],
    ['2026-01-01', 0],
    ['2026-04-01', 0],
    ['2026-07-01', 1],
    ['2026-10-01', 1],
  ]);
  expect(quarters[6]?.counts).toEqual({ reportable: 1, undecided: 0, minor: 0, 'near-miss': 0 });
});
