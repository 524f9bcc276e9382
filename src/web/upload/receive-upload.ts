import { buffer } from 'node:stream/consumers';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { neutralised } from '../../report/neutralised.ts';
import { distinctPaths, uploadPath, withoutSharedFolder } from '../../workspace/documents/upload-path.ts';
import { megabytes, UPLOAD_LIMITS } from './upload-limits.ts';

export type UploadedFile = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type Upload = {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly UploadedFile[];
  /** Set when the upload was larger than allowed or broke off; then `files` is empty. */
  readonly problem?: { readonly type: 'too-large' | 'too-many' | 'broken-off'; readonly message: string };
};

/**
 * Takes a multipart upload into memory. Nothing is written to disk. An upload past a limit is still read to its end, its
 * bytes thrown away, because a browser only shows an answer once it has finished sending.
 */
export async function receiveUpload(request: FastifyRequest): Promise<Upload> {
  try {
    return await takeParts(request);
  } catch (error) {
    if (!isBrokenOff(error)) throw error;
    return {
      fields: new Map(),
      files: [],
      problem: { type: 'broken-off', message: 'The upload broke off. Try again' },
    };
  }
}

async function takeParts(request: FastifyRequest): Promise<Upload> {
  const fields = new Map<string, string>();
  const files: UploadedFile[] = [];
  let problem: Upload['problem'];
  let total = 0;
  for await (const part of request.parts(PART_LIMITS)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && !fields.has(part.fieldname)) fields.set(part.fieldname, part.value);
      continue;
    }
    if (problem !== undefined) {
      total += await discard(part);
    } else {
      const bytes = await take(part);
      total += bytes.length;
      if (bytes.length === 0 && part.filename === '') continue;
      problem = problemWith(part, files.length + 1, total);
      if (problem === undefined) files.push({ path: part.filename, bytes });
      else files.length = 0;
    }
    if (total > UPLOAD_LIMITS.drainedBytes) request.raw.destroy();
  }
  if (problem !== undefined) return { fields, files: [], problem };
  return { fields, files: named(files, fields.get('paths')) };
}

/** Fields besides files: an action may be for all evidence items there are. */
const FIELDS = 250;

const PART_LIMITS = {
  limits: {
    fileSize: UPLOAD_LIMITS.fileBytes,
    files: UPLOAD_LIMITS.files * 10,
    fields: FIELDS,
    parts: UPLOAD_LIMITS.files * 10 + FIELDS,
    // Holds the list of paths: one for each file.
    fieldSize: 2_000_000,
    headerPairs: 50,
  },
  preservePath: true,
  throwFileSizeLimit: false,
};

/** The connection ended, or the body did, before its last part was whole; or the body is none that a form sends. */
export function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return (
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ECONNRESET' ||
    /^(?:Unexpected end of (?:form|multipart data)|Part terminated early|Malformed|Multipart: Boundary not found|The needle cannot)/.test(
      error.message,
    )
  );
}

async function take(part: MultipartFile): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await buffer(part.file);
  // A Buffer always stands on an ArrayBuffer here: it was put together from chunks of a socket.
  return new Uint8Array(whole.buffer as ArrayBuffer, whole.byteOffset, whole.byteLength);
}

async function discard(part: Multipart & { readonly type: 'file' }): Promise<number> {
  let bytes = 0;
  for await (const chunk of part.file) bytes += Buffer.isBuffer(chunk) ? chunk.length : 0;
  return bytes;
}

function problemWith(part: MultipartFile, count: number, total: number): Upload['problem'] {
  if (part.file.truncated) {
    const name = neutralised(uploadPath(part.filename));
    return { type: 'too-large', message: `${name} must be smaller than ${megabytes(UPLOAD_LIMITS.fileBytes)}` };
  }
  if (total > UPLOAD_LIMITS.totalBytes) {
    return {
      type: 'too-large',
      message: `All files together must be smaller than ${megabytes(UPLOAD_LIMITS.totalBytes)}`,
    };
  }
  if (count > UPLOAD_LIMITS.files) {
    return { type: 'too-many', message: `Choose at most ${UPLOAD_LIMITS.files.toLocaleString('en-GB')} files` };
  }
  return undefined;
}

/** Files under their paths: those of the list the page's script sends along, or else the names the browser gave. */
function named(files: readonly UploadedFile[], list: string | undefined): readonly UploadedFile[] {
  const listed = parseList(list);
  const paths = plainPaths(listed?.length === files.length ? listed : files.map((file) => file.path));
  return files.map(({ bytes }, position) => ({ path: paths[position] ?? `file-${position + 1}`, bytes }));
}

/** The paths that the page's script sends ahead of the files, in their order; empty when it sent none. */
export function listedPaths(field: unknown): readonly string[] {
  return plainPaths((typeof field === 'string' && parseList(field)) || []);
}

function plainPaths(sent: readonly string[]): readonly string[] {
  return distinctPaths(withoutSharedFolder(sent.map(uploadPath)));
}

function parseList(text: string | undefined): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(text ?? '');
    return Array.isArray(list) && list.every((entry) => typeof entry === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
