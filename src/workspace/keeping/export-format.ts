import * as z from 'zod';
import type { StoredEntry } from '../../storage/journal-store.ts';
import { KeepingRefusal } from './keeping-problem.ts';

// The open format of one organisation, version 1. docs/export-format.md explains it and docs/schemas/ says it as JSON Schema; a
// test compares all three.

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const exportManifest = z.strictObject({
  format: z.literal('perennial-organisation'),
  version: z.literal(1),
  madeBy: z.string().max(200),
  madeAt: z.iso.datetime(),
  organisation: z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/),
    name: z.string().max(300).optional(),
  }),
  journal: z.strictObject({ entries: count, erased: count, head: sha256 }),
  files: z.strictObject({ count, bytes: count }),
  missing: z.array(z.strictObject({ sha256, why: z.string().max(1_000) })),
  parts: z.array(z.strictObject({ name: z.string().max(300), bytes: count, sha256 })).max(10_000_000),
});
export type ExportManifest = z.infer<typeof exportManifest>;

export const exportLine = z.strictObject({
  entry: z.strictObject({
    seq: z.int().min(1),
    at: z.iso.datetime(),
    actor: z.string().min(1).max(200),
    action: z.enum(['add', 'change', 'remove', 'erase']),
    kind: z.string().regex(/^[a-z][a-z-]{0,63}$/),
    id,
    dataHash: sha256,
    previous: sha256,
    hash: sha256,
  }),
  payload: z.union([z.strictObject({ salt: z.string().max(200), data: z.unknown() }), z.null()]),
});

export const MANIFEST = 'manifest.json';
export const JOURNAL = 'journal.jsonl';
export const KIND_SCHEMAS = 'kinds.schema.json';
export const README = 'README.txt';
export const exportedFile = (name: string) => `files/${name}`;
/** Every name that may stand in an export. */
export const EXPORT_NAMES = /^(?:manifest\.json|journal\.jsonl|kinds\.schema\.json|README\.txt|files\/[0-9a-f]{64})$/;
export const MOST_MANIFEST_BYTES = 500_000_000;

export function parseExportManifest(file: string, text: string): ExportManifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new KeepingRefusal('not-an-archive', `${file} is no export of Perennial`);
  }
  const said = (name: string): unknown =>
    typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
  if (said('format') === 'perennial-backup')
    throw new KeepingRefusal('not-an-archive', `${file} is a backup of a whole installation; use perennial restore`);
  if (said('format') !== 'perennial-organisation')
    throw new KeepingRefusal('not-an-archive', `${file} is no export of Perennial`);
  if (said('version') !== 1)
    throw new KeepingRefusal(
      'newer-version',
      `${file} was made by a newer version of Perennial; install that one or a later one`,
    );
  const read = exportManifest.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new KeepingRefusal('damaged', `${file}: ${MANIFEST} is not as it should be at ${issue?.path.join('.') ?? ''}`);
}

export function parseExportLine(file: string, line: number, value: unknown): StoredEntry {
  const read = exportLine.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new KeepingRefusal(
      'damaged',
      `${file}: line ${line} of ${JOURNAL} is no entry (${issue?.path.join('.') ?? ''})`,
    );
  }
  const { entry, payload } = read.data;
  return { entry, payload: payload ?? undefined };
}

export const README_TEXT = `This archive holds the whole record of one organisation, written by Perennial
in the open format perennial-organisation, version 1.

journal.jsonl      every change ever made, one JSON object a line, oldest first:
                   {"entry": {seq, at, actor, action, kind, id, dataHash,
                   previous, hash}, "payload": {salt, data}}. The payload is
                   null where it was lawfully erased. Replaying the entries
                   (add and change put data under kind and id, remove and erase
                   take it away) gives the record as it stood at any moment.
                   dataHash is the SHA-256 of the payload and hash that of the
                   rest of the entry, both as RFC 8785 canonical JSON; previous
                   is the hash of the entry before.
kinds.schema.json  JSON Schema of the data of each kind.
files/             the documents, each named by the SHA-256 of its bytes. Their
                   own names stand in the journal, as "path" of kind "document".
manifest.json      what the archive holds, with the hash of every part.

The format is described in docs/export-format.md of Perennial's source.
`;
