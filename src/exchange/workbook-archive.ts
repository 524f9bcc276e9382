import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** Thrown inside this folder only; `readWorkbookSheets` turns it into a problem. */
export class WorkbookRefusal extends Error {
  readonly type: 'not-a-workbook' | 'encrypted' | 'too-large' | 'broken';
  constructor(type: WorkbookRefusal['type'], reason: string, cause?: unknown) {
    super(reason, { cause });
    this.type = type;
  }
}

/** The parts of an opened ZIP container, inflated on demand under one common limit. */
export type Archive = {
  readonly names: readonly string[];
  /** The bytes of a part; undefined when there is none of that name. */
  readonly read: (name: string) => Promise<Buffer | undefined>;
};

/** Opens a ZIP container in memory. All parts together may not unpack to more than `maxUnpackedBytes`, counted as they unpack. */
export async function openArchive(bytes: Uint8Array, maxUnpackedBytes: number): Promise<Archive> {
  const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = await listEntries(zip);
  let left = maxUnpackedBytes;
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (entry.isEncrypted()) throw new WorkbookRefusal('encrypted', `the part "${name}" is encrypted`);
      const content = await inflate(zip, entry, left);
      left -= content.length;
      return content;
    },
  };
}

const MAX_PARTS = 5000;

function open(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error)
        reject(new WorkbookRefusal('not-a-workbook', 'it is not a ZIP container, as every .xlsx file is', error));
      else resolve(zip);
    });
  });
}

function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= MAX_PARTS)
        return reject(new WorkbookRefusal('too-large', `it holds more than ${MAX_PARTS} parts`));
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(new WorkbookRefusal('broken', 'its list of parts is damaged', error)));
    zip.readEntry();
  });
}

function inflate(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new WorkbookRefusal('broken', `its part "${entry.fileName}" cannot be unpacked`, error));
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > limit) {
          stream.destroy();
          reject(new WorkbookRefusal('too-large', 'it unpacks to more than the limit'));
        }
        chunks.push(chunk);
      });
      stream.on('end', () => resolve(Buffer.concat(chunks)));
      stream.on('error', (cause) =>
        reject(new WorkbookRefusal('broken', `its part "${entry.fileName}" is damaged`, cause)),
      );
    });
  });
}
