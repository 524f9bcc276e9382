import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, opened, type TestPlace } from '../../test/support/databases.ts';
import { made } from '../../test/support/made.ts';
import { type Change, EMPTY_HOLDINGS, type Instant, withChanges } from '../record/holdings.ts';
import { GENESIS, type Head, type SealedEntry, sealEntries } from '../record/journal.ts';
import type { Database } from './database.ts';
import { createJournalStore } from './journal-in-sql.ts';
import type { JournalStore } from './journal-store.ts';

const AT = '2026-11-20T09:30:00.000Z';
const LATER = '2026-11-21T16:05:00.000Z';
const START: Head = { seq: 0, hash: GENESIS };

function seal(head: Head, ...changes: readonly Change[]): readonly SealedEntry[] {
  return sealedAt(AT, head, changes);
}

function sealedAt(at: Instant, head: Head, changes: readonly Change[]): readonly SealedEntry[] {
  return sealEntries(head, changes, {
    at,
    actor: 'account:one',
    salt: randomUUID,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  });
}

const add = (id: string, data: unknown = { name: id }): Change => ({ action: 'add', kind: 'person', id, data });

describe.each(databases())('the journal on $kind', ({ make }) => {
  let place: TestPlace;
  let database: Database;
  let journal: JournalStore;

  beforeAll(async () => {
    place = await make();
    database = await opened(place.place);
    journal = createJournalStore(database);
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  async function organisation(): Promise<string> {
    const id = randomUUID();
    await journal.create(id, AT);
    return id;
  }

  function appended(id: string, head: Head, ...changes: readonly Change[]): Promise<Head> {
    return appendedAt(AT, id, head, ...changes);
  }

  async function appendedAt(at: Instant, id: string, head: Head, ...changes: readonly Change[]): Promise<Head> {
    const result = await journal.append(id, head, sealedAt(at, head, changes));
    if (!result.ok) throw new Error('the head had moved');
    return result.head;
  }

  test('begins empty', async () => {
    expect(await journal.current(await organisation())).toEqual({ head: START, entities: [] });
  });

  test('knows no organisation that was never created', async () => {
    expect([await journal.head('nobody'), await journal.current('nobody')]).toEqual([undefined, undefined]);
  });

  test('gives back what was appended, entry and payload', async () => {
    const id = await organisation();
    const sealed = seal(START, add('ann', { name: 'Ann Ó Brien 🌱', notes: 'line\none\u0001' }), add('bob'));
    await journal.append(id, START, sealed);
    expect(await journal.entriesAfter(id, 0, 10)).toEqual(sealed);
  });

  test('keeps the rows as the last entries left them and tells when, in the order they were added', async () => {
    const id = await organisation();
    const head = await appended(id, START, add('ann'), add('bob'), add('cat'));
    // The same numbers stand in another journal, made at other times.
    await appendedAt('2020-01-01T00:00:00.000Z', await organisation(), START, add('ann'), add('bob'), add('cat'));
    await appendedAt(
      LATER,
      id,
      head,
      { action: 'change', kind: 'person', id: 'ann', data: { name: 'Anna' } },
      { action: 'remove', kind: 'person', id: 'bob' },
    );
    const current = await journal.current(id);
    expect(current?.entities).toEqual([
      { kind: 'person', id: 'ann', revision: 4, revisedAt: LATER, data: { name: 'Anna' } },
      { kind: 'person', id: 'cat', revision: 3, revisedAt: AT, data: { name: 'cat' } },
    ]);
  });

  test('keeps rows in the order the fold has, also when one append adds, changes, removes and adds again', async () => {
    const id = await organisation();
    const first: readonly Change[] = [
      add('ann'),
      add('bob'),
      { action: 'change', kind: 'person', id: 'ann', data: { name: 'Anna' } },
      add('cat'),
    ];
    const second: readonly Change[] = [
      { action: 'remove', kind: 'person', id: 'bob' },
      add('bob'),
      { action: 'change', kind: 'person', id: 'ann', data: { name: 'Anne' } },
      add('dan'),
      { action: 'remove', kind: 'person', id: 'dan' },
    ];
    await appendedAt(LATER, id, await appended(id, START, ...first), ...second);
    const folded = withChanges(withChanges(EMPTY_HOLDINGS, made(first, AT)), made(second, LATER)).of.get('person');
    expect((await journal.current(id))?.entities).toEqual([...(folded?.values() ?? [])]);
  });

  test('refuses entries for a head that has moved, and writes nothing of them', async () => {
    const id = await organisation();
    const head = await appended(id, START, add('ann'));
    const result = await journal.append(id, START, seal(START, add('bob')));
    expect([result, (await journal.entriesAfter(id, 0, 10)).length]).toEqual([
      { ok: false, problem: { type: 'head-moved', head } },
      1,
    ]);
  });

  test('refuses entries for a journal that is gone, and begins none', async () => {
    const result = await journal.append('organisation-0', START, seal(START, add('bob')));
    expect([result, await journal.head('organisation-0')]).toEqual([
      { ok: false, problem: { type: 'head-moved', head: undefined } },
      undefined,
    ]);
  });

  test('takes thousands of entries at once', async () => {
    const id = await organisation();
    const head = await appended(id, START, ...Array.from({ length: 2_500 }, (_, i) => add(`person-${i}`)));
    expect([head.seq, (await journal.current(id))?.entities.length]).toEqual([2_500, 2_500]);
  });

  test('reads backwards from a number, for a page of the journal', async () => {
    const id = await organisation();
    await appended(id, START, add('ann'), add('bob'), add('cat'));
    expect((await journal.entriesBefore(id, 3, 1)).map(({ entry }) => entry.id)).toEqual(['bob']);
  });

  test('tells the history of one entity only', async () => {
    const id = await organisation();
    const head = await appended(id, START, add('ann'), add('bob'));
    await appended(id, head, { action: 'remove', kind: 'person', id: 'ann' });
    expect((await journal.history(id, 'person', 'ann')).map(({ entry }) => entry.action)).toEqual(['add', 'remove']);
  });

  test('an erasure takes every earlier payload of that entity away and leaves its entries', async () => {
    const id = await organisation();
    const head = await appended(id, START, add('ann'), add('bob'));
    await appended(id, head, {
      action: 'erase',
      kind: 'person',
      id: 'ann',
      data: { reason: 'asked for', basis: 'Article 17' },
    });
    const entries = await journal.entriesAfter(id, 0, 10);
    expect(entries.map(({ payload }) => payload !== undefined)).toEqual([false, true, true]);
    expect((await journal.current(id))?.entities.map((entity) => entity.id)).toEqual(['bob']);
  });

  test('an erasure leaves the reason of an earlier one where it is', async () => {
    const id = await organisation();
    const erase = (reason: string): Change => ({
      action: 'erase',
      kind: 'person',
      id: 'ann',
      data: { reason, basis: 'Article 17' },
    });
    const head = await appended(id, START, add('ann'), erase('asked for'), add('ann'));
    await appended(id, head, erase('asked for again'));
    const entries = await journal.entriesAfter(id, 0, 10);
    expect(entries.map(({ payload }) => payload !== undefined)).toEqual([false, true, false, true]);
  });

  test('remembers an answer in the same transaction, until its time is over', async () => {
    const id = await organisation();
    const answer = { requestHash: 'abc', status: 201, body: '{}' };
    await journal.append(id, START, seal(START, add('ann')), {
      remember: { key: 'k', answer, until: '2026-11-21T00:00:00.000Z' },
    });
    expect([
      await journal.remembered(id, 'k', AT),
      await journal.remembered(id, 'k', '2026-11-22T00:00:00.000Z'),
      await journal.remembered(id, 'other', AT),
    ]).toEqual([answer, undefined, undefined]);
  });

  test('finds what entries are together by their marks, as long as they stand', async () => {
    const id = await organisation();
    const until = '2026-11-21T00:00:00.000Z';
    const told = (body: string) => ({ requestHash: 'abc', status: 303, body });
    await journal.append(id, START, seal(START, add('ann')), {
      remember: { key: 'form', answer: told('to'), until },
      mark: { key: 'import:2', answer: told('made'), until },
    });
    expect([
      await journal.marks(id, ['import:1', 'import:2'], AT),
      await journal.marks(id, ['import:2'], until),
      await journal.marks(id, [], AT),
      await journal.remembered(id, 'form', AT),
    ]).toEqual([new Map([['import:2', 'made']]), new Map(), new Map(), told('to')]);
  });

  test('an erasure takes away the remembered answers that tell of the entity, and leaves the others', async () => {
    const id = await organisation();
    const until = '2026-11-21T00:00:00.000Z';
    const answer = (about: string) => ({ requestHash: 'abc', status: 201, body: JSON.stringify({ id: about }) });
    await journal.append(id, START, seal(START, add('ann')), {
      remember: { key: 'ann', answer: answer('ann'), until },
    });
    const head = (await journal.head(id)) ?? START;
    const after = await journal.append(id, head, seal(head, add('ann-marie')), {
      remember: { key: 'ann-marie', answer: answer('ann-marie'), until },
    });
    if (!after.ok) throw new Error('the head had moved');
    await appended(id, after.head, {
      action: 'erase',
      kind: 'person',
      id: 'ann',
      data: { reason: 'asked for', basis: 'Article 17' },
    });
    expect([await journal.remembered(id, 'ann', AT), await journal.remembered(id, 'ann-marie', AT)]).toEqual([
      undefined,
      answer('ann-marie'),
    ]);
  });

  test.each([
    ['/people/ann?done=saved', false],
    ['/people/ann', false],
    ['/people?done=saved&entry=ann&seen=3', false],
    ['/people?entries=bob%2Cann%2Ccara', false],
    ['/people/ann#name', false],
    ['/people/ann-marie?done=saved', true],
    ['/people/joann?done=saved', true],
    ['/people?done=saved&entry=Ann', true],
  ])('an erasure of ann meets the address %s that a form was answered with: it stays %s', async (body, stays) => {
    const id = await organisation();
    const answer = { requestHash: 'abc', status: 303, body };
    const added = await journal.append(id, START, seal(START, add('ann')), {
      remember: { key: 'form', answer, until: '2026-11-21T00:00:00.000Z' },
    });
    if (!added.ok) throw new Error('the head had moved');
    const why = { reason: 'asked for', basis: 'Article 17' };
    await appended(id, added.head, { action: 'erase', kind: 'person', id: 'ann', data: why });
    expect(await journal.remembered(id, 'form', AT)).toEqual(stays ? answer : undefined);
  });

  test('lets go of remembered answers whose time is over when it remembers the next', async () => {
    const id = await organisation();
    const answer = { requestHash: 'abc', status: 201, body: '{}' };
    await journal.append(id, START, seal(START, add('ann')), {
      remember: { key: 'old', answer, until: '2026-11-20T09:00:00.000Z' },
    });
    const head = (await journal.head(id)) ?? START;
    await journal.append(id, head, seal(head, add('bob')), {
      remember: { key: 'new', answer, until: '2026-11-21T00:00:00.000Z' },
    });
    const long = '2000-01-01T00:00:00.000Z';
    expect([await journal.remembered(id, 'old', long), await journal.remembered(id, 'new', long)]).toEqual([
      undefined,
      answer,
    ]);
  });

  test('of many who append at once through two openings, none is lost and none overwrites another', async () => {
    const id = await organisation();
    const second = await opened(place.place);
    const stores = [journal, createJournalStore(second)];
    let moved = 0;
    const one = async (number: number) => {
      const store = stores[number % 2] ?? journal;
      for (;;) {
        const head = (await store.head(id)) ?? START;
        const result = await store.append(id, head, seal(head, add(`person-${number}`)));
        if (result.ok) return;
        moved += 1;
      }
    };
    await Promise.all(Array.from({ length: 40 }, (_, number) => one(number)));
    const entries = await journal.entriesAfter(id, 0, 100);
    await second.close();
    expect(new Set(entries.map(({ entry }) => entry.id)).size).toBe(40);
    expect(entries.map(({ entry }) => entry.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(entries.every(({ entry }, i) => entry.previous === (entries[i - 1]?.entry.hash ?? GENESIS))).toBe(true);
    expect(moved).toBeGreaterThan(0);
  });

  test('shows nothing of one organisation to another', async () => {
    const [one, other] = [await organisation(), await organisation()];
    await appended(one, START, add('ann'));
    expect([
      await journal.entriesAfter(other, 0, 10),
      (await journal.current(other))?.entities,
      await journal.history(other, 'person', 'ann'),
    ]).toEqual([[], [], []]);
  });
});
