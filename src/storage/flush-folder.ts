import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Puts a folder's list of names on disk: without it, a file that was just made or renamed may be gone after a power cut. */
export function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
