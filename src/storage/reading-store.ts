import type { Database } from './database.ts';

/** What was read from files, kept so that it need not be read again. Derived: any of it may be missing at any time. */
export type ReadingStore = {
  /** `reader` names the version of what read it; what another version read is not found. */
  readonly get: (organisation: string, sha256: string, reader: string) => Promise<string | undefined>;
  readonly put: (organisation: string, sha256: string, reader: string, content: string) => Promise<void>;
  /** Everything read from a file, by any version: for an erasure. */
  readonly remove: (organisation: string, sha256: string) => Promise<void>;
};

export function createReadingStore({ forOrganisation, readingOrganisation, wipeDeleted }: Database): ReadingStore {
  return {
    get: (organisation, sha256, reader) =>
      readingOrganisation(organisation, async (transaction) => {
        const row = await transaction
          .selectFrom('reading')
          .select('content')
          .where('organisation', '=', organisation)
          .where('sha256', '=', sha256)
          .where('reader', '=', reader)
          .executeTakeFirst();
        return row?.content;
      }),
    put: (organisation, sha256, reader, content) =>
      forOrganisation(organisation, async (transaction) => {
        await transaction
          .deleteFrom('reading')
          .where('organisation', '=', organisation)
          .where('sha256', '=', sha256)
          .execute();
        await transaction.insertInto('reading').values({ organisation, sha256, reader, content }).execute();
      }),
    remove: async (organisation, sha256) => {
      await forOrganisation(organisation, (transaction) =>
        transaction
          .deleteFrom('reading')
          .where('organisation', '=', organisation)
          .where('sha256', '=', sha256)
          .execute(),
      );
      await wipeDeleted();
    },
  };
}
