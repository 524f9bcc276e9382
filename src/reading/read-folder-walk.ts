import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import type { UnreadableFile } from '../record/document.ts';
import { UnreadableError } from './formats/unreadable-error.ts';
import { whyIgnored } from './ignored-names.ts';
import type { Limits } from './limits.ts';
import { type IgnoreRules, ignoreRules } from './read-folder-ignore.ts';
import { freePath, tooLarge } from './read-one.ts';

export type FoundFile = {
  /** Inside the folder, with forward slashes, in Unicode normal form C. */
  readonly path: string;
  /** Where the disk has it. */
  readonly location: string;
  readonly bytes: number;
};

export type SkippedFile = { readonly path: string; readonly reason: string };

export type FolderListing = {
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly UnreadableFile[];
  readonly skipped: readonly SkippedFile[];
};

const MAX_DEPTH = 64;
const MAX_FILES = 50_000;

/**
 * Lists the files of a folder in an order that is the same on every machine: by code points, names of files and folders
 * together. Synchronous, like `fileBytes`: for many small files that is thirty times as fast. Throws when the folder cannot
 * be opened.
 */
export function listFolder(root: string): FolderListing {
  const location = realpathSync(root);
  readdirSync(location);
  const walk = new FolderWalk(location, ignoreRules(ignoreFile(location)));
  walk.folder(location, '', 0);
  return walk;
}

function ignoreFile(root: string): string {
  try {
    return readFileSync(join(root, '.perennialignore'), 'utf8');
  } catch {
    return '';
  }
}

class FolderWalk implements FolderListing {
  readonly files: FoundFile[] = [];
  readonly unreadable: UnreadableFile[] = [];
  readonly skipped: SkippedFile[] = [];
  readonly #root: string;
  readonly #isIgnored: IgnoreRules;
  readonly #taken = new Set<string>();
  #toldOfTooMany = false;

  constructor(root: string, isIgnored: IgnoreRules) {
    this.#root = root;
    this.#isIgnored = isIgnored;
  }

  folder(location: string, path: string, depth: number): void {
    if (depth > MAX_DEPTH) {
      this.#refuse(path, new UnreadableError('hostile', `Its folders are nested more than ${MAX_DEPTH} deep.`));
      return;
    }
    const entries = this.#attempt(path, () => readdirSync(location, { withFileTypes: true })) ?? [];
    entries.sort((a, b) => byCodePoint(a.name.normalize('NFC'), b.name.normalize('NFC')));
    for (const entry of entries) this.#entry(entry, location, path, depth);
  }

  #entry(entry: Dirent, folder: string, above: string, depth: number): void {
    const location = join(folder, entry.name);
    const name = entry.name.normalize('NFC');
    const path = above === '' ? name : `${above}/${name}`;
    const isFolder = entry.isDirectory();
    const reason =
      whyIgnored(name, isFolder) ?? (this.#isIgnored(path, isFolder) ? 'named in .perennialignore' : undefined);
    if (entry.isSymbolicLink()) {
      this.#link(location, path);
    } else if (reason !== undefined) {
      if (name !== '.perennialignore') this.skipped.push({ path, reason });
    } else if (isFolder) {
      this.folder(location, path, depth + 1);
    } else if (entry.isFile()) {
      this.#file(location, path);
    } else {
      this.skipped.push({ path, reason: 'not a file' });
    }
  }

  #file(location: string, path: string): void {
    if (this.files.length < MAX_FILES) {
      const found = this.#attempt(path, () => lstatSync(location));
      if (found) this.files.push({ path: freePath(path, this.#taken), location, bytes: found.size });
    } else if (!this.#toldOfTooMany) {
      const most = MAX_FILES.toLocaleString('en-GB');
      this.#refuse(
        '.',
        new UnreadableError(
          'too-large',
          `The folder holds more than ${most} files: the rest, from "${path}" on, was left out.`,
        ),
      );
      this.#toldOfTooMany = true;
    }
  }

  /** Links are not followed: inside the folder the file itself is read anyway, and outside is nobody's business here. */
  #link(location: string, path: string): void {
    const target = linkTarget(location);
    if (target === undefined) return void this.skipped.push({ path, reason: 'a link that leads nowhere' });
    if (target.path === this.#root || target.path.startsWith(this.#root + sep)) {
      return void this.skipped.push({ path, reason: 'a link to a place inside the folder' });
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (whyIgnored(name, target.isFolder) !== undefined || this.#isIgnored(path, target.isFolder)) {
      return void this.skipped.push({ path, reason: 'a link' });
    }
    this.#refuse(
      path,
      new UnreadableError(
        'not-allowed',
        'It is a link to a place outside the folder, which is not followed. Put the file itself here.',
      ),
    );
  }

  #attempt<Result>(path: string, act: () => Result): Result | undefined {
    try {
      return act();
    } catch (error) {
      this.#refuse(path === '' ? '.' : path, cannotOpen(error));
      return undefined;
    }
  }

  #refuse(path: string, { unreadable }: UnreadableError): void {
    this.unreadable.push({ path, bytes: 0, unreadable });
  }
}

function linkTarget(location: string): { path: string; isFolder: boolean } | undefined {
  try {
    const path = realpathSync(location);
    return { path, isFolder: statSync(path).isDirectory() };
  } catch {
    return undefined;
  }
}

/** A file's bytes, of what is a file still and within the limit. Throws `UnreadableError`. */
export function fileBytes(location: string, limits: Limits): Uint8Array<ArrayBuffer> {
  let file: number | undefined;
  try {
    // Not through a link that took the file's place since the folder was listed, and not waiting for a pipe.
    file = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const found = fstatSync(file);
    if (!found.isFile()) throw new UnreadableError('not-allowed', 'It is no ordinary file.');
    if (found.size > limits.fileBytes) throw tooLarge(limits);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw error instanceof UnreadableError ? error : cannotOpen(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function cannotOpen(error: unknown): UnreadableError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return new UnreadableError(
        'not-allowed',
        'It may not be opened: the account that runs this program lacks the permission.',
        { cause: error },
      );
    case 'ELOOP':
      return new UnreadableError('not-allowed', 'It is a link, which is not followed.', { cause: error });
    case 'ENOENT':
      return new UnreadableError(
        'broken',
        'It was in the folder a moment ago and is gone, or its name cannot be used.',
        { cause: error },
      );
    default:
      return new UnreadableError('broken', `The disk could not read it (${String(code ?? 'unknown error')}).`, {
        cause: error,
      });
  }
}

export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  // UTF-16 differs from code-point order only where surrogates meet the characters above them; UTF-8 does not.
  return /[\uD800-\uFFFF]/.test(a + b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1;
}
