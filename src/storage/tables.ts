import type { AccountTables } from './account-tables.ts';

/** The tables of migration 0001, as Kysely sees them. Ids and instants are text, JSON is text, booleans are 0 and 1 (ADR 20). */
export type JournalTables = {
  readonly journal_head: { organisation: string; created_at: string; seq: number; hash: string };
  readonly journal_entry: {
    organisation: string;
    seq: number;
    at: string;
    actor: string;
    action: string;
    kind: string;
    entity: string;
    data_hash: string;
    previous: string;
    hash: string;
  };
  readonly journal_payload: { organisation: string; seq: number; payload: string };
  readonly entity: {
    organisation: string;
    kind: string;
    id: string;
    /** Number of the journal entry that added it: the order of lists. */
    added: number;
    revision: number;
    data: string;
  };
  readonly remembered_answer: {
    organisation: string;
    key: string;
    request_hash: string;
    status: number;
    body: string;
    until: string;
  };
  readonly reading: { organisation: string; sha256: string; reader: string; content: string };
};

export type Tables = JournalTables & AccountTables;
