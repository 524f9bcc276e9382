import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { EvidenceItem } from '../src/catalogue/catalogue.ts';
import { parseCatalogue } from '../src/catalogue/parse-catalogue.ts';
import { STANDINGS } from '../src/readiness/assessment.ts';
import { DOCUMENT_KINDS } from '../src/record/document.ts';
import { FINDING_CODES } from '../src/record/finding.ts';
import { DOCUMENTS, makeDocuments, readSource } from './make-documents.ts';
import { rowsOf, shownInCell } from './making/spreadsheet.ts';

const here = import.meta.dirname;

const place = {
  file: z.string(),
  line: z.number().optional(),
  page: z.number().optional(),
  cell: z.string().optional(),
  text: z.string().optional(),
};
const manifestSchema = z.strictObject({
  folder: z.string(),
  on: z.string(),
  documents: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      best: z.array(z.string()),
      acceptable: z.array(z.string()),
    }),
  ),
  defects: z.array(z.strictObject({ code: z.enum(FINDING_CODES), ...place, what: z.string() })),
  contradictions: z.array(
    z.strictObject({
      about: z.string(),
      kind: z.string(),
      places: z.array(z.strictObject({ ...place, value: z.string() })).min(2),
    }),
  ),
  'not-defects': z.array(z.strictObject({ code: z.enum(FINDING_CODES), ...place, why: z.string() })),
  expected: z.record(
    z.string(),
    z.strictObject({ standing: z.enum(STANDINGS), acceptable: z.array(z.enum(STANDINGS)).optional(), why: z.string() }),
  ),
});

const manifest = manifestSchema.parse(parse(await readFile(join(here, 'manifest.yaml'), 'utf8')));
const places = [
  ...manifest.defects,
  ...manifest.contradictions.flatMap((one) => one.places),
  ...manifest['not-defects'],
];

let made: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  made = await makeDocuments();
});

describe('the documents', () => {
  it('are the same bytes each time they are made', async () => {
    const again = await makeDocuments();
    const changed = [...made].filter(
      ([path, bytes]) => Buffer.compare(bytes, again.get(path) ?? new Uint8Array()) !== 0,
    );
    expect(changed.map(([path]) => path)).toEqual([]);
  });

  it('on disk are those the sources make', async () => {
    const onDisk = await filesIn(join(here, 'documents'));
    expect(onDisk.toSorted()).toEqual([...made.keys()].toSorted());
    const stale: string[] = [];
    for (const [path, bytes] of made) {
      if (Buffer.compare(bytes, await readFile(join(here, 'documents', path))) !== 0) stale.push(path);
    }
    expect(stale).toEqual([]);
  });

  it('together are small enough to keep in the repository', () => {
    const total = [...made.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(total).toBeLessThan(1_000_000);
  });

  it('use every source', async () => {
    const used = DOCUMENTS.flatMap(({ from }) => from);
    expect((await filesIn(join(here, 'source'))).toSorted()).toEqual(used.toSorted());
  });

  it('name no web or mail domain outside .example', async () => {
    const texts = await Promise.all(DOCUMENTS.flatMap(({ from }) => from).map(readSource));
    const domains = texts.flatMap((text) =>
      [...text.matchAll(/(?:@|https?:\/\/|www\.)([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map((match) => match[1] ?? ''),
    );
    expect(domains.length).toBeGreaterThan(10);
    expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([]);
  });

  it('use only telephone numbers kept for fiction', async () => {
    const texts = await Promise.all(DOCUMENTS.flatMap(({ from }) => from).map(readSource));
    const numbers = texts.flatMap((text) => text.match(/\b0\d{4} \d{6}\b/g) ?? []);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter((number) => !number.startsWith('01632 960'))).toEqual([]);
  });
});

describe('the manifest', () => {
  it('lists every document once', () => {
    expect(manifest.documents.map(({ path }) => path).toSorted()).toEqual(DOCUMENTS.map(({ to }) => to).toSorted());
  });

  it('counts the best items of a document among the acceptable ones', () => {
    const wrong = manifest.documents.filter(({ best, acceptable }) => best.some((ref) => !acceptable.includes(ref)));
    expect(wrong).toEqual([]);
  });

  it('names only items that the edition has', async () => {
    const refs = new Set((await catalogueItems()).map(({ ref }) => ref));
    const named = manifest.documents.flatMap(({ acceptable }) => acceptable);
    expect(named.filter((ref) => !refs.has(ref))).toEqual([]);
  });

  it('expects a standing for every mandatory item and no other', async () => {
    const mandatory = (await catalogueItems()).filter((item) => item.mandatory === true).map(({ ref }) => ref);
    expect(Object.keys(manifest.expected).toSorted()).toEqual(mandatory.toSorted());
  });

  it.each(places.map((one) => ({ ...one, at: one.cell ?? one.line ?? one.page ?? 'in the text' })))(
    '$file has "$text" at $at',
    async ({ file, line, page, cell, text }) => {
      const words = await wordsAt(file, { line, page, cell });
      if (text === '') expect(words).toBe('');
      else if (text !== undefined) expect(words).toContain(text);
      else expect(made.has(file)).toBe(true);
    },
  );
});

async function catalogueItems(): Promise<readonly EvidenceItem[]> {
  const read = async (name: string) => ({
    name,
    text: await readFile(join(here, '../catalogue/dspt/v8-2025-26', name), 'utf8'),
  });
  const parsed = parseCatalogue(await read('category-3.yaml'), await read('category-3-proof-rules.yaml'));
  if (!parsed.ok) throw new Error(`The catalogue is not valid: ${JSON.stringify(parsed.problem)}`);
  return parsed.value.items;
}

/** The words a person sees at a place of a made document: a line, a cell, a page, or the whole of a Word file. */
async function wordsAt(
  file: string,
  at: { line?: number | undefined; page?: number | undefined; cell?: string | undefined },
): Promise<string> {
  const bytes = made.get(file);
  if (!bytes) throw new Error(`The manifest names ${file}, which is not made.`);
  const ending = file.slice(file.lastIndexOf('.'));
  if (ending === '.docx') return squeezed((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value);
  if (ending === '.pdf') {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
    return squeezed(text[(at.page ?? 0) - 1] ?? '');
  }
  if (ending === '.xlsx') return wordsInCell(file, at.cell ?? '');
  if (ending === '.png') return '';
  const line = new TextDecoder().decode(bytes).split(/\r?\n/)[(at.line ?? 0) - 1];
  if (line === undefined) throw new Error(`${file} has no line ${at.line}.`);
  return line;
}

async function wordsInCell(file: string, cell: string): Promise<string> {
  const [, sheet, column, row] = /^(.+)!([A-Z])(\d+)$/.exec(cell) ?? [];
  if (sheet === undefined || column === undefined)
    throw new Error(`${file}: ${JSON.stringify(cell)} is not a cell of the form Sheet!A1.`);
  const rows = rowsOf(await readSource(file.replace(/xlsx$/, `${sheet}.csv`)));
  const text = rows[Number(row) - 1]?.[column.charCodeAt(0) - 65];
  if (text === undefined) throw new Error(`${file} has no cell ${cell}.`);
  return shownInCell(text);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
