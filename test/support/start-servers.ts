import type { TestProject } from 'vitest/node';
import { buildTestAssets } from './built-assets.ts';
import { findPostgres, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  // Merging is how vitest has the values it hands to tests typed.
  interface ProvidedContext {
    /** Address of a PostgreSQL database in which tests may make further ones; undefined: there is no server. */
    readonly postgresUrl: string | undefined;
    /** The same server as its superuser; undefined where the tests did not start it. */
    readonly postgresAdminUrl: string | undefined;
  }
}

/** What all tests of a run share. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  await buildTestAssets();
  return startDatabase(project);
}

/** Starts one PostgreSQL server for all tests of a run, or takes the one that TEST_DATABASE_URL names. */
async function startDatabase({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    provide('postgresUrl', given);
    provide('postgresAdminUrl', undefined);
    return undefined;
  }
  const bin = findPostgres();
  if (!bin) {
    process.stderr.write(
      'No PostgreSQL server is installed and TEST_DATABASE_URL is not set: its tests are left out.\n',
    );
    provide('postgresUrl', undefined);
    provide('postgresAdminUrl', undefined);
    return undefined;
  }
  const server = await startPostgres(bin);
  provide('postgresUrl', server.url('postgres'));
  provide('postgresAdminUrl', server.adminUrl('postgres'));
  return server.stop;
}
