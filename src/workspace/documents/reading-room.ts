import { type Limits, SERVER_LIMITS } from '../../reading/limits.ts';
import { type FolderReading, readFiles } from '../../reading/read-folder.ts';
import type { FileEntry } from '../../reading/read-one.ts';
import { WorkerPool } from '../../reading/worker-pool.ts';

/** Where a server reads files: a few at a time, in threads that are kept while there is work and let go when there is none. */
export type ReadingRoom = {
  readonly limits: Limits;
  /** Reads one file, with whatever stands inside it. The bytes are handed over. */
  readonly read: (file: FileEntry) => Promise<FolderReading>;
  readonly close: () => Promise<void>;
};

/** Threads cost memory; after this long without work they are let go. */
const IDLE_MILLISECONDS = 15_000;

export function openReadingRoom(limits: Limits = SERVER_LIMITS): ReadingRoom {
  const waiting: (() => void)[] = [];
  let pool: WorkerPool | undefined;
  let reading = 0;
  let closing: NodeJS.Timeout | undefined;

  async function read(file: FileEntry): Promise<FolderReading> {
    clearTimeout(closing);
    pool ??= new WorkerPool(limits);
    const room = pool;
    if (reading >= room.size) await new Promise<void>((resolve) => waiting.push(resolve));
    else reading += 1;
    try {
      const reading = await readFiles([file], { limits, pool: room });
      if (pool !== room) throw new Error(`Reading was stopped before "${file.path}" was read`);
      return reading;
    } finally {
      // Whoever waits longest takes the place over, so that nobody else can slip in between.
      const next = waiting.shift();
      if (next) next();
      else reading -= 1;
      if (reading === 0) closing = setTimeout(() => void close(), IDLE_MILLISECONDS).unref();
    }
  }

  async function close(): Promise<void> {
    clearTimeout(closing);
    const room = pool;
    pool = undefined;
    await room?.close();
  }

  return { limits, read, close };
}
