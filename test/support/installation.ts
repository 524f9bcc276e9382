import { createHash, getRandomValues } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as newId } from 'uuid';
import { parseConfig } from '../../src/config.ts';
import { type Installation, openInstallation } from '../../src/installation.ts';
import { ON } from './gap-check-builder.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

export type TestInstallation = {
  readonly installation: Installation;
  readonly clock: { at: string };
  /** Where it keeps everything. */
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
};

/** Everything an installation keeps, in a folder of its own, on a fixed day that a test moves by hand. */
export async function testInstallation(
  site = 'http://localhost',
  env: Readonly<Record<string, string>> = {},
): Promise<TestInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-installation-'));
  const clock = { at: `${ON}T09:30:00.000Z` };
  const dataDir = join(folder, 'data');
  const read = parseConfig({ env, otherwiseDataDir: dataDir, readSecret: () => '' });
  if (!read.ok) throw new Error(read.problem.messages.join('\n'));
  const opened = await openInstallation(read.config, site, {
    version: '0.0.0',
    now: () => clock.at,
    today: () => clock.at.slice(0, 10),
    newId: () => newId(),
    random: (bytes) => getRandomValues(new Uint8Array(bytes)),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    migrationsDir: join(ROOT, 'migrations'),
    examplesDir: join(ROOT, 'examples'),
    catalogues: { catalogueDir: join(ROOT, 'catalogue'), dataDir },
  });
  if (!opened.ok) throw new Error(opened.message);
  const { installation } = opened;
  return {
    installation,
    clock,
    dataDir,
    stop: async () => {
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
