import type { Day } from '../record/day.ts';
import type { Instant } from '../record/holdings.ts';
import type { JournalEntry } from '../record/journal.ts';
import type { Documents } from '../workspace/documents/documents.ts';
import type { KeptRecords } from '../workspace/kept-records.ts';
import type { Deed } from '../workspace/may.ts';
import type { Standings } from '../workspace/standing/standing.ts';

/** Who asks: the holder of a token. */
export type Caller = {
  /** Of the token. */
  readonly id: string;
  readonly organisation: string;
  readonly scopes: readonly Deed[];
};

/** An answer given before under an idempotency key. */
export type Remembered = { readonly requestHash: string; readonly status: number; readonly body: string };

/** What the API is wired with. */
export type ApiServices = {
  readonly version: string;
  readonly now: () => Instant;
  readonly today: () => Day;
  readonly records: KeptRecords;
  readonly journal: {
    readonly entriesAfter: (
      organisation: string,
      seq: number,
      limit: number,
    ) => Promise<readonly { readonly entry: JournalEntry }[]>;
    readonly remembered: (organisation: string, key: string, now: Instant) => Promise<Remembered | undefined>;
  };
  readonly documents: Pick<Documents, 'keep' | 'open'>;
  readonly standings: Pick<Standings, 'on' | 'at'>;
  /** Undefined for a token that is not known, has expired or was revoked. */
  readonly tokenOf: (bearer: string) => Promise<Caller | undefined>;
  /** Told of faults of ours, without anything a caller sent. */
  readonly complain: (text: string) => void;
  /** Size of the largest file, in bytes. */
  readonly uploadBytes: number;
  /** Whether it is reached over TLS. */
  readonly secure?: boolean;
  /** For one token, or for one address without any. Left out: 600. */
  readonly requestsPerMinute?: number;
};
