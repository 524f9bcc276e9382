import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../test/support/workbook-builder.ts';
import { compileCatalogues, findCatalogueDirectory } from '../catalogue/load-catalogue.ts';
import { runCatalogueCommand } from './catalogue-command.ts';

const catalogueDir = findCatalogueDirectory(import.meta.url) ?? '';
let dataDir: string;
let compiledDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'catalogue-command-'));
  compiledDir = join(dataDir, 'compiled');
  await compileCatalogues(catalogueDir, compiledDir);
});
afterAll(() => rm(dataDir, { recursive: true }));

async function run(...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = await runCatalogueCommand(
    args,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      columns: 80,
      colour: false,
    },
    { catalogueDir, dataDir, compiledDir },
  );
  return { code, out, err };
}

/** Lines joined, so that a test does not depend on where they wrap. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

const V9 = 'Version 9 (2026-27) is in force';

describe('every page', () => {
  it.each([
    ['list'],
    ['list --category 2'],
    ['list --category 4 --mandatory'],
    ['list --edition v7'],
    ['show 7.3.4'],
    ['show 1.1.2'],
    ['show 8.3.1 --category 4'],
    ['show 9.6.2 --category 2'],
    ['show 7.1.1 --edition v7'],
    ['compare v7 v8'],
    ['category'],
    ['category --kind company --staff 80 --digital yes'],
    ['category --kind nhs-trust'],
  ])('fits 80 columns and says that version 9 is in force: %s', async (line) => {
    const { code, out } = await run(...line.split(' '));
    expect(code).toBe(0);
    expect(out.split('\n').filter((text) => [...text].length > 80)).toEqual([]);
    expect(flat(out)).toContain(V9);
  });
});

describe('catalogue list', () => {
  it('lists all items with their marks', async () => {
    const { out } = await run('list');
    expect(out.match(/^[●○?] \d/gm)?.length).toBe(80);
    expect(out.match(/^● /gm)?.length).toBe(45 + 1); // and the legend
  });

  it('lists only mandatory items when asked to', async () => {
    expect((await run('list', '--mandatory')).out.match(/^○ \d/gm)).toBeNull();
  });

  it('shows where an entry is less than sure', async () => {
    expect((await run('list')).out).toMatch(/^○ 7\.1\.5 .*\(low\)$/m);
  });

  it('says why there is no list of version 9', async () => {
    const { code, err } = await run('list', '--edition', 'v9');
    expect([code, err.includes(V9)]).toEqual([2, true]);
  });

  it('says what there is when asked for an edition nobody has', async () => {
    expect((await run('list', '--edition', 'v3')).err).toContain('v8 category 3');
  });
});

describe('catalogue show', () => {
  it('shows what proves the item and where that comes from', async () => {
    const out = flat((await run('show', '7.3.4')).out);
    expect(out).toContain('restore test succeeded within 12 months');
    expect(out).toContain('Confidence: high.');
    expect(out).toContain('in category 2 and 4 this number is another question');
  });

  it('suggests near numbers for one that does not exist', async () => {
    const { code, err } = await run('show', '7.3.5');
    expect([code, err]).toEqual([
      2,
      'v8 category 3 has no item "7.3.5". It is in category 2. Near it: 7.3.4, 7.3.6, 7.3.2, 7.3.1.\n',
    ]);
  });

  it('says when there is no rule', async () => {
    expect(flat((await run('show', '8.3.1', '--category', '4')).out)).toContain('no reviewed proof rule');
  });
});

describe('catalogue compare', () => {
  it('names what changed its meaning', async () => {
    expect((await run('compare', '7', 'V8')).out).toMatch(/Another question now ─+ 1\n\n7\.1\.1/);
  });
});

describe('catalogue category', () => {
  it('reads amounts as people write them', async () => {
    expect(
      (await run('category', '--kind', 'company', '--staff', '1,200', '--turnover', '£12.5m', '--digital', 'yes')).out,
    ).toMatch(/^Category 2/);
  });

  it('says what is missing and how to give it', async () => {
    expect((await run('category', '--kind', 'company', '--staff', '80', '--digital', 'yes')).out).toMatch(
      /^--turnover/m,
    );
  });
});

describe('a mistake', () => {
  it.each([
    [['lst'], 'Did you mean "list"?'],
    [['show'], 'perennial catalogue show 7.3.4'],
    [['show', '7.3.4', '7.3.6'], '"7.3.6" is one word too many'],
    [['list', '--categry', '3'], '--category'],
    [['list', '--category', '1'], 'CAF-aligned'],
    [['list', '--category', '5'], 'must be 2, 3 or 4'],
    [['compare', 'v7', 'next'], 'written like v8'],
    [['category', '--kind', 'compny'], 'company'],
    [['category', '--staff', 'many'], 'a number of people'],
    [['category', '--digital', 'maybe'], 'must be yes or no'],
    [['import', '/nowhere/workbook.xlsx'], 'could not be opened'],
    [['import', 'x.xlsx', '--edition', '../../v9'], 'written like v8'],
  ] as const)('is told in one line and ends with 2: %o', async (args, words) => {
    const { code, out, err } = await run(...args);
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toContain(words);
  });
});

describe('catalogue import', () => {
  const rows = [
    ['Evidence reference', 'Evidence text', 'Mandatory'],
    ['1.1.1', 'What is your ICO registration number?', 'Y'],
    ['7.3.4', 'Backups are routinely tested at least once a year so that data can be restored.', 'Y'],
    ['8.3.5', 'A yearly penetration test with a vulnerability scan is scoped with the board.', 'N'],
  ];
  async function workbook(name: string, sheet = 'Cat 3'): Promise<string> {
    const path = join(dataDir, name);
    await writeFile(path, await buildWorkbook([{ name: sheet, rows }]));
    return path;
  }

  it('tells what it understood, what differs and what needs confirming, in 80 columns', async () => {
    const { code, out } = await run('import', await workbook('v9.xlsx'));
    expect(code).toBe(0);
    expect(out.split('\n').filter((text) => [...text].length > 80)).toEqual([]);
    expect(flat(out)).toContain('3 items, 2 mandatory');
    expect(flat(out)).toContain('2 carried over, 1 to confirm, 0 items without one');
    expect(out).toMatch(/^8\.3\.5 .*our 9\.2\.1/m);
  });

  it('makes the imported edition readable, with its official words', async () => {
    await run('import', await workbook('v9.xlsx'));
    const { code, out } = await run('show', '7.3.4', '--edition', 'v9');
    expect([code, flat(out).includes('Backups are routinely tested at least once a year so that')]).toEqual([0, true]);
    expect(flat(out)).toContain('restore test succeeded within 12 months');
  });

  it('carries a confirmed rule', async () => {
    const { out } = await run('import', await workbook('v9.xlsx'), '--confirm', '8.3.5');
    expect(flat(out)).toContain('3 carried over, 0 to confirm');
  });

  it('writes into the data folder only', async () => {
    await run('import', await workbook('v9.xlsx'));
    expect(JSON.parse(await readFile(join(dataDir, 'catalogue', 'v9-category-3.json'), 'utf8')).catalogue.edition).toBe(
      'v9',
    );
  });

  it('asks for the edition when nothing says it', async () => {
    expect((await run('import', await workbook('book.xlsx'))).err).toContain('--edition v9');
  });

  it('asks for the category when nothing says it', async () => {
    expect((await run('import', await workbook('v9-plain.xlsx', 'Sheet1'))).err).toContain('--category');
  });

  it('says which categories there are when asked for another', async () => {
    expect((await run('import', await workbook('v9.xlsx'), '--category', '2')).err).toContain(
      'holds category 3, not category 2',
    );
  });

  it('refuses a file that is no workbook', async () => {
    const path = join(dataDir, 'v9-notes.xlsx');
    await writeFile(path, 'not a workbook');
    expect((await run('import', path)).err).toContain('could not be read as an .xlsx workbook');
  });
});
