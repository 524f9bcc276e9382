import type { Transaction } from 'kysely';
import type { Head, JournalEntry, Payload, SealedEntry } from '../record/journal.ts';
import { GENESIS } from '../record/journal.ts';
import type { Database } from './database.ts';
import type { AppendExtras, JournalStore, StoredEntry } from './journal-store.ts';
import type { JournalTables, Tables } from './tables.ts';

/** The journals in SQLite or PostgreSQL: the same queries on both. */
export function createJournalStore(database: Database): JournalStore {
  const { read, inTransaction, forOrganisation, readingOrganisation } = database;
  return {
    create: (organisation, at) =>
      inTransaction(async (transaction) => {
        await transaction
          .insertInto('journal_head')
          .values({ organisation, created_at: at, seq: 0, hash: GENESIS })
          .execute();
      }),

    head: (organisation) =>
      read
        .selectFrom('journal_head')
        .select(['seq', 'hash'])
        .where('organisation', '=', organisation)
        .executeTakeFirst(),

    append: async (organisation, expected, sealed, extras) => {
      try {
        const head = await forOrganisation(organisation, (transaction) =>
          append(transaction, organisation, expected, sealed, extras),
        );
        return { ok: true, head };
      } catch (error) {
        if (error instanceof HeadMoved) return { ok: false, problem: { type: 'head-moved', head: error.head } };
        throw error;
      }
    },

    entriesAfter: (organisation, seq, limit) =>
      readingOrganisation(organisation, async (transaction) =>
        (
          await entries(transaction, organisation)
            .where('journal_entry.seq', '>', seq)
            .orderBy('journal_entry.seq')
            .limit(limit)
            .execute()
        ).map(storedEntry),
      ),

    entriesBefore: (organisation, seq, limit) =>
      readingOrganisation(organisation, async (transaction) =>
        (
          await entries(transaction, organisation)
            .where('journal_entry.seq', '<', seq)
            .orderBy('journal_entry.seq', 'desc')
            .limit(limit)
            .execute()
        ).map(storedEntry),
      ),

    history: (organisation, kind, id) =>
      readingOrganisation(organisation, async (transaction) =>
        (
          await entries(transaction, organisation)
            .where('kind', '=', kind)
            .where('entity', '=', id)
            .orderBy('journal_entry.seq')
            .execute()
        ).map(storedEntry),
      ),

    current: (organisation) =>
      readingOrganisation(organisation, async (transaction) => {
        const head = await transaction
          .selectFrom('journal_head')
          .select(['seq', 'hash'])
          .where('organisation', '=', organisation)
          .executeTakeFirst();
        if (!head) return undefined;
        const rows = await transaction
          .selectFrom('entity')
          .select(['kind', 'id', 'revision', 'data'])
          .where('organisation', '=', organisation)
          .orderBy('added')
          .execute();
        const entities = rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as unknown }));
        return { head, entities };
      }),

    remembered: (organisation, key, now) =>
      readingOrganisation(organisation, async (transaction) => {
        const row = await transaction
          .selectFrom('remembered_answer')
          .select(['request_hash', 'status', 'body'])
          .where('organisation', '=', organisation)
          .where('key', '=', key)
          .where('until', '>', now)
          .executeTakeFirst();
        return row && { requestHash: row.request_hash, status: row.status, body: row.body };
      }),

    listOrganisations: async () =>
      (await read.selectFrom('journal_head').select('organisation').orderBy('organisation').execute()).map(
        (row) => row.organisation,
      ),
  };
}

/** Thrown inside the transaction so that it is rolled back. */
class HeadMoved extends Error {
  readonly head: Head;
  constructor(head: Head) {
    super('The journal has gone on since it was read');
    this.head = head;
  }
}

/** Rows put in with one statement; SQLite takes at most 32,766 values in one. */
const ROWS_AT_ONCE = 500;

async function append(
  transaction: Transaction<Tables>,
  organisation: string,
  expected: Head,
  sealed: readonly SealedEntry[],
  extras: AppendExtras | undefined,
): Promise<Head> {
  const last = sealed.at(-1)?.entry;
  if (last === undefined) return expected;
  const head = { seq: last.seq, hash: last.hash };
  // The one row that says where the journal ends: of two who append upon the same head, one finds it moved.
  const moved = await transaction
    .updateTable('journal_head')
    .set(head)
    .where('organisation', '=', organisation)
    .where('seq', '=', expected.seq)
    .where('hash', '=', expected.hash)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) {
    const now = await transaction
      .selectFrom('journal_head')
      .select(['seq', 'hash'])
      .where('organisation', '=', organisation)
      .executeTakeFirst();
    if (!now) throw new Error('There is no such organisation');
    throw new HeadMoved(now);
  }
  for (const batch of inBatches(sealed)) {
    await transaction
      .insertInto('journal_entry')
      .values(batch.map(({ entry }) => entryRow(organisation, entry)))
      .execute();
    await transaction
      .insertInto('journal_payload')
      .values(batch.map(({ entry, payload }) => ({ organisation, seq: entry.seq, payload: JSON.stringify(payload) })))
      .execute();
  }
  await bringUpToDate(transaction, organisation, sealed);
  for (const { entry } of sealed) if (entry.action === 'erase') await erasePayloads(transaction, organisation, entry);
  if (extras?.remember) await remember(transaction, organisation, extras.remember);
  return head;
}

/** Writes only what is left of each entity after the last of the entries. */
async function bringUpToDate(
  transaction: Transaction<Tables>,
  organisation: string,
  sealed: readonly SealedEntry[],
): Promise<void> {
  const last = new Map(sealed.map((one) => [`${one.entry.kind} ${one.entry.id}`, one]));
  const kept = [...last.values()].filter(({ entry }) => entry.action === 'add' || entry.action === 'change');
  const gone = [...last.values()].filter(({ entry }) => entry.action === 'remove' || entry.action === 'erase');
  for (const { entry } of gone)
    await transaction
      .deleteFrom('entity')
      .where('organisation', '=', organisation)
      .where('kind', '=', entry.kind)
      .where('id', '=', entry.id)
      .execute();
  for (const batch of inBatches(kept))
    await transaction
      .insertInto('entity')
      .values(
        batch.map(({ entry, payload }) => ({
          organisation,
          kind: entry.kind,
          id: entry.id,
          added: entry.seq,
          revision: entry.seq,
          data: JSON.stringify(payload.data),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['organisation', 'kind', 'id']).doUpdateSet((excluded) => ({
          revision: excluded.ref('excluded.revision'),
          data: excluded.ref('excluded.data'),
        })),
      )
      .execute();
}

/** Takes away whatever was ever said of an entity before the entry that erases it. */
async function erasePayloads(
  transaction: Transaction<Tables>,
  organisation: string,
  { kind, id, seq }: JournalEntry,
): Promise<void> {
  await transaction
    .deleteFrom('journal_payload')
    .where('organisation', '=', organisation)
    .where('seq', 'in', (query) =>
      query
        .selectFrom('journal_entry')
        .select('journal_entry.seq')
        .where('organisation', '=', organisation)
        .where('kind', '=', kind)
        .where('entity', '=', id)
        .where('journal_entry.seq', '<', seq),
    )
    .execute();
}

async function remember(
  transaction: Transaction<Tables>,
  organisation: string,
  { key, answer, until }: NonNullable<AppendExtras['remember']>,
): Promise<void> {
  const values = { request_hash: answer.requestHash, status: answer.status, body: answer.body, until };
  await transaction
    .insertInto('remembered_answer')
    .values({ organisation, key, ...values })
    .onConflict((conflict) => conflict.columns(['organisation', 'key']).doUpdateSet(values))
    .execute();
}

function entries(transaction: Transaction<Tables>, organisation: string) {
  return transaction
    .selectFrom('journal_entry')
    .leftJoin('journal_payload', (join) =>
      join
        .onRef('journal_payload.organisation', '=', 'journal_entry.organisation')
        .onRef('journal_payload.seq', '=', 'journal_entry.seq'),
    )
    .select([
      'journal_entry.seq',
      'at',
      'actor',
      'action',
      'kind',
      'entity',
      'data_hash',
      'previous',
      'hash',
      'journal_payload.payload',
    ])
    .where('journal_entry.organisation', '=', organisation);
}

type EntryRow = Omit<JournalTables['journal_entry'], 'organisation'> & { readonly payload: string | null };

function storedEntry({ payload, entity, data_hash, action, ...row }: EntryRow): StoredEntry {
  return {
    // Only `entryRow` writes these columns, from an entry.
    entry: { ...row, action: action as JournalEntry['action'], id: entity, dataHash: data_hash },
    // Only `append` writes the payload; `verify` finds one that was changed.
    payload: payload === null ? undefined : (JSON.parse(payload) as Payload),
  };
}

function entryRow(organisation: string, entry: JournalEntry): JournalTables['journal_entry'] {
  const { id, dataHash, ...same } = entry;
  return { organisation, ...same, entity: id, data_hash: dataHash };
}

function* inBatches<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) yield all.slice(from, from + ROWS_AT_ONCE);
}
