import { describe, expect, it } from 'vitest';
import { aCatalogue, aDocument, aFact, anItem, aRecord, aRule, on } from '../../test/support/record-builder.ts';
import type { Condition } from '../catalogue/catalogue.ts';
import type { Answer } from '../record/record.ts';
import { assess } from './assess.ts';
import { forecast } from './forecast.ts';

const restoreTest: Condition = { is: 'activity', activity: 'restore-test', outcome: 'success', within: 'P12M' };
const backupPolicy: Condition = {
  is: 'document',
  kinds: ['policy'],
  about: 'backup policy',
  within: 'P36M',
  approved: true,
  names: [],
};
const catalogue = aCatalogue([
  anItem('7.3.1', { rule: aRule('7.3.1', [[backupPolicy]]) }),
  anItem('7.3.4', { rule: aRule('7.3.4', [[restoreTest]], { appliesWhen: 'has-backups' }) }),
  anItem('9.2.1', {
    mandatory: false,
    rule: aRule('9.2.1', [[{ is: 'certificate', certificate: 'cyber-essentials-plus', scope: 'everything' }]]),
  }),
]);

const restored = (day: string, overrides = {}) =>
  aFact('restore-test', {
    subject: 'patient database',
    asOf: on(day),
    parts: { result: 'success' },
    words: 'Restored',
    ...overrides,
  });
const log = (day: string, overrides = {}) =>
  aDocument('restore-log.md', { kind: 'log', speaksTo: ['7.3.4'], facts: [restored(day, overrides)] });
const policy = aDocument('backup-policy.md', {
  title: 'Backup policy',
  dates: { approved: '2025-01-10' },
  profile: { approver: 'The board' },
  speaksTo: ['7.3.1'],
});
const answer = (overrides: Partial<Answer>): Answer => ({
  ref: '7.3.4',
  said: 'yes',
  answeredOn: '2026-01-01',
  ...overrides,
});

function standing(ref: string, record: Parameters<typeof assess>[1], day = '2026-11-20') {
  return assess(catalogue, record, day).items.find(({ item }) => item.ref === ref);
}

describe('assess', () => {
  it('finds an item unanswered when no document speaks to it', () => {
    expect(standing('7.3.4', aRecord([]))?.standing).toBe('unanswered');
  });

  it('finds an item proven by a recorded activity inside its window, and says until when', () => {
    expect(standing('7.3.4', aRecord([log('2026-03-14')]))).toMatchObject({ standing: 'proven', until: '2027-03-14' });
  });

  it('still counts the last day of the window', () => {
    expect(standing('7.3.4', aRecord([log('2025-11-20')]))?.standing).toBe('proven');
  });

  it('calls it stale on the day after the window', () => {
    expect(standing('7.3.4', aRecord([log('2025-11-19')]))?.standing).toBe('stale');
  });

  it('does not count what is dated after the day', () => {
    expect(standing('7.3.4', aRecord([log('2026-11-21')]))?.standing).toBe('claimed');
  });

  it('lets a window that begins on 29 February end on 28 February', () => {
    expect(standing('7.3.4', aRecord([log('2024-02-29')]), '2025-02-28')?.standing).toBe('proven');
    expect(standing('7.3.4', aRecord([log('2024-02-29')]), '2025-03-01')?.standing).toBe('stale');
  });

  it('takes a date that is only partly known at its earliest for freshness', () => {
    const november = { from: '2025-11-01', to: '2025-11-30', precision: 'month' as const, text: 'November 2025' };
    expect(standing('7.3.4', aRecord([log('2025-11-30', { asOf: november })]))?.standing).toBe('stale');
  });

  it('does not take a failed test for a success', () => {
    expect(standing('7.3.4', aRecord([log('2026-03-14', { parts: { result: 'failed' } })]))?.standing).toBe('claimed');
  });

  it('does not take a plan for a record', () => {
    expect(standing('7.3.4', aRecord([log('2026-03-14', { strength: 'planned' })]))?.standing).toBe('claimed');
  });

  it('asks for approval where the rule does', () => {
    const unapproved = aDocument('backup-policy.md', {
      title: 'Backup policy',
      dates: { reviewed: '2026-01-10' },
      speaksTo: ['7.3.1'],
    });
    expect(standing('7.3.1', aRecord([policy]))?.standing).toBe('proven');
    expect(standing('7.3.1', aRecord([unapproved]))?.standing).toBe('claimed');
  });

  it('says that the standing comes from documents while nobody has answered', () => {
    expect(standing('7.3.1', aRecord([policy]))?.reasons.join(' ')).toContain('comes from what the documents show');
    expect(standing('7.3.4', aRecord([log('2026-03-14')], { answers: [answer({})] }))?.reasons.join(' ')).not.toContain(
      'comes from what the documents show',
    );
  });

  it('calls an answer of yes with nothing behind it a claim', () => {
    expect(standing('7.3.4', aRecord([], { answers: [answer({})] }))?.standing).toBe('claimed');
  });

  it('keeps unknown apart from no', () => {
    expect(standing('7.3.4', aRecord([], { answers: [answer({ said: 'unknown' })] }))?.standing).toBe('unanswered');
    expect(standing('7.3.4', aRecord([], { answers: [answer({ said: 'no' })] }))?.standing).toBe('gap');
  });

  it('goes by the latest answer given by the day, in whatever order they are kept', () => {
    const answers = [
      answer({ said: 'no', answeredOn: '2026-10-01' }),
      answer({ said: 'yes', answeredOn: '2026-02-01' }),
    ];
    expect(standing('7.3.4', aRecord([], { answers }))?.standing).toBe('gap');
    expect(standing('7.3.4', aRecord([], { answers }), '2026-09-30')?.standing).toBe('claimed');
  });

  it('accepts "not applicable" only with a reason and an approver', () => {
    expect(
      standing(
        '7.3.4',
        aRecord([], {
          answers: [answer({ said: 'not-applicable', words: 'We hold no data.', approvedBy: 'A director' })],
        }),
      )?.standing,
    ).toBe('not-applicable');
    expect(
      standing('7.3.4', aRecord([], { answers: [answer({ said: 'not-applicable', words: 'We hold no data.' })] }))
        ?.standing,
    ).toBe('in-progress');
  });

  it('takes an item out when the profile says that it does not concern the organisation', () => {
    expect(standing('7.3.4', aRecord([], { organisation: { facts: { 'has-backups': false } } }))?.standing).toBe(
      'not-applicable',
    );
  });

  it('leaves an item in when the profile does not say', () => {
    expect(standing('7.3.4', aRecord([]))?.standing).toBe('unanswered');
  });

  it('exempts an item by a certificate until it expires', () => {
    const certificate = aDocument('ce-plus.pdf', {
      kind: 'certificate',
      text: 'This certifies that Fernhill Software Ltd meets the scheme',
      facts: [aFact('certificate', { subject: 'cyber-essentials-plus', parts: { expires: '2026-12-31' } })],
    });
    const record = aRecord([certificate], { organisation: { name: 'Fernhill Software Ltd', facts: {} } });
    expect(standing('9.2.1', record)?.standing).toBe('exempt');
    expect(standing('9.2.1', record, '2027-01-01')?.standing).not.toBe('exempt');
  });

  it('keeps what a person is to check apart from why a condition is met, and says both as the reason', () => {
    const certificate = aDocument('ce-plus.pdf', {
      kind: 'certificate',
      text: 'This certifies that Fernhill Software Ltd meets the scheme',
      facts: [aFact('certificate', { subject: 'cyber-essentials-plus', parts: { expires: '2026-12-31' } })],
    });
    const record = aRecord([certificate], { organisation: { name: 'Fernhill Software Ltd', facts: {} } });
    const because = 'Cyber Essentials Plus certificate in ce-plus.pdf, valid until 31 December 2026';
    expect(standing('9.2.1', record)).toMatchObject({
      reasons: [`Probably exempt: ${because}; check that its scope covers everything.`, expect.anything()],
      checks: [{ met: 'yes', because, toCheck: 'its scope covers everything' }],
    });
    const [step] = forecast(catalogue, record, '2026-11-20', '2027-01-31');
    expect(step?.changes).toMatchObject([
      { ref: '9.2.1', because: `What shows it counts until 31 December 2026: ${because}.` },
    ]);
  });

  it('does not count a certificate before the day of its issue, and says from when it does', () => {
    const certificate = aDocument('ce-plus.pdf', {
      kind: 'certificate',
      text: 'This certifies that Fernhill Software Ltd meets the scheme',
      dates: { issued: '2026-12-15' },
      speaksTo: ['9.2.1'],
      facts: [
        aFact('certificate', {
          subject: 'cyber-essentials-plus',
          asOf: on('2026-12-15'),
          parts: { expires: '2027-12-14' },
        }),
      ],
    });
    const record = aRecord([certificate], { organisation: { name: 'Fernhill Software Ltd', facts: {} } });
    const before = standing('9.2.1', record, '2026-12-14');
    expect([before?.standing, before?.checks[0]?.because]).toEqual([
      'claimed',
      expect.stringMatching(/, which counts only from 15 December 2026$/),
    ]);
    expect(standing('9.2.1', record, '2026-12-15')?.standing).toBe('exempt');
  });

  it('asks for no check of what has lapsed', () => {
    const certificate = aDocument('ce-plus.pdf', {
      kind: 'certificate',
      text: 'This certifies that Fernhill Software Ltd meets the scheme',
      facts: [aFact('certificate', { subject: 'cyber-essentials-plus', parts: { expires: '2026-12-31' } })],
    });
    const record = aRecord([certificate], { organisation: { name: 'Fernhill Software Ltd', facts: {} } });
    const [check] = standing('9.2.1', record, '2027-01-01')?.checks ?? [];
    expect([check?.met, check?.toCheck]).toEqual(['lapsed', undefined]);
  });

  it.each([
    ['us', 'Fernhill Software Ltd', 'proven'],
    ['somebody else', 'Brackenfold Ltd', 'claimed'],
    ['nobody whom we know', undefined, 'proven'],
  ])('counts a paper issued to %s where the rule asks that it names us', (_, name, expected) => {
    const registration: Condition = {
      is: 'document',
      kinds: ['certificate'],
      about: 'ICO registration',
      names: [],
      namesUs: true,
    };
    const paper = aDocument('ico.pdf', {
      kind: 'certificate',
      title: 'ICO registration',
      text: 'Fernhill Software is registered with the ICO.',
      speaksTo: ['1.1.1'],
    });
    const asking = aCatalogue([anItem('1.1.1', { rule: aRule('1.1.1', [[registration]]) })]);
    const record = aRecord([paper], { organisation: { ...(name && { name }), facts: {} } });
    expect(assess(asking, record, '2026-11-20').items[0]?.standing).toBe(expected);
  });

  it("does not exempt an item by somebody else's certificate", () => {
    const certificate = aDocument('host-ce-plus.pdf', {
      kind: 'certificate',
      text: 'This certifies that Ashby Hosting Ltd meets the scheme',
      facts: [aFact('certificate', { subject: 'cyber-essentials-plus', parts: { expires: '2026-12-31' } })],
    });
    const record = aRecord([certificate], { organisation: { name: 'Fernhill Software Ltd', facts: {} } });
    expect(standing('9.2.1', record)?.standing).not.toBe('exempt');
  });

  it('shows a carried answer as carried until it is confirmed', () => {
    expect(standing('7.3.4', aRecord([], { answers: [answer({ carriedFrom: 'v7' })] }))?.standing).toBe('carried');
  });

  it('turns a claim contradicted while a high finding speaks against it', () => {
    const record = aRecord([
      aDocument('restore-log.md', {
        kind: 'log',
        speaksTo: ['7.3.4'],
        facts: [restored('2026-03-14')],
        defects: [
          {
            code: 'future-dated-claim',
            severity: 'high',
            message: 'A test dated next month is called successful.',
            next: 'Correct the date.',
            places: [{ line: 3 }],
            effect: 'blocks',
            until: '2026-12-01',
          },
        ],
      }),
    ]);
    expect(standing('7.3.4', record)?.standing).toBe('contradicted');
    expect(standing('7.3.4', record, '2026-12-02')?.standing).toBe('proven');
  });

  it('keeps the claimed and the defensible outcome apart', () => {
    const { outcome } = assess(catalogue, aRecord([policy], { answers: [answer({})] }), '2026-11-20');
    expect(outcome.claimed).toMatchObject({ met: true, counting: 2, mandatory: 2 });
    expect(outcome.defensible).toMatchObject({ met: false, counting: 1, missing: ['7.3.4'] });
  });

  it('warns when a proof is about to lapse', () => {
    const { findings } = assess(catalogue, aRecord([log('2025-12-01')]), '2026-11-20');
    expect(findings.map(({ code }) => code)).toContain('lapses-soon');
  });
});
