import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder } from '../../storage/flush-folder.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { isOutOfRoom } from '../../storage/no-room.ts';
import { fillWhole, listOccupied, type PortableRow } from '../../storage/whole-database.ts';
import { type ArchiveReader, openArchive } from './archive-reader.ts';
import {
  BACKUP_NAMES,
  type BackupFile,
  type BackupManifest,
  FILE_LIST,
  filePart,
  MANIFEST,
  MOST_MANIFEST_BYTES,
  parseFileLine,
  parseManifest,
  parseRow,
  SECRET_KEY,
  tablePart,
} from './backup-manifest.ts';
import { errorCode, KeepingRefusal, type Kept, keptOrRefused, type OnKeepingProgress } from './keeping-problem.ts';
import { inPlace, type KeepingSettings, type KeptPlace } from './kept-place.ts';
import { type Verification, verifyPlace } from './verify.ts';

export type Restored = {
  readonly manifest: BackupManifest;
  readonly verification: Verification;
  /** Whether every journal ends where the backup says it did. */
  readonly sameHeads: boolean;
  /** `outside`: the backup holds none, or the key of this place comes from the environment. */
  readonly key: 'restored' | 'outside';
};

/**
 * Fills an empty place from a backup. Everything in the archive is checked before anything is written, the database is filled
 * in one transaction after the files lie where they belong, and what was put there is taken away again when that fails.
 */
export function restore(
  settings: KeepingSettings,
  file: string,
  { onProgress = () => {} }: { readonly onProgress?: OnKeepingProgress } = {},
): Promise<Kept<Restored>> {
  return keptOrRefused(async () => {
    const archive = await openArchive(file, BACKUP_NAMES);
    try {
      const manifest = parseManifest(file, await archive.text(MANIFEST, MOST_MANIFEST_BYTES));
      await refuseOccupied(settings, manifest);
      const files = await checkArchive(file, archive, manifest, onProgress);
      await refuseWithoutRoom(settings, archive);
      const key = await fillPlace(settings, { file, archive, manifest, files, onProgress });
      return await inPlace(settings, {}, async (place) => {
        const verification = await verifyPlace(place, settings.hash, { onProgress });
        return { manifest, verification, sameHeads: haveSameHeads(manifest, verification), key };
      });
    } finally {
      archive.close();
    }
  });
}

/** Throws when there is a database that holds something, or there are files of others. */
async function refuseOccupied(settings: KeepingSettings, manifest: BackupManifest): Promise<void> {
  const { database, dataDir } = settings;
  const strangers = (await readdir(join(dataDir, 'files')).catch(() => [])).filter(
    (name) => !name.startsWith('.') && !manifest.organisations.some(({ organisation }) => organisation === name),
  );
  if (strangers.length > 0)
    throw notEmpty(`the folder ${join(dataDir, 'files')} holds the files of ${strangers.length} other organisations`);
  if (database.kind === 'sqlite' && !(await isThere(database.file))) return;
  await inPlace(settings, { make: true, migrations: manifest.migrations }, async (place) => {
    await refuseRows(place);
  });
}

async function refuseRows({ database }: KeptPlace): Promise<void> {
  const there = await listOccupied(database);
  if (there.length > 0) throw notEmpty(`its database holds ${there.map(inWords).join(', ')}`);
}

/** What stands in a table, in the words of whoever runs it. */
const TABLE_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  journal_head: ['organisation', 'organisations'],
  account: ['account', 'accounts'],
  journal_entry: ['journal entry', 'journal entries'],
};

function inWords({ table, rows }: { readonly table: string; readonly rows: number }): string {
  const [one, many] = TABLE_WORDS[table] ?? [`row in ${table}`, `rows in ${table}`];
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? one : many}`;
}

function notEmpty(what: string): KeepingRefusal {
  return new KeepingRefusal(
    'not-empty',
    `A backup is only restored into an empty place, and ${what}; nothing was changed. Set PERENNIAL_DATA to a new folder, or DATABASE_URL to a new database`,
  );
}

/** Reads all of the archive once and compares it with its manifest; the files it holds. */
async function checkArchive(
  file: string,
  archive: ArchiveReader,
  manifest: BackupManifest,
  onProgress: OnKeepingProgress,
): Promise<readonly BackupFile[]> {
  const expected = new Set([MANIFEST, ...manifest.missing.map(filePart)]);
  const partNames = new Set(manifest.parts.map(({ name }) => name));
  for (const name of [FILE_LIST, ...manifest.tables.map((table) => tablePart(table.name))])
    if (!partNames.has(name)) throw new KeepingRefusal('damaged', `${file}: ${MANIFEST} does not speak of ${name}`);
  for (const part of manifest.parts) {
    if (part.name.startsWith('files/')) throw new KeepingRefusal('damaged', `${file}: ${part.name} is listed twice`);
    await archive.check(part);
    expected.add(part.name);
  }
  const files: BackupFile[] = [];
  for await (const { line, value } of archive.lines(FILE_LIST)) {
    const listed = parseFileLine(file, line, value);
    const name = filePart(listed);
    if (expected.has(name)) throw new KeepingRefusal('damaged', `${file}: ${name} is listed twice`);
    expected.add(name);
    onProgress({ what: 'files checked', done: files.length, total: manifest.files.count });
    await archive.check({ name, bytes: listed.bytes, sha256: listed.sha256 });
    files.push(listed);
  }
  if (files.length !== manifest.files.count)
    throw new KeepingRefusal('damaged', `${file}: ${files.length} of ${manifest.files.count} files are listed`);
  const stranger = [...archive.names].find((name) => !expected.has(name));
  if (stranger !== undefined)
    throw new KeepingRefusal(
      'damaged',
      `${file} holds the part ${JSON.stringify(stranger)}, of which its manifest does not speak`,
    );
  return files;
}

async function refuseWithoutRoom({ dataDir, database }: KeepingSettings, archive: ArchiveReader): Promise<void> {
  if (database.kind === 'postgres') return;
  let folder = dataDir;
  while (!(await isThere(folder)) && dirname(folder) !== folder) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  if (archive.unpackedBytes > bavail * bsize)
    throw new KeepingRefusal(
      'no-room',
      `The backup unpacks to ${megabytes(archive.unpackedBytes)}, and ${folder} has room for ${megabytes(bavail * bsize)}; nothing was changed`,
    );
}

type Filling = {
  readonly file: string;
  readonly archive: ArchiveReader;
  readonly manifest: BackupManifest;
  readonly files: readonly BackupFile[];
  readonly onProgress: OnKeepingProgress;
};

async function fillPlace(settings: KeepingSettings, filling: Filling): Promise<Restored['key']> {
  const { archive, manifest } = filling;
  const undo: (() => Promise<void>)[] = [];
  const { database } = settings;
  const made = database.kind === 'sqlite' && (await isMadeNow(database.file));
  try {
    return await inPlace(settings, { make: true, migrations: manifest.migrations }, async (place) => {
      await refuseRows(place);
      await putFiles(place, filling, undo);
      for (const { name } of manifest.parts)
        if (name.startsWith('catalogue/')) await writeOwnFile(settings, name, archive, undo);
      const withKey = !settings.keyFromOutside && archive.names.has(SECRET_KEY);
      if (withKey) await writeOwnFile(settings, SECRET_KEY, archive, undo);
      const filled = await fillWhole(
        place.database,
        manifest.tables.map(({ name }) => name),
        (table) => rowsOf(table, filling),
      );
      if (!filled.ok)
        throw new KeepingRefusal(
          'damaged',
          `${filling.file} could not be restored: ${filled.problem.message}`,
          filled.problem.cause,
        );
      return withKey ? 'restored' : 'outside';
    });
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {});
    // A server may have been started on it meanwhile, and somebody set it up.
    if (made && (await isEmpty(settings, manifest)))
      for (const suffix of ['', '-wal', '-shm']) await rm(`${database.file}${suffix}`, { force: true });
    throw isOutOfRoom(error)
      ? new KeepingRefusal('no-room', 'No room is left where the backup would be restored to; nothing was changed')
      : error;
  }
}

async function* rowsOf(table: string, { file, archive, manifest, onProgress }: Filling): AsyncGenerator<PortableRow> {
  const total = manifest.tables.find(({ name }) => name === table)?.rows ?? 0;
  let done = 0;
  for await (const { line, value } of archive.lines(tablePart(table))) {
    done += 1;
    if (done % 1_000 === 0) onProgress({ what: `rows of ${table}`, done, total });
    yield parseRow(file, table, line, value);
  }
  if (done !== total)
    throw new KeepingRefusal('damaged', `${file}: ${tablePart(table)} holds ${done} of ${total} rows`);
}

async function putFiles(place: KeptPlace, filling: Filling, undo: (() => Promise<void>)[]): Promise<void> {
  const { file, archive, files, onProgress } = filling;
  for (const [done, { organisation, sha256, bytes }] of files.entries()) {
    onProgress({ what: 'files', done, total: files.length });
    const before = await place.files.size(organisation, sha256);
    const put = await place.files.put(organisation, await archive.open(filePart({ organisation, sha256 })), bytes);
    if (!put.ok)
      throw new KeepingRefusal(put.problem.type === 'no-space' ? 'no-room' : 'cannot-write', put.problem.message);
    if (before === undefined) undo.push(() => place.files.remove(organisation, put.file.sha256));
    if (put.file.sha256 !== sha256)
      throw new KeepingRefusal('damaged', `${file} changed while it was read; nothing was restored`);
  }
}

/** One of the small files of the data folder. A different one that is there is kept beside it: nothing here is overwritten. */
async function writeOwnFile(
  { dataDir, newId }: KeepingSettings,
  name: string,
  archive: ArchiveReader,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const target = join(dataDir, name);
  const content = await archive.text(name, 100_000_000);
  const there = await readFile(target, 'utf8').catch(() => undefined);
  if (there === content) return;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const unfinished = `${target}.${newId()}.unfinished`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (there !== undefined) {
    const aside = `${target}.before-${newId()}`;
    await rename(target, aside);
    undo.push(() => rename(aside, target));
  } else undo.push(() => rm(target, { force: true }));
  await rename(unfinished, target);
  // The key before the database whose secrets it opens.
  flushFolder(dirname(target));
}

function haveSameHeads({ organisations }: BackupManifest, verification: Verification): boolean {
  const heads = new Map(verification.organisations.map(({ organisation, head }) => [organisation, head]));
  return (
    organisations.length === heads.size &&
    organisations.every(({ organisation, seq, hash }) => {
      const head = heads.get(organisation);
      return head?.seq === seq && head.hash === hash;
    })
  );
}

/** Makes the file of a database; false when it is there already. */
async function isMadeNow(file: string): Promise<boolean> {
  makeFolder(dirname(file));
  try {
    await (await open(file, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Whether nothing stands in the database; also when it cannot be opened, as on a disk that is full. */
function isEmpty(settings: KeepingSettings, { migrations }: BackupManifest): Promise<boolean> {
  return inPlace(settings, { make: true, migrations }, async (place) => {
    const there = await listOccupied(place.database);
    return there.length === 0;
  }).catch(() => true);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}
