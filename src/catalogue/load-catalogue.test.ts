import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, Category } from './catalogue.ts';
import { compileCatalogues, findCatalogueDirectory, loadCatalogue, loadEditions } from './load-catalogue.ts';
import { SHIPPED_CATALOGUES } from './shipped-catalogues.ts';

const directory = findCatalogueDirectory(import.meta.url) ?? '';

async function load(edition: string, category: Category): Promise<Catalogue> {
  const loaded = await loadCatalogue(directory, { edition, category });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem, null, 2));
  return loaded.value;
}

describe('the shipped catalogues', () => {
  it.each([
    ['v8', 3, 80, 45],
    ['v8', 2, 122, 98],
    ['v8', 4, 45, 29],
    ['v7', 3, 77, 43],
  ] as const)(
    'hold for %s category %i all %i items, %i of them mandatory',
    async (edition, category, items, mandatory) => {
      const catalogue = await load(edition, category);
      expect([catalogue.items.length, catalogue.items.filter((item) => item.mandatory).length]).toEqual([
        items,
        mandatory,
      ]);
    },
  );

  it('agree with every published count', async () => {
    for (const { edition, category } of SHIPPED_CATALOGUES) {
      const { officialCounts, items } = await load(edition, category);
      if (officialCounts?.items != null) expect(items.length).toBe(officialCounts.items);
      if (officialCounts?.mandatory != null)
        expect(items.filter((i) => i.mandatory).length).toBe(officialCounts.mandatory);
    }
  });

  it('know 25 of the 26 items of Approaching Standards and call the candidates unknown, not false', async () => {
    const { items } = await load('v8', 3);
    expect(items.filter((item) => item.approaching).length).toBe(25);
    expect(items.filter((item) => item.approaching === null).map((item) => item.ref)).toEqual(['1.3.14', '6.3.2']);
  });

  it('have a number of their own for every item', async () => {
    for (const { edition, category } of SHIPPED_CATALOGUES) {
      const refs = (await load(edition, category)).items.map((item) => item.ref);
      expect(new Set(refs).size).toBe(refs.length);
    }
  });

  it('give every item a confidence and a dated source', async () => {
    for (const { edition, category } of SHIPPED_CATALOGUES) {
      for (const item of (await load(edition, category)).items) {
        expect(item.sources.length, `${edition}/${category} ${item.ref}`).toBeGreaterThan(0);
        expect(
          item.sources.every((source) => source.url.startsWith('https://') && source.readOn === '2026-11-20'),
        ).toBe(true);
        expect(['high', 'medium', 'low']).toContain(item.confidence);
      }
    }
  });

  it('have a proof rule for every item of category 3', async () => {
    const { items } = await load('v8', 3);
    expect(items.filter((item) => !item.rule).map((item) => item.ref)).toEqual([]);
  });

  it('point from every proof rule to items that exist', async () => {
    const { items } = await load('v8', 3);
    const refs = new Set(items.map((item) => item.ref));
    const pointed = items.flatMap((item) => [
      ...(item.rule?.notThis.map((other) => other.ref) ?? []),
      ...(item.rule?.sharesProofWith ?? []),
    ]);
    expect(pointed.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it('say of every shared proof that it is shared both ways', async () => {
    const { items } = await load('v8', 3);
    const shares = new Map(items.map((item) => [item.ref, item.rule?.sharesProofWith ?? []]));
    const oneWay = items.flatMap((item) =>
      (shares.get(item.ref) ?? []).filter((other) => !shares.get(other)?.includes(item.ref)),
    );
    expect(oneWay).toEqual([]);
  });

  it('let a certificate alone prove exactly the items it is said to exempt, local-authority certificates apart', async () => {
    const { items } = await load('v8', 3);
    for (const item of items) {
      const alone = item.rule?.proofs
        .filter((proof) => proof.length === 1)
        .flatMap((proof) => proof.flatMap((c) => (c.is === 'certificate' ? [c.certificate] : [])));
      expect(alone, item.ref).toEqual(item.exemptBy.filter((certificate) => certificate !== 'psn'));
    }
  });

  it('lend no rule where the same number is another question', async () => {
    for (const category of [2, 4] as const) {
      const lent = (await load('v8', category)).items.filter((item) => item.differsIn?.includes(3) && item.rule);
      expect(lent.map((item) => item.ref)).toEqual([]);
    }
    expect((await load('v7', 3)).items.find((item) => item.ref === '7.1.1')?.rule).toBeUndefined();
  });

  it('say in every edition that version 9 is in force', async () => {
    for (const { edition, category } of SHIPPED_CATALOGUES) {
      const { caveats, laterInForce } = await load(edition, category);
      expect(caveats.some((caveat) => caveat.includes('Version 9 (2026-27) is in force'))).toBe(true);
      expect(laterInForce).toEqual({ edition: 'v9', confidence: 'medium' });
    }
  });
});

describe('loading the editions', () => {
  it('knows version 9 by its dates only', async () => {
    const loaded = await loadEditions(directory);
    const v9 = loaded.ok ? loaded.value.find((edition) => edition.edition === 'v9') : undefined;
    expect(v9).toMatchObject({
      releasedOn: '2026-09-01',
      deadline: '2027-06-30',
      deadlineBasis: 'by-pattern',
      contents: 'unknown',
    });
  });
});

describe('loading a catalogue that does not ship', () => {
  it('lists what does', async () => {
    const loaded = await loadCatalogue(directory, { edition: 'v9', category: 3 });
    expect(loaded.ok ? '' : loaded.problem).toMatchObject({
      type: 'no-such-catalogue',
      reason: expect.stringContaining('v8 category 3'),
    });
  });

  it('names the file that is not there', async () => {
    const loaded = await loadCatalogue('/nowhere/at/all');
    expect(loaded.ok ? '' : loaded.problem).toMatchObject({
      type: 'unreadable-file',
      file: '/nowhere/at/all/dspt/v8-2025-26/category-3.yaml',
    });
  });
});

describe('the edition in force', () => {
  it('is told by its own field, whatever the sentences say', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'in-force-'));
    await cp(directory, folder, { recursive: true });
    const path = join(folder, 'dspt/v9-2026-27/edition.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('in-force: true', 'in-force: false'));
    const loaded = await loadCatalogue(folder);
    await rm(folder, { recursive: true });
    expect(loaded.ok && [loaded.value.laterInForce, loaded.value.caveats[0]]).toEqual([
      undefined,
      expect.stringContaining('Version 9 (2026-27) is in force'),
    ]);
  });
});

describe('the JSON twins', () => {
  let folder: string;
  let catalogueFolder: string;
  let compiledDirectory: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    catalogueFolder = join(folder, 'catalogue');
    compiledDirectory = join(folder, 'compiled');
    await cp(directory, catalogueFolder, { recursive: true });
    await compileCatalogues(catalogueFolder, compiledDirectory);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('hold the same catalogue as the YAML', async () => {
    const twin = await loadCatalogue(catalogueFolder, { compiledDirectory });
    expect(twin).toEqual(await loadCatalogue(catalogueFolder));
  });

  it('are not used once the YAML has changed', async () => {
    const path = join(catalogueFolder, 'dspt/v7-2024-25/category-3.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('title: "DSPT version 7', 'title: "Edited: DSPT version 7'));
    const loaded = await loadCatalogue(catalogueFolder, { edition: 'v7', compiledDirectory });
    expect(loaded.ok && loaded.value.title).toMatch(/^Edited/);
  });

  it('are not used when cut short', async () => {
    const path = join(compiledDirectory, 'v8-category-4.json');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 1000));
    const loaded = await loadCatalogue(catalogueFolder, { category: 4, compiledDirectory });
    expect(loaded.ok && loaded.value.items.length).toBe(45);
  });
});
