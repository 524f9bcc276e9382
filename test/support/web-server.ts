import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Installation } from '../../src/installation.ts';
import { type AddedRoute, type AppConfig, createApp, type WebServices } from '../../src/web/app.ts';
import { checkFilesApart } from '../../src/workspace/check-apart.ts';
import { BUILT_ASSETS } from './built-assets.ts';
import { testInstallation } from './installation.ts';

export type FoundRoute = AddedRoute;

export type TestServer = {
  readonly app: FastifyInstance;
  readonly installation: Installation;
  readonly clock: { at: string };
  /** Where the installation keeps everything. */
  readonly dataDir: string;
  /** Every route of the application, the API's too, with what it needs. */
  readonly routes: readonly FoundRoute[];
  /** Address once `listen` was called. */
  readonly listen: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The real front door with the assets that this run has built, on an installation of its own, on a fixed day. */
export async function startWeb({
  env,
  ...over
}: Partial<WebServices & AppConfig> & { readonly env?: Readonly<Record<string, string>> } = {}): Promise<TestServer> {
  const site = over.site ?? 'http://localhost';
  const { installation, clock, dataDir, stop } = await testInstallation(site, env);
  const services: WebServices = {
    version: '0.0.0',
    today: () => clock.at.slice(0, 10),
    now: () => clock.at,
    checkFiles: checkFilesApart,
    reportCss: () => readFile(join(BUILT_ASSETS, 'report.css'), 'utf8'),
    assets: BUILT_ASSETS,
    complain: () => {},
    uploadBytes: 50_000_000,
    ...installation,
    ...over,
  };
  const config = { host: '127.0.0.1', origin: undefined, trustProxy: false, openCheck: true, site, ...over };
  const routes: FoundRoute[] = [];
  const app = await createApp({ ...services, onRoute: (route) => routes.push(route) }, config);
  return {
    app,
    installation,
    clock,
    dataDir,
    routes,
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    stop: async () => {
      await app.close();
      await stop();
    },
  };
}
