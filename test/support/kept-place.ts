import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { v7 } from 'uuid';
import type { Command } from '../../src/record/decide.ts';
import type { DatabasePlace } from '../../src/storage/database.ts';
import { createDiskFiles } from '../../src/storage/file-disk.ts';
import { type KeepingSettings, type KeptPlace, openPlace } from '../../src/workspace/keeping/kept-place.ts';
import { type KeptRecords, keepRecords } from '../../src/workspace/kept-records.ts';
import { MIGRATIONS } from './migrations-folder.ts';

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

export type TestSettings = KeepingSettings & { readonly remove: () => void };

/** Settings of an installation of a test's own: its data folder is new and empty. */
export function keepingSettings(database: DatabasePlace | 'sqlite'): TestSettings {
  return keepingSettingsAt(mkdtempSync(join(tmpdir(), 'perennial-place-')), database);
}

export function keepingSettingsAt(dataDir: string, database: DatabasePlace | 'sqlite' = 'sqlite'): TestSettings {
  let second = 0;
  return {
    database: database === 'sqlite' ? { kind: 'sqlite', file: join(dataDir, 'perennial.sqlite') } : database,
    migrationsDir: MIGRATIONS,
    dataDir,
    openFiles: async () => createDiskFiles(join(dataDir, 'files')),
    keyFromOutside: false,
    version: '0.0.0-test',
    now: () => {
      second += 1;
      return `2026-11-20T09:${String(Math.floor(second / 60) % 60).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000Z`;
    },
    newId: () => v7(),
    hash: sha256,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

export function recordsIn(place: KeptPlace, { now, newId, hash }: KeepingSettings): KeptRecords {
  return keepRecords({
    journal: place.journal,
    now,
    today: () => '2026-11-20',
    newId,
    salt: () => randomBytes(16).toString('hex'),
    hash,
  });
}

/** What a document says of a file that is in the store. */
export function documentOf(content: string | Uint8Array, path: string) {
  return {
    path,
    sha256: sha256(content),
    bytes: Buffer.byteLength(content),
    mediaType: 'text/markdown',
    receivedAt: '2026-11-20T09:00:00.000Z',
    source: 'upload',
    hold: 'none',
    scan: 'not-scanned',
  };
}

export async function done(records: KeptRecords, organisation: string, ...commands: readonly Command[]) {
  const performed = await records.perform(organisation, 'account:1', { do: 'together', commands });
  if (!performed.ok) throw new Error(JSON.stringify(performed.problem));
  return performed;
}

/**
 * An organisation with people, documents and their files, changes, a removal and a lawful erasure: something of everything that
 * a journal can hold.
 */
export async function keepExample(settings: KeepingSettings, organisation: string): Promise<void> {
  const place = await openPlace(settings, { make: true });
  try {
    const records = recordsIn(place, settings);
    await place.journal.create(organisation, settings.now());
    for (const [, content] of EXAMPLE_FILES)
      await place.files.put(organisation, Readable.from([Buffer.from(content)]), 1_000_000);
    const people = ['Ada Okafor', 'Bryn Howells', 'Chloë Śliwińska', 'Dev Patel'].map((name, i) => ({
      do: 'add' as const,
      kind: 'person',
      id: `p${i}`,
      data: { name, employment: 'staff' },
    }));
    await done(records, organisation, ...people);
    for (const [i, [path, content]] of EXAMPLE_FILES.entries())
      await done(records, organisation, { do: 'add', kind: 'document', id: `d${i}`, data: documentOf(content, path) });
    await done(records, organisation, {
      do: 'change',
      kind: 'person',
      id: 'p1',
      seen: 2,
      data: { name: 'Bryn Howells', employment: 'director', jobTitle: 'Line\u2028separator “quoted”' },
    });
    await done(records, organisation, { do: 'remove', kind: 'person', id: 'p3', seen: 4 });
    await done(records, organisation, {
      do: 'erase',
      kind: 'person',
      id: 'p0',
      reason: 'She asked for it',
      basis: 'UK GDPR article 17',
    });
  } finally {
    await place.close();
  }
}

export const EXAMPLE_FILES: readonly (readonly [string, string])[] = [
  ['policies/backup.md', '# Backup policy\n\nRestores are tested every quarter.\n'],
  ['logs/restore tests.md', `# Restore tests\n\n${'A restore test took place.\n'.repeat(5_000)}`],
];
