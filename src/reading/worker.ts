import { parentPort } from 'node:worker_threads';
import type { Limits } from './limits.ts';
import { readOne } from './read-one.ts';

/** A file for a worker to read; answered by the `ReadOutcome` of it. */
export type WorkerJob = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly limits: Limits };

if (parentPort) {
  const port = parentPort;
  port.on('message', async ({ path, bytes, limits }: WorkerJob) => {
    const outcome = await readOne(path, bytes, limits);
    port.postMessage(outcome, [...new Set(outcome.inside.map((file) => file.bytes.buffer))]);
  });
  port.postMessage('ready');
}
