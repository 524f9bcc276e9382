import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Puts a folder's list of names on disk: without it, a file that was just made or renamed may be gone after a power cut. */
export function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes a folder for its owner only, with those above it that are missing, and puts each new name on disk. */
export function makeFlushedFolder(folder: string): void {
  for (const made of makeFolder(folder)) flushFolder(dirname(made));
}
