import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, EMPTY_HOLDINGS, withChanges } from './holdings.ts';
import { GENESIS, type JournalEntry, type Payload, type SealedEntry, sealEntries } from './journal.ts';
import { type BrokenEntry, verifyJournal } from './verify-journal.ts';

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
    at: '2026-11-20T09:30:00.000Z',
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
  const rows = [...withChanges(EMPTY_HOLDINGS, changes).of.values()].flatMap((entities) => [...entities.values()]);
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
      { kind: 'person', id: 'ann', revision: 3, data: { name: 'Annabel', employment: 'staff' } },
      { kind: 'risk', id: 'fire', revision: 5, data: CHANGES[4] && 'data' in CHANGES[4] ? CHANGES[4].data : {} },
    ];
    expect(verifier.end(verifier.head(), rows)).toEqual({
      seq: 3,
      why: 'the current person ann is not what the journal says',
    });
  });

  test('any one character that was changed anywhere, at the entry it was changed in', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat(), fc.boolean(), (index, at, inPayload) => {
        const { entry, payload } = whole[index] ?? { entry: undefined, payload: undefined };
        const text = JSON.stringify(inPayload ? payload : entry);
        const spot = at % text.length;
        const other = text[spot] === '7' ? '8' : '7';
        let changed: unknown;
        try {
          changed = JSON.parse(`${text.slice(0, spot)}${other}${text.slice(spot + 1)}`);
        } catch {
          return;
        }
        const tampered = whole.map((one, i) =>
          i === index ? { ...one, [inPayload ? 'payload' : 'entry']: changed } : one,
        ) as Stored[];
        const broken = verified(tampered, CHANGES);
        expect(broken).toBeDefined();
        expect([index + 1, index + 2, tampered[index]?.entry.seq]).toContain(broken?.seq);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('the order of keys makes no difference to a hash', () => {
  const one = journal([{ action: 'add', kind: 'risk', id: 'a', data: { x: 1, y: { b: 2, a: 1 } } }]);
  const other = journal([{ action: 'add', kind: 'risk', id: 'a', data: { y: { a: 1, b: 2 }, x: 1 } }]);
  expect(one[0]?.entry.hash).toBe(other[0]?.entry.hash);
});
