import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import type { CommandServices } from './cli/command-line.ts';
import { cannot } from './cli/output.ts';
import { dataDirectory, type Environment, parseServerConfig } from './config.ts';
import { checkFilesApart } from './workspace/check-apart.ts';
import { checkFolder } from './workspace/check-folder.ts';

declare const PERENNIAL_VERSION: string | undefined;

export type ServicesSettings = {
  readonly env: Environment;
  /** Tells a running server to finish and stop. */
  readonly stop: AbortSignal;
};

/**
 * Everything wired by hand, the clock included. What only some commands need (React, Fastify, the catalogue tools) is
 * loaded when it is first used, so that a check on the command line starts fast.
 */
export function createServices({ env, stop }: ServicesSettings): CommandServices {
  const assets = join(ROOT, 'dist', 'assets');
  const version = productVersion();
  const today = () => Temporal.Now.plainDateISO().toString();
  const dataDir = dataDirectory(env, join(ROOT, 'data'));
  const checkUpload: typeof checkFilesApart = (files, options, onProgress, stop) =>
    checkFilesApart(files, { ...options, dataDir }, onProgress, stop);
  const reportCss = () => readFile(join(assets, 'report.css'), 'utf8');
  return {
    version,
    today,
    now: () => performance.now(),
    checkFolder: (folder, options, onProgress) => checkFolder(folder, { ...options, dataDir }, onProgress),
    example: {
      folder: join(ROOT, 'examples', 'documents'),
      profileFile: join(ROOT, 'examples', 'profile.yaml'),
      on: '2026-11-20',
    },
    htmlReport: async (check) => {
      const { standaloneReport } = await import('./web/report/standalone-report.tsx');
      return standaloneReport(check, { css: await reportCss(), version });
    },
    serve: async (output) => {
      const read = parseServerConfig(env);
      if (!read.ok) return cannot(output, read.problem.messages.join('\n'));
      const { serve } = await import('./web/serve.ts');
      const services = {
        version,
        today,
        checkFiles: checkUpload,
        reportCss,
        assets,
        complain: output.err,
      };
      const served = await serve({ services, config: read.config, stop, say: output.err });
      return served.ok ? 0 : cannot(output, served.problem.message);
    },
    catalogue: async (args, output) => {
      const { runCatalogueCommand } = await import('./cli/catalogue-command.ts');
      return runCatalogueCommand(args, output, {
        catalogueDir: join(ROOT, 'catalogue'),
        compiledDir: join(ROOT, 'dist', 'catalogue'),
        dataDir,
      });
    },
  };
}

/** The folder of the package: one above `src/`, and one above the bundle in `dist/`. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Set by the build; read from the package when run from source. */
function productVersion(): string {
  if (typeof PERENNIAL_VERSION === 'string') return PERENNIAL_VERSION;
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'version') : undefined;
  return typeof version === 'string' ? version : '0';
}
