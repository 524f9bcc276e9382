import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { made } from '../../test/support/made.ts';
import { type Change, EMPTY_HOLDINGS, withChanges } from './holdings.ts';
import { GENESIS, type JournalEntry, type Payload, type SealedEntry, sealEntries } from './journal.ts';
import { type BrokenEntry, verifyJournal } from './verify-journal.ts';

const AT = '2026-11-20T09:30:00.000Z';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const CHANGES: readonly Change[] = [
  { action: 'add', kind: 'person', id: 'ann', data: { name: 'Ann', employment: 'staff' } },
  { action: 'add', kind: 'person', id: 'bob', data: { name: 'Bob', employment: 'staff' } },
  { action: 'change', kind: 'person', id: 'ann', data: { name: 'Anna', employment: 'staff' } },
  { action: 'remove', kind: 'person', id: 'bob' },
  { action: 'add', kind: 'risk', id: 'fire', data: { title: 'Fire', likelihood: 1, impact: 5, treatment: 'treat' } },
];
const ERASED: readonly Change[] = [
  ...CHANGES,
  { action: 'erase', kind: 'person', id: 'ann', data: { reason: 'asked for', basis: 'Article 17' } },
];

type Stored = { entry: JournalEntry; payload: Payload | undefined };

function journal(changes: readonly Change[]): readonly SealedEntry[] {
  let salts = 0;
  const salt = () => {
    salts += 1;
    return `salt-${salts}`;
  };
  return sealEntries({ seq: 0, hash: GENESIS }, changes, {
    at: AT,
    actor: 'account:one',
    salt,
    hash,
  });
}

function verified(stored: readonly Stored[], changes: readonly Change[]): BrokenEntry | undefined {
  const verifier = verifyJournal(hash);
  for (const { entry, payload } of stored) {
    const broken = verifier.next(entry, payload);
    if (broken) return broken;
  }
  const last = journal(changes).at(-1)?.entry;
  const rows = [...withChanges(EMPTY_HOLDINGS, made(changes)).of.values()].flatMap((entities) => [
    ...entities.values(),
  ]);
  return verifier.end({ seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS }, rows);
}

const withoutAnn = (stored: readonly SealedEntry[]): Stored[] =>
  stored.map(({ entry, payload }) => ({
    entry,
    payload: entry.id === 'ann' && entry.action !== 'erase' ? undefined : payload,
  }));

test('a journal that nobody touched is whole', () => {
  expect(verified(journal(CHANGES), CHANGES)).toBeUndefined();
});

test('an empty journal is whole', () => {
  expect(verified([], [])).toBeUndefined();
});

test('a lawful erasure leaves it whole', () => {
  expect(verified(withoutAnn(journal(ERASED)), ERASED)).toBeUndefined();
});

describe('it finds', () => {
  const whole = journal(CHANGES);
  test.each<[string, readonly Stored[], readonly Change[], number]>([
    ['content that is gone without an erasure', withoutAnn(whole), CHANGES, 1],
    ['content that was to be erased and is still there', journal(ERASED), ERASED, 1],
    ['an entry taken out', whole.filter(({ entry }) => entry.seq !== 2), CHANGES, 3],
    ['two entries exchanged', [1, 0, 2, 3, 4].flatMap((i) => whole[i] ?? []), CHANGES, 2],
    ['an end cut off', whole.slice(0, 3), CHANGES, 3],
  ])('%s', (_, stored, changes, seq) => {
    expect(verified(stored, changes)?.seq).toBe(seq);
  });

  test('a current row that is not what the journal says', () => {
    const verifier = verifyJournal(hash);
    for (const { entry, payload } of whole) verifier.next(entry, payload);
    const rows = [
      { kind: 'person', id: 'ann', revision: 3, revisedAt: AT, data: { name: 'Annabel', employment: 'staff' } },
      {
        kind: 'risk',
        id: 'fire',
        revision: 5,
        revisedAt: AT,
        data: CHANGES[4] && 'data' in CHANGES[4] ? CHANGES[4].data : {},
      },
    ];
    expect(verifier.end(verifier.head(), rows)).toEqual({
      seq: 3,
      why: 'the current person ann is not what the journal says',
    });
  });

  test('a current row that is there twice in the place of another', () => {
    const verifier = verifyJournal(hash);
    for (const { entry, payload } of whole) verifier.next(entry, payload);
    const ann = { kind: 'person', id: 'ann', revision: 3, revisedAt: AT, data: { name: 'Anna', employment: 'staff' } };
    expect(verifier.end(verifier.head(), [ann, ann])?.seq).toBe(3);
  });

  test('any one bit that was changed anywhere, at the entry it was changed in', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat(), fc.boolean(), (index, bit, inPayload) => {
        const one = whole[index];
        if (!one) return;
        const bytes = Buffer.from(JSON.stringify(inPayload ? one.payload : one.entry));
        const at = Math.floor(bit / 8) % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at);
        let changed: unknown;
        try {
          changed = JSON.parse(bytes.toString());
        } catch {
          // What is no JSON any more never gets as far as the verifier.
          return;
        }
        // What a store reads is of any shape once it was tampered with: that is what is tested here.
        const tampered = whole.map((kept, i) =>
          i === index ? { ...kept, [inPayload ? 'payload' : 'entry']: changed } : kept,
        ) as Stored[];
        // An entry whose number was changed is told of by the number it says it has.
        expect([index + 1, tampered[index]?.entry.seq]).toContain(verified(tampered, CHANGES)?.seq);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('whatever was done, in whatever order', () => {
  const id = fc.constantFrom('ann', 'bob', 'cy');
  const change = fc.oneof(
    fc.record({ action: fc.constantFrom('add' as const, 'change' as const), id, data: fc.jsonValue() }),
    fc.record({ action: fc.constant('remove' as const), id }),
    fc.record({
      action: fc.constant('erase' as const),
      id,
      data: fc.record({ reason: fc.string({ unit: 'binary' }), basis: fc.string() }),
    }),
  );
  const changes = fc.array(
    change.map((one): Change => ({ kind: 'person', ...one })),
    { maxLength: 30 },
  );
  /** As the store leaves it: what was said of an entity before its last erasure is gone, reasons apart. */
  const erased = (sealed: readonly SealedEntry[]): Stored[] =>
    sealed.map(({ entry, payload }) => ({
      entry,
      payload:
        entry.action !== 'erase' &&
        sealed.some(({ entry: { action, id: of, seq } }) => action === 'erase' && of === entry.id && seq > entry.seq)
          ? undefined
          : payload,
    }));

  test('the chain verifies, erasures carried out', () => {
    fc.assert(
      fc.property(changes, (all) => {
        expect(verified(erased(journal(all)), all)).toBeUndefined();
      }),
    );
  });

  test('content taken away beyond what was erased is found, at the first entry it is gone from', () => {
    fc.assert(
      fc.property(changes, fc.nat(), (all, at) => {
        const stored = erased(journal(all));
        const there = stored.filter(({ payload }) => payload !== undefined);
        const one = there[at % there.length];
        if (!one) return;
        const seq = one.entry.seq;
        const robbed = stored.map((kept) => (kept === one ? { ...kept, payload: undefined } : kept));
        expect(verified(robbed, all)?.seq).toBe(seq);
      }),
    );
  });

  test('content left behind by an erasure is found, at the entry it is left at', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const sealed = journal(all);
        const stored = erased(sealed);
        const first = stored.findIndex(({ payload }) => payload === undefined);
        if (first < 0) return;
        const left = stored.map((one, i) => (i === first ? (sealed[i] ?? one) : one));
        expect(verified(left, all)?.seq).toBe(first + 1);
      }),
    );
  });
});

describe('it warns of, and calls whole,', () => {
  test.each<[string, Change, string]>([
    [
      'a kind that is not known',
      { action: 'add', kind: 'ghost', id: 'a', data: {} },
      'there is no kind of record called "ghost"',
    ],
    [
      'data that would not be let in',
      { action: 'add', kind: 'person', id: 'a', data: { name: 'Ann', employment: 'king' } },
      'person employment: Select how they work for you',
    ],
  ])('%s', (_, change, why) => {
    const warnings: BrokenEntry[] = [];
    const verifier = verifyJournal(hash, { warn: (strange) => warnings.push(strange) });
    const broken = journal([change]).map(({ entry, payload }) => verifier.next(entry, payload));
    expect([broken, warnings]).toEqual([[undefined], [{ seq: 1, why }]]);
  });
});

test('the order of keys makes no difference to a hash', () => {
  const one = journal([{ action: 'add', kind: 'risk', id: 'a', data: { x: 1, y: { b: 2, a: 1 } } }]);
  const other = journal([{ action: 'add', kind: 'risk', id: 'a', data: { y: { a: 1, b: 2 }, x: 1 } }]);
  expect(one[0]?.entry.hash).toBe(other[0]?.entry.hash);
});
