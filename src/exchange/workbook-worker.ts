import { parentPort, workerData } from 'node:worker_threads';
import type { Table } from './table-file.ts';
import { workbookOf } from './workbook-of.ts';

// Started by `workbookApart` with nothing else.
const bytes = new Uint8Array(await workbookOf(workerData as Table));
parentPort?.postMessage(bytes, [bytes.buffer]);
