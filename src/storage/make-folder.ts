import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder for its owner only, with those above it that are missing, one after the other. Gives back those it made, the
 * uppermost first. Throws what the system says. Node's own recursive call never ends where a folder cannot be made and says
 * that it is not there, as under `/proc`.
 */
export function makeFolder(folder: string): readonly string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    try {
      mkdirSync(one, { mode: 0o700 });
    } catch (error) {
      // Another process may have been quicker.
      if (!(error instanceof Error && Reflect.get(error, 'code') === 'EEXIST')) throw error;
    }
  }
  return missing;
}
