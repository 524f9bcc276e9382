import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { Limits } from '../limits.ts';
import { UnreadableError } from './unreadable-error.ts';

/** Unpacked bytes still allowed; shared by everything that came out of one file. */
export type Budget = { left: number };

export type ZipEntry = {
  /** As the archive names it, with forward slashes; not yet checked. */
  readonly name: string;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  /** The unpacked bytes. Throws `UnreadableError` when damaged, or beyond the limits whatever size the archive claims. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
};

const SMALL = 1_000_000;

/** Lists the files of a ZIP held in memory. Throws `UnreadableError` for a damaged archive and for one with too many entries. */
export async function openZip(bytes: Uint8Array, limits: Limits, budget: Budget): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      if (entries.length >= limits.archiveEntries) {
        const most = limits.archiveEntries.toLocaleString('en-GB');
        throw new UnreadableError(
          'too-large',
          `It holds more than ${most} files. Unpack it and put the folder here instead.`,
        );
      }
      entries.push({
        name,
        encrypted: entry.isEncrypted(),
        symlink: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
        read: () => unpack(zip, entry, limits, budget),
      });
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('broken', 'It is damaged or cut off, so it cannot be unpacked.', { cause: error });
  }
  return entries;
}

function nameOf(entry: Entry): string {
  // With `decodeStrings` off, yauzl hands the raw bytes on in `fileNameRaw` and leaves unsafe names to be judged one by one.
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return name.replaceAll('\\', '/');
}

async function unpack(zip: ZipFile, entry: Entry, limits: Limits, budget: Budget): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  const allowed = Math.max(SMALL, entry.compressedSize * limits.expansionRatio);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      // A stream without encoding or object mode yields buffers.
      const buffer = chunk as Buffer;
      size += buffer.length;
      budget.left -= buffer.length;
      if (size > allowed) {
        throw new UnreadableError(
          'hostile',
          'It unpacks to far more than its own size, as only a file made to do harm does.',
        );
      }
      if (budget.left < 0) {
        const megabytes = Math.round(limits.expandedBytes / 1e6);
        throw new UnreadableError(
          'too-large',
          `It unpacks to more than ${megabytes} MB. Unpack it and put the folder here instead.`,
        );
      }
      chunks.push(buffer);
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('broken', 'It is damaged, so it cannot be unpacked.', { cause: error });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
