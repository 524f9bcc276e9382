import * as z from 'zod';
import { KeepingRefusal } from './keeping-problem.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const organisation = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/);

/** What a backup says of itself; its last part, so that only a whole one has it. */
const manifest = z.strictObject({
  format: z.literal('perennial-backup'),
  version: z.literal(1),
  madeBy: z.string().max(200),
  madeAt: z.string().max(40),
  from: z.enum(['sqlite', 'postgres']),
  /** Migrations the database had had: it is restored into tables of the same shape. */
  migrations: z.array(z.string().regex(/^\d{4}-[a-z0-9-]+\.sql$/)).max(10_000),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/), rows: count })).max(1_000),
  organisations: z.array(z.strictObject({ organisation, seq: count, hash: sha256 })),
  /** Files in the backup, and the bytes of all of them. */
  files: z.strictObject({ count, bytes: count }),
  /** Files that a document refers to and that could not be taken, with the reason. */
  missing: z.array(z.strictObject({ organisation, sha256, why: z.string().max(1_000) })),
  /** Every part but this one and the files, whose names are their hashes. */
  parts: z.array(z.strictObject({ name: z.string().max(300), bytes: count, sha256 })).max(10_000),
});

export type BackupManifest = z.infer<typeof manifest>;

/** One line of `files.jsonl`. */
const fileLine = z.strictObject({ organisation, sha256, bytes: count });
export type BackupFile = z.infer<typeof fileLine>;

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })]));
export type BackupRow = z.infer<typeof row>;

export const MANIFEST = 'manifest.json';
export const FILE_LIST = 'files.jsonl';
export const SECRET_KEY = 'secret.key';
export const tablePart = (table: string) => `tables/${table}.jsonl`;
export const filePart = ({ organisation: owner, sha256: name }: Omit<BackupFile, 'bytes'>) => `files/${owner}/${name}`;
/** Every name that may stand in a backup. */
export const BACKUP_NAMES =
  /^(?:manifest\.json|files\.jsonl|secret\.key|tables\/[a-z][a-z0-9_]{0,62}\.jsonl|files\/[A-Za-z0-9][A-Za-z0-9-]{0,63}\/[0-9a-f]{64}|catalogue(?:\/[A-Za-z0-9][A-Za-z0-9._ -]{0,120}){1,6})$/;
export const MOST_MANIFEST_BYTES = 64_000_000;

export function parseManifest(file: string, text: string): BackupManifest {
  const json = parsedJson(text);
  const format: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'format') : undefined;
  const version: unknown = typeof json === 'object' && json !== null ? Reflect.get(json, 'version') : undefined;
  if (format === 'perennial-organisation')
    throw new KeepingRefusal(
      'not-an-archive',
      `${file} holds one organisation and is no backup; take it in with perennial import`,
    );
  if (format !== 'perennial-backup') throw new KeepingRefusal('not-an-archive', `${file} is no backup of Perennial`);
  if (version !== 1)
    throw new KeepingRefusal(
      'newer-version',
      `${file} was made by a newer version of Perennial; install that one or a later one`,
    );
  const read = manifest.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new KeepingRefusal('damaged', `${file}: ${MANIFEST} is not as it should be at ${issue?.path.join('.') ?? ''}`);
}

export function parseFileLine(file: string, line: number, value: unknown): BackupFile {
  const read = fileLine.safeParse(value);
  if (read.success) return read.data;
  throw new KeepingRefusal('damaged', `${file}: line ${line} of ${FILE_LIST} does not name a file`);
}

export function parseRow(file: string, table: string, line: number, value: unknown): BackupRow {
  const read = row.safeParse(value);
  if (read.success) return read.data;
  throw new KeepingRefusal('damaged', `${file}: line ${line} of ${tablePart(table)} is no row of a table`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
