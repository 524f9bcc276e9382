import type { Day } from '../../record/day.ts';
import type { Instant } from '../../record/holdings.ts';
import type { JournalEntry, Payload } from '../../record/journal.ts';
import type { Accounts } from '../../workspace/accounts/create-accounts.ts';
import type { Documents } from '../../workspace/documents/documents.ts';
import type { KeptRecords } from '../../workspace/kept-records.ts';
import type { Standings } from '../../workspace/standing/standing.ts';
import type { Route } from '../route.ts';

export type RecordRouteServices = {
  readonly accounts: Accounts;
  readonly records: KeptRecords;
  readonly documents: Documents;
  readonly standings: Standings;
  /** A page of the journal, newest first. */
  readonly entriesBefore: (
    organisation: string,
    seq: number,
    limit: number,
  ) => Promise<readonly { readonly entry: JournalEntry; readonly payload: Payload | undefined }[]>;
  readonly now: () => Instant;
  readonly today: () => Day;
  readonly uploadBytes: number;
};

/** The record of an organisation: where it stands, its items, documents, registers and journal. */
export function recordRoutes(_services: RecordRouteServices): readonly Route[] {
  return [];
}
