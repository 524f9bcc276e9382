import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import yazl from 'yazl';

/**
 * Packs a DOCX or XLSX again so that its bytes depend only on its content: parts keep their order, every time stamp is the
 * same, and `rewrite` may change the text of XML parts.
 */
export async function fixedZip(
  archive: Buffer,
  rewrite: (parts: ReadonlyMap<string, Buffer>) => ReadonlyMap<string, Buffer>,
): Promise<Uint8Array> {
  const parts = rewrite(await partsOf(archive));
  const zip = new yazl.ZipFile();
  // A DOS time stamp holds local clock figures without a zone, so a local date gives the same bytes everywhere.
  const mtime = new Date(2026, 0, 1);
  for (const [name, content] of parts) zip.addBuffer(content, name, { mtime, mode: 0o100644, forceDosTimestamp: true });
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** Sets the instants in `docProps/core.xml`, which the writing library takes from the clock. */
export function withFixedCoreDates(parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  return mapParts(parts, (name, xml) =>
    name === 'docProps/core.xml' ? xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T09:00:00Z') : xml,
  );
}

/** Applies `change` to every XML part. */
export function mapParts(
  parts: ReadonlyMap<string, Buffer>,
  change: (name: string, xml: string) => string,
): Map<string, Buffer> {
  return new Map(
    [...parts].map(([name, content]) => [
      name,
      /\.(?:xml|rels)$/.test(name) ? Buffer.from(change(name, content.toString('utf8'))) : content,
    ]),
  );
}

async function partsOf(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(archive, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    parts.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}
