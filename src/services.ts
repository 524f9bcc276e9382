import { createHash, getRandomValues } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as newId } from 'uuid';
import type { CommandServices } from './cli/command-line.ts';
import { cannot } from './cli/output.ts';
import { type ConfigResult, dataDirectory, type Environment, parseConfig, siteOf } from './config.ts';
import type { Surroundings } from './installation.ts';
import { dayInBritain } from './record/day.ts';
import { checkFilesApart } from './workspace/check-apart.ts';
import { checkFolder } from './workspace/check-folder.ts';
import { DOCUMENTS_DAY } from './workspace/example/example-id.ts';

declare const PERENNIAL_VERSION: string | undefined;

export type ServicesSettings = {
  readonly env: Environment;
  /** Tells a running server to finish and stop. */
  readonly stop: AbortSignal;
};

/**
 * Everything wired by hand, the clock included. What only some commands need (React, Fastify, the databases, the catalogue
 * tools) is loaded when it is first used, so that a check on the command line starts fast.
 */
export function createServices({ env, stop }: ServicesSettings): CommandServices {
  const assets = join(ROOT, 'dist', 'assets');
  const version = productVersion();
  const dataDir = dataDirectory(env, join(ROOT, 'data'));
  const compiledDir = join(ROOT, 'dist', 'catalogue');
  const now = () => new Date().toISOString();
  const around: Surroundings = {
    version,
    today: () => dayInBritain(now()),
    now,
    newId: () => newId(),
    random: (bytes) => getRandomValues(new Uint8Array(bytes)),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    migrationsDir: join(ROOT, 'migrations'),
    examplesDir: join(ROOT, 'examples'),
    catalogues: { catalogueDir: join(ROOT, 'catalogue'), compiledDir, dataDir },
  };
  const { today, random, hash, migrationsDir } = around;
  const milliseconds = () => performance.now();
  const config = (): ConfigResult =>
    parseConfig({ env, otherwiseDataDir: join(ROOT, 'data'), readSecret: (file) => readFileSync(file, 'utf8') });
  const reportCss = () => readFile(join(assets, 'report.css'), 'utf8');
  return {
    version,
    today,
    now: milliseconds,
    checkFolder: (folder, options, onProgress) => checkFolder(folder, { ...options, dataDir }, onProgress),
    example: {
      folder: join(ROOT, 'examples', 'documents'),
      profileFile: join(ROOT, 'examples', 'profile.yaml'),
      on: DOCUMENTS_DAY,
    },
    htmlReport: async (check) => {
      const { standaloneReport } = await import('./web/report/standalone-report.tsx');
      return standaloneReport(check, { css: await reportCss(), version });
    },
    serve: async (output) => {
      const read = config();
      if (!read.ok) return cannot(output, read.problem.messages.join('\n'));
      const [{ openInstallation }, { serve }] = await Promise.all([
        import('./installation.ts'),
        import('./web/serve.ts'),
      ]);
      const served = await serve({
        version,
        assets,
        reportCss,
        today,
        now,
        config: read.config,
        open: (site) => openInstallation(read.config, site, around),
        checkFiles: (files, options, onProgress, gone) =>
          checkFilesApart(files, { ...options, dataDir: read.config.dataDir }, onProgress, gone),
        complain: output.err,
        say: output.err,
        stop,
      });
      return served.ok ? 0 : cannot(output, served.problem.message);
    },
    catalogue: async (args, output) => {
      const { runCatalogueCommand } = await import('./cli/catalogue-command.ts');
      return runCatalogueCommand(args, output, { catalogueDir: around.catalogues.catalogueDir, compiledDir, dataDir });
    },
    keeping: async (command, args, output) => {
      const read = config();
      if (!read.ok) return cannot(output, read.problem.messages.join('\n'));
      const [{ databasePlace, openFiles }, { runKeepingCommand }] = await Promise.all([
        import('./installation.ts'),
        import('./cli/keeping-command.ts'),
      ]);
      const site = siteOf(read.config.server);
      return runKeepingCommand(command, args, output, {
        settings: {
          database: databasePlace(read.config),
          migrationsDir,
          dataDir: read.config.dataDir,
          openFiles: () => openFiles(read.config),
          keyFromOutside: read.config.secretKey !== undefined,
          version,
          now,
          newId: around.newId,
          hash,
        },
        milliseconds,
        owner: { today, random, invitationLink: (token) => `${site}/invitations/${token}` },
        lettingIn: { random, passwordLink: (token) => `${site}/new-password?token=${token}` },
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
