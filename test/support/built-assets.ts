import { join, resolve } from 'node:path';
// @ts-expect-error: a build script in plain JavaScript, which has no types.
import { buildAssets } from '../../scripts/assets.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, '.cache', 'test');

/** Folder of the stylesheets and scripts of the pages, once they are built. */
export const BUILT_ASSETS = join(FOLDER, 'assets');

/** Builds them, once for all tests of a run. */
export async function buildTestAssets(): Promise<void> {
  await buildAssets(ROOT, FOLDER);
}
