// Opens a database once its parent says so and tells how it went, on standard output. Started by `opening-processes.ts`.
import { readSync } from 'node:fs';
import { type DatabasePlace, openDatabase } from '../../src/storage/database.ts';
import { MIGRATIONS } from './migrations-folder.ts';

// Everything is loaded.
process.stdout.write('ready\n');
readSync(0, new Uint8Array(3));
// Only `opening-processes.ts` starts this, with a place.
const place = JSON.parse(process.argv[2] ?? '') as DatabasePlace;
const result = await openDatabase(place, { migrationsDir: MIGRATIONS, now: () => '2026-11-20T09:30:00.000Z' });
process.stdout.write(result.ok ? 'opened' : result.problem.message);
if (result.ok) await result.database.close();
