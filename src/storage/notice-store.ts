import type { Database } from './database.ts';

/** The notices that members have put away, by names that only `workspace/notices.ts` understands. */
export type NoticeStore = {
  readonly list: (organisation: string, account: string) => Promise<readonly string[]>;
  /** Does nothing when the account has no place in the organisation any more. */
  readonly add: (organisation: string, account: string, notice: string, at: string) => Promise<void>;
  readonly remove: (organisation: string, account: string, notice: string) => Promise<void>;
};

export function createNoticeStore({ forOrganisation, readingOrganisation }: Database): NoticeStore {
  return {
    list: async (organisation, account) => {
      const rows = await readingOrganisation(organisation, (transaction) =>
        transaction
          .selectFrom('put_away')
          .select('notice')
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .execute(),
      );
      return rows.map(({ notice }) => notice);
    },
    add: (organisation, account, notice, at) =>
      forOrganisation(organisation, async (transaction) => {
        const member = await transaction
          .selectFrom('membership')
          .select('account')
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .executeTakeFirst();
        if (!member) return;
        await transaction
          .insertInto('put_away')
          .values({ organisation, account, notice, at })
          .onConflict((conflict) => conflict.columns(['organisation', 'account', 'notice']).doNothing())
          .execute();
      }),
    remove: async (organisation, account, notice) => {
      await forOrganisation(organisation, (transaction) =>
        transaction
          .deleteFrom('put_away')
          .where('organisation', '=', organisation)
          .where('account', '=', account)
          .where('notice', '=', notice)
          .execute(),
      );
    },
  };
}
