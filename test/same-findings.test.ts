import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertMarkdown } from '../examples/convert.ts';
import type { GapCheck } from '../src/readiness/gap-check.ts';
import { checkFiles } from '../src/workspace/check-folder.ts';

const source = join(import.meta.dirname, '..', 'examples', 'source');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort();
const options = { on: '2026-11-20', category: 3 as const, edition: 'v8', organisation: { facts: {} } };

async function checkAs(format: 'md' | 'docx' | 'pdf' | 'html'): Promise<GapCheck> {
  const files = await Promise.all(
    texts.map(async (path) => {
      const text = readFileSync(join(source, path), 'utf8');
      const bytes =
        format === 'md' ? new TextEncoder().encode(text) : Uint8Array.from(await convertMarkdown(text, format));
      return { path: path.replace(/\.md$/, `.${format}`), bytes };
    }),
  );
  const result = await checkFiles(files, options);
  if (!result.ok) throw new Error(result.problem.message);
  return result.check;
}

/** What a finding is, whatever the format: code, documents without their endings. A place's line differs and may. */
function gist({ assessment }: GapCheck): string[] {
  const bare = (path: string) => path.replace(/\.(?:md|docx|pdf|html)$/, '');
  return assessment.findings
    .filter(({ seen }) => seen.length > 0)
    .map(({ code, seen }) => `${code}: ${[...new Set(seen.map(({ file }) => bare(file)))].sort().join(', ')}`)
    .sort();
}

describe('the same documents in another format', { timeout: 120_000 }, () => {
  let original: GapCheck;
  beforeAll(async () => {
    original = await checkAs('md');
  });

  it.each(['docx', 'html', 'pdf'] as const)('give the same findings as %s', async (format) => {
    expect(gist(await checkAs(format))).toEqual(gist(original));
  });

  it.each(['docx', 'html', 'pdf'] as const)('speak to the same evidence items as %s', async (format) => {
    const first = ({ record }: GapCheck) =>
      record.documents.map(({ path, suggestions }) => [path.replace(/\.\w+$/, ''), suggestions[0]?.ref]);
    expect(first(await checkAs(format))).toEqual(first(original));
  });
});
