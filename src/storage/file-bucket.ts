import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { isSha256, organisationStep } from './file-address.ts';
import { diskProblem, receive } from './file-receiving.ts';
import type { FileStore, PutResult, StoredFile } from './file-store.ts';

export type BucketSettings = {
  readonly bucket: string;
  /** Address of an S3-compatible store; undefined is AWS itself. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether the bucket stands in the path of the address rather than before it. */
  readonly pathStyle: boolean;
  /** Longest wait for an answer; a file of 50 MB must have gone over by then. */
  readonly milliseconds?: number;
};

const MILLISECONDS = 180_000;
const CONNECTION_MILLISECONDS = 10_000;
const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 250;
const PIECE_BYTES = 256_000;

/**
 * Files in a bucket of an S3-compatible store, each under `ORGANISATION/SHA256`. A file waits on this computer's disk until
 * its hash and size are known; the store checks it against the hash, and is asked afterwards whether it is there.
 */
export async function createBucketFiles(settings: BucketSettings): Promise<FileStore> {
  // Loaded only here: it is large, and most installations keep their files on a disk.
  const s3 = await import('@aws-sdk/client-s3');
  const { milliseconds = MILLISECONDS } = settings;
  const client = new s3.S3Client({
    region: settings.region,
    ...(settings.endpoint !== undefined && { endpoint: settings.endpoint }),
    forcePathStyle: settings.pathStyle,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    // Our own checksum goes with every file; those the client would add are unknown to older stores.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A stream can be sent once, so trying again is done here.
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: Math.min(milliseconds, CONNECTION_MILLISECONDS),
      requestTimeout: milliseconds,
      throwOnRequestTimeout: true,
    },
    // It would write to the console that a stream can be sent only once.
    logger: { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const { bucket } = settings;
  const addressOf = (organisation: string, sha256: string) => ({
    Bucket: bucket,
    Key: `${organisationStep(organisation)}/${sha256}`,
  });

  async function put(organisation: string, stream: Readable, most: number): Promise<PutResult> {
    organisationStep(organisation);
    try {
      const { writing, reading } = await namelessFile();
      try {
        const received = await receive(stream, writing, most);
        return received.ok ? await send(organisation, received.file, reading) : received;
      } finally {
        await reading.close();
      }
    } catch (error) {
      return { ok: false, problem: diskProblem(error) };
    }
  }

  async function send(organisation: string, file: StoredFile, waiting: FileHandle): Promise<PutResult> {
    const address = addressOf(organisation, file.sha256);
    const ChecksumSHA256 = Buffer.from(file.sha256, 'hex').toString('base64');
    try {
      await again(async () => {
        const Body = Readable.from(piecesOf(waiting), { objectMode: false });
        try {
          await client.send(new s3.PutObjectCommand({ ...address, Body, ContentLength: file.bytes, ChecksumSHA256 }));
        } finally {
          Body.destroy();
        }
      });
      const there = await again(() => client.send(new s3.HeadObjectCommand(address)));
      if (there.ContentLength === file.bytes) return { ok: true, file };
      return failed('it holds another size than was sent');
    } catch (error) {
      return failed(reasonOf(error));
    }
  }

  async function size(organisation: string, sha256: string): Promise<number | undefined> {
    if (!isSha256(sha256)) return undefined;
    const address = addressOf(organisation, sha256);
    const there = await asked('look for a file', () => client.send(new s3.HeadObjectCommand(address)));
    return there?.ContentLength;
  }

  async function open_(organisation: string, sha256: string): Promise<Readable | undefined> {
    if (!isSha256(sha256)) return undefined;
    const address = addressOf(organisation, sha256);
    const found = await asked('open a file', () => client.send(new s3.GetObjectCommand(address)));
    if (found?.Body === undefined) return undefined;
    if (!(found.Body instanceof Readable)) throw new Error('The bucket answered with something else than a stream');
    return found.Body;
  }

  async function* list(organisation: string): AsyncGenerator<StoredFile> {
    const prefix = `${organisationStep(organisation)}/`;
    let from: string | undefined;
    do {
      const request = { Bucket: bucket, Prefix: prefix, ...(from !== undefined && { ContinuationToken: from }) };
      const page = await asked('list files', () => client.send(new s3.ListObjectsV2Command(request)));
      for (const { Key = '', Size = 0 } of page?.Contents ?? []) {
        const sha256 = Key.slice(prefix.length);
        if (isSha256(sha256)) yield { sha256, bytes: Size };
      }
      from = page?.IsTruncated ? page.NextContinuationToken : undefined;
    } while (from !== undefined);
  }

  async function remove(organisation: string, sha256: string): Promise<void> {
    if (!isSha256(sha256)) return;
    const address = addressOf(organisation, sha256);
    await asked('remove a file', () => client.send(new s3.DeleteObjectCommand(address)));
  }

  return { put, open: open_, size, list, remove };
}

/** A file on this computer's disk that has lost its name already, so that not even a crash leaves it lying about. */
async function namelessFile(): Promise<{ readonly writing: FileHandle; readonly reading: FileHandle }> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-bucket-'));
  try {
    const file = join(folder, 'waiting');
    return { writing: await open(file, 'wx', 0o600), reading: await open(file, 'r') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file from its beginning. Its own streams would close it, and it may have to be read again. */
async function* piecesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

function ignore(): void {}

/** Does it up to three times while the store is unreachable or says that it cannot just now. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isPassing(error)) throw error;
      await pause(PAUSE_MILLISECONDS * attempt);
    }
  }
}

/** Undefined when there is no such file; otherwise an error without anything secret in it. */
async function asked<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await again(work);
  } catch (error) {
    if (statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket') return undefined;
    // Not as the cause: the client's error carries the request with its signature.
    throw new Error(`The bucket could not ${what}: ${reasonOf(error)}`);
  }
}

function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429;
}

function failed(reason: string): PutResult {
  const message = `The file could not be stored in the bucket: ${reason}. Nothing of it was kept. Try again`;
  return { ok: false, problem: { type: 'failed', message } };
}

/** What the store answered, in words of ours: its own may quote keys and signatures. */
function reasonOf(error: unknown): string {
  const status = statusOf(error);
  if (status === undefined) return 'it could not be reached, or broke off';
  if (status === 403) return 'it refused the access key (403)';
  if (nameOf(error) === 'NoSuchBucket') return 'there is no such bucket (404)';
  return `it answered ${status}`;
}

function statusOf(error: unknown): number | undefined {
  const metadata: unknown = error instanceof Error ? Reflect.get(error, '$metadata') : undefined;
  const status: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
  return typeof status === 'number' && status >= 300 ? status : undefined;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
