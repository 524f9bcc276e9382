import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Organisation } from '../src/record/record.ts';

const here = dirname(fileURLToPath(import.meta.url));

const place = z.looseObject({
  file: z.string(),
  line: z.number().optional(),
  cell: z.string().optional(),
  page: z.number().optional(),
  text: z.string().optional(),
});

const labelFile = z.looseObject({
  folder: z.string(),
  on: z.coerce.string(),
  documents: z.array(
    z.looseObject({ path: z.string(), best: z.array(z.string()), acceptable: z.array(z.string()).default([]) }),
  ),
  'defects-complete-for': z.union([z.literal('all'), z.array(z.string())]).default([]),
  defects: z
    .array(
      place.extend({
        code: z.string(),
        'alt-lines': z.array(z.number()).default([]),
        'also-code': z.union([z.string(), z.array(z.string())]).optional(),
      }),
    )
    .default([]),
  contradictions: z
    .array(z.looseObject({ kind: z.string().optional(), about: z.string().optional(), places: z.array(place) }))
    .default([]),
  neutral: z.array(place).default([]),
  expected: z
    .record(z.string(), z.looseObject({ standing: z.string(), acceptable: z.array(z.string()).default([]) }))
    .default({}),
});

const organisationFile = z.looseObject({
  name: z.string(),
  facts: z.record(z.string(), z.union([z.boolean(), z.string(), z.number()])),
});

export type LabelSet = z.infer<typeof labelFile> & { readonly root: string; readonly organisation: Organisation };

/** Where a labelled folder may lie: with us, in the example, or beside the repository where real companies' folders are kept. */
const PLACES = [join(here, 'folders'), resolve(here, '..', '..', 'shared', 'corpora')];
const EXAMPLE = {
  manifest: join(here, '..', 'examples', 'manifest.yaml'),
  documents: join(here, '..', 'examples', 'documents'),
  profile: join(here, '..', 'examples', 'profile.yaml'),
};

/** Every label file whose folder is here, and the names of those whose folder is not. */
export function loadLabelSets(): { sets: LabelSet[]; absent: string[] } {
  const sets: LabelSet[] = [];
  const absent: string[] = [];
  const files = readdirSync(join(here, 'labels'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  for (const path of [...files.map((name) => join(here, 'labels', name)), EXAMPLE.manifest]) {
    if (!existsSync(path)) continue;
    const labels = labelFile.parse(parse(readFileSync(path, 'utf8')));
    const root =
      path === EXAMPLE.manifest
        ? EXAMPLE.documents
        : PLACES.map((place) => join(place, labels.folder)).find((candidate) => existsSync(candidate));
    const organisation =
      path === EXAMPLE.manifest ? organisationFile.parse(parse(readFileSync(EXAMPLE.profile, 'utf8'))) : { facts: {} };
    if (root) sets.push({ ...labels, root, organisation });
    else absent.push(labels.folder);
  }
  return { sets, absent };
}
