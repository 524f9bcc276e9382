import { Readable } from 'node:stream';
import type { Seat, Visitor } from '../../workspace/accounts/accounts.ts';
import type { OnProgress } from '../../workspace/check-folder.ts';
import type { Documents, Kept } from '../../workspace/documents/documents.ts';
import type { UploadedFile } from './receive-upload.ts';

/** Keeps the files of a gap check in an organisation, one after the other. A file that is refused does not stop the rest. */
export async function keepFiles(
  documents: Pick<Documents, 'keep'>,
  { organisation }: Seat,
  { account }: Visitor,
  files: readonly UploadedFile[],
  onProgress: OnProgress,
): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const [position, { path, bytes }] of files.entries()) {
    const stream = Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
    const incoming = { path, stream, source: 'gap-check' as const, collector: account.name };
    kept.push(...(await documents.keep(organisation, `account:${account.id}`, incoming)));
    onProgress({ done: position + 1, total: files.length, path });
  }
  return kept;
}
