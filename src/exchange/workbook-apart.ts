import { Worker } from 'node:worker_threads';
import type { Table } from './table-file.ts';

/** Cells of a table that are written in passing; more take longer than others should wait. */
const IN_PASSING = 2_000;

let last: Promise<unknown> = Promise.resolve();

/** A table as a workbook; a large one in a thread of its own, one after the other. */
export async function workbookApart(table: Table): Promise<Buffer> {
  if (table.rows.length * table.columns.length <= IN_PASSING) {
    const { workbookOf } = await import('./workbook-of.ts');
    return workbookOf(table);
  }
  const mine = last.then(() => inThread(table));
  last = mine.catch(() => {});
  return mine;
}

/** The thread's module: the TypeScript source beside this one, or the bundle beside the bundle. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.js',
  import.meta.url,
);

function inThread(table: Table): Promise<Buffer> {
  const worker = new Worker(WORKER, { execArgv: [], workerData: table });
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread ended before the workbook was written')));
  }).finally(() => worker.terminate());
}
