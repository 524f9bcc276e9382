import { deflateRawSync } from 'node:zlib';
import { hostilePdfs } from './hostile-files-pdf.ts';
import { hostileTexts } from './hostile-files-text.ts';
import { hostileContainers } from './hostile-files-zip.ts';

/** A broken or hostile file, with what reading it must come to. */
export type HostileFile = {
  readonly name: string;
  /** What is wrong with it, for the name of the test. */
  readonly what: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The types of `Unreadable` that are right for it; `content` when it may be read without harm. */
  readonly allowed: readonly string[];
};

/** Every hostile file that can be made in memory. What only a disk can hold is made by the test itself. */
export async function hostileFiles(): Promise<HostileFile[]> {
  return [...hostileTexts(), ...(await hostileContainers()), ...(await hostilePdfs())];
}

export function bytesOf(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, encoding));
}

export type RawEntry = {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  /** Overrides what the archive says of the entry. */
  readonly claims?: {
    readonly size?: number;
    readonly flags?: number;
    readonly attributes?: number;
    readonly method?: number;
  };
};

/** A ZIP written byte by byte, so that it can say what no decent program would write. Checksums are left at zero. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims = {} } of entries) {
    const nameBytes = Buffer.from(name);
    const packed = claims.method === 0 ? Buffer.from(data) : deflateRawSync(data, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(claims.flags ?? 0x800, 2);
    common.writeUInt16LE(claims.method ?? 8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims.size ?? data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((claims.attributes ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, tail, nameBytes]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}
