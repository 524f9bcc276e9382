import { describe, expect, test } from 'vitest';
import { factsIn } from '../../../test/support/facts-of-text.ts';

const told = (type: string, source: string, path?: string) =>
  factsIn(type, source, path)
    .filter(({ strength, confidence }) => strength !== 'planned' && strength !== 'template' && confidence >= 0.55)
    .map(({ subject, value }) => [subject, value]);

describe('a certificate is not held', () => {
  test.each([
    '- Maintain ISO 27001 certification',
    '- Achieve Cyber Essentials certification and hold it',
    'ISO 27001 stage 1 audit passed in May.',
    '| Certificate | Status |\n|---|---|\n| ISO 27001 | [Planned / Certified] |',
    '| Service | Kind | Notes |\n|---|---|---|\n| Google Workspace | Office | ISO 27001 certified |',
  ])('because of “%s”', (text) => {
    expect(told('certificate', text)).toEqual([]);
  });
});

describe('the stages of telling customers', () => {
  test('under one heading have their first news as the limit', () => {
    const plan =
      '## Telling customers of an incident\n\n**First notice** (within 3 hours):\n- what is down\n\n' +
      '**Notice within 20 hours**:\n- what we did\n\n**Notice within 60 hours**:\n- why it happened\n';
    expect(told('breach-notice-hours', plan)).toEqual([['customers', 3]]);
  });

  test('in a table have it too', () => {
    const table =
      '## Who is told of a breach, and when\n\n| Who is told | What | Within |\n|---|---|---|\n' +
      '| Customers | First notice | 3 hours |\n| Customers | Update | 20 hours |\n| Customers | Closure report | 60 hours |';
    expect(told('breach-notice-hours', table)).toEqual([['customers', 3]]);
  });

  test('are not two limits that each name the customer', () => {
    const both =
      '## Telling\n\nCustomers are told of a breach within 24 hours.\n\nWe tell customers of a breach within 48 hours.';
    expect(told('breach-notice-hours', both)).toHaveLength(2);
  });
});

test('environments for tests, the database in a table of its own and code each have their own recovery time', () => {
  const table =
    '| Service | RTO |\n|---|---|\n| Customer application | 4 hours |\n| Database | 1 hour |\n' +
    '| Staging and development environments | 6 days |\n| Infrastructure state | 24 hours |';
  expect(factsIn('recovery-target', table).map(({ scope }) => scope)).toEqual([
    'main',
    'database',
    'test environment',
    'source code',
  ]);
});

describe('how often backups are taken', () => {
  test.each([
    ['- Monthly: review of what backups cost', 'policies/example.md'],
    ['- Monthly: backup cost analysis', 'policies/example.md'],
    ['- Retention: weekly backups for 90 days', 'policies/example.md'],
    ['We run half-yearly assessments covering backup integrity.', 'policies/example.md'],
    ['| Flow | From | To |\n|---|---|---|\n| Nightly backup | Ledger | Vault |', 'policies/data-flow-map.md'],
    ['| Name | From | To |\n|---|---|---|\n| Nightly backup | Ledger | Vault |', 'policies/example.md'],
  ])('is not told by “%s”', (text, path) => {
    expect(told('backup-rule', text, path)).toEqual([]);
  });
});

test.each([
  'No repeat incidents in the last 12 months.',
  'Zero high-severity incidents unresolved this quarter.',
  'No further breaches in the period.',
])('that there was no incident at all is not said by “%s”', (text) => {
  expect(told('incident', text)).toEqual([]);
});

test('“7 more” is no total', () => {
  expect(told('asset', 'Plus 7 more typical suppliers.')).toEqual([]);
  expect(told('asset', 'There are 3 other laptops in the cupboard.')).toEqual([]);
  expect(told('asset', 'We have 7 suppliers.')).toEqual([['count of suppliers', 7]]);
});

test('how long a duty outlasts a contract is not how long the contract is kept', () => {
  expect(
    told('retention-period', 'Confidentiality obligations survive for 3 years after the contract is terminated.'),
  ).toEqual([]);
});

test('a review of the settings for conditional access is no review of who has access', () => {
  expect(told('review-cycle', 'Half-yearly reviews verify that conditional access still blocks old phones.')).toEqual(
    [],
  );
});

test('a least time of keeping is read behind its figure too', () => {
  expect(factsIn('retention-period', 'Audit logs are kept (90-day retention minimum).')).toMatchObject([
    { parts: { bound: 'min' } },
  ]);
});

test('the state of a risk is not that of the safeguard its description names', () => {
  const risks =
    '| Risk ID | Description | Likelihood | Impact | Status |\n|---|---|---|---|---|\n| K1 | Configuration drift opens a store | 3 | 4 | Planned |';
  expect(told('control-state', risks)).toEqual([]);
});

test('a lock on the trail of an account is no backup that cannot be changed', () => {
  expect(told('control-state', 'Object lock is enabled for the CloudTrail bucket.')).not.toContainEqual([
    'immutable backups',
    'live',
  ]);
});

test('what each likelihood means, and what each step does, is no risk', () => {
  const risks = (table: string) => factsIn('risk', `# Risk assessment\n\n${table}`).map(({ parts }) => parts?.title);
  expect(
    risks(
      '| Likelihood score | Description |\n| --- | --- |\n| 1 | Rare, in exceptional cases |\n| 2 | Likely to occur |\n',
    ),
  ).toEqual([]);
  expect(risks('| Priority | Description | When |\n| --- | --- | --- |\n| P1 | Harden the sign-in | June |\n')).toEqual(
    [],
  );
  expect(
    risks(
      '| Risk ID | Description | Likelihood | Impact |\n| --- | --- | --- | --- |\n| R1 | A laptop is stolen | 3 | 4 |\n',
    ),
  ).toEqual(['A laptop is stolen']);
});
