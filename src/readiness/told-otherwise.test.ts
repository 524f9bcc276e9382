import { describe, expect, test } from 'vitest';
import { aCatalogue, aDocument, aFact, anItem, aRecord, aRule } from '../../test/support/record-builder.ts';
import type { Condition } from '../catalogue/catalogue.ts';
import type { RecordedDocument } from '../record/record.ts';
import { assess } from './assess.ts';

const ON = '2026-11-20';
const log: Condition = { is: 'register', register: 'anything', condition: 'each has a place' };

function items(fact: string, ...refs: readonly string[]) {
  return aCatalogue(refs.map((ref) => anItem(ref, { rule: aRule(ref, [[log]], { appliesWhen: fact }) })));
}

function standing(fact: string, documents: readonly RecordedDocument[], ...refs: readonly string[]) {
  const record = aRecord(documents, { organisation: { facts: { [fact]: false } } });
  return assess(items(fact, ...refs), record, ON).items.map((one) => [one.standing, one.reasons[0]]);
}

const devices = (...rows: readonly (readonly [kind: string, value: string])[]) =>
  aDocument('devices.csv', {
    kind: 'register',
    facts: rows.map(([subject, value], at) => aFact('asset', { subject, value, parts: { tag: `LM-${at}` } })),
  });

describe('what was told, against what the record tells', () => {
  test('a laptop in use is a device that is carried about, and one that is gone is not', () => {
    expect(standing('has-portable-devices', [devices(['laptops', 'gone'], ['laptops', 'in use'])], '9.5.2')).toEqual([
      [
        'contradicted',
        'You told us: We have no laptops or other devices that are carried about. But LM-1 is listed among the laptops in use (devices.csv).',
      ],
    ]);
    expect(standing('has-portable-devices', [devices(['laptops', 'gone'])], '9.5.2')[0]?.[0]).toBe('not-applicable');
  });

  test('an incident of personal data whose weight nobody has decided may have been a breach with a high risk', () => {
    const log = (words: string, on: string) =>
      aDocument('log.csv', {
        kind: 'log',
        facts: [
          aFact('incident', {
            subject: 'row',
            scope: 'breach',
            value: on,
            asOf: { from: on, to: on, precision: 'day', text: on },
            strength: 'recorded',
            words,
            parts: { title: 'Wrong address' },
          }),
        ],
      });
    const told = (words: string, on = '2026-10-03') =>
      standing('had-high-risk-breach-in-last-12-months', [log(words, on)], '6.1.3')[0];
    expect(told('Wrong address | Not decided yet')).toEqual([
      'contradicted',
      'You told us: We had no breach with a high risk to people in the last 12 months. But “Wrong address” of 3 October 2026 may have been one, and nobody has decided that yet (log.csv).',
    ]);
    expect(told('Wrong address | Minor')?.[0]).toBe('not-applicable');
    expect(told('Wrong address | Not decided yet', '2024-10-03')?.[0]).toBe('not-applicable');
  });

  test('a laptop is no mobile phone', () => {
    expect(standing('uses-mobile-phones', [devices(['laptops', 'in use'])], '1.3.14')[0]?.[0]).toBe('not-applicable');
    expect(standing('uses-mobile-phones', [devices(['phones', 'in use'])], '1.3.14')[0]?.[0]).toBe('contradicted');
  });

  test('what makes a claim about one item untrue speaks against all that were switched off with it', () => {
    const old = aDocument('assets.csv', {
      kind: 'register',
      defects: [
        {
          code: 'unsupported-asset',
          severity: 'high',
          effect: 'doubt',
          message: 'Windows 7 has had no support since 14 January 2020.',
          next: 'Replace it.',
          subject: 'windows 7',
          places: [{ line: 3 }],
        },
      ],
    });
    const told = standing('uses-unsupported-software', [old], '8.2.1', '8.2.2');
    expect(told.map(([one]) => one)).toEqual(['contradicted', 'contradicted']);
    expect(told[1]?.[1]).toMatch(/ But .*Windows 7 .*[^.]\.$/);
    const answers = ['8.2.1', '8.2.2'].map((ref) => ({ ref, said: 'yes' as const, answeredOn: '2026-11-01' }));
    const nothingTold = assess(items('uses-unsupported-software', '8.2.1', '8.2.2'), aRecord([old], { answers }), ON);
    expect(nothingTold.items.map((one) => one.standing)).toEqual(['contradicted', 'claimed']);
  });
});
