import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { PutResult, StoredFile } from './file-store.ts';

/** What receiving asks of an open file. `sync` ends only once the bytes are on the disk. */
export type ReceivingHandle = {
  readonly write: (bytes: Uint8Array) => Promise<{ readonly bytesWritten: number }>;
  readonly sync: () => Promise<void>;
  readonly stat: () => Promise<{ readonly ino: number }>;
  readonly close: () => Promise<void>;
};

export type PutProblem = Extract<PutResult, { ok: false }>['problem'];

/** Bytes written to a file and synced to the disk; `ino` tells the file from another that takes its place. */
export type Received =
  | { readonly ok: true; readonly file: StoredFile; readonly ino: number }
  | { readonly ok: false; readonly problem: PutProblem };

/**
 * Writes a stream into an open file up to its end, hashing and counting on the way, then syncs and closes the file. Past `most` bytes it
 * gives up and leaves the rest of the stream unread, for the caller to drain or destroy. Whatever went wrong, the file is
 * closed; taking it away is the caller's part.
 */
export async function receive(stream: Readable, handle: ReceivingHandle, most: number): Promise<Received> {
  try {
    const received = await writeAll(stream, handle, most);
    if (!received.ok) return received;
    await handle.sync();
    const { ino } = await handle.stat();
    return { ...received, ino };
  } catch (error) {
    return { ok: false, problem: diskProblem(error) };
  } finally {
    // The bytes are synced, or not wanted: what a close could still complain of concerns neither.
    await handle.close().catch(() => {});
  }
}

type Written = { readonly ok: true; readonly file: StoredFile } | { readonly ok: false; readonly problem: PutProblem };

async function writeAll(stream: Readable, handle: ReceivingHandle, most: number): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks = stream.iterator({ destroyOnReturn: false });
  for (;;) {
    const next = await nextOf(chunks);
    if (next === 'broken-off')
      return { ok: false, problem: { type: 'broken-off', message: 'The upload broke off. Try again' } };
    if (next === 'end') return { ok: true, file: { sha256: hash.digest('hex'), bytes } };
    bytes += next.length;
    if (bytes > most) {
      await chunks.return?.();
      return { ok: false, problem: { type: 'too-large', message: `The file must be ${megabytes(most)} or smaller` } };
    }
    hash.update(next);
    await writeWhole(handle, next);
  }
}

/** Errors of the stream are the sender's; those of the disk are thrown elsewhere and told apart by that. */
async function nextOf(chunks: AsyncIterator<unknown>): Promise<Uint8Array | 'end' | 'broken-off'> {
  try {
    const next = await chunks.next();
    if (next.done) return 'end';
    return next.value instanceof Uint8Array ? next.value : Buffer.from(String(next.value));
  } catch {
    return 'broken-off';
  }
}

/** A write may take fewer bytes than it was given, as on a disk that is nearly full. */
async function writeWhole(handle: ReceivingHandle, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.write(rest);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' });
    rest = rest.subarray(bytesWritten);
  }
}

/** What a disk's error means to the person whose file it was. */
export function diskProblem(error: unknown): PutProblem {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      type: 'no-space',
      message: 'There is no room left where files are kept. Nothing of the file was kept. Try again once there is room',
    };
  return {
    type: 'failed',
    message: `The file could not be written (${code ?? 'unknown fault'}). Nothing of it was kept. Try again`,
  };
}

export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000
    ? `${Math.floor(bytes / 100_000) / 10}\u00a0MB`
    : `${bytes.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
