import { buffer } from 'node:stream/consumers';
import { freePath, type ReadFile } from '../../reading/read-one.ts';
import { dayInBritain } from '../../record/day.ts';
import type { UnreadableFile } from '../../record/document.ts';
import type { FileStore } from '../../storage/file-store.ts';
import type { ReadingStore } from '../../storage/reading-store.ts';
import { recentlyUsed } from '../recently-used.ts';
import type { KeptDocument } from './kept-document.ts';
import type { ReadingRoom } from './reading-room.ts';

/** What came out of reading files: those inside a mail or archive stand under its path. */
export type ReadingOfFiles = { readonly files: readonly ReadFile[]; readonly unreadable: readonly UnreadableFile[] };

export type DocumentReadings = {
  /** Reads a kept document, or finds what was read before. */
  readonly readingOf: (organisation: string, document: KeptDocument) => Promise<ReadingOfFiles>;
  /** The readings of several documents together; two of the same path are told apart by a number. */
  readonly readAll: (organisation: string, documents: readonly KeptDocument[]) => Promise<ReadingOfFiles>;
  /** Reads the file of a document and remembers nothing of it. */
  readonly readAnew: (organisation: string, file: FileOfDocument) => Promise<ReadingOfFiles>;
  readonly remember: (organisation: string, file: FileOfDocument, reading: ReadingOfFiles) => Promise<void>;
  readonly forget: (organisation: string, sha256: string) => Promise<void>;
};

export type FileOfDocument = { readonly path: string; readonly sha256: string; readonly bytes: number };

export type DocumentReadingsServices = {
  readonly files: FileStore;
  readonly cache: ReadingStore;
  readonly room: ReadingRoom;
  /** Version of the readers: another one reads anew. */
  readonly readerVersion: string;
};

/** Each may hold a whole file in memory. */
const AT_A_TIME = 4;
/** Longer readings are cheaper to make again than to keep. */
const LONGEST_KEPT = 20_000_000;
/** Characters of readings that are held in memory as well, those used last. */
const HELD = 30_000_000;

export function createDocumentReadings({
  files,
  cache,
  room,
  readerVersion,
}: DocumentReadingsServices): DocumentReadings {
  /** The name's ending chooses among kinds of text, so the same bytes may read differently under another. */
  const readerOf = (path: string) => `${readerVersion} ${/\.[^./]{1,10}$/.exec(path)?.[0].toLowerCase() ?? ''}`;

  const held = recentlyUsed<ReadingOfFiles>(HELD);

  async function readingOf(organisation: string, { data }: KeptDocument): Promise<ReadingOfFiles> {
    const key = [organisation, data.sha256, data.path].join('\n');
    const known = held.get(key);
    if (known) return known;
    const text = await cache.get(organisation, data.sha256, readerOf(data.path));
    if (text !== undefined) {
      const reading = unpacked(text, data.path);
      held.put(key, reading, text.length);
      return reading;
    }
    const reading = await readAnew(organisation, data);
    await remember(organisation, data, reading);
    return reading;
  }

  async function readAll(organisation: string, documents: readonly KeptDocument[]): Promise<ReadingOfFiles> {
    const readings: ReadingOfFiles[] = [];
    const received = async (one: KeptDocument): Promise<ReadingOfFiles> => {
      const { files, unreadable } = await readingOf(organisation, one);
      const writtenBy = dayInBritain(one.data.receivedAt);
      return { files: files.map((file) => ({ ...file, writtenBy })), unreadable };
    };
    for (let at = 0; at < documents.length; at += AT_A_TIME)
      readings.push(...(await Promise.all(documents.slice(at, at + AT_A_TIME).map(received))));
    const taken = new Set<string>();
    return {
      files: readings.flatMap((reading) => reading.files.map((one) => ({ ...one, path: freePath(one.path, taken) }))),
      unreadable: readings.flatMap(({ unreadable }) => unreadable),
    };
  }

  async function readAnew(organisation: string, { path, sha256, bytes }: FileOfDocument): Promise<ReadingOfFiles> {
    if (bytes > room.limits.fileBytes) {
      const most = Math.round(room.limits.fileBytes / 1e6);
      return none(path, bytes, 'too-large', `It is larger than ${most} MB, so it is kept but not read.`);
    }
    const stream = await files.open(organisation, sha256);
    if (!stream) return none(path, bytes, 'broken', MISSING);
    const whole = await buffer(stream);
    // On a buffer of its own, since it is handed over to a thread.
    const { documents, unreadable } = await room.read({ path, bytes: new Uint8Array(whole) });
    return { files: documents, unreadable };
  }

  async function remember(organisation: string, file: FileOfDocument, reading: ReadingOfFiles): Promise<void> {
    if (reading.unreadable.some((one) => mayPass(one) || one.unreadable.type === 'too-large')) return;
    const text = JSON.stringify(packed(reading, file.path));
    if (text.length > LONGEST_KEPT) return;
    // A reading that cannot be kept is made again; two processes may also keep the same one at once.
    await cache.put(organisation, file.sha256, readerOf(file.path), text).catch(() => {});
  }

  return {
    readingOf,
    readAll,
    readAnew,
    remember,
    forget: async (organisation, sha256) => {
      held.drop([organisation, sha256, ''].join('\n'));
      await cache.remove(organisation, sha256);
    },
  };
}

/** Whether the reason may lie in the machine of the moment rather than in the file. */
export function mayPass({ unreadable: { type, reason } }: UnreadableFile): boolean {
  return type === 'too-slow' || reason === MISSING;
}

const MISSING =
  'Its file is missing from where files are kept. Tell whoever runs this installation: "perennial verify" names what is missing.';

function none(path: string, bytes: number, type: 'too-large' | 'broken', reason: string): ReadingOfFiles {
  return { files: [], unreadable: [{ path, bytes, unreadable: { type, reason } }] };
}

/** A reading without the path the file happened to stand under, since the same bytes may stand under several. */
function packed({ files, unreadable }: ReadingOfFiles, path: string): ReadingOfFiles {
  const cut = <T extends { readonly path: string }>(one: T): T => ({ ...one, path: one.path.slice(path.length) });
  return { files: files.map(cut), unreadable: unreadable.map(cut) };
}

function unpacked(text: string, path: string): ReadingOfFiles {
  // Written by `remember` of the same reader version, and by nobody else.
  const { files, unreadable } = JSON.parse(text) as ReadingOfFiles;
  const under = <T extends { readonly path: string }>(one: T): T => ({ ...one, path: `${path}${one.path}` });
  return { files: files.map(under), unreadable: unreadable.map(under) };
}
