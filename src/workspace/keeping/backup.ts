import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { FileStore } from '../../storage/file-store.ts';
import { readWhole, type WholeReading } from '../../storage/whole-database.ts';
import { type ArchivePart, type ArchiveWriter, writeArchive } from './archive-writer.ts';
import {
  BACKUP_NAMES,
  type BackupFile,
  type BackupManifest,
  FILE_LIST,
  filePart,
  MANIFEST,
  SECRET_KEY,
  tablePart,
} from './backup-manifest.ts';
import { errorCode, type Kept, keptOrRefused, type OnKeepingProgress } from './keeping-problem.ts';
import { inPlace, type KeepingSettings } from './kept-place.ts';
import { contentOf, fileReferredBy } from './referred-files.ts';

export type BackupOptions = {
  /** Replaces a file of that name. */
  readonly force?: boolean;
  readonly onProgress?: OnKeepingProgress;
};

/** What was backed up. `missing` are files that a document refers to and that could not be taken. */
export type BackedUp = { readonly manifest: BackupManifest; readonly withKey: boolean };

/**
 * Writes everything that is kept into one archive while a server goes on: the database as at one moment, then the files its
 * documents refer to, which nothing but an erasure takes away.
 */
export function backUp(
  settings: KeepingSettings,
  file: string,
  { force = false, onProgress = () => {} }: BackupOptions = {},
): Promise<Kept<BackedUp>> {
  return keptOrRefused(() =>
    inPlace(settings, {}, (place) =>
      writeArchive(file, { force, unfinishedName: settings.newId() }, async (archive) => {
        const parts: ArchivePart[] = [];
        const add = async (name: string, content: AsyncIterable<Uint8Array | string>) => {
          parts.push(await archive.add(name, content, 'squeeze'));
        };
        const taken = await readWhole(place.database, (whole) => addTables(whole, add, onProgress));
        const { files, missing } = await addFiles(archive, place.files, taken.files, onProgress);
        await add(FILE_LIST, jsonLines(files));
        const withKey = !settings.keyFromOutside && (await addOwnFile(settings.dataDir, SECRET_KEY, add));
        for (const name of await catalogueFiles(settings.dataDir)) await addOwnFile(settings.dataDir, name, add);
        const manifest: BackupManifest = {
          format: 'perennial-backup',
          version: 1,
          madeBy: `Perennial ${settings.version}`,
          madeAt: settings.now(),
          from: place.database.kind,
          migrations: taken.migrations,
          tables: taken.tables,
          organisations: taken.organisations,
          files: { count: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) },
          missing,
          parts,
        };
        await archive.add(MANIFEST, text(`${JSON.stringify(manifest, null, 2)}\n`), 'squeeze');
        return { manifest, withKey };
      }),
    ),
  );
}

type Add = (name: string, content: AsyncIterable<Uint8Array | string>) => Promise<void>;

async function addTables({ migrations, tables, rows }: WholeReading, add: Add, onProgress: OnKeepingProgress) {
  const counts: BackupManifest['tables'] = [];
  const organisations: BackupManifest['organisations'] = [];
  const documents = new Set<string>();
  const files = new Map<string, BackupFile>();
  let done = 0;

  async function* linesOf(table: string, counted: { rows: number }) {
    for await (const row of rows(table)) {
      counted.rows += 1;
      done += 1;
      if (done % 1_000 === 0) onProgress({ what: 'rows', done });
      const { organisation, seq } = row;
      if (table === 'journal_head')
        organisations.push({ organisation: String(organisation), seq: Number(seq), hash: String(row.hash) });
      if (table === 'journal_entry' && row.kind === 'document') documents.add(`${organisation} ${seq}`);
      // Entries come before payloads: the tables are in the order of their names where none refers to another.
      if (table === 'journal_payload' && documents.has(`${organisation} ${seq}`)) {
        const file = fileReferredBy('document', Number(seq), dataOf(row.payload));
        if (file)
          files.set(`${organisation} ${file.sha256}`, {
            organisation: String(organisation),
            sha256: file.sha256,
            bytes: file.bytes,
          });
      }
      yield `${JSON.stringify(row)}\n`;
    }
  }

  const ordered = [...tables].sort((a, b) => Number(a === 'journal_payload') - Number(b === 'journal_payload'));
  for (const table of ordered) {
    const counted = { rows: 0 };
    await add(tablePart(table), linesOf(table, counted));
    counts.push({ name: table, rows: counted.rows });
  }
  return { migrations: [...migrations], tables: counts, organisations, files: [...files.values()] };
}

/** What a payload says; nothing when it is damaged, which `verify` is there to find. */
function dataOf(payload: unknown): unknown {
  try {
    const parsed: unknown = JSON.parse(String(payload));
    return typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'data') : undefined;
  } catch {
    return undefined;
  }
}

async function addFiles(
  archive: ArchiveWriter,
  store: FileStore,
  referred: readonly BackupFile[],
  onProgress: OnKeepingProgress,
) {
  const files: BackupFile[] = [];
  const missing: BackupManifest['missing'] = [];
  for (const file of referred) {
    onProgress({ what: 'files', done: files.length, total: referred.length });
    const { organisation, sha256 } = file;
    const content = await contentOf(store, organisation, sha256);
    if (!content) {
      missing.push({ organisation, sha256, why: 'it was not there' });
      continue;
    }
    const part = await archive.add(filePart(file), content);
    if (part.sha256 === sha256) files.push({ ...file, bytes: part.bytes });
    else missing.push({ organisation, sha256, why: 'its bytes no longer have its SHA-256' });
  }
  return { files, missing };
}

/** Adds a file of the data folder; false when there is none. */
async function addOwnFile(dataDir: string, name: string, add: Add): Promise<boolean> {
  const stream = createReadStream(join(dataDir, name));
  const there = await new Promise<boolean>((resolve, reject) => {
    stream.once('open', () => resolve(true));
    stream.once('error', (error) => (errorCode(error) === 'ENOENT' ? resolve(false) : reject(error)));
  });
  if (there) await add(name, stream);
  return there;
}

/** The official wording that was imported, below `catalogue/`. */
async function catalogueFiles(dataDir: string): Promise<readonly string[]> {
  const found = await readdir(join(dataDir, 'catalogue'), { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile())
    .map((one) => relative(dataDir, join(one.parentPath, one.name)).replaceAll('\\', '/'))
    .filter((name) => BACKUP_NAMES.test(name))
    .sort();
}

async function* jsonLines(values: readonly unknown[]) {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

async function* text(content: string) {
  yield content;
}
