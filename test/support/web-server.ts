import { createHash, getRandomValues } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { v7 as newId } from 'uuid';
// @ts-expect-error: a build script in plain JavaScript, which has no types.
import { buildAssets } from '../../scripts/assets.mjs';
import { parseConfig } from '../../src/config.ts';
import { type Installation, openInstallation } from '../../src/installation.ts';
import { type AppConfig, createApp, type WebServices } from '../../src/web/app.ts';
import { checkFilesApart } from '../../src/workspace/check-apart.ts';
import { ON } from './gap-check-builder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type TestServer = {
  readonly app: FastifyInstance;
  readonly installation: Installation;
  /** The time for everything but the gap check, which judges on a fixed day. */
  readonly clock: { at: string };
  /** Address once `listen` was called. */
  readonly listen: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The real front door with freshly built assets, on an installation of its own, on a fixed day. */
export async function startWeb(over: Partial<WebServices & AppConfig> = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-web-'));
  await buildAssets(ROOT, folder);
  const assets = join(folder, 'assets');
  const site = over.site ?? 'http://localhost';
  const clock = { at: `${ON}T09:30:00.000Z` };
  const [now, today] = [() => clock.at, () => clock.at.slice(0, 10)];
  const read = parseConfig({ env: {}, otherwiseDataDir: join(folder, 'data'), readSecret: () => '' });
  if (!read.ok) throw new Error(read.problem.messages.join('\n'));
  const opened = await openInstallation(read.config, site, {
    version: '0.0.0',
    now,
    today,
    newId: () => newId(),
    random: (bytes) => getRandomValues(new Uint8Array(bytes)),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    migrationsDir: join(ROOT, 'migrations'),
    catalogues: { catalogueDir: join(ROOT, 'catalogue') },
  });
  if (!opened.ok) throw new Error(opened.message);
  const { installation } = opened;
  const services: WebServices = {
    version: '0.0.0',
    today,
    now,
    checkFiles: checkFilesApart,
    reportCss: () => readFile(join(assets, 'report.css'), 'utf8'),
    assets,
    complain: () => {},
    uploadBytes: 50_000_000,
    ...installation,
    ...over,
  };
  const config = { host: '127.0.0.1', origin: undefined, trustProxy: false, openCheck: true, site, ...over };
  const app = await createApp(services, config);
  return {
    app,
    installation,
    clock,
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    stop: async () => {
      await app.close();
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
