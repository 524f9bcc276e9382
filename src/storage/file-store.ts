import type { Readable } from 'node:stream';

export type StoredFile = { readonly sha256: string; readonly bytes: number };

export type PutResult =
  | { readonly ok: true; readonly file: StoredFile }
  /** Nothing is left of it. */
  | {
      readonly ok: false;
      readonly problem: { readonly type: 'too-large' | 'broken-off' | 'no-space' | 'failed'; readonly message: string };
    };

/**
 * Files of organisations, each under the SHA-256 of its bytes; the same bytes are kept once an organisation. When `put` has
 * answered ok, the file is on disk for good (or acknowledged by the bucket); before that, nothing of it can be seen.
 */
export type FileStore = {
  /** Reads the stream to its end, hashing on the way, and gives up past `most` bytes; the rest is then the caller's to drain or destroy. */
  readonly put: (organisation: string, stream: Readable, most: number) => Promise<PutResult>;
  /** Undefined when there is no such file. */
  readonly open: (organisation: string, sha256: string) => Promise<Readable | undefined>;
  readonly size: (organisation: string, sha256: string) => Promise<number | undefined>;
  readonly list: (organisation: string) => AsyncIterable<StoredFile>;
  /** For a lawful erasure. No error when it is not there. */
  readonly remove: (organisation: string, sha256: string) => Promise<void>;
};
