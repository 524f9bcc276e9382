import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { findCatalogueDirectory } from './load-catalogue.ts';

const outcome = z.object({
  id: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: z.array(z.string()).min(1),
});
const principle = z.object({ outcomes: z.array(outcome) });
const schema = z.object({
  objectives: z.array(z.object({ principles: z.array(principle) })),
  sources: z.record(z.string(), z.object({ url: z.url(), 'read-on': z.literal('2026-11-20') })),
});

const path = join(findCatalogueDirectory(import.meta.url) ?? '', 'caf/dspt-caf-v8-2025-26.yaml');
const caf = schema.parse(parse(await readFile(path, 'utf8')));
const principles = caf.objectives.flatMap((objective) => objective.principles);
const outcomes = principles.flatMap((one) => one.outcomes);

it('the CAF-aligned Toolkit has 5 objectives, 18 principles and 47 outcomes', () => {
  expect([caf.objectives.length, principles.length, outcomes.length]).toEqual([5, 18, 47]);
});

it('every outcome has a number of its own and a source that is in the table', () => {
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(47);
  expect(outcomes.flatMap(({ sources }) => sources).filter((key) => !(key in caf.sources))).toEqual([]);
});
