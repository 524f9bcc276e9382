import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

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
});

export type LabelSet = z.infer<typeof labelFile> & { readonly root: string };

/** Where a labelled folder may lie: with us, in the example, or beside the repository where real companies' folders are kept. */
const PLACES = [join(here, 'folders'), resolve(here, '..', '..', 'shared', 'corpora')];
const EXAMPLE = {
  manifest: join(here, '..', 'examples', 'manifest.yaml'),
  documents: join(here, '..', 'examples', 'documents'),
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
    if (root) sets.push({ ...labels, root });
    else absent.push(labels.folder);
  }
  return { sets, absent };
}
