import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../record/holdings.ts';
import type { Hash } from '../../record/journal.ts';
import { type Database, type DatabasePlace, openDatabase } from '../../storage/database.ts';
import type { FileStore } from '../../storage/file-store.ts';
import { createJournalStore } from '../../storage/journal-in-sql.ts';
import type { JournalStore } from '../../storage/journal-store.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { KeepingRefusal } from './keeping-problem.ts';

/** Where an installation keeps everything, and what belongs to the process that looks after it. Wired by `services`. */
export type KeepingSettings = {
  readonly database: DatabasePlace;
  readonly migrationsDir: string;
  /** Folder of the secret key, the imported catalogues and, unless they are elsewhere, the database and the files. */
  readonly dataDir: string;
  readonly openFiles: () => Promise<FileStore>;
  /** Whether the secret key comes from the environment: then it is neither backed up nor restored. */
  readonly keyFromOutside: boolean;
  readonly version: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly hash: Hash;
};

export type KeptPlace = {
  readonly database: Database;
  readonly journal: JournalStore;
  readonly files: FileStore;
  readonly close: () => Promise<void>;
};

export type PlaceWanted = {
  /** Makes what is not there yet; otherwise a place without a database is refused. */
  readonly make?: true;
  /** Only these migrations, for tables as a backup had them. */
  readonly migrations?: readonly string[];
};

/** Opens the database and the files of an installation. Throws `KeepingRefusal`. */
export async function openPlace(settings: KeepingSettings, wanted: PlaceWanted = {}): Promise<KeptPlace> {
  const { database: place, dataDir } = settings;
  if (place.kind === 'sqlite' && !wanted.make && !(await isThere(place.file)))
    throw new KeepingRefusal('no-place', `Nothing is kept here yet: there is no database ${place.file}`);
  if (wanted.make) makeFolder(dataDir);
  const migrations = await migrationsFor(settings, wanted.migrations);
  try {
    const opened = await openDatabase(place, {
      migrationsDir: migrations.dir,
      backupDir: join(dataDir, 'backups'),
      now: settings.now,
    });
    if (!opened.ok)
      throw new KeepingRefusal(
        opened.problem.type === 'no-room' ? 'no-room' : 'no-place',
        opened.problem.message.replace(/\.$/, ''),
      );
    const { database } = opened;
    try {
      const files = await settings.openFiles();
      return { database, journal: createJournalStore(database), files, close: database.close };
    } catch (error) {
      await database.close();
      throw error;
    }
  } finally {
    await migrations.remove();
  }
}

/** Opens a place, works in it, and closes it whatever happens. */
export async function inPlace<Result>(
  settings: KeepingSettings,
  wanted: PlaceWanted,
  work: (place: KeptPlace) => Promise<Result>,
): Promise<Result> {
  const place = await openPlace(settings, wanted);
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}

/** The folder of all migrations, or one with those that are wanted alone. */
async function migrationsFor({ migrationsDir, database }: KeepingSettings, only: readonly string[] | undefined) {
  if (only === undefined) return { dir: migrationsDir, remove: async () => {} };
  const known = await readdir(join(migrationsDir, database.kind));
  const missing = only.find((name) => !known.includes(name));
  if (missing !== undefined)
    throw new KeepingRefusal(
      'newer-version',
      `It was made by a newer version of Perennial (its database has had the migration ${JSON.stringify(missing)}); install that version or a later one`,
    );
  const dir = await mkdtemp(join(tmpdir(), 'perennial-migrations-'));
  await mkdir(join(dir, database.kind));
  for (const name of only) await copyFile(join(migrationsDir, database.kind, name), join(dir, database.kind, name));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
