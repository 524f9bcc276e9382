import type { Transaction } from 'kysely';
import type { Tables } from '../../storage/tables.ts';
import type { AccountServices } from './account-services.ts';
import { freshToken, minutesAfter } from './account-services.ts';

export type OneTimePurpose = 'set-up' | 'passkey' | 'oidc' | 'lost-password';

/** Things that may be used once and for a while: each is known by a token that is kept nowhere but with whoever is to use it. */
export type OneTime = {
  readonly issue: (purpose: OneTimePurpose, data: string, minutes: number) => Promise<string>;
  /** Whether it could be used, without using it. */
  readonly isGood: (purpose: OneTimePurpose, token: string) => Promise<boolean>;
  /** What it is about, without using it; undefined when it could not be used. */
  readonly look: (purpose: OneTimePurpose, token: string) => Promise<string | undefined>;
  /** Uses it up. Of several who try at once, one gets it. */
  readonly use: (purpose: OneTimePurpose, token: string) => Promise<string | undefined>;
  /** The same as part of a larger step. */
  readonly useIn: (
    transaction: Transaction<Tables>,
    purpose: OneTimePurpose,
    token: string,
  ) => Promise<string | undefined>;
  /** The same, and everything else of that purpose ends with it: in one statement, so that two who do so wait for each other. */
  readonly useLastIn: OneTime['useIn'];
  readonly withdrawAll: (purpose: OneTimePurpose) => Promise<void>;
};

export function createOneTime(services: AccountServices): OneTime {
  const { database, now, hash } = services;

  async function useIn(...[transaction, purpose, token]: Parameters<OneTime['useIn']>): Promise<string | undefined> {
    const used = await transaction
      .deleteFrom('one_time')
      .where('token_hash', '=', hash(token))
      .where('purpose', '=', purpose)
      .returning(['data', 'expires_at'])
      .executeTakeFirst();
    return used && used.expires_at > now() ? used.data : undefined;
  }

  const look: OneTime['look'] = async (purpose, token) =>
    (
      await database.read
        .selectFrom('one_time')
        .select('data')
        .where('token_hash', '=', hash(token))
        .where('purpose', '=', purpose)
        .where('expires_at', '>', now())
        .executeTakeFirst()
    )?.data;

  return {
    look,
    issue: async (purpose, data, minutes) => {
      const token = freshToken(services);
      const at = now();
      await database.inTransaction(async (transaction) => {
        await transaction.deleteFrom('one_time').where('expires_at', '<', at).execute();
        await transaction
          .insertInto('one_time')
          .values({ token_hash: hash(token), purpose, data, expires_at: minutesAfter(at, minutes) })
          .execute();
      });
      return token;
    },
    isGood: async (purpose, token) => (await look(purpose, token)) !== undefined,
    use: (purpose, token) => database.inTransaction((transaction) => useIn(transaction, purpose, token)),
    useIn,
    useLastIn: async (transaction, purpose, token) => {
      const all = await transaction
        .deleteFrom('one_time')
        .where('purpose', '=', purpose)
        .returning(['token_hash', 'data', 'expires_at'])
        .execute();
      const used = all.find(({ token_hash }) => token_hash === hash(token));
      return used && used.expires_at > now() ? used.data : undefined;
    },
    withdrawAll: async (purpose) => {
      await database.inTransaction((transaction) =>
        transaction.deleteFrom('one_time').where('purpose', '=', purpose).execute(),
      );
    },
  };
}
