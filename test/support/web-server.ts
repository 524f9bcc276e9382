import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
// @ts-expect-error: a build script in plain JavaScript, which has no types.
import { buildAssets } from '../../scripts/assets.mjs';
import { type AppConfig, createApp, type WebServices } from '../../src/web/app.ts';
import { checkFilesApart } from '../../src/workspace/check-apart.ts';
import { ON } from './gap-check-builder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type TestServer = {
  readonly app: FastifyInstance;
  /** Address once `listen` was called. */
  readonly listen: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The real web front door with freshly built assets, on a fixed day. */
export async function startWeb(over: Partial<WebServices & AppConfig> = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-web-'));
  await buildAssets(ROOT, folder);
  const assets = join(folder, 'assets');
  const services: WebServices = {
    version: '0.0.0',
    today: () => ON,
    checkFiles: checkFilesApart,
    reportCss: () => readFile(join(assets, 'report.css'), 'utf8'),
    assets,
    complain: () => {},
    ...over,
  };
  const app = await createApp(services, { host: '127.0.0.1', origin: undefined, trustProxy: false, ...over });
  return {
    app,
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    stop: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
