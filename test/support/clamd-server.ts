import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

export type ClamdManners = {
  /** Answer to VERSION. */
  readonly version?: string;
  /** Answer to a file, by its bytes. Undefined: never an answer. */
  readonly scan?: (bytes: Buffer) => string | undefined;
  /** Bytes of a stream after which it answers its size limit and hangs up. */
  readonly most?: number;
  /** Hangs up as soon as something is said. */
  readonly hangsUp?: boolean;
};

/** Something that speaks as clamd does, on a loopback port or a socket, for the edge of the network in tests. */
export type ClamdServer = {
  readonly where: string;
  /** Bytes of the files it was sent. */
  readonly seen: readonly Buffer[];
  readonly close: () => Promise<void>;
};

export const GOOD_VERSION = 'ClamAV 1.4.3/27401/Thu Nov 19 08:24:01 2026';
export const findsVirusIn = (bytes: Buffer) =>
  bytes.includes('VIRUS') ? 'stream: Made.Up.Virus-1 FOUND' : 'stream: OK';

export async function startClamdServer(manners: ClamdManners = {}, socketFile?: string): Promise<ClamdServer> {
  const { version = GOOD_VERSION, scan = findsVirusIn, most = Number.POSITIVE_INFINITY, hangsUp = false } = manners;
  const seen: Buffer[] = [];
  const open = new Set<Socket>();

  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    let received = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      if (hangsUp) return void socket.destroy();
      received = Buffer.concat([received, bytes]);
      if (received.toString('latin1') === 'zVERSION\0') return void socket.end(`${version}\0`);
      const file = fileIn(received);
      if (file.bytes.length > most) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (!file.whole) return;
      seen.push(file.bytes);
      const answer = scan(file.bytes);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => {
    if (socketFile === undefined) server.listen(0, '127.0.0.1', resolve);
    else server.listen(socketFile, resolve);
  });
  // Listening on a port gives an address with a port.
  const where = socketFile ?? `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    where,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

const COMMAND = 'zINSTREAM\0';

/** The file in what was received: pieces, each after its length; whole once a length of nothing came. */
function fileIn(received: Buffer): { readonly bytes: Buffer; readonly whole: boolean } {
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return { bytes: Buffer.concat(pieces), whole: true };
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { bytes: Buffer.concat(pieces), whole: false };
}
