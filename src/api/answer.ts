import type { Readable } from 'node:stream';

/** What a request is answered with. No body: none is sent, as with 204 and 304. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it comes; its headers say what it is. */
  readonly stream?: Readable;
};
