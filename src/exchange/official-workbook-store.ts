import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Catalogue, type Category, CERTIFICATES, parseCategory } from '../catalogue/catalogue.ts';
import { isDay } from '../record/day.ts';
import type { Adopted } from './official-workbook-adopt.ts';

/**
 * Where imported catalogues are kept: `<dataDirectory>/catalogue/v9-category-3.json`, with the user's own data and never
 * in the repository, since the official wording is not ours to pass on. Proof rules are kept by number only and taken
 * from the shipped catalogue when one is loaded.
 */
export async function saveImportedCatalogue(
  dataDirectory: string,
  adopted: Adopted,
  ruleEdition: string | undefined,
): Promise<string> {
  const { catalogue, rules } = adopted;
  const folder = join(dataDirectory, 'catalogue');
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName(catalogue.edition, catalogue.category));
  const items = catalogue.items.map(({ rule: _, ...item }) => item);
  const stored = {
    format: 1,
    rules: { from: ruleEdition ?? null, carried: rules.carried, needsConfirming: rules.needsConfirming },
    catalogue: { ...catalogue, items },
  };
  // Moved into place whole, so that a full disk leaves the earlier import as it was.
  await writeFile(`${path}.new`, `${JSON.stringify(stored, null, 1)}\n`);
  await rename(`${path}.new`, path);
  return path;
}

export type ImportedCatalogue = {
  readonly catalogue: Catalogue;
  /** Edition of the shipped catalogue whose rules were carried over, and the numbers. */
  readonly rulesFrom: string | null;
  readonly carried: readonly string[];
  readonly needsConfirming: readonly { readonly ref: string; readonly because: string }[];
};

export type LoadedImport =
  | { readonly ok: true; readonly value: ImportedCatalogue | undefined }
  | {
      readonly ok: false;
      readonly problem: { readonly type: 'damaged-import'; readonly file: string; readonly reason: string };
    };

/** The imported catalogue of an edition and category, its items still without rules; undefined when none was imported. */
export async function loadImportedCatalogue(
  dataDirectory: string,
  edition: string,
  category: Category,
): Promise<LoadedImport> {
  const path = join(dataDirectory, 'catalogue', fileName(edition, category));
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { ok: true, value: undefined };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: { type: 'damaged-import', file: path, reason: 'it is not whole JSON' } };
  }
  const parsed = storedSchema.safeParse(value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return {
      ok: false,
      problem: {
        type: 'damaged-import',
        file: path,
        reason: `${first?.path.join('.') || 'the file'}: ${first?.message}`,
      },
    };
  }
  const { rules, catalogue } = parsed.data;
  return {
    ok: true,
    value: { catalogue, rulesFrom: rules.from, carried: rules.carried, needsConfirming: rules.needsConfirming },
  };
}

/** Puts the carried proof rules of the shipped catalogue back on the items of an import. */
export function withCarriedRules(imported: ImportedCatalogue, shipped: Catalogue): Catalogue {
  const carried = new Set(imported.carried);
  const rules = new Map(shipped.items.map((item) => [item.ref, item.rule]));
  return {
    ...imported.catalogue,
    items: imported.catalogue.items.map((item) => {
      const rule = carried.has(item.ref) ? rules.get(item.ref) : undefined;
      return rule ? { ...item, rule } : item;
    }),
  };
}

/** Editions and categories imported into this data folder. */
export async function listImportedCatalogues(
  dataDirectory: string,
): Promise<readonly { readonly edition: string; readonly category: Category }[]> {
  const names = await readdir(join(dataDirectory, 'catalogue')).catch(() => []);
  return names.flatMap((name) => {
    const match = /^(v\d{1,2})-category-(\d)\.json$/.exec(name);
    const category = parseCategory(match?.[2] ?? '');
    return match?.[1] && category !== undefined ? [{ edition: match[1], category }] : [];
  });
}

/** Changes when another import takes this one's place; undefined while there is none. */
export async function importStamp(
  dataDirectory: string,
  edition: string,
  category: Category,
): Promise<string | undefined> {
  try {
    const { mtimeMs, size, ino } = await stat(join(dataDirectory, 'catalogue', fileName(edition, category)));
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

function fileName(edition: string, category: Category): string {
  return `${edition}-category-${category}.json`;
}

const confidence = z.enum(['high', 'medium', 'low']);
const day = z.string().refine(isDay, 'is no calendar day');

const storedSchema = z.object({
  format: z.literal(1),
  rules: z.object({
    from: z.string().nullable(),
    carried: z.array(z.string()),
    needsConfirming: z.array(z.object({ ref: z.string(), because: z.string() })),
  }),
  catalogue: z.object({
    edition: z.string(),
    years: z.string(),
    category: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    title: z.string(),
    deadline: day.nullable(),
    caveats: z.array(z.string()),
    standards: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        assertions: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    ),
    items: z.array(
      z.object({
        ref: z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/),
        standard: z.string(),
        assertion: z.string(),
        requirement: z.string(),
        official: z.object({ text: z.string(), tooltip: z.string().exactOptional() }).exactOptional(),
        answerType: z.enum(['yes_no', 'text', 'document', 'number', 'date']).nullable(),
        mandatory: z.boolean().nullable(),
        approaching: z.boolean().nullable(),
        exemptBy: z.array(z.enum(CERTIFICATES)),
        exemptionsKnown: z.literal(false).exactOptional(),
        notApplicableRoute: z.string().exactOptional(),
        typicalEvidence: z.array(z.string()),
        confidence,
        sources: z.array(z.object({ url: z.string(), readOn: day, gives: z.string().exactOptional() })),
        editions: z.record(z.string(), z.string()).exactOptional(),
        notes: z.string().exactOptional(),
      }),
    ),
    origin: z.literal('imported'),
  }),
});
