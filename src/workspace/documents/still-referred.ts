import type { FileStore } from '../../storage/file-store.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { fileReferredBy } from '../keeping/referred-files.ts';

const BATCH = 500;

/**
 * Whether any entry ever made for a document still names a file, be the document withdrawn, removed or another one by now: the
 * record can be looked at as it was on any day. Reads the whole journal, so it is for what seldom happens.
 */
async function isStillReferred(
  journal: Pick<JournalStore, 'entriesAfter'>,
  organisation: string,
  sha256: string,
): Promise<boolean> {
  for (let seq = 0; ; ) {
    const entries = await journal.entriesAfter(organisation, seq, BATCH);
    for (const { entry, payload } of entries) {
      if (fileReferredBy(entry.kind, entry.seq, payload?.data)?.sha256 === sha256) return true;
      seq = entry.seq;
    }
    if (entries.length < BATCH) return false;
  }
}

/**
 * Takes a file away unless an entry names it. No other process can add one in between: whoever adds a document looks whether its
 * file is there in the same step as the entry.
 */
export function removeUnreferred(
  {
    files,
    journal,
  }: { readonly files: FileStore; readonly journal: Pick<JournalStore, 'entriesAfter' | 'whileNobodyAppends'> },
  organisation: string,
  sha256: string,
): Promise<boolean> {
  return journal.whileNobodyAppends(organisation, async () => {
    if (await isStillReferred(journal, organisation, sha256)) return false;
    await files.remove(organisation, sha256);
    return true;
  });
}
