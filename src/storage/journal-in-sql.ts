import type { Transaction } from 'kysely';
import { GENESIS, type JournalEntry, type Payload } from '../record/journal.ts';
import type { Database } from './database.ts';
import { append, HeadMoved } from './journal-append.ts';
import type { JournalFilter, JournalStore, StoredEntry } from './journal-store.ts';
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

    heads: async (organisations) => {
      if (organisations.length === 0) return new Map();
      const rows = await read
        .selectFrom('journal_head')
        .select(['organisation', 'seq', 'hash'])
        .where('organisation', 'in', organisations)
        .execute();
      return new Map(rows.map(({ organisation, ...head }) => [organisation, head]));
    },

    whileNobodyAppends: (organisation, work) =>
      forOrganisation(organisation, async (transaction) => {
        // Every append changes this row first, and waits for whoever holds it.
        await transaction
          .updateTable('journal_head')
          .set(({ ref }) => ({ seq: ref('seq') }))
          .where('organisation', '=', organisation)
          .execute();
        return work();
      }),

    seqAt: (organisation, instant) =>
      readingOrganisation(organisation, async (transaction) => {
        const row = await transaction
          .selectFrom('journal_entry')
          .select('seq')
          .where('organisation', '=', organisation)
          .where('at', '<=', instant)
          // From the end on: what is asked for is nearly always recent.
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst();
        return Number(row?.seq ?? 0);
      }),

    append: async (organisation, expected, sealed, extras) => {
      try {
        const head = await forOrganisation(organisation, (transaction) =>
          append(transaction, organisation, expected, sealed, extras),
        );
        if (sealed.some(({ entry }) => entry.action === 'erase')) await database.wipeDeleted();
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

    entriesBefore: (organisation, seq, limit, only = {}) =>
      readingOrganisation(organisation, async (transaction) =>
        (
          await entries(transaction, organisation)
            .where('journal_entry.seq', '<', seq)
            .$call((query) => wanted(query, only))
            .orderBy('journal_entry.seq', 'desc')
            .limit(limit)
            .execute()
        ).map(storedEntry),
      ),

    actorsAfter: (organisation, seq) =>
      readingOrganisation(organisation, async (transaction) => {
        const rows = await transaction
          .selectFrom('journal_entry')
          .select(({ fn }) => ['actor', fn.countAll().as('entries')])
          .where('organisation', '=', organisation)
          .where('seq', '>', seq)
          .groupBy('actor')
          .execute();
        return new Map(rows.map(({ actor, entries: count }) => [actor, Number(count)]));
      }),

    dataBefore: (organisation, seqs) =>
      readingOrganisation(organisation, async (transaction) => {
        if (seqs.length === 0) return new Map();
        const rows = await transaction
          .selectFrom('journal_entry as removal')
          .innerJoin('journal_payload as last', (join) =>
            join.onRef('last.organisation', '=', 'removal.organisation').on(({ eb, selectFrom }) =>
              eb(
                'last.seq',
                '=',
                selectFrom('journal_entry as own')
                  .select(({ fn }) => fn.max('own.seq').as('seq'))
                  .whereRef('own.organisation', '=', 'removal.organisation')
                  .whereRef('own.kind', '=', 'removal.kind')
                  .whereRef('own.entity', '=', 'removal.entity')
                  .whereRef('own.seq', '<', 'removal.seq'),
              ),
            ),
          )
          .select(['removal.seq', 'last.payload'])
          .where('removal.organisation', '=', organisation)
          .where('removal.seq', 'in', seqs)
          .execute();
        // Only `append` writes payloads.
        return new Map(rows.map(({ seq, payload }) => [seq, (JSON.parse(payload) as Payload).data]));
      }),

    history: (organisation, kind, id) =>
      readingOrganisation(organisation, async (transaction) =>
        (
          await entries(transaction, organisation)
            // Numbers first: asked for kind and entity at once, SQLite goes through the whole journal in their order.
            .where('journal_entry.seq', 'in', (query) =>
              query
                .selectFrom('journal_entry as own')
                .select('own.seq')
                .where('own.organisation', '=', organisation)
                .where('own.kind', '=', kind)
                .where('own.entity', '=', id),
            )
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
          // Asked for row by row: for a join, PostgreSQL reads the whole journal. Every row has its entry.
          .select(({ selectFrom }) =>
            selectFrom('journal_entry')
              .select('at')
              .whereRef('journal_entry.organisation', '=', 'entity.organisation')
              .whereRef('journal_entry.seq', '=', 'entity.revision')
              .$asScalar()
              .$notNull()
              .as('revisedAt'),
          )
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

    marks: async (organisation, keys, now) => {
      if (keys.length === 0) return new Map();
      const rows = await readingOrganisation(organisation, (transaction) =>
        transaction
          .selectFrom('remembered_answer')
          .select(['key', 'body'])
          .where('organisation', '=', organisation)
          .where('key', 'in', keys)
          .where('until', '>', now)
          .execute(),
      );
      return new Map(rows.map(({ key, body }) => [key, body]));
    },

    listOrganisations: async () =>
      (await read.selectFrom('journal_head').select('organisation').orderBy('organisation').execute()).map(
        (row) => row.organisation,
      ),
  };
}

function wanted(query: ReturnType<typeof entries>, { after, kind, actor, action, from, before }: JournalFilter) {
  return query
    .$if(after !== undefined, (some) => some.where('journal_entry.seq', '>', after ?? 0))
    .$if(kind !== undefined, (some) => some.where('kind', '=', kind ?? ''))
    .$if(actor !== undefined, (some) => some.where('actor', '=', actor ?? ''))
    .$if(action !== undefined, (some) => some.where('action', '=', action ?? ''))
    .$if(from !== undefined, (some) => some.where('at', '>=', from ?? ''))
    .$if(before !== undefined, (some) => some.where('at', '<', before ?? ''));
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
