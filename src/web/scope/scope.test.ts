import { describe, expect, test } from 'vitest';
import { type Holdings, holdingsOf } from '../../record/holdings.ts';
import { notLookedAt, scopeOf, unencryptedPortables } from './scope.ts';
import { scopeGaps } from './scope-gaps.ts';

const ON = '2026-11-20';

type Given = readonly [kind: string, id: string, data: Readonly<Record<string, unknown>>];

function held(...all: readonly Given[]): Holdings {
  return holdingsOf(
    all.length,
    all.map(([kind, id, data], at) => ({ kind, id, data, revision: at + 1, revisedAt: '2026-11-20T09:30:00.000Z' })),
  );
}

const flow = (over: Readonly<Record<string, unknown>> = {}): Given => [
  'data-flow',
  'f',
  {
    name: 'Hosting',
    from: 'Our platform',
    to: 'Northgate Hosting',
    direction: 'out',
    country: 'UK',
    encrypted: true,
    informationAsset: 'i',
    ...over,
  },
];
const information = (over: Readonly<Record<string, unknown>> = {}): Given => [
  'information-asset',
  'i',
  {
    name: 'Patient records',
    personalData: 'special',
    owner: 'ann',
    ourPart: 'processor',
    retention: '8 years',
    ...over,
  },
];
const supplier = (over: Readonly<Record<string, unknown>> = {}): Given => [
  'supplier',
  's',
  { name: 'Northgate  hosting', handlesPersonalData: true, country: 'UK', ...over },
];

function gapsOf(all: readonly Given[], withoutTerms: readonly string[] = []) {
  return scopeGaps(scopeOf(held(...all), ON), new Set(withoutTerms)).map(({ code, kind, id, number }) => [
    code,
    `${kind.name} ${id}`,
    number,
  ]);
}

describe('what is missing', () => {
  test('is nothing where all is said', () => {
    expect(gapsOf([information(), flow(), supplier()])).toEqual([]);
  });

  test.each([
    ['no encryption', { encrypted: undefined }, 'not-encrypted'],
    ['encryption switched off', { encrypted: false }, 'encryption-off'],
    ['a country abroad and nothing that allows it', { country: 'India' }, 'no-mechanism'],
  ])('of a flow with %s is told with the flow, its number and its field', (_, over, code) => {
    expect(gapsOf([information(), flow(over), supplier()])).toEqual([[code, 'data-flow f', 1]]);
  });

  test('is told of a flow that does not say what it carries, and of information that is then in no flow', () => {
    expect(gapsOf([information(), flow({ informationAsset: undefined }), supplier()])).toEqual([
      ['no-information', 'data-flow f', 1],
      ['in-no-flow', 'information-asset i', undefined],
    ]);
  });

  test('allows a transfer abroad that says what allows it, and data that is about nobody', () => {
    const allowed = flow({ country: 'India', transferMechanism: 'IDTA' });
    const nobody = [information({ personalData: 'none' }), flow({ country: 'India' }), supplier()];
    expect([gapsOf([information(), allowed, supplier()]), gapsOf(nobody, ['s'])]).toEqual([[], []]);
  });

  test('takes the country of a supplier where the flow says none, and asks for one where neither does', () => {
    const silent = flow({ country: undefined });
    expect(gapsOf([information(), silent, supplier({ country: 'United States' })])).toEqual([
      ['no-mechanism', 'data-flow f', 1],
    ]);
    expect(gapsOf([information(), silent, supplier({ country: undefined })])).toEqual([
      ['no-country', 'data-flow f', 1],
    ]);
  });

  test('leads to the supplier for terms that a finding misses, and for what it says otherwise than the flow', () => {
    expect(gapsOf([information(), flow({ supplier: 's', to: 'N.' }), supplier()], ['s'])).toEqual([
      ['no-terms', 'supplier s', 1],
    ]);
    expect(gapsOf([information(), flow(), supplier({ handlesPersonalData: false })])).toEqual([
      ['not-handling', 'supplier s', 1],
    ]);
  });

  test('tells a supplier that has ended, and one that is not in the register', () => {
    expect(gapsOf([information(), flow({ supplier: 's' }), supplier({ endedOn: ON })], ['s'])).toEqual([
      ['supplier-ended', 'data-flow f', 1],
    ]);
    expect(gapsOf([information(), flow()])).toEqual([['not-in-register', 'data-flow f', 1]]);
  });

  test('of what comes in is neither a country nor a supplier', () => {
    const from = { from: 'The trust', to: 'Our platform', direction: 'in', country: undefined };
    expect(gapsOf([information(), flow(from)])).toEqual([]);
  });

  test('of information is an owner, our part, a basis, how long it is kept, and a flow', () => {
    const bare = { owner: undefined, ourPart: undefined, retention: undefined };
    expect(gapsOf([information(bare)])).toEqual(
      ['no-owner', 'no-part', 'no-basis', 'no-retention', 'in-no-flow'].map((code) => [
        code,
        'information-asset i',
        undefined,
      ]),
    );
    expect(gapsOf([information({ ...bare, personalData: 'none' })])).toEqual([
      ['no-owner', 'information-asset i', undefined],
    ]);
  });

  test('of a supplier that handles personal data is the flow by which it gets it', () => {
    expect(gapsOf([supplier()])).toEqual([['supplier-in-no-flow', 'supplier s', undefined]]);
    expect(gapsOf([supplier({ handlesPersonalData: false })])).toEqual([]);
  });
});

describe('the scope', () => {
  test('knows which portable devices in use are not known to be encrypted', () => {
    const device = (id: string, data: object): Given => ['digital-asset', id, { name: id, ...data }];
    const all = held(
      device('open', { type: 'laptop', encrypted: false }),
      device('unknown', { type: 'phone' }),
      device('safe', { type: 'laptop', encrypted: true }),
      device('fixed', { type: 'server' }),
      device('gone', { type: 'laptop', disposedOn: '2026-01-01' }),
    );
    expect(unencryptedPortables(scopeOf(all, ON)).map(({ id }) => id)).toEqual(['open', 'unknown']);
  });

  test.each([
    [undefined, true],
    ['2025-11-19', true],
    ['2025-11-20', false],
  ])('says of what was looked at on %s whether that is a year ago: %s', (day, is) => {
    expect(notLookedAt(day, ON)).toBe(is);
  });
});
