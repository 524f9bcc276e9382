import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** How the next requests go wrong: an answer of 503, a connection cut off, one that never answers, or a body that arrives changed. */
export type BucketFault = 'unavailable' | 'cut' | 'silent' | 'changed';

/** A small S3-compatible store on a loopback port, for the edge of the network in tests. Keeps everything in memory. */
export type BucketServer = {
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, Uint8Array>;
  /** Lets the next `times` requests of a method fail. */
  readonly failNext: (fault: BucketFault, times: number, method?: string) => void;
  readonly requests: readonly { readonly method: string; readonly path: string; readonly authorization: string }[];
  readonly close: () => Promise<void>;
};

export const BUCKET_KEY = { accessKeyId: 'TESTKEY', secretAccessKey: 'a secret that must never be shown' };
const PAGE = 2;

export async function startBucketServer(bucket: string): Promise<BucketServer> {
  const objects = new Map<string, Uint8Array>();
  const requests: { method: string; path: string; authorization: string }[] = [];
  let fault: { kind: BucketFault; times: number; method: string | undefined } | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '/', 'http://bucket');
    const path = decodeURIComponent(url.pathname);
    requests.push({ method, path, authorization: headers.authorization ?? '' });
    const wrong = takeFault(method);
    if (wrong === 'cut') return void request.socket.destroy();
    if (wrong === 'silent') return;
    const body = new Uint8Array(await buffer(request));
    if (wrong === 'unavailable') return refuse(response, 503, 'SlowDown');
    if (wrong === 'changed' && body.length > 0) body[0] = (body[0] ?? 0) ^ 1;
    if (!isSigned(headers.authorization, headers['x-amz-date'])) return refuse(response, 403, 'SignatureDoesNotMatch');
    const [, name, ...rest] = path.split('/');
    if (name !== bucket) return refuse(response, 404, 'NoSuchBucket');
    const key = rest.join('/');
    if (method === 'PUT') return store(response, key, body, headers['x-amz-checksum-sha256']);
    if (method === 'GET' && key === '') return listObjects(response, url.searchParams);
    if (method === 'DELETE') {
      objects.delete(key);
      return void response.writeHead(204).end();
    }
    const found = objects.get(key);
    if (!found) return refuse(response, 404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': found.length, 'content-type': 'application/octet-stream' });
    response.end(method === 'HEAD' ? undefined : found);
  }

  function takeFault(method: string): BucketFault | undefined {
    if (!fault || fault.times === 0 || (fault.method !== undefined && fault.method !== method)) return undefined;
    fault.times -= 1;
    return fault.kind;
  }

  function store(response: ServerResponse, key: string, body: Uint8Array, checksum: unknown): void {
    if (checksum !== createHash('sha256').update(body).digest('base64')) {
      refuse(response, 400, 'BadDigest');
      return;
    }
    objects.set(key, body);
    response.writeHead(200, { etag: '"made"' }).end();
  }

  function listObjects(response: ServerResponse, query: URLSearchParams): void {
    const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
    const from = Number(query.get('continuation-token') ?? 0);
    const rows = keys
      .slice(from, from + PAGE)
      .map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length}</Size></Contents>`);
    const more = from + PAGE < keys.length;
    const next = more ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : '';
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on a port gives an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    requests,
    failNext: (kind, times, method) => {
      fault = { kind, times, method };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Signature version 4 with the test's key; the signature itself is the client's affair. */
function isSigned(authorization: string | undefined, date: unknown): boolean {
  return (
    typeof date === 'string' &&
    new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${BUCKET_KEY.accessKeyId}/\\d{8}/[\\w-]+/s3/aws4_request, SignedHeaders=`,
    ).test(authorization ?? '')
  );
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const secret = `the key ${BUCKET_KEY.secretAccessKey} was seen`;
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<Error><Code>${code}</Code><Message>${secret}</Message></Error>`);
}
