// A process that restores a backup until it is killed or done. Started by `killed-restore.test.ts`.
import { readSync, writeSync } from 'node:fs';
import type { DatabasePlace } from '../../src/storage/database.ts';
import { restore } from '../../src/workspace/keeping/restore.ts';
import { keepingSettingsAt } from '../support/kept-place.ts';

export type RestorerTask = { readonly database: DatabasePlace; readonly dataDir: string; readonly file: string };

// Everything is loaded; the parent says when to begin, or ends.
if (readSync(0, new Uint8Array(3)) === 0) process.exit(0);

// Only the test starts this, with a task.
const { database, dataDir, file } = JSON.parse(process.argv[2] ?? '') as RestorerTask;
writeSync(1, 'begun\n');
const result = await restore(keepingSettingsAt(dataDir, database), file);
writeSync(1, result.ok ? 'restored\n' : `${result.problem.message}\n`);
