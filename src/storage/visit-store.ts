import type { Database } from './database.ts';

/** What a member saw when they last looked, as text that only `workspace/visits.ts` understands. */
export type StoredVisit = { readonly seen: string; readonly before: string | null };

export type VisitStore = {
  readonly get: (organisation: string, account: string) => Promise<StoredVisit | undefined>;
  /** Does nothing when the account has no place in the organisation any more. */
  readonly put: (organisation: string, account: string, visit: StoredVisit) => Promise<void>;
};

export function createVisitStore({ forOrganisation, readingOrganisation }: Database): VisitStore {
  return {
    get: (organisation, account) =>
      readingOrganisation(organisation, (transaction) =>
        transaction
          .selectFrom('visit')
          .select(['seen', 'before'])
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .executeTakeFirst(),
      ),
    put: (organisation, account, { seen, before }) =>
      forOrganisation(organisation, async (transaction) => {
        const member = await transaction
          .selectFrom('membership')
          .select('account')
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .executeTakeFirst();
        if (!member) return;
        await transaction
          .insertInto('visit')
          .values({ organisation, account, seen, before })
          .onConflict((conflict) => conflict.columns(['organisation', 'account']).doUpdateSet({ seen, before }))
          .execute();
      }),
  };
}
