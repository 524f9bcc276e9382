import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  EXAMPLE_FILES,
  keepExample,
  keepingSettings,
  sha256,
  type TestSettings,
} from '../../../test/support/kept-place.ts';
import { type Parts, partsOf, writeParts } from '../../../test/support/remade-archive.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

let home: TestSettings;
let whole: string;
beforeAll(async () => {
  home = keepingSettings('sqlite');
  await keepExample(home, 'org');
  whole = join(home.dataDir, 'whole.zip');
  const made = await backUp(home, whole);
  if (!made.ok) throw new Error(made.problem.message);
});
afterAll(() => home.remove());

const leftovers: (() => unknown)[] = [];
afterEach(() => {
  for (const remove of leftovers.splice(0)) remove();
});

function aFolder(): TestSettings {
  const settings = keepingSettings('sqlite');
  leftovers.push(settings.remove);
  return settings;
}

/** Restores bytes into a fresh folder; the files in the folder afterwards, the archive apart. */
async function restoredFrom(bytes: Uint8Array) {
  const fresh = aFolder();
  const file = join(fresh.dataDir, 'tampered.zip');
  writeFileSync(file, bytes);
  const result = await restore(fresh, file);
  const files = readdirSync(fresh.dataDir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return { result, left: files.map(({ name }) => name).filter((name) => name !== 'tampered.zip') };
}

describe('a backup that is damaged', () => {
  it.each([0, 1, 21, 500, 5_000, 50_000])(
    'by being cut off after %i bytes is refused, and nothing is left',
    async (length) => {
      const bytes = readFileSync(whole);
      const { result, left } = await restoredFrom(bytes.subarray(0, Math.min(length, bytes.length - 1)));
      expect(result).toMatchObject({ ok: false });
      expect(left).toEqual([]);
    },
  );

  it('in any one byte is refused, unless the byte says nothing of what is kept', async () => {
    const bytes = readFileSync(whole);
    const wrong: number[] = [];
    for (let at = 3; at < bytes.length; at += Math.floor(bytes.length / 40)) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x41;
      const { result, left } = await restoredFrom(flipped);
      if (result.ok ? !(result.sameHeads && result.verification.whole) : left.length > 0) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });

  it('is no ZIP at all, or not there, or a folder', async () => {
    const { result } = await restoredFrom(Buffer.from('This is a letter, not an archive.'));
    expect(result).toMatchObject({ ok: false, problem: { type: 'not-an-archive' } });
    const fresh = aFolder();
    expect(await restore(fresh, join(fresh.dataDir, 'nothing.zip'))).toMatchObject({
      ok: false,
      problem: { type: 'cannot-read' },
    });
    expect(await restore(fresh, fresh.dataDir)).toMatchObject({ ok: false, problem: { type: 'cannot-read' } });
  });
});

describe('a backup that was tampered with', () => {
  const rows = (table: string, change: (text: string) => string) => (parts: Parts) =>
    parts.set(`tables/${table}.jsonl`, Buffer.from(change(text(parts, `tables/${table}.jsonl`))));
  const first = sha256(EXAMPLE_FILES[0]?.[1] ?? '');
  const changes: readonly (readonly [string, (parts: Parts) => void, RegExp])[] = [
    ['has a row that is no row', rows('entity', (lines) => `${lines}[1,2]\n`), /no row of a table/],
    [
      'has a row with a strange column',
      rows('entity', (lines) => lines.replace('"revision"', '"version"')),
      /no column "version"/,
    ],
    ['has a row twice', rows('entity', (lines) => `${lines}${lines.split('\n')[0]}\n`), /does not take these rows/],
    [
      'has text where a number stands',
      rows('entity', (lines) => lines.replace(/"revision":\d+/, '"revision":"many"')),
      /does not take these rows/,
    ],
    [
      'has a row of an organisation that is not there',
      rows('entity', (lines) => lines.replace('"org"', '"ghost"')),
      /does not take these rows/,
    ],
    [
      'has another file under a name',
      (parts) => parts.set(`files/org/${first}`, Buffer.from('other')),
      /not what it was/,
    ],
    ['lacks a file', (parts) => parts.delete(`files/org/${first}`), /missing/],
    ['has a line of forty million characters', rows('entity', () => `"${'a'.repeat(40_000_000)}"\n`), /far too long/],
    [
      'has a manifest that is far too large',
      (parts) => parts.set('manifest.json', Buffer.alloc(65_000_000, ' ')),
      /far too large/,
    ],
    [
      'holds a table that the program does not know',
      (parts) => parts.set('tables/spell.jsonl', Buffer.from('{"a":1}\n')),
      /no table "spell"/,
    ],
    [
      'holds a part that its manifest does not name',
      (parts) => parts.set(`files/org/${sha256('x')}`, Buffer.from('x')),
      /does not speak/,
    ],
    [
      'had a migration this version does not know',
      (parts) =>
        parts.set(
          'manifest.json',
          Buffer.from(text(parts, 'manifest.json').replace('0001-create-journal.sql', '9999-later.sql')),
        ),
      /newer version/,
    ],
    [
      'is an export',
      (parts) => parts.set('manifest.json', Buffer.from('{"format":"perennial-organisation"}')),
      /perennial import/,
    ],
  ];

  it.each(changes)('and %s is refused with a sentence, and nothing is left', async (_what, change, sentence) => {
    const parts = await partsOf(whole);
    change(parts);
    if (text(parts, 'manifest.json').includes('"parts"')) remadeManifest(parts);
    const file = join(aFolder().dataDir, 'made.zip');
    await writeParts(file, parts);
    const { result, left } = await restoredFrom(readFileSync(file));
    expect(!result.ok && result.problem.message).toMatch(sentence);
    expect(left).toEqual([]);
  });

  it('and holds a name that leads out of the folder is refused before anything is unpacked', async () => {
    const folder = aFolder();
    const file = join(folder.dataDir, 'made.zip');
    await writeParts(file, [...(await partsOf(whole)), ['up/evil-file', 'x']]);
    const bytes = readFileSync(file).toString('latin1').replaceAll('up/evil-file', '../evil-file');
    const { result, left } = await restoredFrom(Buffer.from(bytes, 'latin1'));
    expect(result).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('leads out of the folder') },
    });
    expect(left).toEqual([]);
    expect(existsSync(join(folder.dataDir, '..', 'evil-file'))).toBe(false);
  });

  it('and holds a part twice is refused', async () => {
    const file = join(aFolder().dataDir, 'made.zip');
    const parts = [...(await partsOf(whole))];
    await writeParts(file, [...parts, ['files.jsonl', '']]);
    expect((await restoredFrom(readFileSync(file))).result).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('twice') },
    });
  });

  it('is refused where the same archive unharmed is restored', async () => {
    const { result } = await restoredFrom(readFileSync(whole));
    expect(result).toMatchObject({ ok: true, sameHeads: true, verification: { whole: true } });
  });
});

describe('a restore that was interrupted', () => {
  it('can be made again over what the first left in the files', async () => {
    const fresh = aFolder();
    const half = await restore(fresh, whole);
    expect(half).toMatchObject({ ok: true });
    for (const name of ['perennial.sqlite', 'perennial.sqlite-wal', 'perennial.sqlite-shm'])
      if (existsSync(join(fresh.dataDir, name))) truncateSync(join(fresh.dataDir, name), 0);
    expect(await restore(fresh, whole)).toMatchObject({ ok: true, sameHeads: true });
  });

  it('is refused where the files of another organisation lie', async () => {
    const fresh = aFolder();
    await keepExample(fresh, 'stranger');
    for (const name of readdirSync(fresh.dataDir).filter((one) => one.startsWith('perennial.sqlite')))
      truncateSync(join(fresh.dataDir, name), 0);
    expect(await restore(fresh, whole)).toMatchObject({ ok: false, problem: { type: 'not-empty' } });
  });
});

/** What somebody who tampers would do: the manifest has the hashes of what stands there now. */
function remadeManifest(parts: Parts): void {
  const manifest = JSON.parse(text(parts, 'manifest.json'));
  manifest.parts = [...parts]
    .filter(([name]) => name !== 'manifest.json' && !name.startsWith('files/'))
    .map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) }));
  manifest.tables = [...parts]
    .filter(([name]) => name.startsWith('tables/'))
    .map(([name, content]) => ({
      name: name.slice('tables/'.length, -'.jsonl'.length),
      rows: content.toString().split('\n').length - 1,
    }));
  parts.set('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
}

function text(parts: Parts, name: string): string {
  return parts.get(name)?.toString('utf8') ?? '';
}
