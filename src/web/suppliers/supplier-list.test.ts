import { describe, expect, test } from 'vitest';
import type { Finding } from '../../record/finding.ts';
import { type KeptSupplier, scopeOf } from '../scope/scope.ts';
import { assuranceWords, supplierRows } from './supplier-list.ts';

const ON = '2026-11-20';
const GOOD = {
  handlesPersonalData: true,
  data: 'Backups',
  country: 'UK',
  breachNoticeHours: '24 hours',
  reviewedOn: '2026-01-05',
  processorTermsOn: '2025-02-03',
};

function rowsOf(all: Readonly<Record<string, object>>, codes: Readonly<Record<string, Finding['code']>> = {}) {
  const suppliers = Object.entries(all).map(([id, data], at) => {
    const entity = {
      kind: 'supplier',
      id,
      revision: at + 1,
      revisedAt: '2026-11-20T09:30:00.000Z',
      data: { name: id, ...GOOD, ...data },
    };
    return entity as KeptSupplier;
  });
  const holdings = { seq: 1, of: new Map([['supplier', new Map(suppliers.map((one) => [one.id, one]))]]) };
  const finding = (code: Finding['code']): Finding => ({
    code,
    severity: 'high',
    refs: [],
    subject: '',
    seen: [],
    message: '',
    next: '',
  });
  const of = new Map(Object.entries(codes).map(([id, code]) => [id, [finding(code)]]));
  return supplierRows(scopeOf(holdings, ON), { of, elsewhere: [] }, ON);
}

describe('suppliers', () => {
  test('are in the order of what they lack, and those that have ended are left out', () => {
    const rows = rowsOf(
      {
        Fine: {},
        Review: { reviewedOn: undefined },
        Terms: {},
        'Both terms and review': { reviewedOn: '2025-01-01' },
        Contract: { contractUntil: '2026-11-19' },
        Ended: { endedOn: '2026-01-01' },
      },
      { Terms: 'processor-without-contract', 'Both terms and review': 'processor-without-contract' },
    );
    expect(rows.map(({ one, lacks }) => [one.id, lacks.map(({ words }) => words)])).toEqual([
      ['Both terms and review', ['No data processing terms', 'Review is due']],
      ['Terms', ['No data processing terms']],
      ['Contract', ['Contract has run out']],
      ['Review', ['Never reviewed']],
      ['Fine', []],
    ]);
  });

  test('that nobody has said to have data processing terms are asked about, and only a no is said to be one', () => {
    const rows = rowsOf({
      Unsaid: { processorTermsOn: undefined },
      Yes: { processorTermsOn: undefined, processorTerms: true },
      'No personal data': { processorTermsOn: undefined, handlesPersonalData: false },
    });
    expect(rows.map(({ one, lacks }) => [one.id, lacks.map(({ words }) => words)])).toEqual([
      ['Unsaid', ['Not said whether there are data processing terms']],
      ['No personal data', []],
      ['Yes', []],
    ]);
  });

  test.each([
    ['2026-11-19', 'expired on 19 November 2026'],
    ['2026-11-20', 'expires within 90 days, on 20 November 2026'],
    ['2027-02-18', 'expires within 90 days, on 18 February 2027'],
    ['2027-02-19', 'valid until 19 February 2027'],
    [undefined, 'not said until when'],
  ])('say in words how an assurance until %s stands', (expiresOn, words) => {
    const [row] = rowsOf({ One: { assurances: [{ kind: 'iso-27001', expiresOn }] } });
    expect(row?.assurances.map(assuranceWords)).toEqual([words]);
  });

  test.each([
    ['met', '2026-06-30', '2026-06-30'],
    ['exceeded', '2026-07-01', '2027-06-30'],
    ['approaching', '2026-07-01', undefined],
    ['not-met', '2026-07-01', undefined],
    ['nothing', '2026-07-01', undefined],
  ])('with %s seen in the Toolkit on %s are taken to hold it until %s', (dsptStatus, dsptCheckedOn, until) => {
    const [row] = rowsOf({ One: { odsCode: '8HX27', dsptStatus, dsptCheckedOn } });
    expect([row?.published?.expiresOn, row?.assurances]).toEqual([until, []]);
  });

  test('lack something where the Toolkit showed that they do not meet its standards', () => {
    const [row] = rowsOf({ One: { dsptStatus: 'approaching', dsptCheckedOn: ON } });
    expect(row?.lacks.map(({ field }) => field)).toEqual(['dsptStatus']);
  });
});
