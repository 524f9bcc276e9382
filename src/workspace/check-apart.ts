import { Worker } from 'node:worker_threads';
import type { FileEntry } from '../reading/read-one.ts';
import type { ApartJob, ApartMessage } from './check-apart-worker.ts';
import { type CheckOptions, type GapCheckResult, ignore, type OnProgress } from './check-folder.ts';

export type ApartLimits = { readonly minutes: number; readonly memoryMegabytes: number };

const LIMITS: ApartLimits = { minutes: 5, memoryMegabytes: 2_048 };

/**
 * `checkFiles` in a thread of its own, for a server: others are answered meanwhile, a check nobody waits for any more ends
 * when `stop` is aborted, and one that takes too long or too much memory is given up. The bytes are handed over.
 */
export function checkFilesApart(
  files: readonly FileEntry[],
  options: CheckOptions,
  onProgress: OnProgress = ignore,
  stop: AbortSignal = new AbortController().signal,
  { minutes, memoryMegabytes }: ApartLimits = LIMITS,
): Promise<GapCheckResult> {
  if (stop.aborted) return Promise.resolve(givenUp('Nobody waits for this check any more'));
  const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes } });
  return new Promise<GapCheckResult>((resolve, reject) => {
    const onStop = () => resolve(givenUp('Nobody waits for this check any more'));
    const timer = setTimeout(
      () => resolve(givenUp(`It took longer than ${minutes} minutes, so it was given up. Choose fewer documents`)),
      minutes * 60_000,
    );
    stop.addEventListener('abort', onStop, { once: true });
    worker.on('message', (message: ApartMessage) => {
      if ('result' in message) resolve(message.result);
      else onProgress(message.progress);
    });
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
      const most = memoryMegabytes.toLocaleString('en-GB');
      resolve(givenUp(`It needed more than ${most} MB of memory, so it was given up. Choose fewer documents`));
    });
    worker.once('exit', () => reject(new Error('The thread of a check ended before the check did')));
    worker.once('exit', () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
    });
    const job: ApartJob = { files: files.map(whole), options };
    worker.postMessage(job, [...new Set(job.files.map(({ bytes }) => bytes.buffer))]);
  }).finally(() => worker.terminate());
}

/** The thread's module: the TypeScript source beside this one, or the bundle beside the bundle. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './check-apart-worker.ts' : './check-apart-worker.js',
  import.meta.url,
);

/** With bytes on a buffer of their own, since buffers are handed over whole. */
function whole({ path, bytes }: FileEntry): FileEntry {
  return { path, bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice() };
}

function givenUp(message: string): GapCheckResult {
  return { ok: false, problem: { type: 'given-up', message } };
}
