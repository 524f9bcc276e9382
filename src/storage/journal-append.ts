import type { Transaction } from 'kysely';
import type { Head, JournalEntry, SealedEntry } from '../record/journal.ts';
import type { AppendExtras, Remembering } from './journal-store.ts';
import type { JournalTables, Tables } from './tables.ts';

/** Thrown inside the transaction so that it is rolled back. */
export class HeadMoved extends Error {
  readonly head: Head | undefined;
  constructor(head: Head | undefined) {
    super('The journal has gone on since it was read');
    this.head = head;
  }
}

/** Rows put in with one statement; SQLite takes at most 32,766 values in one. */
const ROWS_AT_ONCE = 500;

/** Writes entries upon the head they were sealed upon, and what follows from them. Throws `HeadMoved`. */
export async function append(
  transaction: Transaction<Tables>,
  organisation: string,
  expected: Head,
  sealed: readonly SealedEntry[],
  extras: AppendExtras | undefined,
): Promise<Head> {
  const last = sealed.at(-1)?.entry;
  if (last === undefined) return expected;
  const head = { seq: last.seq, hash: last.hash };
  // One that is there already has its head elsewhere, which is found below.
  if (extras?.begin !== undefined)
    await transaction
      .insertInto('journal_head')
      .values({ organisation, created_at: extras.begin, ...expected })
      .onConflict((conflict) => conflict.column('organisation').doNothing())
      .execute();
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
  for (const { entry } of sealed) if (entry.action === 'erase') await eraseEarlier(transaction, organisation, entry);
  for (const one of [extras?.remember, extras?.mark]) if (one) await remember(transaction, organisation, one, last.at);
  await extras?.also?.(transaction);
  return head;
}

type EntityRow = JournalTables['entity'];

/** Writes only what is left of each entity after the last of the entries, in the order in which `withChanges` would have it. */
async function bringUpToDate(
  transaction: Transaction<Tables>,
  organisation: string,
  sealed: readonly SealedEntry[],
): Promise<void> {
  const kept = new Map<string, EntityRow>();
  const gone = new Map<string, Set<string>>();
  for (const { entry, payload } of sealed) {
    const { kind, id, seq, action } = entry;
    const key = `${kind} ${id}`;
    if (action === 'remove' || action === 'erase') {
      kept.delete(key);
      gone.set(kind, (gone.get(kind) ?? new Set()).add(id));
      continue;
    }
    const added = kept.get(key)?.added ?? seq;
    kept.set(key, { organisation, kind, id, added, revision: seq, data: JSON.stringify(payload.data) });
  }
  // Before the rest: what was removed and then added again begins anew.
  for (const [kind, ids] of gone)
    for (const batch of inBatches([...ids]))
      await transaction
        .deleteFrom('entity')
        .where('organisation', '=', organisation)
        .where('kind', '=', kind)
        .where('id', 'in', batch)
        .execute();
  for (const batch of inBatches([...kept.values()]))
    await transaction
      .insertInto('entity')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['organisation', 'kind', 'id']).doUpdateSet((excluded) => ({
          revision: excluded.ref('excluded.revision'),
          data: excluded.ref('excluded.data'),
        })),
      )
      .execute();
}

/** Takes away whatever was ever said of an entity before the entry that erases it; why it was erased before stays told. */
async function eraseEarlier(
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
        .where('action', '<>', 'erase')
        .where('journal_entry.seq', '<', seq),
    )
    .execute();
  const answers = await transaction
    .selectFrom('remembered_answer')
    .select(['key', 'body'])
    .where('organisation', '=', organisation)
    .where('body', 'like', `%${id}%`)
    .execute();
  const telling = answers.filter(({ body }) => tellsOf(body, id)).map(({ key }) => key);
  for (const batch of inBatches(telling))
    await transaction
      .deleteFrom('remembered_answer')
      .where('organisation', '=', organisation)
      .where('key', 'in', batch)
      .execute();
}

/** Whether an answer names an entity: one of the API holds its id in quotes, one to a form is an address with the id in it. */
function tellsOf(body: string, id: string): boolean {
  return new RegExp(`(?:[/=?&"]|%[\\dA-F]{2})${id}(?:[/=?&#"%]|$)`).test(body);
}

async function remember(
  transaction: Transaction<Tables>,
  organisation: string,
  { key, answer, until }: Remembering,
  now: string,
): Promise<void> {
  // Answers hold what customers sent: none is kept for longer than it is of use.
  await transaction
    .deleteFrom('remembered_answer')
    .where('organisation', '=', organisation)
    .where('until', '<=', now)
    .execute();
  const values = { request_hash: answer.requestHash, status: answer.status, body: answer.body, until };
  await transaction
    .insertInto('remembered_answer')
    .values({ organisation, key, ...values })
    .onConflict((conflict) => conflict.columns(['organisation', 'key']).doUpdateSet(values))
    .execute();
}

function entryRow(organisation: string, entry: JournalEntry): JournalTables['journal_entry'] {
  const { id, dataHash, ...same } = entry;
  return { organisation, ...same, entity: id, data_hash: dataHash };
}

function* inBatches<One>(all: readonly One[]): Generator<readonly One[]> {
  for (let from = 0; from < all.length; from += ROWS_AT_ONCE) yield all.slice(from, from + ROWS_AT_ONCE);
}
