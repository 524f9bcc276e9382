import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { databases, type TestDatabaseKind } from '../../../test/support/databases.ts';
import {
  EXAMPLE_FILES,
  keepExample,
  keepingSettings,
  sha256,
  type TestSettings,
} from '../../../test/support/kept-place.ts';
import { type Parts, partsOf, writeParts } from '../../../test/support/remade-archive.ts';
import { exportLine, exportManifest } from './export-format.ts';
import { exportOrganisation } from './export-organisation.ts';
import { importOrganisation } from './import-organisation.ts';
import { openPlace } from './kept-place.ts';
import { verify } from './verify.ts';

const leftovers: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of leftovers.splice(0).reverse()) await remove();
});

async function anInstallation(make: TestDatabaseKind['make']): Promise<TestSettings> {
  const { place, remove } = await make();
  const settings = keepingSettings(place);
  leftovers.push(remove, settings.remove);
  return settings;
}

function aFolder(): TestSettings {
  const settings = keepingSettings('sqlite');
  leftovers.push(settings.remove);
  return settings;
}

async function exported(settings: TestSettings, organisation = 'org') {
  const file = join(aFolder().dataDir, 'export.zip');
  const result = await exportOrganisation(settings, file, { organisation });
  if (!result.ok) throw new Error(result.problem.message);
  return { file, manifest: result.manifest };
}

async function taken(settings: TestSettings, file: string, options = {}) {
  const result = await importOrganisation(settings, file, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result;
}

const kinds = databases();
const trips = kinds.flatMap((from) =>
  kinds.map((over) => ({ from, over, name: `${from.kind} → ${over.kind} → ${from.kind}` })),
);

describe.each(trips)('an organisation that goes $name', ({ from, over }) => {
  it('comes back with the same journal, rows and files', async () => {
    const home = await anInstallation(from.make);
    await keepExample(home, 'org');
    const first = await exported(home);
    const abroad = await anInstallation(over.make);
    expect(await taken(abroad, first.file)).toMatchObject({ verification: { whole: true }, organisation: 'org' });
    const second = await exported(abroad);
    const back = await anInstallation(from.make);
    await taken(back, second.file);
    const third = await exported(back);

    expect(third.manifest.parts).toEqual(first.manifest.parts);
    expect(third.manifest.journal).toEqual(first.manifest.journal);
    const [rowsBefore, rowsAfter] = await Promise.all([home, back].map(currentRows));
    expect(rowsAfter).toEqual(rowsBefore);
  });
});

async function currentRows(settings: TestSettings) {
  const place = await openPlace(settings);
  return place.journal.current('org').finally(place.close);
}

describe('an export', () => {
  it('is what its JSON Schemas say, line by line, and its data what the schemas inside it say', async () => {
    const settings = aFolder();
    await keepExample(settings, 'org');
    const parts = await partsOf((await exported(settings)).file);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const manifest = ajv.compile(schemaFile('export-manifest.schema.json'));
    const line = ajv.compile(schemaFile('export-journal-line.schema.json'));
    const kindSchemas: { readonly $defs: Readonly<Record<string, object>> } = JSON.parse(
      text(parts, 'kinds.schema.json'),
    );

    expect([manifest(JSON.parse(text(parts, 'manifest.json'))), manifest.errors]).toEqual([true, null]);
    for (const written of text(parts, 'journal.jsonl').trimEnd().split('\n')) {
      const parsed = JSON.parse(written);
      expect([line(parsed), line.errors]).toEqual([true, null]);
      if (!['add', 'change'].includes(parsed.entry.action) || parsed.payload === null) continue;
      const kind = ajv.compile(kindSchemas.$defs[parsed.entry.kind] ?? false);
      expect([kind(parsed.payload.data), kind.errors]).toEqual([true, null]);
    }
  });

  it.each([
    ['export-manifest.schema.json', exportManifest],
    ['export-journal-line.schema.json', exportLine],
  ] as const)('is documented by the schema that the program reads it with: %s', (name, schema) => {
    const { title: _, description: __, ...documented } = schemaFile(name);
    expect(documented).toEqual(z.toJSONSchema(schema));
  });

  it('can be replayed by anyone: every chain hash follows from the documented rule', async () => {
    const settings = aFolder();
    await keepExample(settings, 'org');
    const parts = await partsOf((await exported(settings)).file);
    let previous = '0'.repeat(64);
    for (const written of text(parts, 'journal.jsonl').trimEnd().split('\n')) {
      const { entry, payload } = JSON.parse(written);
      const { hash, ...body } = entry;
      expect(entry.previous).toBe(previous);
      expect(sha256(sorted(body))).toBe(hash);
      if (payload !== null) expect(sha256(sorted(payload))).toBe(entry.dataHash);
      previous = hash;
    }
  });

  it('asks which organisation is meant when there are several', async () => {
    const settings = aFolder();
    await keepExample(settings, 'one');
    await keepExample(settings, 'two');
    const refused = await exportOrganisation(settings, join(settings.dataDir, 'export.zip'));
    expect(refused).toMatchObject({ ok: false, problem: { type: 'no-organisation' } });
    expect(!refused.ok && refused.problem.message).toContain('one, two');
  });
});

function schemaFile(name: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../docs/schemas', name), 'utf8'));
}

describe.each(kinds)('an import on $kind', ({ make }) => {
  it('of an organisation that is here already is refused, and taken in under a new id when asked', async () => {
    const settings = await anInstallation(make);
    await keepExample(settings, 'org');
    const { file, manifest } = await exported(settings);

    expect(await importOrganisation(settings, file)).toMatchObject({ ok: false, problem: { type: 'exists' } });
    const { organisation } = await taken(settings, file, { asNew: true });

    expect(organisation).not.toBe('org');
    const { verification } = await verified(settings);
    expect(verification.whole).toBe(true);
    expect(verification.organisations.map(({ head }) => head.hash)).toEqual([
      manifest.journal.head,
      manifest.journal.head,
    ]);
  });

  it('asks who is to own it before anything is written', async () => {
    const settings = await anInstallation(make);
    const home = aFolder();
    await keepExample(home, 'org');
    const { file } = await exported(home);
    const owner = { check: async () => 'Nobody here has the email address', settle: async () => 'never' };
    expect(await importOrganisation(settings, file, { owner })).toMatchObject({
      ok: false,
      problem: { type: 'no-account' },
    });
    expect((await verified(settings)).verification.organisations).toEqual([]);
  });
});

async function verified(settings: TestSettings) {
  const result = await verify(settings);
  if (!result.ok) throw new Error(result.problem.message);
  return result;
}

describe('a tampered export', () => {
  const journal = (change: (lines: string[]) => string[]) => (parts: Parts) => {
    const lines = text(parts, 'journal.jsonl').trimEnd().split('\n');
    parts.set('journal.jsonl', Buffer.from(`${change(lines).join('\n')}\n`));
  };
  const first = sha256(EXAMPLE_FILES[0]?.[1] ?? '');
  const changes: readonly (readonly [string, (parts: Parts) => void, RegExp])[] = [
    ['says something else', journal((lines) => lines.map((line) => line.replace('Chloë', 'Zoë'))), /entry 3 .*changed/],
    ['lacks an entry', journal((lines) => lines.toSpliced(3, 1)), /entry 5 .*missing or out of order/],
    ['lacks the end', journal((lines) => lines.slice(0, -1)), /content is gone|does not end/],
    ['has an entry twice', journal((lines) => [...lines, lines.at(-1) ?? '']), /entry 9/],
    ['holds a line that is no JSON', journal((lines) => [...lines, '{']), /not JSON/],
    [
      'breaks off in a line',
      (parts) => parts.set('journal.jsonl', Buffer.from(text(parts, 'journal.jsonl').slice(0, -2))),
      /breaks off/,
    ],
    [
      'holds bytes that are no text',
      (parts) => parts.set('journal.jsonl', Buffer.from([0xff, 0xfe, 10])),
      /cannot be unpacked/,
    ],
    ['lacks a file', (parts) => parts.delete(`files/${first}`), /missing/],
    ['holds another file under a name', (parts) => parts.set(`files/${first}`, Buffer.from('other')), /another one/],
    [
      'holds a file nothing refers to',
      (parts) => parts.set(`files/${sha256('x')}`, Buffer.from('x')),
      /nothing in it refers/,
    ],
    ['holds a part of another kind', (parts) => parts.set('evil.sh', Buffer.from('x')), /does not belong there/],
    ['lacks its manifest', (parts) => parts.delete('manifest.json'), /missing/],
    ['has an empty journal', (parts) => parts.set('journal.jsonl', Buffer.from('')), /does not end|is missing|another/],
    [
      'is of a later version',
      (parts) =>
        parts.set('manifest.json', Buffer.from(text(parts, 'manifest.json').replace('"version": 1', '"version": 2'))),
      /newer version/,
    ],
    [
      'is a backup',
      (parts) => parts.set('manifest.json', Buffer.from('{"format":"perennial-backup","version":1}')),
      /perennial restore/,
    ],
  ];

  it.each(changes)('that %s is refused with a sentence, and nothing is written', async (_what, change, sentence) => {
    const home = aFolder();
    await keepExample(home, 'org');
    const parts = await partsOf((await exported(home)).file);
    change(parts);
    remadeManifest(parts);
    const fresh = aFolder();
    const file = join(fresh.dataDir, 'tampered.zip');
    await writeParts(file, parts);

    const refused = await importOrganisation(fresh, file);

    expect(!refused.ok && refused.problem.message).toMatch(sentence);
    expect(readdirSync(fresh.dataDir)).toEqual(['tampered.zip']);
  });
});

/** What somebody who tampers would do: the manifest has the hashes of what stands there now. */
function remadeManifest(parts: Parts): void {
  if (!parts.has('manifest.json') || !text(parts, 'manifest.json').includes('"parts"')) return;
  const manifest = JSON.parse(text(parts, 'manifest.json'));
  manifest.parts = [...parts]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) }));
  parts.set('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
}

function text(parts: Parts, name: string): string {
  return parts.get(name)?.toString('utf8') ?? '';
}

/** RFC 8785 for values that hold no numbers but whole ones: keys sorted, nothing between. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${sorted(inner)}`)
    .join(',')}}`;
}
