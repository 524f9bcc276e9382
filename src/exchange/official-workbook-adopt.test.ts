import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findCatalogueDirectory, loadCatalogue } from '../catalogue/load-catalogue.ts';
import type { WorkbookItem } from './official-workbook.ts';
import { type Adoption, adoptWorkbook } from './official-workbook-adopt.ts';
import {
  listImportedCatalogues,
  loadImportedCatalogue,
  saveImportedCatalogue,
  withCarriedRules,
} from './official-workbook-store.ts';

const loaded = await loadCatalogue(findCatalogueDirectory(import.meta.url) ?? '');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
const shipped = loaded.value;

function theirs(ref: string, text: string, change: Partial<WorkbookItem> = {}): WorkbookItem {
  return { ref, text, mandatory: true, approaching: null, exemptBy: null, cell: 'A2', ...change };
}

const RESTORE = theirs(
  '7.3.4',
  'Backups are routinely tested, at least once a year, to show that data can be restored.',
);
const SWAPPED = theirs(
  '8.3.5',
  'A yearly penetration test is scoped with the board and includes a vulnerability scan.',
);
const UNKNOWN = theirs('7.3.9', 'Is there a plan for floods?');

function adopt(items: readonly WorkbookItem[], change: Partial<Adoption> = {}) {
  return adoptWorkbook({
    understood: { category: 3, sheet: 'Cat 3', headingRows: [1], columns: [], items, remarks: [] },
    edition: { edition: 'v9', years: '2026-27', deadline: '2027-06-30' },
    file: { name: 'v9.xlsx', datedOn: '2026-09-15' },
    shipped,
    ...change,
  });
}

describe('adopting a workbook', () => {
  it('carries the rule and our wording over where number and meaning agree', () => {
    const { catalogue, rules } = adopt([RESTORE]);
    expect(rules.carried).toEqual(['7.3.4']);
    expect(catalogue.items[0]).toMatchObject({
      official: { text: RESTORE.text },
      requirement: shipped.items.find((i) => i.ref === '7.3.4')?.requirement,
      rule: { ref: '7.3.4' },
    });
  });

  it('carries no rule to a number whose question changed', () => {
    const { catalogue, rules } = adopt([SWAPPED]);
    expect(rules.needsConfirming).toEqual([{ ref: '8.3.5', because: expect.stringContaining('9.2.1') }]);
    expect(catalogue.items[0]?.rule).toBeUndefined();
  });

  it('does not put our wording beside a question that changed', () => {
    expect(adopt([SWAPPED]).catalogue.items[0]?.requirement).toContain('See the official wording');
  });

  it('carries the rule once a person confirms it', () => {
    const { catalogue, rules } = adopt([SWAPPED], { confirmed: ['8.3.5'] });
    expect([rules.needsConfirming, catalogue.items[0]?.rule?.ref]).toEqual([[], '8.3.5']);
  });

  it('lists numbers we have no rule for', () => {
    expect(adopt([UNKNOWN]).rules.without).toEqual(['7.3.9']);
  });

  it('compares with what ships', () => {
    const { comparison } = adopt([RESTORE, UNKNOWN]);
    expect(comparison?.differences.filter((d) => d.kind === 'added').map((d) => d.ref)).toEqual(['7.3.9']);
    expect(comparison?.unchanged).toEqual(['7.3.4']);
  });

  it('puts items in portal order', () => {
    expect(
      adopt([UNKNOWN, RESTORE, theirs('10.1.2', 'x'), theirs('1.1.1', 'y')]).catalogue.items.map((i) => i.ref),
    ).toEqual(['1.1.1', '7.3.4', '7.3.9', '10.1.2']);
  });

  it('says that exemptions were not collected when there are no columns of them', () => {
    expect(adopt([RESTORE]).catalogue.items[0]).toMatchObject({ exemptBy: [], exemptionsKnown: false });
  });

  it('names file, day and cell as the source', () => {
    expect(adopt([RESTORE]).catalogue.items[0]?.sources).toEqual([
      { url: 'v9.xlsx', readOn: '2026-09-15', gives: 'Cell A2' },
    ]);
  });

  it('works where nothing of the category ships', () => {
    const { shipped: _, ...rest } = {
      shipped,
      understood: {
        category: 2 as const,
        sheet: 'Cat 2',
        headingRows: [1],
        columns: [],
        items: [RESTORE],
        remarks: [],
      },
    };
    const adopted = adoptWorkbook({
      ...rest,
      edition: { edition: 'v9', years: '2026-27', deadline: null },
      file: { name: 'a.xlsx', datedOn: '2026-09-15' },
    });
    expect([adopted.comparison, adopted.rules.without]).toEqual([undefined, ['7.3.4']]);
  });
});

describe("an import kept with the user's data", () => {
  const folders: string[] = [];
  afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));
  async function folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'import-'));
    folders.push(made);
    return made;
  }

  it('comes back as it was, rules included', async () => {
    const data = await folder();
    const adopted = adopt([RESTORE, SWAPPED, UNKNOWN]);
    await saveImportedCatalogue(data, adopted, 'v8');
    const back = await loadImportedCatalogue(data, 'v9', 3);
    const value = back.ok ? back.value : undefined;
    expect(value && withCarriedRules(value, shipped)).toEqual(adopted.catalogue);
  });

  it('holds no text of our rules, only their numbers', async () => {
    const data = await folder();
    const path = await saveImportedCatalogue(data, adopt([RESTORE]), 'v8');
    expect(await readFile(path, 'utf8')).not.toContain('First');
    expect(JSON.parse(await readFile(path, 'utf8')).rules).toEqual({
      from: 'v8',
      carried: ['7.3.4'],
      needsConfirming: [],
    });
  });

  it('is listed', async () => {
    const data = await folder();
    await saveImportedCatalogue(data, adopt([RESTORE]), 'v8');
    expect(await listImportedCatalogues(data)).toEqual([{ edition: 'v9', category: 3 }]);
  });

  it('is nothing where none was made', async () => {
    expect(await loadImportedCatalogue(await folder(), 'v9', 3)).toEqual({ ok: true, value: undefined });
  });

  it('that is damaged is told, not guessed at', async () => {
    const data = await folder();
    const path = await saveImportedCatalogue(data, adopt([RESTORE]), 'v8');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"mandatory": true', '"mandatory": "sure"'));
    const back = await loadImportedCatalogue(data, 'v9', 3);
    expect(back.ok ? '' : back.problem.reason).toMatch(/^catalogue\.items\.0\.mandatory/);
  });
});
