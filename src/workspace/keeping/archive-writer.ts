import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, link, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { errorCode, KeepingRefusal } from './keeping-problem.ts';

/** One part of an archive, as its manifest names it. */
export type ArchivePart = { readonly name: string; readonly bytes: number; readonly sha256: string };

export type ArchiveWriter = {
  /** Adds a part and answers once all of it has been read, with what went in. A part that throws spoils the archive. */
  readonly add: (
    name: string,
    content: AsyncIterable<Uint8Array | string>,
    squeeze?: 'squeeze',
  ) => Promise<ArchivePart>;
};

export type ArchiveSettings = {
  /** Replaces a file of that name; without it, one that is there is left alone. */
  readonly force: boolean;
  /** One that cannot be found out from outside, for the name it has until it is whole. */
  readonly unfinishedName: string;
};

/**
 * Writes a ZIP of any size (ZIP64 where it needs to be): under another name in the same folder, readable by its owner only, flushed, and only then given
 * its name. Whatever goes wrong, there is no file of that name that was not there before.
 */
export async function writeArchive<Result>(
  file: string,
  { force, unfinishedName }: ArchiveSettings,
  fill: (archive: ArchiveWriter) => Promise<Result>,
): Promise<Result> {
  const target = resolve(file);
  const there = await stat(target).catch(() => undefined);
  if (there && !force) throw taken(file);
  // What is put in the place of a folder or a device would destroy it.
  if (there && !there.isFile()) throw new KeepingRefusal('exists', `${file} is no ordinary file; choose another name`);
  const unfinished = `${target}.${unfinishedName}.unfinished`;
  const handle = await open(unfinished, 'wx', 0o600).catch((error: unknown) => {
    throw cannotWrite(file, error);
  });
  try {
    const result = await zipInto(createWriteStream('', { fd: handle.fd, autoClose: false }), fill);
    await publish(handle, unfinished, target, { file, force });
    return result;
  } catch (error) {
    await handle.close().catch(() => {});
    await unlink(unfinished).catch(() => {});
    throw error instanceof ArchiveFault ? cannotWrite(file, error.cause) : error;
  }
}

async function publish(
  handle: FileHandle,
  unfinished: string,
  target: string,
  { file, force }: { readonly file: string; readonly force: boolean },
): Promise<void> {
  try {
    await handle.sync();
    await handle.close();
    await (force ? rename(unfinished, target) : giveName(unfinished, target, file));
    await flushFolder(dirname(target));
  } catch (error) {
    throw error instanceof KeepingRefusal ? error : new ArchiveFault('not published', { cause: error });
  }
}

/** A fault of the file that is written, told apart from those of what goes into it. */
class ArchiveFault extends Error {}

async function zipInto<Result>(
  output: NodeJS.WritableStream,
  fill: (archive: ArchiveWriter) => Promise<Result>,
): Promise<Result> {
  const zip = new ZipFile();
  const stop = new AbortController();
  let fault: unknown;
  const written = pipeline(zip.outputStream, output, { signal: stop.signal }).catch((error: unknown) => {
    fault ??= error;
    stop.abort();
  });
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(new ArchiveFault('not written', { cause: fault })));
  });
  stopped.catch(() => {});
  zip.on('error', (error: unknown) => {
    fault ??= error;
    stop.abort();
  });
  try {
    const result = await fill({
      add: (name, content, squeeze) => Promise.race([addPart(zip, name, content, squeeze !== undefined), stopped]),
    });
    zip.end();
    await written;
    if (stop.signal.aborted) throw new ArchiveFault('not written', { cause: fault });
    return result;
  } catch (error) {
    stop.abort();
    await written;
    throw error;
  }
}

function addPart(
  zip: ZipFile,
  name: string,
  content: AsyncIterable<Uint8Array | string>,
  compress: boolean,
): Promise<ArchivePart> {
  return new Promise((done, failed) => {
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted() {
      try {
        for await (const chunk of content) {
          const block = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
          hash.update(block);
          bytes += block.length;
          yield block;
        }
        done({ name, bytes, sha256: hash.digest('hex') });
      } catch (error) {
        failed(error);
        throw error;
      }
    }
    // Sizes are not known beforehand, so each part may turn out to need ZIP64. The date is fixed: an archive says when it was made in its manifest.
    zip.addReadStream(Readable.from(counted(), { objectMode: false }), name, {
      compress,
      forceZip64Format: true,
      mode: 0o100600,
      mtime: EPOCH,
    });
  });
}

/** The earliest date that every ZIP program can show. */
const EPOCH = new Date('1980-01-02T00:00:00Z');

/** As `rename`, but never over a file that has come there meanwhile. */
async function giveName(unfinished: string, target: string, file: string): Promise<void> {
  try {
    await link(unfinished, target);
    await unlink(unfinished);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw taken(file);
    // Some file systems know no second name for one file.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error) ?? '')) throw error;
    if (await isThere(target)) throw taken(file);
    await rename(unfinished, target);
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function taken(file: string): KeepingRefusal {
  return new KeepingRefusal(
    'exists',
    `${file} is there already and was left as it is; choose another name, or give --force`,
  );
}

function cannotWrite(file: string, error: unknown): KeepingRefusal {
  return new KeepingRefusal('cannot-write', `${file} could not be written`, error);
}
