import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ArchivePart } from './archive-writer.ts';
import { errorCode, KeepingRefusal } from './keeping-problem.ts';

/** An opened archive. Nothing in it is believed: whoever reads names the parts it wants and says what they must be. */
export type ArchiveReader = {
  readonly names: ReadonlySet<string>;
  /** Bytes of all parts unpacked, as the archive claims; a part that turns out larger is refused. */
  readonly unpackedBytes: number;
  readonly bytesOf: (name: string) => number | undefined;
  /** Throws `KeepingRefusal` for a part that is not there or is damaged. */
  readonly open: (name: string) => Promise<Readable>;
  readonly text: (name: string, most: number) => Promise<string>;
  /** Every line of a part that holds JSON lines. */
  readonly lines: (name: string) => AsyncGenerator<{ readonly line: number; readonly value: unknown }>;
  /** Reads a part to its end; throws when it is not what the manifest says. */
  readonly check: (part: ArchivePart) => Promise<void>;
  readonly close: () => void;
};

const MOST_PARTS = 2_000_000;
/** Far beyond any row: the longest text of a field is 20,000 characters. */
const LONGEST_LINE = 32_000_000;

/** Opens an archive for reading. `allowed` says which names may stand in it; any other refuses the whole. */
export async function openArchive(file: string, allowed: RegExp): Promise<ArchiveReader> {
  const there = await stat(file).catch((error: unknown) => {
    throw new KeepingRefusal('cannot-read', `${file} could not be read`, error);
  });
  // A pipe would be waited for until somebody writes to it.
  if (!there.isFile()) throw new KeepingRefusal('cannot-read', `${file} could not be read: it is no ordinary file`);
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(
    (error: unknown) => {
      if (errorCode(error) !== undefined) throw new KeepingRefusal('cannot-read', `${file} could not be read`, error);
      throw notWhole(file, error);
    },
  );
  try {
    return readerOf(file, zip, await entriesOf(file, zip, allowed));
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(file: string, zip: ZipFile, allowed: RegExp): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    // Names that lead out of a folder are refused by the package before we see them, and by `allowed` again.
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (entries.size >= MOST_PARTS)
        throw new KeepingRefusal('damaged', `${file} holds more than ${MOST_PARTS.toLocaleString('en-GB')} parts`);
      if (!allowed.test(name))
        throw new KeepingRefusal('damaged', `${file} holds a part ${quoted(name)}, which does not belong there`);
      if (entries.has(name)) throw new KeepingRefusal('damaged', `${file} holds the part ${quoted(name)} twice`);
      if (entry.isEncrypted())
        throw new KeepingRefusal('damaged', `${file} is protected by a password; unpack it and pack it without one`);
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof KeepingRefusal) throw error;
    throw notWhole(file, error);
  }
  return entries;
}

function readerOf(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>): ArchiveReader {
  async function open(name: string): Promise<Readable> {
    const entry = entries.get(name);
    if (!entry) throw new KeepingRefusal('damaged', `${file} is not whole: the part ${quoted(name)} is missing`);
    return zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw damaged(file, name, error);
    });
  }

  async function* chunks(name: string): AsyncGenerator<Buffer> {
    const stream = await open(name);
    try {
      // A stream without encoding or object mode yields buffers.
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      throw damaged(file, name, error);
    }
  }

  async function text(name: string, most: number): Promise<string> {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of chunks(name)) {
      bytes += chunk.length;
      if (bytes > most) throw new KeepingRefusal('damaged', `${file}: the part ${quoted(name)} is far too large`);
      parts.push(chunk);
    }
    return decoded(Buffer.concat(parts), file, name);
  }

  async function* lines(name: string) {
    let line = 0;
    let rest: Buffer[] = [];
    let waiting = 0;
    for await (const chunk of chunks(name)) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, end));
        line += 1;
        yield { line, value: parsed(decoded(Buffer.concat(rest), file, name), line, file, name) };
        rest = [];
        waiting = 0;
        from = end + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
      waiting += chunk.length - from;
      if (waiting > LONGEST_LINE)
        throw new KeepingRefusal('damaged', `${file}: line ${line + 1} of ${quoted(name)} is far too long`);
    }
    if (waiting > 0) throw new KeepingRefusal('damaged', `${file}: ${quoted(name)} breaks off in line ${line + 1}`);
  }

  async function check({ name, bytes, sha256 }: ArchivePart): Promise<void> {
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of chunks(name)) {
      hash.update(chunk);
      read += chunk.length;
    }
    if (read !== bytes || hash.digest('hex') !== sha256)
      throw new KeepingRefusal('damaged', `${file}: the part ${quoted(name)} is not what it was when it was written`);
  }

  return {
    names: new Set(entries.keys()),
    unpackedBytes: [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0),
    bytesOf: (name) => entries.get(name)?.uncompressedSize,
    open,
    text,
    lines,
    check,
    close: () => zip.close(),
  };
}

function decoded(bytes: Buffer, file: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw damaged(file, name, error);
  }
}

function parsed(text: string, line: number, file: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KeepingRefusal('damaged', `${file}: line ${line} of ${quoted(name)} is not JSON`);
  }
}

function damaged(file: string, name: string, error: unknown): KeepingRefusal {
  if (error instanceof KeepingRefusal) return error;
  return new KeepingRefusal('damaged', `${file} is damaged: the part ${quoted(name)} cannot be unpacked`);
}

function notWhole(file: string, error: unknown): KeepingRefusal {
  const why = error instanceof Error && /invalid (?:relative|characters)|absolute path/i.test(error.message);
  return new KeepingRefusal(
    'not-an-archive',
    why
      ? `${file} holds a part whose name leads out of the folder it would be unpacked to; nothing of it was used`
      : `${file} is no archive of Perennial, or it is cut off or damaged`,
  );
}

/** Names come from outside: shown shortened and with what a terminal would obey made visible. */
function quoted(name: string): string {
  return JSON.stringify(name.length > 120 ? `${name.slice(0, 120)}…` : name);
}
