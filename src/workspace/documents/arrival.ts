import { Readable } from 'node:stream';
import { sniffFormat } from '../../reading/formats/sniff-format.ts';
import { DEFAULT_LIMITS, type Limits } from '../../reading/limits.ts';
import { type FileEntry, readOne } from '../../reading/read-one.ts';
import type { DocumentProblem } from './document-problem.ts';
import { HEAD_BYTES } from './media-type.ts';
import { withoutSharedFolder } from './upload-path.ts';

/** One file to be kept, and its first bytes. */
export type Arrival = { readonly path: string; readonly stream: Readable; readonly head: Uint8Array };

export type Arrived =
  | {
      readonly ok: true;
      readonly arrivals: readonly Arrival[];
      /** Files of an archive that cannot be unpacked. */
      readonly refused: readonly { readonly path: string; readonly problem: DocumentProblem }[];
    }
  | { readonly ok: false; readonly problem: DocumentProblem };

const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06'];

/**
 * The files an upload brings: itself, or those of a ZIP archive, which is taken as the folder it was made from. A file is
 * handed on as it comes in. Only what begins as an archive does is taken into memory, up to the limit, since its list of
 * files stands at its end; an office file turns out to be one there and goes on as it is.
 */
export async function arrivalOf(path: string, chunks: AsyncIterator<Uint8Array>, most: number): Promise<Arrived> {
  const limits: Limits = { ...DEFAULT_LIMITS, fileBytes: Math.min(most, DEFAULT_LIMITS.fileBytes) };
  const head = await take(chunks, HEAD_BYTES);
  if (!head.ok) return brokenOff(path);
  if (head.bytes.length === 0) return { ok: false, problem: { type: 'empty', message: `“${path}” is empty` } };
  const start = Buffer.from(head.bytes).toString('latin1', 0, 4);
  if (!ZIP_STARTS.includes(start)) return one(path, head.bytes, chunks);
  const rest = await take(chunks, limits.fileBytes - head.bytes.length + 1);
  if (!rest.ok) return brokenOff(path);
  const bytes = joined([head.bytes, rest.bytes]);
  if (bytes.length > limits.fileBytes || !(await isArchive(path, bytes, limits))) return one(path, bytes, chunks);
  return unpacked({ path, bytes }, limits);
}

function one(path: string, bytes: Uint8Array, rest: AsyncIterator<Uint8Array>): Arrived {
  return { ok: true, arrivals: [{ path, stream: continued(bytes, rest), head: bytes }], refused: [] };
}

function brokenOff(path: string): Arrived {
  return { ok: false, problem: { type: 'broken-off', message: `The upload of “${path}” broke off. Try again` } };
}

/** The files in an archive and in archives inside it, to the depth and size of the limits. */
async function unpacked(archive: FileEntry, limits: Limits): Promise<Arrived> {
  const arrivals: Arrival[] = [];
  const refused: { path: string; problem: DocumentProblem }[] = [];
  let left = limits.expandedBytes;
  const open = async (entry: FileEntry, depth: number): Promise<void> => {
    const { inside, unreadable } = await readOne(entry.path, entry.bytes, {
      ...limits,
      archiveDepth: depth,
      expandedBytes: Math.max(0, left),
    });
    refused.push(
      ...unreadable.map(({ path, unreadable: { reason } }) => ({
        path,
        problem: { type: 'unreadable' as const, message: `“${path}” was not kept. ${reason.replace(/\.$/, '')}` },
      })),
    );
    for (const file of inside) left -= file.bytes.length;
    for (const file of inside) {
      if (await isArchive(file.path, file.bytes, limits)) await open(file, depth - 1);
      else arrivals.push({ path: file.path, stream: Readable.from([file.bytes]), head: file.bytes });
    }
  };
  await open(archive, limits.archiveDepth);
  const named = namedAsUnpacked(
    archive.path,
    [...arrivals, ...refused].map(({ path }) => path),
  );
  return {
    ok: true,
    arrivals: arrivals.map((one) => ({ ...one, path: named(one.path) })),
    refused: refused.map((one) => ({ ...one, path: named(one.path) })),
  };
}

/**
 * Files of an archive are called what they are called in the folder it was made from, where the archive stands, so that the
 * folder itself or a newer archive of it are the same documents.
 */
function namedAsUnpacked(archive: string, paths: readonly string[]): (path: string) => string {
  const folder = archive.slice(0, archive.lastIndexOf('/') + 1);
  const inside = paths.map((path) => (path.startsWith(`${archive}/`) ? path.slice(archive.length + 1) : path));
  const names = withoutSharedFolder(inside);
  const byPath = new Map(paths.map((path, i) => [path, `${folder}${names[i] ?? path}`]));
  return (path) => byPath.get(path) ?? path;
}

async function isArchive(path: string, bytes: Uint8Array, limits: Limits): Promise<boolean> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.length)).toString('latin1');
  if (!ZIP_STARTS.includes(start)) return false;
  return (await sniffFormat(path, bytes, limits).catch(() => undefined)) === 'zip';
}

/** A stream's chunks. Letting go of them does not end the stream, so that what is left of it can be drained. */
export async function* bytesOf(stream: Readable): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of stream.iterator({ destroyOnReturn: false }))
    yield chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

type Taken = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly ok: false };

/** At least so many bytes, unless the stream ends before. */
async function take(chunks: AsyncIterator<Uint8Array>, least: number): Promise<Taken> {
  const taken: Uint8Array[] = [];
  for (let length = 0; length < least; ) {
    const next = await chunks.next().catch(() => undefined);
    if (next === undefined) return { ok: false };
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return { ok: true, bytes: joined(taken) };
}

function continued(bytes: Uint8Array, rest: AsyncIterator<Uint8Array>): Readable {
  async function* all() {
    yield bytes;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  }
  return Readable.from(all(), { objectMode: false });
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
