import type { KindName } from '../../src/record/kinds/kinds.ts';

const SHA = 'a'.repeat(64);
const AT = '2026-11-20T09:30:00.000Z';

/** One good example of each kind. References lead to the examples of the other kinds, whose id is the name of their kind. */
export const KEPT_EXAMPLES: Readonly<Record<KindName, Readonly<Record<string, unknown>>>> = {
  organisation: {
    name: 'Larkmoor Health Software Ltd',
    odsCode: '8JX41',
    category: '3',
    edition: 'v8',
    facts: { 'uses-byod': false },
  },
  person: { name: 'Ann Okafor', email: 'ann@larkmoor.example', employment: 'staff', startedOn: '2024-03-04' },
  appointment: { role: 'siro', person: 'person', appointedOn: '2025-01-06' },
  absence: { person: 'person', from: '2026-08-03', until: '2026-08-14' },
  responsibility: { item: '7.3.4', owner: 'person' },
  'information-asset': { name: 'Patient records', personalData: 'special', ourPart: 'processor' },
  'digital-asset': { name: 'LT-014', type: 'laptop', serial: 'C02X', holder: 'person', encrypted: true },
  'data-flow': { name: 'Referrals', from: 'The trust', to: 'Our platform', direction: 'in', supplier: 'supplier' },
  supplier: {
    name: 'Northgate Hosting',
    handlesPersonalData: true,
    assurances: [{ kind: 'iso-27001', reference: 'IS 1234', expiresOn: '2027-05-31' }],
    odsCode: '8HX27',
    dsptStatus: 'nothing',
    dsptCheckedOn: '2026-11-02',
  },
  document: {
    path: 'policies/backup policy.md',
    sha256: SHA,
    bytes: 1_234,
    mediaType: 'text/markdown',
    receivedAt: AT,
    source: 'upload',
    hold: 'none',
    scan: 'not-scanned',
  },
  observation: {
    items: ['7.3.4'],
    kind: 'document',
    verdict: 'shows',
    document: 'document',
    receivedAt: AT,
    effectiveOn: '2026-10-02',
  },
  answer: {
    edition: 'v8',
    item: '7.3.4',
    said: 'yes',
    answeredOn: '2026-11-02',
    words: 'We restore a backup every quarter.',
  },
  comment: { item: '7.3.4', words: 'Where is the log?', by: 'Ann Okafor', saidAt: AT, mentions: ['person'] },
  confirmation: {
    fact: 'has-paper-records',
    said: 'no',
    by: 'Ben Hart',
    author: 'account:ben',
    confirmedOn: '2026-11-20',
  },
  'training-record': {
    person: 'person',
    course: 'Data security awareness',
    kind: 'data-security',
    completedOn: '2026-05-11',
  },
  activity: { kind: 'restore-test', doneOn: '2026-10-02', result: 'passed', system: 'Patient database' },
  incident: {
    title: 'Email to the wrong address',
    severity: 'minor',
    foundAt: AT,
    personalData: true,
    peopleAffected: 1,
  },
  risk: { title: 'Loss of the hosting provider', likelihood: 2, impact: 4, treatment: 'treat', owner: 'person' },
  action: { what: 'Write the restore procedure', items: ['7.3.1'], owner: 'person', due: '2026-12-18' },
  'admin-agreement': { person: 'person', system: 'Cloud console', signedOn: '2026-02-03' },
  submission: { edition: 'v8', category: '3', level: 'standards-met', state: 'draft', restsOn: [] },
  share: { label: 'A trust', tokenHash: SHA, shows: 'outcome', until: '2027-06-30' },
  grant: { account: 'account-1', name: 'Ann Okafor', role: 'owner', from: '2026-11-20' },
};
