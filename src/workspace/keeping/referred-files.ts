import type { Readable } from 'node:stream';
import type { FileStore } from '../../storage/file-store.ts';
import type { StoredEntry } from '../../storage/journal-store.ts';
import { KeepingRefusal } from './keeping-problem.ts';

/** A file that a document in the record refers to, and the first entry that does. */
export type ReferredFile = { readonly sha256: string; readonly bytes: number; readonly seq: number };

/** The file that an entry refers to: past ones count, since the record can be looked at as it was on any day. */
export function fileReferredBy(kind: string, seq: number, data: unknown): ReferredFile | undefined {
  if (kind !== 'document' || typeof data !== 'object' || data === null) return undefined;
  const sha256: unknown = Reflect.get(data, 'sha256');
  const bytes: unknown = Reflect.get(data, 'bytes');
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && typeof bytes === 'number'
    ? { sha256, bytes, seq }
    : undefined;
}

/** Files by their hash, the first reference to each. */
export function collectFiles(files: Map<string, ReferredFile>, { entry, payload }: StoredEntry): void {
  const file = fileReferredBy(entry.kind, entry.seq, payload?.data);
  if (file && !files.has(file.sha256)) files.set(file.sha256, file);
}

/** The bytes of a file in the store; undefined when it is not there. Throws `KeepingRefusal` when the store does not give them. */
export async function contentOf(
  store: FileStore,
  organisation: string,
  sha256: string,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const unread = (error: unknown) =>
    new KeepingRefusal('cannot-read', `The file ${sha256} of organisation ${organisation} could not be read`, error);
  const stream = await store.open(organisation, sha256).catch((error: unknown) => {
    throw unread(error);
  });
  return stream && read(stream);

  async function* read(bytes: Readable) {
    try {
      // A stream of bytes without encoding yields buffers.
      for await (const chunk of bytes) yield chunk as Buffer;
    } catch (error) {
      throw unread(error);
    }
  }
}
