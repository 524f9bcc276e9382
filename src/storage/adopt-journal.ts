import { sql, type Transaction } from 'kysely';
import type { Instant } from '../record/holdings.ts';
import type { Head, JournalEntry } from '../record/journal.ts';
import type { Entity } from '../record/kinds/kind.ts';
import type { Database } from './database.ts';
import type { StoredEntry } from './journal-store.ts';
import type { JournalTables, Tables } from './tables.ts';

/** A whole journal that was kept elsewhere. Whoever gives it has followed its chain: it is written as it stands. */
export type AdoptedJournal = {
  readonly organisation: string;
  readonly at: Instant;
  readonly head: Head;
  readonly entries: AsyncIterable<StoredEntry>;
  /** What the entries make the record hold, each with the number of the entry that added it. */
  readonly entities: Iterable<Entity & { readonly added: number }>;
};

export type AdoptResult = { readonly ok: true } | { readonly ok: false; readonly problem: { readonly type: 'exists' } };

/** Takes in the journal of an organisation that is not here yet, all of it or nothing. */
export async function adoptJournal(database: Database, adopted: AdoptedJournal): Promise<AdoptResult> {
  const { organisation, at, head } = adopted;
  return database.forOrganisation(organisation, async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('journal_head')
      .values({ organisation, created_at: at, seq: head.seq, hash: head.hash })
      .onConflict((conflict) => conflict.column('organisation').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return { ok: false, problem: { type: 'exists' } };
    await addEntries(transaction, adopted);
    await addEntities(transaction, adopted);
    // Until PostgreSQL has counted the rows, it reads whole tables where a few rows are wanted.
    if (database.kind === 'postgres') await sql`analyze journal_entry, journal_payload, entity`.execute(transaction);
    return { ok: true };
  });
}

const ROWS_AT_ONCE = 500;

async function addEntries(transaction: Transaction<Tables>, { organisation, entries }: AdoptedJournal): Promise<void> {
  let rows: JournalTables['journal_entry'][] = [];
  let payloads: JournalTables['journal_payload'][] = [];
  const flush = async () => {
    if (rows.length > 0) await transaction.insertInto('journal_entry').values(rows).execute();
    if (payloads.length > 0) await transaction.insertInto('journal_payload').values(payloads).execute();
    rows = [];
    payloads = [];
  };
  for await (const { entry, payload } of entries) {
    rows.push(entryRow(organisation, entry));
    if (payload) payloads.push({ organisation, seq: entry.seq, payload: JSON.stringify(payload) });
    if (rows.length >= ROWS_AT_ONCE) await flush();
  }
  await flush();
}

async function addEntities(
  transaction: Transaction<Tables>,
  { organisation, entities }: AdoptedJournal,
): Promise<void> {
  const rows = [...entities].map(({ kind, id, added, revision, data }) => ({
    organisation,
    kind,
    id,
    added,
    revision,
    data: JSON.stringify(data),
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await transaction
      .insertInto('entity')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

function entryRow(organisation: string, { id, dataHash, ...same }: JournalEntry): JournalTables['journal_entry'] {
  return { organisation, ...same, entity: id, data_hash: dataHash };
}
