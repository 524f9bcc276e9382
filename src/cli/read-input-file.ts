import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

export type InputFile = { readonly bytes: Uint8Array; readonly changedAt: Date };

/**
 * A file a person named. Throws for a folder, for a pipe or device (reading one may never end) and for more than `maxBytes`.
 */
export async function readInputFile(file: string, maxBytes: number): Promise<InputFile> {
  // Opening a pipe to which nobody writes would otherwise wait for ever.
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new Error('it is a folder');
    if (!stats.isFile()) throw new Error('it is a pipe or a device, not a file');
    if (stats.size > maxBytes) throw new Error(`it is larger than ${Math.round(maxBytes / 1e6)} MB`);
    return { bytes: await handle.readFile(), changedAt: stats.mtime };
  } finally {
    await handle.close();
  }
}
