import { createHash, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Database } from '../../src/storage/database.ts';
import { createJournalStore } from '../../src/storage/journal-in-sql.ts';
import type { JournalStore } from '../../src/storage/journal-store.ts';
import { type KeptRecords, type KeptRecordsServices, keepRecords } from '../../src/workspace/kept-records.ts';
import { ON } from './gap-check-builder.ts';

/** What the program itself is wired with, on a fixed day. */
export function recordServices(database: Database): KeptRecordsServices {
  return {
    journal: createJournalStore(database),
    now: () => `${ON}T09:30:00.000Z`,
    today: () => ON,
    newId: () => newId(),
    salt: () => randomBytes(16).toString('hex'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

export type Keeping = { readonly journal: JournalStore; readonly records: KeptRecords };

/** Kept records as one process has them; two of these on one database are two processes. */
export function keepingOn(database: Database): Keeping {
  const services = recordServices(database);
  return { journal: services.journal, records: keepRecords(services) };
}
