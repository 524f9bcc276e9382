import { describe, expect, test } from 'vitest';
import { aDocument, aFact, dated, on } from '../../../test/support/documents-with-facts.ts';
import type { DocumentKind, Fact, Profile } from '../../record/document.ts';
import { contradictions } from './contradictions.ts';

const DAY = '2026-11-20';

function found(a: Fact | readonly Fact[], b: Fact | readonly Fact[], profiles: readonly Partial<Profile>[] = []) {
  return contradictions([aDocument('a.md', [a].flat(), profiles[0]), aDocument('b.md', [b].flat(), profiles[1])], DAY);
}

const holder = (person: string, parts: Record<string, string> = {}, more: Partial<Fact> = {}) =>
  aFact('role-holder', {
    subject: 'siro',
    value: person.toLowerCase(),
    parts: { person, standing: 'holder', ...parts },
    ...more,
  });
const hours = (type: string, subject: string, value: number, parts: Record<string, string> = {}, scope = '') =>
  aFact(type, { subject, value, unit: 'hours', scope, parts: { bound: 'exact', shown: `${value} hours`, ...parts } });

describe('role holders', () => {
  test('two current ones are one high finding with each place once and both names', () => {
    const [finding, ...others] = found(holder('Mina Farrow'), [holder('Otto Brandt'), holder('Otto Brandt')]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'contradiction', severity: 'high', subject: 'role-holder: siro' });
    expect(finding?.seen).toHaveLength(2);
    expect(finding?.message).toContain('Mina Farrow (a.md line 7)');
    expect(finding?.message).toContain('Otto Brandt');
  });

  test('an initial and a full name are one person', () => {
    expect(found(holder('Mina Farrow'), holder('M Farrow'))).toEqual([]);
  });

  test('a former holder, an acting one and a deputy contradict nobody', () => {
    expect(
      found(holder('Mina Farrow'), [
        holder('Otto Brandt', { standing: 'former' }),
        holder('Ada Quill', { standing: 'acting' }),
        aFact('role-holder', { subject: 'deputy siro', value: 'ada quill' }),
      ]),
    ).toEqual([]);
  });

  test('minutes older than a later document that names somebody else are history', () => {
    expect(
      found(holder('Mina Farrow'), holder('Otto Brandt'), [
        dated('minutes', '2025-01-15'),
        { dates: [{ meaning: 'approved', date: on('2026-02-01'), where: {} }] },
      ]),
    ).toEqual([]);
  });

  test('contracts name the other side', () => {
    expect(found(holder('Mina Farrow'), holder('Otto Brandt'), [{}, { kind: 'contract' }])).toEqual([]);
  });

  test('someone who left and is still named is a finding of its own', () => {
    const left = aFact('person-record', {
      subject: 'mina farrow',
      value: 'left',
      parts: { name: 'Mina Farrow', left: '2026-08-31' },
    });
    expect(found(holder('Mina Farrow'), left)).toMatchObject([
      { code: 'owner-left', subject: 'Mina Farrow', severity: 'high' },
    ]);
  });

  test('a data protection officer who is also SIRO is mentioned once', () => {
    const both = [holder('Mina Farrow'), holder('Mina Farrow', {}, { subject: 'dpo' })];
    expect(found(both, both)).toMatchObject([{ code: 'conflicting-roles', severity: 'low', subject: 'Mina Farrow' }]);
  });
});

describe('settings', () => {
  test('two values for one subject and scope disagree', () => {
    expect(
      found(hours('recovery-target', 'rto', 4, {}, 'main'), hours('recovery-target', 'rto', 8, {}, 'main')),
    ).toMatchObject([{ severity: 'medium', subject: 'recovery-target: rto / main' }]);
  });

  test.each([
    ['another scope', hours('recovery-target', 'rto', 4, {}, 'main'), hours('recovery-target', 'rto', 24, {}, 'email')],
    ['another recipient', hours('breach-notice-hours', 'ICO', 72), hours('breach-notice-hours', 'customers', 24)],
    [
      'at least, and more',
      hours('retention-period', 'logs', 4383, { bound: 'min' }),
      hours('retention-period', 'logs', 8766),
    ],
    ['thirty days and a month', hours('retention-period', 'logs', 720), hours('retention-period', 'logs', 730.5)],
    [
      'other clocks',
      hours('retention-period', 'hr records', 720, { trigger: 'leaving' }),
      hours('retention-period', 'hr records', 8766, { trigger: 'year end' }),
    ],
    [
      'at least yearly, and quarterly',
      hours('review-cycle', 'access review', 8766, { bound: 'min' }),
      hours('review-cycle', 'access review', 2191.5),
    ],
    ['the same day, and within 24 hours', hours('leaver-access', 'removal', 0), hours('leaver-access', 'removal', 24)],
  ])('agree: %s', (_, a, b) => {
    expect(found(a, b)).toEqual([]);
  });

  test('a document that also gives the other value does not disagree', () => {
    expect(
      found(
        [hours('retention-period', 'logs', 720), hours('retention-period', 'logs', 8766)],
        hours('retention-period', 'logs', 8766),
      ),
    ).toEqual([]);
  });

  test('a draft that differs is a low finding that says so', () => {
    const [finding] = found(hours('patch-target', 'critical', 336), hours('patch-target', 'critical', 168), [
      {},
      { status: 'draft' },
    ]);
    expect(finding).toMatchObject({ severity: 'low' });
    expect(finding?.message).toContain('draft');
  });

  test.each([
    ['planned', { strength: 'planned' }],
    ['an example', { strength: 'template' }],
    ['read without confidence', { confidence: 0.4 }],
  ] as const)('nothing is contradicted by what is %s', (_, weak) => {
    expect(
      found(hours('patch-target', 'critical', 336), { ...hours('patch-target', 'critical', 168), ...weak }),
    ).toEqual([]);
  });

  test('an older version of the same document is replaced, not contradicted', () => {
    const a = aDocument('old/backup-policy.md', [hours('recovery-target', 'rto', 8)], {
      title: 'Backup policy',
      version: '1.0',
    });
    const b = aDocument('backup-policy.md', [hours('recovery-target', 'rto', 4)], {
      title: 'Backup policy',
      version: '2.0',
    });
    expect(contradictions([a, b], DAY)).toEqual([]);
  });

  test('the message names the newest document and takes no side', () => {
    const approved = (day: string): Partial<Profile> => ({
      dates: [{ meaning: 'approved', date: on(day), where: {} }],
    });
    const [finding] = found(hours('patch-target', 'critical', 336), hours('patch-target', 'critical', 168), [
      approved('2025-03-01'),
      approved('2026-04-02'),
    ]);
    expect(finding?.message).toBe(
      'Two time limits for critical-severity updates: 336 hours (a.md line 7) and 168 hours (b.md line 7). The newest of them is b.md, dated 2 April 2026.',
    );
  });
});

describe('claims against records', () => {
  const mfa = (subject: string, value: string, parts: Record<string, string> = {}) =>
    aFact('mfa-state', { subject, value, parts });

  test('a second factor for all is contradicted by one account without', () => {
    expect(found(mfa('all accounts', 'on'), mfa('account', 'off', { account: 'reception' }))).toMatchObject([
      { severity: 'high', subject: 'mfa-state: all accounts' },
    ]);
  });

  test('an approved exception contradicts the claim only when it says "without exception"', () => {
    const exception = mfa('account', 'off', { account: 'safe', managed: 'true' });
    expect(found(mfa('all accounts', 'on'), exception)).toEqual([]);
    expect(
      found({ ...mfa('all accounts', 'on'), words: 'on for every account without exception' }, exception),
    ).toHaveLength(1);
  });

  test('data said to stay in the UK is contradicted by a supplier abroad that handles data', () => {
    const claim = aFact('hosting-location', { subject: 'data', value: 'GB', parts: { only: 'true' } });
    const supplier = (data: Record<string, string>) =>
      aFact('hosting-location', {
        subject: 'texts inc',
        value: 'US',
        parts: { only: 'false', holder: 'Texts Inc', ...data },
      });
    expect(found(claim, supplier({}))).toMatchObject([{ severity: 'high', refs: expect.arrayContaining(['10.2.2']) }]);
    expect(found(claim, supplier({ data: 'none' }))).toEqual([]);
  });

  test('everyone trained is contradicted by a person without a date', () => {
    const claim = aFact('training-percentage-claimed', {
      subject: 'data security training',
      value: 100,
      parts: { shown: '100%' },
    });
    const rows = ['mina', 'otto', 'ada'].map((who) =>
      aFact('training-completion', { subject: who, value: who === 'ada' ? 'not done' : 'done' }),
    );
    expect(found(claim, rows)[0]?.message).toContain('2 of 3 by the rows');
  });

  test('no incidents is contradicted by a row in the period and not by an older one or a near miss', () => {
    const none = aFact('incident', {
      subject: 'none',
      value: 'none',
      scope: 'incident',
      asOf: on('2026-10-31'),
      parts: { kind: 'incident', from: '2026-10-31', to: '2026-10-31', months: '12' },
    });
    const row = (day: string, scope = 'incident') =>
      aFact('incident', { subject: 'row', value: day, scope, asOf: on(day) });
    expect(found(none, row('2026-07-19'))).toHaveLength(1);
    expect(found(none, [row('2025-07-19'), row('2026-07-19', 'near miss')])).toEqual([]);
  });

  test('a last restore test that the log does not hold is a finding', () => {
    const test = (day: string, parts: Record<string, string>) =>
      aFact('restore-test', {
        subject: 'restore test',
        value: day,
        scope: 'database',
        asOf: on(day),
        parts: { shown: day, ...parts },
      });
    expect(found(test('2026-06-11', { last: 'true' }), test('2026-05-14', { row: 'true' }))).toMatchObject([
      { severity: 'high', refs: ['7.3.4'] },
    ]);
    expect(found(test('2026-05-14', { last: 'true' }), test('2026-05-14', { row: 'true' }))).toEqual([]);
  });

  describe('a certificate held in one place and not in another', () => {
    const certificate = (value: string) =>
      aFact('certificate', { subject: 'iso-27001', value, parts: { scheme: 'ISO 27001' } });
    const against = (kind: DocumentKind) =>
      contradictions(
        [aDocument('a.md', [certificate('held')], { kind }), aDocument('b.md', [certificate('not held')])],
        DAY,
        (name) => (name === 'iso-27001' ? ['3.1.1', '7.2.1'] : []),
      );

    test('speaks against the items that the certificate among the documents exempts', () => {
      expect(against('certificate')).toMatchObject([{ severity: 'high', refs: ['3.1.1', '7.2.1'] }]);
    });

    test('makes nothing untrue when no certificate is there to exempt anything', () => {
      expect(against('policy')).toMatchObject([{ severity: 'medium', refs: ['3.1.1', '7.2.1'] }]);
    });
  });

  test('an index that gives another version than the document is a finding', () => {
    const entry = aFact('document-version', {
      subject: 'Backup policy',
      value: '1.4',
      scope: 'version',
      parts: { shown: '1.4' },
    });
    const index = aDocument('index.md', [entry], { kind: 'register' });
    expect(
      contradictions([index, aDocument('backup.md', [], { title: 'Backup Policy', version: '2.0' })], DAY)[0]?.message,
    ).toContain('the version (1.4 against 2.0)');
  });
});

test('the order of documents does not change what is found', () => {
  const documents = [
    aDocument('a.md', [holder('Mina Farrow'), hours('patch-target', 'critical', 336)]),
    aDocument('b.md', [holder('Otto Brandt'), hours('patch-target', 'critical', 168)]),
  ];
  const subjects = (list: typeof documents) => contradictions(list, DAY).map(({ subject }) => subject);
  expect(subjects([...documents].reverse())).toEqual(subjects(documents));
});
