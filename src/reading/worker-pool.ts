import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UnreadableError } from './formats/unreadable-error.ts';
import type { Limits } from './limits.ts';
import { type FileEntry, type ReadOutcome, unread } from './read-one.ts';
import type { WorkerJob } from './worker.ts';

const MAX_WORKERS = 4;
/** A worker that has not started by then never will. */
const START_MILLISECONDS = 30_000;

/** The worker's module: the TypeScript source beside this one, or the bundle beside the bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}

/** Threads that read files. One that crashes, runs out of memory or overruns the time is replaced; its file becomes unreadable. */
export class WorkerPool {
  readonly size: number;
  readonly #memoryMegabytes: number;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  constructor(limits: Limits, size = Math.min(MAX_WORKERS, availableParallelism())) {
    this.size = size;
    this.#memoryMegabytes = limits.memoryMegabytes;
  }

  /** Reads a file in a thread of its own. The caller starts no more reads at a time than `size`. The bytes are handed over. */
  async read({ path, bytes }: FileEntry, limits: Limits): Promise<ReadOutcome> {
    const size = bytes.length;
    try {
      const worker = this.#idle.pop() ?? (await this.#start());
      const outcome = await this.#run(worker, { path, bytes, limits });
      this.#idle.push(worker);
      return outcome;
    } catch (error) {
      return unread(path, size, error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(workerUrl(), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMegabytes },
    });
    this.#all.add(worker);
    worker.once('exit', () => this.#all.delete(worker));
    await this.#answer(worker, START_MILLISECONDS);
    return worker;
  }

  async #run(worker: Worker, job: WorkerJob): Promise<ReadOutcome> {
    const owned = job.bytes.byteLength === job.bytes.buffer.byteLength ? job.bytes : job.bytes.slice();
    const answer = this.#answer(worker, job.limits.milliseconds);
    worker.postMessage({ ...job, bytes: owned }, [owned.buffer]);
    // The worker posts nothing but the outcome of the job it was given.
    return (await answer) as ReadOutcome;
  }

  /** The next message of a worker, which is ended if none comes in time. */
  #answer(worker: Worker, milliseconds: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        settle();
        void worker.terminate();
        const seconds = Math.round(milliseconds / 1000);
        reject(
          new UnreadableError(
            'too-slow',
            `It took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'} to read, so it was given up.`,
          ),
        );
      }, milliseconds);
      const onMessage = (message: unknown) => {
        settle();
        resolve(message);
      };
      const onError = (error: Error & { code?: string }) => {
        settle();
        void worker.terminate();
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error);
        reject(
          new UnreadableError(
            'too-large',
            `It needs more than ${this.#memoryMegabytes} MB of memory to read. Split it, or leave out what does not matter.`,
          ),
        );
      };
      const onExit = () => {
        settle();
        reject(new Error('the worker ended'));
      };
      const settle = () => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
      };
      worker.once('message', onMessage);
      worker.once('error', onError);
      worker.once('exit', onExit);
    });
  }
}
