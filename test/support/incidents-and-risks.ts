import type { Installation } from '../../src/installation.ts';

type Data = Readonly<Record<string, unknown>>;
export type Made = { readonly kind: string; readonly id?: string; readonly data: Data };

/** Longer than a line, without a place to break it, and with marks that would turn text around. */
export const LONG = `${'Unbreakable'.repeat(14)} \u202eback to front ${'and on and on '.repeat(8)}`.trim();

/** Incidents and risks in every state there is, on 20 November 2026 in the morning. */
export const INCIDENTS_AND_RISKS: readonly Made[] = [
  person('ann', 'Ann Okafor'),
  person('dev', 'Dev Patel', { leftOn: '2026-10-31' }),
  incident('running', 'A letter went to the wrong patient', '2026-11-19T10:00:00.000Z', {
    severity: 'undecided',
    personalData: true,
    peopleAffected: 1,
  }),
  incident('over', LONG.slice(0, 280), '2026-11-10T10:00:00.000Z', {
    severity: 'reportable',
    personalData: true,
    managementToldOn: '2026-11-10',
  }),
  incident('minor', 'A laptop was left on a train and came back', '2026-09-02T08:15:00.000Z', {
    severity: 'minor',
    personalData: false,
  }),
  incident('told', 'The contact form sent answers to everybody', '2026-06-01T08:00:00.000Z', {
    severity: 'reportable',
    personalData: true,
    happenedOn: '2026-05-30',
    managementToldOn: '2026-06-01',
    reportedAt: '2026-06-03T08:30:00.000Z',
    customersToldOn: '2026-06-02',
    cause: 'A test list was left in.',
    lessons: 'Two people look before it is sent.',
    closedOn: '2026-06-20',
  }),
  incident('near', 'A false invoice was noticed', '2025-03-03T09:00:00.000Z', {
    severity: 'near-miss',
    personalData: false,
    closedOn: '2025-03-04',
  }),
  risk('ransom', 'Ransomware stops the hosting', 4, 5, {
    owner: 'ann',
    measures: 'Restore tests every quarter.\nPhishing training.',
    reviewedOn: '2026-05-01',
    reviewOn: '2026-11-01',
  }),
  risk('leaver', 'Only one person knows the database', 3, 4, { owner: 'dev', reviewOn: '2027-01-10' }),
  risk('server', LONG.slice(0, 280), 2, 4, { treatment: 'tolerate', acceptedBy: 'dev', reviewedOn: '2026-01-05' }),
  risk('paper', 'Paper notes are left in the office', 2, 2),
  risk('old', 'The old file server', 5, 5, { closedOn: '2026-03-01' }),
];

function person(id: string, name: string, more: Data = {}): Made {
  return { kind: 'person', id, data: { name, employment: 'staff', ...more } };
}

function incident(id: string, title: string, foundAt: string, more: Data): Made {
  return { kind: 'incident', id, data: { title, foundAt, ...more } };
}

function risk(id: string, title: string, likelihood: number, impact: number, more: Data = {}): Made {
  return { kind: 'risk', id, data: { title, likelihood, impact, treatment: 'treat', ...more } };
}

/** Puts them into the record of an organisation. */
export async function addMade(
  { records }: Pick<Installation, 'records'>,
  organisation: string,
  made: readonly Made[],
): Promise<void> {
  const commands = made.map((one) => ({ do: 'add' as const, ...one }));
  const done = await records.perform(organisation, 'system', { do: 'together', commands });
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
}
