import { parentPort } from 'node:worker_threads';
import type { FileEntry } from '../reading/read-one.ts';
import { type CheckOptions, type CheckProgress, checkFiles, type GapCheckResult } from './check-folder.ts';

export type ApartJob = { readonly files: readonly FileEntry[]; readonly options: CheckOptions };
/** What the thread tells of its one job: how far it is, and at last what came of it. */
export type ApartMessage = { readonly progress: CheckProgress } | { readonly result: GapCheckResult };

const port = parentPort;
port?.once('message', async ({ files, options }: ApartJob) => {
  const tell = (message: ApartMessage) => port.postMessage(message);
  tell({ result: await checkFiles(files, options, (progress) => tell({ progress })) });
});
