import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, opendir, readdir, rename, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isSha256, organisationStep } from './file-address.ts';
import { codeOf, diskProblem, type PutProblem, type ReceivingHandle, receive } from './file-receiving.ts';
import type { FileStore, PutResult, StoredFile } from './file-store.ts';
import { makeFolder } from './make-folder.ts';

/** The calls by which a file gets onto the disk, so that a test can let each of them fail. */
export type FileSystem = {
  /** Makes folders on the way; nobody but the server's own account may look into them. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Creates a file that must not be there yet. */
  readonly create: (file: string) => Promise<ReceivingHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Ends once the names in a folder are on the disk. */
  readonly syncFolder: (folder: string) => Promise<void>;
};

/** The real ones. */
export const DISK: FileSystem = {
  makeFolder: async (folder) => void makeFolder(folder),
  create: (file) => open(file, 'wx', 0o600),
  rename,
  syncFolder: async (folder) => {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

const INCOMING = '.incoming';

/**
 * Files on a disk, each at `ORGANISATION/ab/SHA256` below `dir`. A file is written under another name on the same disk and
 * synced before it is given its own, and its folders are synced before `put` answers. The same bytes are written anew each
 * time and take the older ones' place: what an earlier, failed sync may have left behind is never trusted.
 */
export function createDiskFiles(dir: string, fs: FileSystem = DISK): FileStore {
  const incoming = join(dir, INCOMING);
  /** Folders whose own names are known to be on the disk. */
  const durable = new Set<string>();
  sweepLeftovers(incoming);

  const addressOf = (organisation: string, sha256: string) =>
    join(dir, organisationStep(organisation), sha256.slice(0, 2), sha256);

  async function put(organisation: string, stream: Readable, most: number): Promise<PutResult> {
    organisationStep(organisation);
    const arriving = join(incoming, `${HERE}~${process.pid}~${randomUUID()}`);
    ARRIVING.add(arriving);
    try {
      await fs.makeFolder(incoming);
      const received = await receive(stream, await fs.create(arriving), most);
      if (!received.ok) return received;
      const { file } = received;
      const failed = await publish(arriving, addressOf(organisation, file.sha256));
      return failed ? { ok: false, problem: failed } : { ok: true, file };
    } catch (error) {
      return { ok: false, problem: diskProblem(error) };
    } finally {
      await unlink(arriving).catch(() => {});
      ARRIVING.delete(arriving);
    }
  }

  /** Gives a synced file its name for good. */
  async function publish(arriving: string, place: string): Promise<PutProblem | undefined> {
    const folder = dirname(place);
    try {
      await fs.makeFolder(folder);
      await fs.rename(arriving, place);
      await fs.syncFolder(folder);
      for (const made of [folder, dirname(folder), dir]) {
        if (durable.has(made)) continue;
        await fs.syncFolder(dirname(made));
        durable.add(made);
      }
      return undefined;
    } catch (error) {
      // Whatever has that name has these bytes. Taking it away could take away what another upload was told is kept.
      return diskProblem(error);
    }
  }

  async function open_(organisation: string, sha256: string): Promise<Readable | undefined> {
    if (!isSha256(sha256)) return undefined;
    const handle = await unlessMissing(open(addressOf(organisation, sha256), 'r'));
    return handle?.createReadStream();
  }

  async function size(organisation: string, sha256: string): Promise<number | undefined> {
    if (!isSha256(sha256)) return undefined;
    return (await unlessMissing(stat(addressOf(organisation, sha256))))?.size;
  }

  async function* list(organisation: string): AsyncGenerator<StoredFile> {
    const own = join(dir, organisationStep(organisation));
    for (const step of ((await unlessMissing(readdir(own))) ?? []).sort()) {
      const folder = await unlessMissing(opendir(join(own, step)));
      if (!folder) continue;
      for await (const { name } of folder) {
        const bytes = isSha256(name) && name.startsWith(step) ? await size(organisation, name) : undefined;
        if (bytes !== undefined) yield { sha256: name, bytes };
      }
    }
  }

  async function remove(organisation: string, sha256: string): Promise<void> {
    if (!isSha256(sha256)) return;
    const place = addressOf(organisation, sha256);
    const gone = await unlessMissing(unlink(place).then(() => true));
    if (gone) await fs.syncFolder(dirname(place));
  }

  return { put, open: open_, size, list, remove };
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Files that this process is writing, so that opening the folder a second time does not sweep them. */
const ARRIVING = new Set<string>();
const HERE = hostname().replace(/[^\w.-]/g, '_');
/** No upload pauses for that long. */
const LEFT_MILLISECONDS = 3_600_000;

/** Takes away what uploads that broke off with their process have left: it was never acknowledged. */
function sweepLeftovers(incoming: string): void {
  try {
    const names = readdirSync(incoming);
    if (names.length === 0) return;
    const now = timeOfDisk(incoming);
    for (const name of names) {
      const file = join(incoming, name);
      const [host, pid] = name.split('~');
      const ended = host === HERE && (Number(pid) === process.pid ? !ARRIVING.has(file) : !isRunning(Number(pid)));
      if (ended || now - statSync(file).mtimeMs > LEFT_MILLISECONDS) rmSync(file, { force: true });
    }
  } catch {
    // There is none yet, or it cannot be read: leftovers cost room and nothing else.
  }
}

/** The disk's own clock, which is the one its files are dated by. */
function timeOfDisk(folder: string): number {
  const mark = join(folder, `${HERE}~${process.pid}~now`);
  writeFileSync(mark, '', { mode: 0o600 });
  const { mtimeMs } = statSync(mark);
  rmSync(mark, { force: true });
  return mtimeMs;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
