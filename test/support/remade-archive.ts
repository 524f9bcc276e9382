import { readFileSync, writeFileSync } from 'node:fs';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

export type Parts = Map<string, Buffer>;

/** Every part of a ZIP, in the order in which they stand. */
export async function partsOf(file: string): Promise<Parts> {
  const zip = await fromBufferPromise(readFileSync(file), { lazyEntries: true });
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    // A stream without encoding yields buffers.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

/** Writes a ZIP that says what a test wants it to, as somebody who tampers with one could. */
export async function writeParts(file: string, parts: Iterable<readonly [string, Buffer | string]>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  // As above.
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  writeFileSync(file, Buffer.concat(chunks));
}
