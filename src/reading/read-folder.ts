import { setImmediate as nextTurn } from 'node:timers/promises';
import type { UnreadableFile } from '../record/document.ts';
import { extensionOf } from './formats/sniff-format.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { isOwnOutput } from './own-output.ts';
import { byCodePoint, type FoundFile, fileBytes, listFolder, type SkippedFile } from './read-folder-walk.ts';
import { type FileEntry, freePath, type ReadFile, type ReadOutcome, readOne, unread } from './read-one.ts';
import { WorkerPool } from './worker-pool.ts';

export type ReadOptions = {
  readonly limits?: Limits;
  /** Called after each file of the folder, with how many are done, how many there are, and the path of this one. */
  readonly onProgress?: (done: number, total: number, path: string) => void;
  /** Threads to read in, left running afterwards. Left out: some are started and ended again. */
  readonly pool?: WorkerPool;
};

/** Everything in a folder, sorted by path. Files inside archives and mails stand under `archive.zip/…` and `mail.eml/…`. */
export type FolderReading = {
  readonly documents: readonly ReadFile[];
  readonly unreadable: readonly UnreadableFile[];
  readonly skipped: readonly SkippedFile[];
};

/** Reads every document of a folder. Rejects only when the folder itself cannot be opened. */
export async function readFolder(path: string, options: ReadOptions = {}): Promise<FolderReading> {
  const { files, unreadable, skipped } = listFolder(path);
  const limits = options.limits ?? DEFAULT_LIMITS;
  const sources = files.map(
    (file): Source => ({ path: file.path, size: file.bytes, load: () => fileBytes(file.location, limits) }),
  );
  const reading = await readSources(sources, limits, options);
  return {
    ...reading,
    unreadable: [...unreadable, ...reading.unreadable].sort(byPath),
    skipped: [...skipped, ...reading.skipped].sort(byPath),
  };
}

/** Reads files already in memory, such as an upload. Their bytes are handed over and must not be used afterwards. */
export async function readFiles(files: readonly FileEntry[], options: ReadOptions = {}): Promise<FolderReading> {
  const taken = new Set<string>();
  const sources = files.map(({ path, bytes }): Source => {
    return {
      path: freePath(path.normalize('NFC').replaceAll('\\', '/'), taken),
      size: bytes.length,
      load: () => bytes,
    };
  });
  return readSources(sources, options.limits ?? DEFAULT_LIMITS, options);
}

type Source = { readonly path: string; readonly size: number; readonly load: () => Uint8Array<ArrayBuffer> };

/** Text this small is read at once; a worker would take longer to start. Longer or odder text goes to a worker, which can be ended. */
const LIGHT_BYTES = 256_000;
const LIGHT_LINE = 20_000;
const LIGHT = new Set(['md', 'markdown', 'txt', 'csv', 'tsv']);
/** How long this thread reads before it lets others have their turn. */
const SLICE_MILLISECONDS = 12;

async function readSources(
  sources: readonly Source[],
  limits: Limits,
  { onProgress, pool: given }: ReadOptions,
): Promise<FolderReading> {
  const documents: ReadFile[] = [];
  const unreadable: UnreadableFile[] = [];
  const skipped: SkippedFile[] = [];
  const pool = given ?? new WorkerPool(limits);
  const heavy = sources.filter((source) => !isLight(source.path, source.size));
  let done = 0;
  const finish = async (source: Source, read: (entry: FileEntry) => Promise<ReadOutcome>) => {
    const allowance = { limits, left: limits.expandedBytes };
    const outcome = await outcomeOf(source, read);
    if (outcome === 'own output') skipped.push({ path: source.path, reason: 'a report of this program' });
    else await readThrough(outcome, allowance, pool, documents, unreadable);
    onProgress?.(++done, sources.length, source.path);
  };
  const lanes = () =>
    Array.from({ length: Math.min(pool.size, heavy.length) }, async () => {
      for (let source = heavy.shift(); source; source = heavy.shift())
        await finish(source, (entry) => pool.read(entry, limits));
    });
  try {
    const running = lanes();
    let sliceEnd = performance.now() + SLICE_MILLISECONDS;
    for (const source of sources.filter(({ path, size }) => isLight(path, size))) {
      await finish(source, async (entry) => {
        if (hasShortLines(entry.bytes)) return readOne(entry.path, entry.bytes, limits);
        return pool.read(entry, limits);
      });
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MILLISECONDS;
    }
    await Promise.all(running);
  } finally {
    if (given === undefined) await pool.close();
  }
  return { documents: documents.sort(byPath), unreadable: unreadable.sort(byPath), skipped: skipped.sort(byPath) };
}

function isLight(path: string, size: number): boolean {
  return size <= LIGHT_BYTES && LIGHT.has(extensionOf(path));
}

async function outcomeOf(
  source: Source,
  read: (entry: FileEntry) => Promise<ReadOutcome>,
): Promise<ReadOutcome | 'own output'> {
  try {
    const bytes = source.load();
    return isOwnOutput(bytes) ? 'own output' : await read({ path: source.path, bytes });
  } catch (error) {
    return unread(source.path, source.size, error);
  }
}

/** What is left for everything that comes out of one file: levels of archives, and bytes unpacked. */
type Allowance = { readonly limits: Limits; left: number };

/** Keeps an outcome and reads what was found inside the file, to the depth and size that are left. */
async function readThrough(
  outcome: ReadOutcome,
  allowance: Allowance,
  pool: WorkerPool,
  documents: ReadFile[],
  unreadable: UnreadableFile[],
): Promise<void> {
  documents.push(...outcome.documents);
  unreadable.push(...outcome.unreadable);
  for (const { bytes } of outcome.inside) allowance.left -= bytes.length;
  for (const entry of outcome.inside) {
    const deeper: Limits = {
      ...allowance.limits,
      archiveDepth: allowance.limits.archiveDepth - 1,
      expandedBytes: Math.max(0, allowance.left),
    };
    const light = isLight(entry.path, entry.bytes.length) && hasShortLines(entry.bytes);
    const read = light ? await readOne(entry.path, entry.bytes, deeper) : await pool.read(entry, deeper);
    const inner = { limits: deeper, left: allowance.left };
    await readThrough(read, inner, pool, documents, unreadable);
    allowance.left = inner.left;
  }
}

function hasShortLines(bytes: Uint8Array): boolean {
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (end - start > LIGHT_LINE) return false;
    start = end + 1;
  }
  return bytes.length - start <= LIGHT_LINE;
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return byCodePoint(a.path, b.path);
}

export type { FileEntry, FoundFile, ReadFile, SkippedFile };
