import type { Transaction } from 'kysely';
import type { Instant } from '../record/holdings.ts';
import type { Head, JournalEntry, Payload, SealedEntry } from '../record/journal.ts';
import type { Entity } from '../record/kinds/kind.ts';
import type { Tables } from './tables.ts';

/** An entry as it lies in the store; the payload is undefined once it has been lawfully erased. */
export type StoredEntry = { readonly entry: JournalEntry; readonly payload: Payload | undefined };

/** An answer already given under an idempotency key, to be given again. */
export type RememberedAnswer = {
  /** Hash of the request the key was first used with. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
};

/** An answer with the key that it is found by, and until when. */
export type Remembering = { readonly key: string; readonly answer: RememberedAnswer; readonly until: Instant };

/** What is written together with the entries, in the same transaction. */
export type AppendExtras = {
  readonly remember?: Remembering;
  /** What these entries are together, such as one import; found like an answer. */
  readonly mark?: Remembering;
  /** Begins the journal of a new organisation with these entries. */
  readonly begin?: Instant;
  /** What the entries tell of, outside the journal: both are done or neither. What it throws undoes the entries too. */
  readonly also?: (transaction: Transaction<Tables>) => Promise<void>;
};

export type AppendResult =
  | { readonly ok: true; readonly head: Head }
  /** Somebody else appended first: read on from your head, decide again. Nothing was written. Without a head the journal is gone. */
  | { readonly ok: false; readonly problem: { readonly type: 'head-moved'; readonly head: Head | undefined } };

/** What somebody wants to see of a journal; whatever is left out is not looked at. */
export type JournalFilter = {
  /** Only entries after this one. */
  readonly after?: number;
  readonly kind?: string;
  readonly actor?: string;
  readonly action?: string;
  /** Made at this instant or later. */
  readonly from?: Instant;
  /** Made before this instant. */
  readonly before?: Instant;
};

/**
 * The journals of all organisations and the current rows beside them. Every method on customer data takes the organisation.
 * When `append` has answered ok, its entries are on disk for good.
 */
export type JournalStore = {
  /** Begins the journal of a new organisation. */
  readonly create: (organisation: string, at: Instant) => Promise<void>;
  /** One indexed read. Undefined: there is no such organisation. */
  readonly head: (organisation: string) => Promise<Head | undefined>;
  /** The heads of several organisations in one read; those that are not there are left out. */
  readonly heads: (organisations: readonly string[]) => Promise<ReadonlyMap<string, Head>>;
  /** The last entry that was made by an instant, whatever clocks said in between; 0 when there was none. */
  readonly seqAt: (organisation: string, instant: Instant) => Promise<number>;
  /** Does something while nobody, in whatever process, appends to the organisation's journal. */
  readonly whileNobodyAppends: <T>(organisation: string, work: () => Promise<T>) => Promise<T>;
  /** Appends entries that were sealed upon `expected`, and brings the current rows up to date, as one transaction. Payloads that an `erase` entry takes away are deleted in it. */
  readonly append: (
    organisation: string,
    expected: Head,
    sealed: readonly SealedEntry[],
    extras?: AppendExtras,
  ) => Promise<AppendResult>;
  /** Entries after `seq` in order, at most `limit`. */
  readonly entriesAfter: (organisation: string, seq: number, limit: number) => Promise<readonly StoredEntry[]>;
  /** Entries before `seq` with the newest first, at most `limit`: for a page of the journal. */
  readonly entriesBefore: (
    organisation: string,
    seq: number,
    limit: number,
    only?: JournalFilter,
  ) => Promise<readonly StoredEntry[]>;
  /** Who made how many entries after `seq`. */
  readonly actorsAfter: (organisation: string, seq: number) => Promise<ReadonlyMap<string, number>>;
  /**
   * For entries that removed something: what it said last, by the entry's number, in one read. What has been erased is left
   * out.
   */
  readonly dataBefore: (organisation: string, seqs: readonly number[]) => Promise<ReadonlyMap<number, unknown>>;
  /** Every entry about one entity, oldest first. */
  readonly history: (organisation: string, kind: string, id: string) => Promise<readonly StoredEntry[]>;
  /** The current rows in the order they were added and the head they stand at, as one consistent reading. */
  readonly current: (
    organisation: string,
  ) => Promise<{ readonly head: Head; readonly entities: readonly Entity[] } | undefined>;
  readonly remembered: (organisation: string, key: string, now: Instant) => Promise<RememberedAnswer | undefined>;
  /** What was written under several keys, in one read; those that are not there any more are left out. */
  readonly marks: (organisation: string, keys: readonly string[], now: Instant) => Promise<ReadonlyMap<string, string>>;
  readonly listOrganisations: () => Promise<readonly string[]>;
};
