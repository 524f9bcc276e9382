import { Readable } from 'node:stream';
import { listOf } from '../../src/record/holdings.ts';
import { document } from '../../src/record/kinds/document.ts';
import type { Database } from '../../src/storage/database.ts';
import { createDiskFiles } from '../../src/storage/file-disk.ts';
import type { FileStore } from '../../src/storage/file-store.ts';
import { createReadingStore } from '../../src/storage/reading-store.ts';
import { createDocuments, type Documents, type DocumentsServices } from '../../src/workspace/documents/documents.ts';
import type { KeptDocument } from '../../src/workspace/documents/kept-document.ts';
import { type KeptRecords, keepRecords } from '../../src/workspace/kept-records.ts';
import { recordServices } from './kept-records.ts';

/** Documents of one process, with what stands behind them. */
export type KeepingDocuments = {
  readonly documents: Documents;
  readonly files: FileStore;
  readonly records: KeptRecords;
  /** Every document of an organisation as it stands. */
  readonly kept: (organisation: string) => Promise<readonly KeptDocument[]>;
};

/** Documents on a database, with their files in a folder; two of these on one database are two processes. */
export function documentsOn(database: Database, dir: string, over: Partial<DocumentsServices> = {}): KeepingDocuments {
  const services = { ...recordServices(database), ...(over.now && { now: over.now }) };
  const records = keepRecords(services);
  const { files = createDiskFiles(dir) } = over;
  const documents = createDocuments({
    files,
    records,
    journal: services.journal,
    mayUpload: async () => true,
    readings: createReadingStore(database),
    now: services.now,
    today: services.today,
    uploadBytes: 50_000_000,
    readerVersion: 'test',
    ...over,
  });
  return {
    documents,
    files,
    records,
    kept: async (organisation) => {
      const record = await records.open(organisation);
      return record ? listOf(record.holdings, document) : [];
    },
  };
}

/** An upload of text or bytes in a few pieces. */
export function uploadOf(path: string, content: string | Uint8Array) {
  const bytes = Buffer.from(content);
  const middle = Math.floor(bytes.length / 2);
  const pieces = [bytes.subarray(0, middle), bytes.subarray(middle)].filter(({ length }) => length > 0);
  return { path, stream: Readable.from(pieces), source: 'upload' as const };
}
