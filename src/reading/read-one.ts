import { createHash } from 'node:crypto';
import type { ReadDocument, UnreadableFile } from '../record/document.ts';
import { readAs } from './formats/read-content.ts';
import { sniffFormat } from './formats/sniff-format.ts';
import { UnreadableError, unreadableOf } from './formats/unreadable-error.ts';
import { openZip } from './formats/zip-archive.ts';
import { whyIgnored } from './ignored-names.ts';
import type { Limits } from './limits.ts';

/** A file's bytes under its path in the folder, with forward slashes. */
export type FileEntry = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type ReadFile = Pick<ReadDocument, 'path' | 'bytes' | 'sha256' | 'content' | 'writtenBy'> & {
  /** A register kept in the record itself. */
  readonly kept?: true;
};

/** What became of one file. `inside` holds the files found in it, for the caller to read in their own right. */
export type ReadOutcome = {
  readonly documents: readonly ReadFile[];
  readonly unreadable: readonly UnreadableFile[];
  readonly inside: readonly FileEntry[];
};

/**
 * Reads one file, whatever it is: never throws for what the file holds. `limits.archiveDepth` is how many more levels of
 * archives and mails may be opened, `limits.expandedBytes` how much may still be unpacked.
 */
export async function readOne(path: string, bytes: Uint8Array<ArrayBuffer>, limits: Limits): Promise<ReadOutcome> {
  try {
    if (bytes.length > limits.fileBytes) throw tooLarge(limits);
    const format = await sniffFormat(path, bytes, limits);
    if (format === 'zip') return await openArchive(path, bytes, limits);
    const { content, inside } = await readAs(format, bytes, limits);
    const document = { path, bytes: bytes.length, sha256: sha256(bytes), content };
    const { kept, refused } = attachmentsOf(path, inside, limits);
    return { documents: [document], unreadable: refused, inside: kept };
  } catch (error) {
    return unread(path, bytes.length, error);
  }
}

export function unread(path: string, bytes: number, error: unknown): ReadOutcome {
  return { documents: [], unreadable: [{ path, bytes, unreadable: unreadableOf(error) }], inside: [] };
}

export function tooLarge(limits: Limits): UnreadableError {
  return new UnreadableError(
    'too-large',
    `It is larger than ${Math.round(limits.fileBytes / 1e6)} MB. Split it, or leave out what does not matter.`,
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function openArchive(path: string, bytes: Uint8Array, limits: Limits): Promise<ReadOutcome> {
  if (limits.archiveDepth < 1)
    throw new UnreadableError('hostile', 'It is an archive inside archives, too deep to be opened.');
  const unreadable: UnreadableFile[] = [];
  const inside: FileEntry[] = [];
  const taken = new Set<string>();
  const budget = { left: limits.expandedBytes };
  for (const entry of await openZip(bytes, limits, budget)) {
    if (isIgnoredInside(entry.name)) continue;
    const place = freePath(`${path}/${safeName(entry.name)}`, taken);
    try {
      if (isUnsafe(entry.name))
        throw new UnreadableError('hostile', 'Its path in the archive leads outside the archive.');
      if (entry.symlink) throw new UnreadableError('not-allowed', 'It is a link, not a file.');
      if (entry.encrypted) throw new UnreadableError('encrypted', 'It is protected by a password inside the archive.');
      const unpacked = await entry.read();
      if (unpacked.length > limits.fileBytes) throw tooLarge(limits);
      inside.push({ path: place, bytes: unpacked });
    } catch (error) {
      const reason = unreadableOf(error);
      if (budget.left < 0 || (reason.type === 'hostile' && !isUnsafe(entry.name))) {
        // The rest is not worth unpacking; what came out before is still read.
        unreadable.push({ path, bytes: bytes.length, unreadable: reason });
        break;
      }
      unreadable.push({ path: place, bytes: 0, unreadable: reason });
    }
  }
  if (inside.length === 0 && unreadable.length === 0)
    throw new UnreadableError('empty', 'It is an archive without any document in it.');
  return { documents: [], unreadable, inside };
}

function attachmentsOf(
  path: string,
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[],
  limits: Limits,
): { kept: FileEntry[]; refused: UnreadableFile[] } {
  const taken = new Set<string>();
  const kept: FileEntry[] = [];
  const refused: UnreadableFile[] = [];
  for (const { name, bytes } of files) {
    const place = freePath(`${path}/${safeName(name.replaceAll('/', '-'))}`, taken);
    if (limits.archiveDepth >= 1) kept.push({ path: place, bytes });
    else
      refused.push({
        path: place,
        bytes: bytes.length,
        unreadable: { type: 'hostile', reason: 'It is attached inside attachments, too deep to be opened.' },
      });
  }
  return { kept, refused };
}

function isIgnoredInside(name: string): boolean {
  const steps = name.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.length === 0 || steps.some((step, at) => whyIgnored(step, at < steps.length - 1) !== undefined);
}

function isUnsafe(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..') || name.includes('\0');
}

function safeName(name: string): string {
  const steps = name.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/').replaceAll('\0', '').normalize('NFC').slice(0, 1_000) || 'unnamed';
}

/** The path, or with a number when a file of that name was met before: archives may hold the same name twice. */
export function freePath(path: string, taken: Set<string>): string {
  let free = path;
  for (let number = 2; taken.has(free); number++) free = `${path} (${number})`;
  taken.add(free);
  return free;
}
