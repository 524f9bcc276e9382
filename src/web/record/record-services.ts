import type { Readable } from 'node:stream';
import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { JournalEntry, Payload } from '../../record/journal.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import type { Documents } from '../../workspace/documents/documents.ts';
import type { KeptRecords } from '../../workspace/kept-records.ts';
import type { Notices } from '../../workspace/notices.ts';
import type { GivenTables } from '../../workspace/registers/given-tables.ts';
import type { ImportMade } from '../../workspace/registers/take-back.ts';
import type { Standings } from '../../workspace/standing/standing.ts';
import type { Visits } from '../../workspace/visits.ts';

/** What of a journal somebody wants to see; see `JournalFilter` of the store. */
export type JournalOnly = {
  readonly after?: number;
  readonly kind?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly from?: Instant;
  readonly before?: Instant;
};

export type RecordRouteServices = {
  readonly accounts: Accounts;
  readonly records: KeptRecords;
  readonly documents: Documents;
  readonly standings: Standings;
  readonly visits: Visits;
  readonly notices: Notices;
  /** The tables of a file, which is kept nowhere. */
  readonly readTables: (path: string, stream: Readable) => Promise<GivenTables>;
  /** Entries before a number, the newest first, at most so many. The payload is undefined once it has been erased. */
  readonly entriesBefore: (
    organisation: string,
    seq: number,
    limit: number,
    only?: JournalOnly,
  ) => Promise<readonly { readonly entry: JournalEntry; readonly payload: Payload | undefined }[]>;
  /** What removed things said last, by the numbers of the entries that removed them; what was erased is left out. */
  readonly dataBefore: (organisation: string, seqs: readonly number[]) => Promise<ReadonlyMap<number, unknown>>;
  /** The imports whose last entries of the journal have these numbers, as long as they can be taken back. */
  readonly importsEnding: (organisation: string, seqs: readonly number[]) => Promise<readonly ImportMade[]>;
  /** Who made how many entries of the journal after one. */
  readonly actorsAfter: (organisation: string, seq: number) => Promise<ReadonlyMap<string, number>>;
  readonly now: () => Instant;
  readonly today: () => Day;
  /** Size of the largest file that is kept, in bytes. */
  readonly uploadBytes: number;
};
