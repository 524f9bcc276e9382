import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSqlite, opened, type TestPlace } from '../../../test/support/databases.ts';
import { hostileFiles } from '../../../test/support/hostile-files.ts';
import { documentsOn, type KeepingDocuments, uploadOf } from '../../../test/support/kept-documents.ts';
import type { Database } from '../../storage/database.ts';
import { createJournalStore } from '../../storage/journal-in-sql.ts';
import type { Kept } from './documents.ts';

const files = await hostileFiles();
const GOOD = uploadOf('good.md', '# Access policy\n\nOwner: Jane Smith\n');

describe('broken and hostile files among an upload', () => {
  let place: TestPlace;
  let database: Database;
  let dir: string;
  let here: KeepingDocuments;
  const results = new Map<string, readonly Kept[]>();

  beforeAll(async () => {
    place = await makeSqlite();
    database = await opened(place.place);
    dir = mkdtempSync(join(tmpdir(), 'perennial-documents-'));
    await createJournalStore(database).create('organisation-1', '2026-11-20T09:30:00.000Z');
    here = documentsOn(database, dir);
    for (const { name, bytes } of files)
      results.set(name, await here.documents.keep('organisation-1', 'account:one', uploadOf(`hostile/${name}`, bytes)));
    results.set(GOOD.path, await here.documents.keep('organisation-1', 'account:one', GOOD));
  }, 300_000);
  afterAll(async () => {
    await here.documents.close();
    await database.close();
    await place.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(files)('$what ($name) is kept with a word about it, or refused with a reason', ({ name }) => {
    const told = results.get(name) ?? [];
    expect(told).not.toEqual([]);
    for (const one of told)
      if (!one.ok) expect(one.problem.message, one.path).toMatch(/^(?:“|The )[^\n]{10,}[^.]$/);
      else for (const note of one.notes) expect(note).not.toMatch(/\bundefined\b|\bnull\b|Error:|\bat .*\.ts/);
  });

  test('the good file beside them is kept', () => {
    expect(results.get(GOOD.path)?.map((one) => one.ok && one.became)).toEqual(['kept']);
  });

  test('every file that is stored is that of a document, and every document has its file', async () => {
    const stored = new Set<string>();
    for await (const { sha256 } of here.files.list('organisation-1')) stored.add(sha256);
    expect(new Set((await here.kept('organisation-1')).map(({ data }) => data.sha256))).toEqual(stored);
  });
});
